"""Means of numbers and scores by group, under a sampling design.

All functions take atoms: one entry a unit of the sample, group and distinct value, with its
`value`, its `group` (from 0; all 0 without groups) and its respondents.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import stdtrit

from pipeline.inference.design import Atoms, Sample, Whole, covariance, degrees_of_freedom
from pipeline.inference.intervals import Floats, Interval, upper_tail


@dataclass(frozen=True)
class DesignMeans:
    """Means with their standard errors, one element a group; nan where a group is empty.

    `df` are the degrees of freedom of `interval`, `n` the number of respondents, `weight` the sum
    of their weights.
    """

    mean: Floats
    standard_error: Floats
    interval: Interval
    df: Whole
    n: Floats
    weight: Floats


def design_means(
    value: Floats, group: Whole, groups: int, atoms: Atoms, sample: Sample, level: float = 0.95
) -> DesignMeans:
    """The weighted mean of each group with its linearised standard error and interval.

    The mean is sum w x / sum w, a ratio, linearised to (x - mean) / sum w; the interval is
    Student's with the clusters minus the strata in which the group has respondents, as R's
    confint(svymean(..., subset(design, group)), df = degf(subset)). `groups` is the number of
    groups, empty ones included.
    Raises ValueError unless 0 < level < 1.
    """
    mean, weight = weighted_means(value, group, groups, atoms)
    influence = mean_influences(value, group, mean, weight)
    error = np.sqrt(np.maximum(np.diag(covariance(influence, atoms, sample)), 0.0))
    error = np.where(weight > 0, error, np.nan)
    df = degrees_of_freedom_by_group(group, groups, atoms, sample)
    n = _sums(atoms.n, group, groups)
    return DesignMeans(
        mean=mean,
        standard_error=error,
        interval=student_interval(mean, error, df, level),
        df=df,
        n=n,
        weight=weight,
    )


def weighted_means(value: Floats, group: Whole, groups: int, atoms: Atoms) -> tuple[Floats, Floats]:
    """The mean of each group (nan without respondents) and the sum of its weights."""
    weight = _sums(atoms.w, group, groups)
    total = _sums(atoms.w * value, group, groups)
    return np.divide(total, weight, out=np.full(groups, np.nan), where=weight > 0), weight


def mean_influences(value: Floats, group: Whole, mean: Floats, weight: Floats) -> Floats:
    """What a unit of weight contributes to each group's mean (atoms x groups)."""
    influence = np.zeros((len(value), len(mean)))
    influence[np.arange(len(value)), group] = (value - mean[group]) / weight[group]
    return influence


def degrees_of_freedom_by_group(group: Whole, groups: int, atoms: Atoms, sample: Sample) -> Whole:
    """Clusters minus strata among those with respondents in the group; 0 for an empty one."""
    return np.array(
        [degrees_of_freedom(_of_group(group == each, atoms), sample) for each in range(groups)],
        dtype=np.int64,
    )


def student_interval(estimate: Floats, error: Floats, df: Whole, level: float) -> Interval:
    """Estimate plus and minus t standard errors; nan without a degree of freedom.

    Raises ValueError unless 0 < level < 1.
    """
    known = np.where(df > 0, df, np.nan)
    half_width = stdtrit(known, upper_tail(level)) * error
    return Interval(estimate - half_width, estimate + half_width)


def _of_group(inside: np.ndarray[tuple[int], np.dtype[np.bool_]], atoms: Atoms) -> Atoms:
    return Atoms(atoms.unit[inside], atoms.n[inside], atoms.w[inside], atoms.w2[inside])


def _sums(values: Floats, group: Whole, groups: int) -> Floats:
    return np.bincount(group, values, groups).astype(np.float64)
