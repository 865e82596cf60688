"""Do answers on an ordered scale rise or fall over ordered groups? Linear-by-linear tests."""

from math import nan, sqrt

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import chdtrc, fdtrc

from pipeline.inference.association import Caution, TestResult, checked, why_untestable
from pipeline.inference.design import Atoms, Sample, covariance, degrees_of_freedom
from pipeline.inference.intervals import Floats

# A sum of squares this small beside the values themselves is rounding: all values are equal.
ROUNDING = 1e-12


def linear_by_linear(counts: ArrayLike, group: ArrayLike, score: ArrayLike) -> TestResult:
    """The linear-by-linear test of association for unweighted counts, groups x categories.

    `group` and `score` are the scores of the rows and of the columns. M² = (n - 1) r², r being
    Pearson's correlation of the two scores over respondents, has one degree of freedom (Mantel
    1963; Agresti 2013, Categorical Data Analysis, 3.4.1). The effect is r: positive where answers
    rise with the group. Assumes independent respondents. Raises ValueError for a table that is
    not two-dimensional, has a negative count, or not one score a row and column.
    """
    table = checked(counts)
    x, y = np.asarray(group, dtype=np.float64), np.asarray(score, dtype=np.float64)
    if table.shape != (len(x), len(y)):
        raise ValueError(f"{len(x)} and {len(y)} scores for a table of {table.shape}: one each")
    n = float(table.sum())
    row, column = np.indices(table.shape).reshape(2, -1)
    r = _correlation(x[row], y[column], table.ravel())
    if isinstance(r, Caution):
        return _result(nan, None, nan, nan, int(n), r)
    statistic = (n - 1) * r**2
    return _result(statistic, None, float(chdtrc(1, statistic)), r, int(n), None)


def design_trend(atoms: Atoms, group: Floats, score: Floats, sample: Sample) -> TestResult:
    """The trend of scores over groups for respondents drawn by a design.

    `group` and `score` hold the scores of each atom. The slope b of the weighted regression of
    score on group is tested by Wald's F = b² / var(b), with 1 and clusters minus strata minus 1
    degrees of freedom, as R's regTermTest(svyglm(score ~ group)); b is linearised to
    (x - mean)(y - fitted) / sum w (x - mean)² (Binder 1983). The effect is the weighted
    correlation.
    """
    n = int(atoms.n.sum())
    r = _correlation(group, score, atoms.w)
    df2 = degrees_of_freedom(atoms, sample) - 1
    if isinstance(r, Caution) or df2 < 1:
        return _result(nan, nan, nan, nan, n, r if isinstance(r, Caution) else Caution.FEW_CLUSTERS)
    x = group - np.average(group, weights=atoms.w)
    y = score - np.average(score, weights=atoms.w)
    spread = float(np.sum(atoms.w * x**2))
    slope = float(np.sum(atoms.w * x * y)) / spread
    influence = x * (y - slope * x) / spread
    variance = float(covariance(influence[:, None], atoms, sample)[0, 0])
    if not variance * spread > ROUNDING * float(np.average(y**2, weights=atoms.w)) / n:
        return _result(nan, nan, nan, nan, n, Caution.NO_SPREAD)
    statistic = slope**2 / variance
    return _result(statistic, df2, float(fdtrc(1, df2, statistic)), r, n, None)


def _correlation(x: Floats, y: Floats, weight: Floats) -> float | Caution:
    """Pearson's weighted correlation, or why there is none."""
    seen = weight > 0
    untestable = why_untestable(len(np.unique(x[seen])), len(np.unique(y[seen])))
    if untestable:
        return untestable
    share = weight / weight.sum()
    x, y = x - share @ x, y - share @ y
    return float((share * x) @ y / sqrt((share * x) @ x * ((share * y) @ y)))


def _result(
    statistic: float,
    df2: float | None,
    p_value: float,
    effect_size: float,
    n: int,
    warning: Caution | None,
) -> TestResult:
    name = "trend" if df2 is None else "design_trend"
    return TestResult(name, statistic, 1.0, df2, p_value, "correlation", effect_size, n, warning)
