"""The difference of an estimate between two waves, some of whose respondents are the same.

The waves are stacked, one row a respondent and wave, with the respondent as the cluster, weights
as they are, and no finite population correction. A mean (or share) m = sum w x / sum w has the
influences w e with e = (x - m) / sum w; those of a difference are w2 e2 of the later wave less
w1 e1 of the earlier, and within a wave they add up to 0. So over the C respondents of the stack

    Var(m2 - m1) = C / (C - 1) (sum w1^2 e1^2 + sum w2^2 e2^2 - 2 sum w1 w2 e1 e2),

the last sum over those who answered in both waves (ultimate clusters: Wolter 2007, Introduction to
Variance Estimation, 2.4; change with overlapping samples: Kish 1965, Survey Sampling, 12.4). It is
what R's survey package gives for svycontrast after svyby(covmat = TRUE) of the stacked data.
Strata and calibration of the waves are left aside, which makes it too long rather than too short.
"""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from pipeline.inference.intervals import Floats


@dataclass(frozen=True)
class Cells:
    """Respondents of one wave who count alike: their value `x`, sums of weights and of squares."""

    x: Floats
    w: Floats
    w2: Floats


@dataclass(frozen=True)
class BothCells:
    """Respondents of both waves: their values there, and the sums of the products of weights."""

    earlier: Floats
    later: Floats
    w: Floats


@dataclass(frozen=True)
class Known:
    """An estimate of which nothing but its standard error is known any more, and its base."""

    estimate: float
    standard_error: float
    n: int


@dataclass(frozen=True)
class Change:
    """Later less earlier; `p_value` is that of no change (nan where nothing varies)."""

    earlier: float
    later: float
    difference: float
    standard_error: float
    df: int
    low: float
    high: float
    p_value: float


def change(
    earlier: Cells, later: Cells, both: BothCells, respondents: int, level: float
) -> Change | None:
    """The change of a mean; None where a wave has nobody.

    `respondents` are all in the stack, whether or not they count here, each once; the interval and
    the test take Student's t with one less. Raises ValueError for fewer than two.
    """
    if respondents < 2:
        raise ValueError("a change needs at least two respondents")
    before, after = earlier.w.sum(), later.w.sum()
    if not before > 0 or not after > 0:
        return None
    first = float(earlier.w @ earlier.x / before)
    second = float(later.w @ later.x / after)
    own = (
        earlier.w2 @ ((earlier.x - first) / before) ** 2
        + later.w2 @ ((later.x - second) / after) ** 2
    )
    shared = both.w @ ((both.earlier - first) * (both.later - second)) / (before * after)
    variance = respondents / (respondents - 1) * (own - 2 * shared)
    return _tested(first, second, float(np.sqrt(max(variance, 0.0))), respondents - 1, level)


def change_since(earlier: Known, later: Cells, later_n: int, level: float) -> Change | None:
    """The change since an estimate whose respondents are not known any more; None without anybody.

    The waves count as independent: with some respondents in both the covariance, which is left
    out, makes changes more certain than this (Kish 1965, 12.4). Student's t has one degree of
    freedom less than both bases together. Raises ValueError for fewer than two in `later_n`.
    """
    if later_n < 2:
        raise ValueError("a change needs at least two respondents")
    total = later.w.sum()
    if not total > 0:
        return None
    second = float(later.w @ later.x / total)
    own = later_n / (later_n - 1) * float(later.w2 @ ((later.x - second) / total) ** 2)
    error = float(np.sqrt(own + earlier.standard_error**2))
    return _tested(earlier.estimate, second, error, earlier.n + later_n - 1, level)


def _tested(first: float, second: float, error: float, df: int, level: float) -> Change:
    length = float(stats.t.ppf((1 + level) / 2, df)) * error
    difference = second - first
    p_value = float(2 * stats.t.sf(abs(difference) / error, df)) if error > 0 else float("nan")
    return Change(
        first,
        second,
        difference,
        error,
        df,
        difference - length,
        difference + length,
        p_value,
    )
