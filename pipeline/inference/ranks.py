"""Do answers tend to be larger in one group? Rank tests, classical and design-based.

Both rest on midranks as scores from 0 to 1: the share of answers below, and half of those that
are the same. Two groups: the difference of their mean scores, second minus first, plus a half is
the probability that an answer of the second is larger (equal ones count half).
"""

from dataclasses import replace
from math import nan, sqrt

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import chdtrc, ndtr

from pipeline.inference.association import Caution, TestResult
from pipeline.inference.design import Atoms, Sample, Whole
from pipeline.inference.design_means import weighted_means
from pipeline.inference.group_means import contrast_test, untested
from pipeline.inference.intervals import Floats

# With five or fewer in a group the chi-squared distribution can be a poor approximation (Kruskal
# and Wallis 1952, Use of ranks in one-criterion variance analysis, JASA 47, 583-621).
SMALL_GROUP = 5


def rank_test(counts: ArrayLike) -> TestResult:
    """Mann-Whitney for two groups, Kruskal-Wallis for several, of independent respondents.

    `counts` are respondents, groups x distinct values in ascending order; empty groups are left
    out. With S2 the variance (by n - 1) of all scores, which holds the correction for ties:
    Mann-Whitney's z = difference of mean scores / sqrt(S2 (1/n1 + 1/n2)), without continuity
    correction and without degrees of freedom (df1 is nan), R's wilcox.test(exact = FALSE,
    correct = FALSE); Kruskal-Wallis' H = sum n_g (mean_g - 1/2)^2 / S2 on k - 1, R's
    kruskal.test. Effect sizes: rank-biserial, twice the difference; epsilon squared, H / (n - 1).
    Raises ValueError for a table that is not two-dimensional or has a negative count.
    """
    table = np.asarray(counts, dtype=np.float64)
    if table.ndim != 2 or not (table >= 0).all():
        raise ValueError("counts are no table of respondents, groups x values")
    size = table.sum(axis=1)
    table, size = table[size > 0], size[size > 0]
    k, n = len(size), int(size.sum())
    name = "mann_whitney" if k == 2 else "kruskal_wallis"
    score = midranks(table.sum(axis=0))
    mean = table @ score / size
    variance = float(table.sum(axis=0) @ (score - 0.5) ** 2) / max(n - 1, 1)
    untestable = _why_untestable(k, variance)
    if untestable:
        return untested(name, n, untestable)
    warning = Caution.SMALL_GROUPS if size.min() <= SMALL_GROUP else None
    if k == 2:
        difference = float(mean[1] - mean[0])
        z = difference / sqrt(variance * (1 / size).sum())
        p_value = 2 * float(ndtr(-abs(z)))
        return TestResult(name, z, nan, None, p_value, "rank_biserial", 2 * difference, n, warning)
    h = float(size @ (mean - 0.5) ** 2) / variance
    p_value = float(chdtrc(k - 1, h))
    effect = h / (n - 1)
    return TestResult(name, h, float(k - 1), None, p_value, "epsilon_squared", effect, n, warning)


def design_rank_test(value: Floats, group: Whole, atoms: Atoms, sample: Sample) -> TestResult:
    """The rank test under a design; value, group and atoms as for design_means.

    Mean scores of the weighted distribution are compared as means are (`design_mean_test`):
    Lumley and Scott (2013), Two-sample rank tests under complex sampling, Biometrika 100,
    831-842; R's svyranktest. Where equal answers have unequal weights, svyranktest takes an
    unweighted mean of their ranks, which depends on the order of the rows; the midrank here does
    not. Pass a sample without finite population correction. Effect sizes are as for `rank_test`.
    """
    values, position = np.unique(value, return_inverse=True)
    score = midranks(np.bincount(position, atoms.w, len(values)).astype(np.float64))[position]
    result = contrast_test(
        "design_mann_whitney", "design_kruskal_wallis", score, group, atoms, sample
    )
    if result.warning:
        return result
    if result.effect == "eta_squared":
        return replace(result, effect="epsilon_squared")
    _, second = np.unique(group, return_inverse=True)
    mean, _ = weighted_means(score, second, 2, atoms)
    return replace(result, effect="rank_biserial", effect_size=2 * float(mean[1] - mean[0]))


def midranks(weights: Floats) -> Floats:
    """The score of each distinct value, ascending: the share below and half the share at it."""
    total = max(float(weights.sum()), float(np.finfo(np.float64).tiny))
    return np.asarray((np.cumsum(weights) - weights / 2) / total)


def _why_untestable(groups: int, variance: float) -> Caution | None:
    if groups == 0:
        return Caution.NO_ANSWERS
    if groups == 1:
        return Caution.ONE_GROUP
    return None if variance > 0 else Caution.NO_SPREAD
