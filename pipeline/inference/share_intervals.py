"""Confidence intervals of shares under a sampling design, and which of them is the default.

All functions are vectorised over `share` (0..1), its `standard_error`, the respondents `n` and
degrees of freedom `df` of its base, and the base's Kish `effective_n`: arrays or numbers that
broadcast. A base of 0 gives nan, never a warning.

At a share of 0 or 1 the standard error is 0 and says nothing. There all methods but Wald's take
the interval of Clopper and Pearson with Kish's effective base, without finite population
correction. Where a share between them has no sampling error (a census), the interval is the share
itself; pass an infinite `effective_n` for the same at 0 and 1.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import expit, logit, stdtrit

from pipeline.inference.intervals import Floats, Interval, upper_tail
from pipeline.inference.proportions import clopper_pearson_interval, wilson_interval

# Where fewer events or non-events than this are seen in the effective base, the default interval
# is Korn and Graubard's. In simulated stratified samples with unequal weights (docs/coverage.csv:
# Kish's design effect 1.6, effective bases from 50, shares from .05 to .95) Wilson's interval alone
# held the true share 94.0 percent of the time, this rule 94.7 percent; where at least ten events
# are expected, 94.7 and 95.2 percent, and at the least 93.8 and 94.7.
FEW_EVENTS = 30.0

# A smaller standard error is rounding of a share that cannot vary.
SMALLEST_ERROR = 1e-9


def design_wald_interval(
    share: ArrayLike, standard_error: ArrayLike, df: ArrayLike, level: float = 0.95
) -> Interval:
    """Share plus and minus t standard errors; nan without a degree of freedom.

    R's svyciprop(method = "mean"); confint(svymean()) takes the normal quantile unless it is
    told the degrees of freedom. Not clipped to 0..1, as `proportions.wald_interval`.
    """
    p, half_width = _floats(share), _student(df, level) * _floats(standard_error)
    return Interval(p - half_width, p + half_width)


def logit_interval(
    share: ArrayLike,
    standard_error: ArrayLike,
    df: ArrayLike,
    effective_n: ArrayLike,
    level: float = 0.95,
) -> Interval:
    """Wald's interval of log(p / (1 - p)), taken back to 0..1; nan without a degree of freedom.

    R's svyciprop(method = "xlogit"); its method "logit" finds the same by a regression.
    """
    p, error, at_end = _prepared(share, standard_error)
    inside = np.where(at_end, 0.5, p)
    half_width = _student(df, level) * error / (inside * (1 - inside))
    low = np.minimum(expit(logit(inside) - half_width), inside)
    high = np.maximum(expit(logit(inside) + half_width), inside)
    ends = _end_interval(at_end, p, effective_n, level)
    return _either(at_end, ends, Interval(low, high))


def design_wilson_interval(
    share: ArrayLike,
    standard_error: ArrayLike,
    n: ArrayLike,
    df: ArrayLike,
    effective_n: ArrayLike,
    level: float = 0.95,
) -> Interval:
    """Wilson's score interval with the effective base of the design.

    Dean and Pagano (2015), Journal of Survey Statistics and Methodology 3, 484-503. For a simple
    random sample of n it is the classical interval of n - 1, because the variance under a design
    is then p (1 - p) / (n - 1).
    """
    base = effective_base(share, standard_error, n, df, level)
    return _of_base(wilson_interval, share, base, effective_n, level)


def korn_graubard_interval(
    share: ArrayLike,
    standard_error: ArrayLike,
    n: ArrayLike,
    df: ArrayLike,
    effective_n: ArrayLike,
    level: float = 0.95,
) -> Interval:
    """Clopper and Pearson's interval with the effective base of the design.

    Korn and Graubard (1998), Survey Methodology 24, 193-201; R's svyciprop(method = "beta"), but
    always with the respondents of the base as n: once a design is calibrated, R takes those of
    the whole sample.
    """
    base = effective_base(share, standard_error, n, df, level)
    return _of_base(clopper_pearson_interval, share, base, effective_n, level)


def recommended_interval(
    share: ArrayLike,
    standard_error: ArrayLike,
    n: ArrayLike,
    df: ArrayLike,
    effective_n: ArrayLike,
    level: float = 0.95,
) -> Interval:
    """The default: Wilson's, and Korn and Graubard's where `few_events` says so."""
    base = effective_base(share, standard_error, n, df, level)
    few = few_events(share, base)
    exact = clopper_pearson_interval(share, np.where(few, base, np.nan), level)
    return _either(few, exact, _of_base(wilson_interval, share, base, effective_n, level))


def few_events(share: ArrayLike, base: ArrayLike) -> NDArray[np.bool_]:
    """Whether the effective base holds fewer than FEW_EVENTS events or non-events."""
    p = _floats(share)
    return np.asarray(_floats(base) * np.minimum(p, 1 - p) < FEW_EVENTS)


def effective_base(
    share: ArrayLike, standard_error: ArrayLike, n: ArrayLike, df: ArrayLike, level: float = 0.95
) -> Floats:
    """How large a simple random sample would be as precise: p (1 - p) / se^2, adjusted for df.

    Times (t of n - 1 / t of df)^2, so that few clusters widen the interval (Korn and Graubard
    1998). Infinite for a share without sampling error; nan at 0 and 1, where it is unknown, and
    without a degree of freedom.
    """
    p, error, at_end = _prepared(share, standard_error)
    few_clusters = _student(_floats(n) - 1, level) / _student(df, level)
    fixed = error < SMALLEST_ERROR
    base = p * (1 - p) / np.where(fixed, 1.0, error) ** 2 * few_clusters**2
    return np.asarray(np.where(at_end, np.nan, np.where(fixed, np.inf, base)))


def _prepared(
    share: ArrayLike, standard_error: ArrayLike
) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    p, error = np.broadcast_arrays(_floats(share), _floats(standard_error))
    return p, error, (p == 0) | (p == 1)


def _student(df: ArrayLike, level: float) -> Floats:
    """The t quantile; nan without a degree of freedom."""
    known = _floats(df)
    return np.asarray(stdtrit(np.where(known > 0, known, np.nan), upper_tail(level)))


def _of_base(
    method: Callable[[ArrayLike, ArrayLike, float], Interval],
    share: ArrayLike,
    base: Floats,
    effective_n: ArrayLike,
    level: float,
) -> Interval:
    """The interval of the effective base, with the rules for shares whose error says nothing."""
    p = _floats(share)
    at_end = (p == 0) | (p == 1)
    return _either(at_end, _end_interval(at_end, p, effective_n, level), method(p, base, level))


def _end_interval(
    at_end: NDArray[np.bool_], p: Floats, effective_n: ArrayLike, level: float
) -> Interval:
    """The interval of shares of 0 and 1; nan elsewhere, which saves most of the time."""
    return clopper_pearson_interval(p, np.where(at_end, effective_n, np.nan), level)


def _either(condition: NDArray[np.bool_], one: Interval, other: Interval) -> Interval:
    low = np.where(condition, one.low, other.low)
    return Interval(low, np.where(condition, one.high, other.high))


def _floats(values: ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float64)
