"""Which further numbers must be hidden so that no hidden count can be narrowed; pure.

Who reads a report is taken to know every base and, of every share that is published, the very
count: more than rounded shares, intervals, margins and tests can tell. The counts that agree with
all that are the integer points of a linear system (HiGHS, by `scipy.optimize.milp`). A hidden count
is safe when the smallest and the largest of these lie far enough apart. The further numbers to hide
are those that two such points, as far apart, would have to change, at the least cost. On tables of
linear constraints see Fischetti and Salazar-González (2001), Management Science 47(7).
"""

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp

from pipeline.disclosure.questions import Form, System

Floats = npt.NDArray[np.float64]
GAP = 0.05
"""How far from the cheapest choice is near enough; every choice protects."""


def protected(
    of: System,
    bases: Mapping[Form, int],
    shares: Mapping[Form, int],
    hidden: Iterable[Form],
    width: int,
) -> list[Form]:
    """The forms to hide: `hidden` and what they need, in the order in which they were found.

    `bases` and `shares` have the count of each form; every base stays published. A hidden count can
    be narrowed to a range of `width` at best, or to that which the bases alone leave.
    """
    found = list(dict.fromkeys(hidden))
    for one in found:
        needed = min(width, _spread(of, bases, one))
        shown = {form: n for form, n in shares.items() if form not in found}
        # Appended to while it is walked: what is hidden now must be safe itself.
        found += _needed(of, bases, shown, one, needed)
    return found


def bounds(of: System, known: Mapping[Form, int], one: Form) -> tuple[int, int]:
    """The smallest and the largest count of a form that agree with the known ones."""
    rows, values = _equations(of, known)
    low, high = (
        milp(
            sign * of.rows[one],
            integrality=np.ones(rows.shape[1], dtype=np.int64),
            constraints=LinearConstraint(rows, values, values),
        )
        for sign in (1.0, -1.0)
    )
    assert low.success and high.success, "the true counts agree with what is known"
    return round(low.fun), round(-high.fun)


def _spread(of: System, known: Mapping[Form, int], one: Form) -> int:
    low, high = bounds(of, known, one)
    return high - low


def _needed(
    of: System, bases: Mapping[Form, int], shown: Mapping[Form, int], one: Form, width: int
) -> list[Form]:
    """The shown forms that hide a count in a range of that width, cheapest first choice.

    Two sets of counts, x and y, agree with all bases, and the hidden count is `width` larger in x;
    each shown form may stray from its count in either, at a cost for each respondent of the size
    of the count. Those that stray are hidden.
    """
    rows, values = _equations(of, bases)
    size = rows.shape[1]
    forms = list(shown)
    shares = np.array([of.rows[form] for form in forms]).reshape(-1, size)
    counts = np.array([float(shown[form]) for form in forms])
    both = np.kron(np.eye(2), rows)
    straying = np.kron(np.eye(2), shares)
    slack = np.eye(2 * len(forms))
    apart = np.concatenate([of.rows[one], -of.rows[one]])
    free = np.zeros((1, 4 * len(forms)))
    matrix = np.vstack(
        [
            np.hstack([both, np.zeros((len(both), 4 * len(forms)))]),
            np.hstack([straying, slack, -slack]),
            np.hstack([apart[None, :], free]),
        ]
    )
    fixed = np.concatenate([values, values, counts, counts])
    solved = milp(
        np.concatenate([np.zeros(2 * size), np.tile(counts + 1, 4)]),
        integrality=np.repeat([1, 0], [2 * size, 4 * len(forms)]),
        bounds=Bounds(0, np.inf),
        constraints=LinearConstraint(matrix, [*fixed, width], [*fixed, np.inf]),
        options={"mip_rel_gap": GAP},
    )
    assert solved.success, "with every share hidden the range is wide enough"
    strayed = solved.x[2 * size :].reshape(4, len(forms)).sum(axis=0)
    return [form for form, far in zip(forms, strayed, strict=True) if far > 0.5]


def _equations(of: System, known: Mapping[Form, int]) -> tuple[Floats, Floats]:
    """What is known of the counts: rows and values."""
    rows = np.array([of.rows[form] for form in known]).reshape(-1, of.links.shape[1])
    values = np.array([float(n) for n in known.values()])
    return np.vstack([rows, of.links]), np.concatenate([values, np.zeros(len(of.links))])
