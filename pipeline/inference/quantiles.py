"""Medians and other quantiles, with Woodruff's intervals, from counts of distinct values.

One rule throughout: the quantile at p is the smallest value at which the cumulative share reaches
p; where a share is exactly p, it lies halfway to the next value. It is R's quantile(type = 2) and
the rule "school" of R's survey package; unweighted, the median is the one taught in school.

Woodruff (1952), Confidence intervals for medians and other position measures, JASA 47, 635-646:
an interval for the share below the quantile, around p, is read off the cumulative shares. Answers
to questionnaires have many ties, and two things depend on how they are met. The interval lies
around p; R's svyquantile puts it around the share up to the quantile, which ties lift above p, so
that on a scale of five points it can miss the true median every third time. And of the
respondents at the quantile only the part that reaches p counts as below.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import stdtrit

from pipeline.inference.design import Atoms, Sample, Whole, covariance
from pipeline.inference.design_means import degrees_of_freedom_by_group
from pipeline.inference.intervals import Floats, Interval, upper_tail

# Cumulative shares are sums of rounded numbers; two that are closer than this are the same.
SAME_SHARE = 1e-10


@dataclass(frozen=True)
class Quantiles:
    """Quantiles of groups: arrays groups x probabilities, nan where a group is empty.

    A bound is nan where its share would lie below 0 or above 1: there are too few respondents
    to bound the quantile. `standard_error` is the interval's width in standard errors of the
    normal or t distribution, as in R; `df` one number a group, infinite for the normal one.
    """

    quantile: Floats
    standard_error: Floats
    interval: Interval
    df: Floats


def quantiles(
    values: Floats, counts: ArrayLike, probabilities: Floats, level: float = 0.95
) -> Quantiles:
    """Quantiles of independent respondents, each counted once.

    `values` are the distinct values, ascending; `counts` the respondents, groups x values. The
    share below a quantile has the variance p (1 - p) / n and a normal interval (Conover 1999,
    Practical Nonparametric Statistics, 3.2, for large samples).
    Raises ValueError unless 0 < level < 1.
    """
    table = np.asarray(counts, dtype=np.float64)
    n = table.sum(axis=1)
    base = np.where(n > 0, n, np.nan)[:, None]
    error = np.sqrt(probabilities * (1 - probabilities) / base)
    df = np.full(len(table), np.inf)
    return _woodruff(values, table, probabilities, error, df, level)


def design_quantiles(
    value: Floats,
    group: Whole,
    groups: int,
    atoms: Atoms,
    sample: Sample,
    probabilities: Floats,
    level: float = 0.95,
) -> Quantiles:
    """Weighted quantiles by group; atoms, value and group as for design_means.

    The standard error of the share below the quantile is linearised under the design; the
    interval is Student's with the degrees of freedom of the group.
    Raises ValueError unless 0 < level < 1.
    """
    values, position = np.unique(value, return_inverse=True)
    weights = np.zeros((groups, len(values)))
    np.add.at(weights, (group, position), atoms.w)
    df = degrees_of_freedom_by_group(group, groups, atoms, sample).astype(np.float64)
    influence = _influences(position, group, weights, probabilities, atoms)
    variance = np.diag(covariance(influence, atoms, sample)).reshape(groups, -1)
    error = np.sqrt(np.maximum(variance, 0.0))
    return _woodruff(values, weights, probabilities, error, df, level)


def _influences(
    position: Whole, group: Whole, weights: Floats, probabilities: Floats, atoms: Atoms
) -> Floats:
    """Of each group's share below its quantiles (atoms x (groups and probabilities))."""
    total = weights.sum(axis=1)
    influence = np.zeros((len(position), len(total), len(probabilities)))
    for each in np.flatnonzero(total > 0):
        inside = group == each
        cumulative = np.cumsum(weights[each]) / total[each]
        for column, p in enumerate(probabilities):
            at = _reaching(cumulative, p)
            here = weights[each, at] / total[each]
            part = np.clip((p - cumulative[at] + here) / here, 0.0, 1.0)
            below = (position[inside] < at) + part * (position[inside] == at)
            influence[inside, each, column] = (below - p) / total[each]
    return influence.reshape(len(position), -1)


def _woodruff(
    values: Floats, weights: Floats, probabilities: Floats, error: Floats, df: Floats, level: float
) -> Quantiles:
    known = np.where(df > 0, df, np.nan)
    critical = np.asarray(stdtrit(known, upper_tail(level)), dtype=np.float64)
    half_width = critical[:, None] * error
    quantile = _read_off(values, weights, np.broadcast_to(probabilities, error.shape))
    low = _read_off(values, weights, probabilities - half_width)
    high = _read_off(values, weights, probabilities + half_width)
    return Quantiles(quantile, (high - low) / (2 * critical[:, None]), Interval(low, high), df)


def _read_off(values: Floats, weights: Floats, shares: Floats) -> Floats:
    """The values at cumulative shares (groups x K); nan for a share outside [0, 1]."""
    found = np.full(shares.shape, np.nan)
    for each, total in enumerate(weights.sum(axis=1)):
        if total > 0:
            filled = weights[each] > 0
            cumulative = np.cumsum(weights[each][filled]) / total
            known = (shares[each] >= 0) & (shares[each] <= 1)
            found[each, known] = _at_shares(values[filled], cumulative, shares[each][known])
    return found


def _at_shares(values: Floats, cumulative: Floats, shares: Floats) -> Floats:
    last = len(values) - 1
    lower = np.searchsorted(cumulative, shares - SAME_SHARE)
    upper = np.searchsorted(cumulative, shares + SAME_SHARE, side="right")
    return (values[np.minimum(lower, last)] + values[np.minimum(upper, last)]) / 2


def _reaching(cumulative: Floats, p: float) -> int:
    """Where the cumulative share reaches p."""
    return min(int(np.searchsorted(cumulative, p - SAME_SHARE)), len(cumulative) - 1)
