"""Top-minus-bottom scores: the share of the top categories less that of the bottom ones.

A score lies between -1 and 1. It is the mean of +1 for a top answer, -1 for a bottom one and 0
for any other, so under a design it is estimated as means are.
"""

import numpy as np
from numpy.typing import ArrayLike

from pipeline.inference.design import Atoms, Sample, Whole
from pipeline.inference.design_means import DesignMeans, design_means
from pipeline.inference.intervals import Floats, Interval, normal_quantile


def score(n: ArrayLike, top: ArrayLike, bottom: ArrayLike) -> Floats:
    """(top - bottom) / n, from counts of independent respondents; nan for a base of 0."""
    difference = np.asarray(top, dtype=np.float64) - np.asarray(bottom, dtype=np.float64)
    return np.asarray(difference / _base(n))


def standard_error(n: ArrayLike, top: ArrayLike, bottom: ArrayLike) -> Floats:
    """sqrt((t + b - (t - b)^2) / n) with the two shares t and b; nan for a base of 0.

    The variance of a difference of two shares of one multinomial sample (Agresti 2013,
    Categorical Data Analysis, 1.4 and 11.1), with n as for the standard error of a share.
    """
    either = (np.asarray(top, dtype=np.float64) + np.asarray(bottom, dtype=np.float64)) / _base(n)
    variance = either - score(n, top, bottom) ** 2
    return np.asarray(np.sqrt(np.maximum(variance, 0.0) / _base(n)))


def wald_interval(n: ArrayLike, top: ArrayLike, bottom: ArrayLike, level: float = 0.95) -> Interval:
    """Score plus and minus z standard errors, not clipped at -1 and 1.

    Raises ValueError unless 0 < level < 1.
    """
    centre = score(n, top, bottom)
    half_width = normal_quantile(level) * standard_error(n, top, bottom)
    return Interval(centre - half_width, centre + half_width)


def design_scores(
    answer: Whole,
    top: ArrayLike,
    bottom: ArrayLike,
    group: Whole,
    groups: int,
    atoms: Atoms,
    sample: Sample,
    level: float = 0.95,
) -> DesignMeans:
    """The score of each group under a design, with linearised standard error and interval.

    `answer` is the category of each atom; `top` and `bottom` are categories. The rest is as for
    design_means. Raises ValueError for a category that is both, and unless 0 < level < 1.
    """
    if np.intersect1d(top, bottom).size:
        raise ValueError("a category is both top and bottom: leave it out of one")
    value = np.isin(answer, top).astype(np.float64) - np.isin(answer, bottom)
    return design_means(value, group, groups, atoms, sample, level)


def _base(n: ArrayLike) -> Floats:
    base = np.asarray(n, dtype=np.float64)
    return np.where(base > 0, base, np.nan)
