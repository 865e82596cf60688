"""The 900 organisations of 2022: who they are, how far they come, and how they lean."""

from dataclasses import dataclass

import numpy as np
from reconstruction.chance import bell, shuffled, stream

from .earlier import Answers, Earlier

SOCIAL_SERVICE, VOLUNTEER = 1, 2
ORGANISATIONS = {SOCIAL_SERVICE: 642, VOLUNTEER: 258}
RETURNING = {SOCIAL_SERVICE: 213, VOLUNTEER: 85}
INNOVATED = {SOCIAL_SERVICE: 0.81, VOLUNTEER: 0.66}
NEW_KEYS = range(3_210_000, 3_214_000)
LAST_PAGE = 10
# The share that leaves after each page; everybody else gets to the end.
LEAVE_AFTER = {1: 0.03, 2: 0.02, 3: 0.03, 5: 0.03, 6: 0.02, 8: 0.03, 9: 0.02}
GROWTH = (0.75, 1.3)
"""The number of employees of an organisation that returns, beside its earlier one."""


@dataclass(frozen=True)
class Organisations:
    """One entry an organisation in everything; `before` holds its answers of 2020, if any."""

    keys: list[str]
    before: list[Answers]
    org_type: np.ndarray
    employees: np.ndarray
    innovated: np.ndarray
    last_page: np.ndarray
    agreeing: np.ndarray
    unsure: np.ndarray
    aloof: np.ndarray

    def __len__(self) -> int:
        return len(self.keys)

    def asked(self, page: int, innovators: bool) -> np.ndarray:
        """Whether each got to a page; `innovators`: and has anything new."""
        reached = self.last_page >= page
        return reached & (self.innovated == 1) if innovators else reached


def draw_organisations(earlier: Earlier) -> Organisations:
    """Organisations in a random order; about a third answered in 2020, too."""
    drawn = [
        (kind, key, before)
        for kind, number in ORGANISATIONS.items()
        for key, before in _of_type(earlier, kind, number)
    ]
    drawn = shuffled("2022 order", drawn)
    kinds, keys, before = (list(column) for column in zip(*drawn, strict=True))
    org_type, count = np.array(kinds), len(drawn)
    agreeing = bell("2022 agreeing", count)
    innovated = np.full(count, 2)
    for kind, share in INNOVATED.items():
        members = np.flatnonzero(org_type == kind)
        again = [0.8 * (before[place].get("innovated") == 1) for place in members]
        score = bell(f"2022 innovated {kind}", len(members)) + np.array(again)
        ranked = members[np.argsort(-score, kind="stable")]
        innovated[ranked[: round(share * len(members))]] = 1
    return Organisations(
        keys=keys,
        before=before,
        org_type=org_type,
        employees=_employees(earlier, kinds, before),
        innovated=innovated,
        last_page=_last_pages(count),
        agreeing=agreeing + 0.5 * (innovated == 1),
        unsure=bell("2022 unsure", count) + 0.5 * (org_type == VOLUNTEER),
        aloof=bell("2022 aloof", count),
    )


def _of_type(earlier: Earlier, kind: int, number: int) -> list[tuple[str, Answers]]:
    """Those of a type that return, and new ones."""
    known = [key for key, one in earlier.answers.items() if one["org_type"] == kind]
    returning = shuffled(f"2022 returning {kind}", sorted(known))[: RETURNING[kind]]
    new = [str(key) for key in NEW_KEYS if key % 2 == kind % 2]
    chosen = shuffled(f"2022 new {kind}", new)[: number - len(returning)]
    return [(key, earlier.answers[key]) for key in returning] + [(key, {}) for key in chosen]


def _employees(earlier: Earlier, kinds: list[int], before: list[Answers]) -> np.ndarray:
    """Grown or shrunk since 2020; for new organisations like somebody else's of the same type."""
    growth = stream("2022 growth").random_sample(len(kinds))
    whose = stream("2022 employees").random_sample(len(kinds))
    known = {
        kind: sorted(
            one["employees"]
            for one in earlier.answers.values()
            if one["org_type"] == kind and "employees" in one
        )
        for kind in ORGANISATIONS
    }
    least, most = GROWTH
    numbers = []
    for place, kind in enumerate(kinds):
        others = known[kind]
        start = before[place].get("employees", others[int(whose[place] * len(others))])
        numbers.append(int(start * (least + (most - least) * growth[place]) + 0.5))
    return np.array(numbers)


def _last_pages(count: int) -> np.ndarray:
    pages = [page for page, share in LEAVE_AFTER.items() for _ in range(round(share * count))]
    pages += [LAST_PAGE] * (count - len(pages))
    return np.array(shuffled("2022 last pages", pages))
