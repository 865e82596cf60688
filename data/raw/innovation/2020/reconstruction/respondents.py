"""The 903 respondents: who they are, how far they come, and how they lean."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from . import pinned
from .chance import bell, shuffled, stream

# Smallest and largest number of employees a size, and how strongly small numbers prevail.
EMPLOYEES = {
    (pinned.SOCIAL_SERVICE, pinned.SMALL): (1, 9, 0.7),
    (pinned.SOCIAL_SERVICE, pinned.MEDIUM): (10, 50, 1.6),
    (pinned.SOCIAL_SERVICE, pinned.LARGE): (51, 640, 4.0),
    (pinned.VOLUNTEER, pinned.SMALL): (0, 9, 2.2),
    (pinned.VOLUNTEER, pinned.MEDIUM): (10, 50, 2.0),
    (pinned.VOLUNTEER, pinned.LARGE): (51, 430, 4.0),
}


@dataclass(frozen=True)
class Respondents:
    """One entry a respondent in every array; 0 where a question was not answered."""

    org_type: np.ndarray
    innovated: np.ndarray
    last_page: np.ndarray
    size: np.ndarray
    employees: np.ndarray
    agreeing: np.ndarray  # the person effects: agrees readily,
    unsure: np.ndarray  # often does not know,
    aloof: np.ndarray  # often finds statements not relevant

    def __len__(self) -> int:
        return len(self.org_type)

    @cached_property
    def answered_types(self) -> np.ndarray:
        """The 662, as positions."""
        return np.flatnonzero((self.innovated == pinned.YES) & (self.last_page >= 3))

    @cached_property
    def innovators(self) -> np.ndarray:
        """The 582 who answer everything about their innovations, as positions."""
        return np.flatnonzero((self.innovated == pinned.YES) & (self.last_page >= 8))

    def among_innovators(self, *conditions: np.ndarray) -> np.ndarray:
        """Those of the 582 for whom all conditions (one entry a respondent) hold."""
        chosen = np.zeros(len(self), dtype=bool)
        chosen[self.innovators] = True
        for condition in conditions:
            chosen &= condition
        return np.flatnonzero(chosen)


def draw_respondents() -> Respondents:
    """The respondents of pinned.PATHS in the order of that table."""
    repeats = [path[3] for path in pinned.PATHS]
    org_type, innovated, last_page = (
        np.repeat([path[part] for path in pinned.PATHS], repeats) for part in range(3)
    )
    reached = (innovated == pinned.YES) & (last_page >= 8)
    size = _sizes(org_type, reached)
    count = len(org_type)
    return Respondents(
        org_type=org_type,
        innovated=innovated,
        last_page=last_page,
        size=size,
        employees=_employees(org_type, size),
        agreeing=bell("agreeing", count) + 0.5 * (innovated == pinned.YES),
        unsure=bell("unsure", count) + 0.5 * (org_type == pinned.VOLUNTEER),
        aloof=bell("aloof", count),
    )


def _sizes(org_type: np.ndarray, reached: np.ndarray) -> np.ndarray:
    """Sizes: as pinned for the 582, in the same proportions for the others."""
    size = np.zeros(len(org_type), dtype=int)
    for kind, counts in pinned.SIZES.items():
        pool = [name for name, number in counts.items() for _ in range(number)]
        members = np.flatnonzero((org_type == kind) & reached)
        size[members] = shuffled(f"sizes {kind}", pool)
        others = np.flatnonzero((org_type == kind) & ~reached)
        draws = stream(f"other sizes {kind}").random_sample(len(others)) * len(pool)
        size[others] = [pool[int(draw)] for draw in draws]
    return size


def _employees(org_type: np.ndarray, size: np.ndarray) -> np.ndarray:
    """Skewed numbers within each size; half of the larger ones are rounded, as people do."""
    employees = np.zeros(len(org_type), dtype=int)
    uniforms = stream("employees").random_sample(len(org_type))
    rounding = stream("rounding").random_sample(len(org_type))
    for (kind, name), (least, most, skew) in EMPLOYEES.items():
        for place in np.flatnonzero((org_type == kind) & (size == name)):
            number = least + int((most - least + 1) * float(uniforms[place]) ** skew)
            step = 25 if number > 100 else 5
            rounded = (number + step // 2) // step * step
            accept = rounding[place] < 0.5 and number >= 10 and least <= rounded <= most
            employees[place] = rounded if accept else number
    return employees
