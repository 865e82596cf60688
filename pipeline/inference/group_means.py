"""Do means differ between groups? Two groups by a t test, several by a one-way comparison.

Neither assumes that the groups spread alike: without a design Welch's tests, under one the Wald
test of R's survey package. Statistics of two groups have the sign of second minus first.
"""

from math import nan, sqrt

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import fdtrc, stdtr

from pipeline.inference import means
from pipeline.inference.association import Caution, TestResult
from pipeline.inference.design import Atoms, Sample, Whole, covariance, degrees_of_freedom
from pipeline.inference.design_means import mean_influences, weighted_means
from pipeline.inference.intervals import Floats

# Contrasts whose covariance matrix is nearer to singular than this cannot be told apart.
LARGEST_CONDITION = 1e12
# What rounding leaves of a spread of nothing, beside the size of the values: in the square root of
# a difference of sums, and in a weighted mean.
TRACE_IN_SUMS = 1e-7
TRACE_IN_MEANS = 1e-12


def welch_test(n: ArrayLike, sum_x: ArrayLike, sum_x2: ArrayLike) -> TestResult:
    """Welch's test of equal means, from each group's respondents and sums of x and x squared.

    Two groups: t with Welch's degrees of freedom, R's t.test, with Cohen's d on the pooled
    standard deviation. Several: Welch's F, R's oneway.test, with eta squared. Empty groups are
    left out. Welch (1951), On the comparison of several mean values, Biometrika 38, 330-336.
    Assumes independent respondents, and means that are nearly normal.
    """
    base = np.asarray(n, dtype=np.float64)
    filled = base > 0
    base = base[filled]
    first, second = (np.asarray(sums, dtype=np.float64)[filled] for sums in (sum_x, sum_x2))
    name = "welch_t" if len(base) == 2 else "welch_f"
    mean, deviation = means.mean(base, first), means.standard_deviation(base, first, second)
    deviation = np.where(deviation > TRACE_IN_SUMS * np.sqrt(second / base), deviation, 0.0)
    variance = deviation**2 / base
    # Welch's F weighs a group by its precision, so each needs a spread; t needs only one.
    spread = variance.any() if len(base) == 2 else variance.all()
    untestable = _why_untestable(len(base), bool(base.min(initial=2) < 2), bool(spread))
    if untestable:
        return untested(name, int(base.sum()), untestable)
    within = float(((base - 1) * deviation**2).sum())
    effect = standardised_effect(mean, base, within / base.sum(), base.sum())
    if len(base) == 2:
        t = float((mean[1] - mean[0]) / sqrt(variance.sum()))
        df = float(variance.sum() ** 2 / (variance**2 / (base - 1)).sum())
        return t_result(name, t, df, effect, int(base.sum()))
    statistic, df2 = _welch_f(mean, variance, base)
    return f_result(name, statistic, len(base) - 1, df2, effect, int(base.sum()))


def design_mean_test(value: Floats, group: Whole, atoms: Atoms, sample: Sample) -> TestResult:
    """The design-based test of equal means; value, group and atoms as for design_means.

    Two groups: t = difference / standard error with d - 1 degrees of freedom, R's svyttest;
    several: the Wald F of the k - 1 differences with k - 1 and d - k + 1, R's
    regTermTest(svyglm(y ~ factor(group))), where d is clusters minus strata of the respondents
    in the table. Pass a sample without finite population correction. The effect size is as for
    `welch_test`, from weighted means and variances.
    """
    return contrast_test("design_t", "design_f", value, group, atoms, sample)


def contrast_test(
    name_of_two: str, name_of_more: str, value: Floats, group: Whole, atoms: Atoms, sample: Sample
) -> TestResult:
    """The design-based test under the name for two groups or the one for several."""
    present, group = np.unique(group, return_inverse=True)
    k, n = len(present), int(atoms.n.sum())
    name = name_of_two if k == 2 else name_of_more
    mean, weight = weighted_means(value, group, k, atoms)
    differences, spread = _differences(value, group, mean, weight, atoms, sample)
    df = degrees_of_freedom(atoms, sample) - k + 1
    trace = TRACE_IN_MEANS * float(np.abs(value).max(initial=0.0))
    untestable = _why_untestable(k, False, df < 1 or _invertible(spread, trace))
    if untestable is None and df < 1:
        untestable = Caution.FEW_CLUSTERS
    if untestable:
        return untested(name, n, untestable)
    within = float((atoms.w * (value - mean[group]) ** 2).sum() / weight.sum())
    effect = standardised_effect(mean, weight, within, n)
    if k == 2:
        t = float(differences[0] / sqrt(spread[0, 0]))
        return t_result(name, t, float(df), effect, n)
    wald = float(differences @ np.linalg.solve(spread, differences)) / (k - 1)
    return f_result(name, wald, k - 1, float(df), effect, n)


def standardised_effect(mean: Floats, weight: Floats, within: float, n: float) -> tuple[str, float]:
    """Cohen's d of two groups, eta squared of several (Cohen 1988, 2.2 and 8.2).

    `within` is the weighted mean of squared distances from the group means; d divides by the
    pooled standard deviation, sqrt(within n / (n - k)).
    """
    if len(mean) == 2:
        pooled = sqrt(within * n / (n - 2)) if n > 2 else nan
        return "cohens_d", float(mean[1] - mean[0]) / pooled if pooled > 0 else nan
    share = weight / weight.sum()
    between = float((share * (mean - share @ mean) ** 2).sum())
    return "eta_squared", between / (between + within)


def t_result(name: str, t: float, df: float, effect: tuple[str, float], n: int) -> TestResult:
    """A two-sided t test."""
    p_value = 2 * float(stdtr(df, -abs(t)))
    return TestResult(name, t, df, None, p_value, *effect, n, None)


def f_result(
    name: str, statistic: float, df1: int, df2: float, effect: tuple[str, float], n: int
) -> TestResult:
    """An F test."""
    p_value = float(fdtrc(df1, df2, statistic))
    return TestResult(name, statistic, float(df1), df2, p_value, *effect, n, None)


def untested(name: str, n: int, why: Caution) -> TestResult:
    """What stands where no test was possible."""
    return TestResult(name, nan, 0.0, None, nan, "", nan, n, why)


def _welch_f(mean: Floats, variance: Floats, base: Floats) -> tuple[float, float]:
    """Welch's F and its second number of degrees of freedom."""
    k = len(mean)
    share = (1 / variance) / (1 / variance).sum()
    loss = float(((1 - share) ** 2 / (base - 1)).sum()) / (k**2 - 1)
    between = float(((mean - share @ mean) ** 2 / variance).sum()) / (k - 1)
    return between / (1 + 2 * (k - 2) * loss), 1 / (3 * loss)


def _differences(
    value: Floats, group: Whole, mean: Floats, weight: Floats, atoms: Atoms, sample: Sample
) -> tuple[Floats, Floats]:
    """The means less that of the first group, and their covariance matrix."""
    influence = mean_influences(value, group, mean, weight)
    contrasts = influence[:, 1:] - influence[:, :1]
    return mean[1:] - mean[:1], covariance(contrasts, atoms, sample)


def _invertible(spread: Floats, trace: float) -> bool:
    if not spread.size or (spread.diagonal() <= trace**2).any():
        return False
    return bool(np.linalg.cond(spread) < LARGEST_CONDITION)


def _why_untestable(groups: int, small: bool, spread: bool) -> Caution | None:
    if groups == 0:
        return Caution.NO_ANSWERS
    if groups == 1:
        return Caution.ONE_GROUP
    if small:
        return Caution.SMALL_GROUP
    return None if spread else Caution.NO_SPREAD
