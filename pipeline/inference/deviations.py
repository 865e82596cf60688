"""Standard deviations of numbers and scores by group, with their uncertainty."""

from dataclasses import dataclass

import numpy as np

from pipeline.inference.design import Atoms, Sample, Whole, covariance
from pipeline.inference.design_means import (
    degrees_of_freedom_by_group,
    mean_influences,
    student_interval,
    weighted_means,
)
from pipeline.inference.intervals import Floats, Interval


@dataclass(frozen=True)
class Deviations:
    """Standard deviations of groups; nan below two respondents.

    Where all values are the same there is neither a standard error nor an interval.
    """

    standard_deviation: Floats
    standard_error: Floats
    interval: Interval
    df: Whole


def standard_deviations(
    value: Floats, group: Whole, groups: int, atoms: Atoms, sample: Sample, level: float = 0.95
) -> Deviations:
    """The standard deviation of the values of each group; atoms as for `design_means`.

    The variance is n / (n - 1) times the weighted mean of (x - mean)^2, with the standard error
    of that mean, as R's svyvar; with equal weights it is the usual one. The standard deviation is
    its root, with the error by the delta method, SE(variance) / (2 s), and an interval on the
    logarithmic scale, so that it stays above 0.
    Raises ValueError unless 0 < level < 1.
    """
    mean, _ = weighted_means(value, group, groups, atoms)
    n = np.bincount(group, atoms.n, groups)
    enough = np.where(n > 1, n, np.nan)
    squares = (enough / (enough - 1))[group] * (value - mean[group]) ** 2
    # Groups that are too small stay out of the sums, which one nan would spoil.
    variance, weight = weighted_means(np.nan_to_num(squares), group, groups, atoms)
    influence = mean_influences(np.nan_to_num(squares), group, variance, weight)
    error = np.sqrt(np.maximum(np.diag(covariance(influence, atoms, sample)), 0.0))
    deviation = np.sqrt(np.where(n > 1, variance, np.nan))
    spread = np.where(deviation > 0, deviation, np.nan)
    df = degrees_of_freedom_by_group(group, groups, atoms, sample)
    of_logarithm = student_interval(np.log(spread), error / (2 * spread**2), df, level)
    interval = Interval(np.exp(of_logarithm.low), np.exp(of_logarithm.high))
    return Deviations(deviation, error / (2 * spread), interval, df)
