"""The interval that a figure asks for, classical or under a design; pure."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from pipeline.inference import proportions, share_intervals
from pipeline.inference.intervals import Floats, Interval


@dataclass(frozen=True)
class Precision:
    """Shares and what their intervals are made of; arrays of one entry a share.

    Without a design `df` is infinite and `effective_n` equals `n`.
    """

    share: Floats
    standard_error: Floats
    n: Floats
    df: Floats
    effective_n: Floats


Method = Callable[[Precision, float], Interval]


def _classical_recommended(one: Precision, level: float) -> Interval:
    """Wilson's, and Clopper and Pearson's where there are few events or non-events."""
    few = share_intervals.few_events(one.share, one.n)
    exact = proportions.clopper_pearson_interval(one.share, one.n, level)
    score = proportions.wilson_interval(one.share, one.n, level)
    return Interval(np.where(few, exact.low, score.low), np.where(few, exact.high, score.high))


def _logit(one: Precision, level: float) -> Interval:
    return share_intervals.logit_interval(
        one.share, one.standard_error, one.df, one.effective_n, level
    )


def _of_design(method: Callable[..., Interval]) -> Method:
    def interval(one: Precision, level: float) -> Interval:
        return method(one.share, one.standard_error, one.n, one.df, one.effective_n, level)

    return interval


CLASSICAL: dict[str, Method] = {
    "wald": lambda one, level: proportions.wald_interval(one.share, one.n, level),
    "wilson": lambda one, level: proportions.wilson_interval(one.share, one.n, level),
    "logit": _logit,
    "korn_graubard": lambda one, level: proportions.clopper_pearson_interval(
        one.share, one.n, level
    ),
    "recommended": _classical_recommended,
}
UNDER_DESIGN: dict[str, Method] = {
    "wald": lambda one, level: share_intervals.design_wald_interval(
        one.share, one.standard_error, one.df, level
    ),
    "wilson": _of_design(share_intervals.design_wilson_interval),
    "logit": _logit,
    "korn_graubard": _of_design(share_intervals.korn_graubard_interval),
    "recommended": _of_design(share_intervals.recommended_interval),
}


def chosen_interval(
    methods: np.ndarray, one: Precision, level: float, is_declared: bool
) -> Interval:
    """Each share's interval by its own method, a name of the figure plan.

    Without a declared design Korn and Graubard's is Clopper and Pearson's, and the others are the
    classical ones.
    """
    known = UNDER_DESIGN if is_declared else CLASSICAL
    low, high = np.full(len(one.share), np.nan), np.full(len(one.share), np.nan)
    for name in np.unique(methods):
        found, mine = known[str(name)](one, level), methods == name
        low[mine], high[mine] = found.low[mine], found.high[mine]
    return Interval(low, high)
