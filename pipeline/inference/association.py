"""Is there a dependence between groups and answers? Tests on tables of counts."""

from dataclasses import dataclass
from enum import StrEnum
from math import nan, sqrt

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import chdtrc

from pipeline.inference.intervals import Floats

# Cochran (1954), Some methods for strengthening the common chi-squared tests, Biometrics 10,
# 417-451: the chi-squared distribution approximates well when no expected count is below 1
# and at most a fifth of them are below 5.
SMALLEST_EXPECTED = 1.0
SMALL_EXPECTED = 5.0
SHARE_OF_SMALL_EXPECTED = 0.20


class Caution(StrEnum):
    """What a reader of a test must know."""

    SMALL_EXPECTED = "small expected counts: the p-value is approximate"
    ONE_GROUP = "not tested: fewer than two groups have answers"
    ONE_CATEGORY = "not tested: all answers are in one category"
    TOO_FEW = "not tested: there are too few answers"
    NO_ANSWERS = "not tested: there are no answers"
    NO_SPREAD = "not tested: the answers do not differ within groups"
    SMALL_GROUP = "not tested: a group has fewer than two answers"
    FEW_CLUSTERS = "not tested: too few respondents or clusters for the number of groups"
    EMPTY_COMBINATIONS = "not tested: too many combinations of group and answer are empty"
    SMALL_GROUPS = "small groups: the p-value is approximate"


@dataclass(frozen=True)
class TestResult:
    """One test. Where nothing can be tested, statistic, p_value and effect_size are nan.

    `df2` is None for tests with one number of degrees of freedom; `n` is the number of answers.
    """

    test: str
    statistic: float
    df1: float
    df2: float | None
    p_value: float
    effect: str
    effect_size: float
    n: int
    warning: Caution | None


def chi_squared_independence(counts: ArrayLike) -> TestResult:
    """Pearson's test that answers do not depend on the group, with Cramér's V.

    `counts` is a table of respondents, groups x categories; empty rows and columns say nothing
    and are dropped. X² = sum (observed - expected)² / expected with (r - 1)(c - 1) degrees of
    freedom, no continuity correction (Agresti 2013, Categorical Data Analysis, 3.2);
    V = sqrt(X² / (n min(r - 1, c - 1))) (Cramér 1946, 21.9). Assumes independent respondents,
    each counted once. Raises ValueError for a table that is not two-dimensional or has a
    negative count.
    """
    table = without_empty(checked(counts))
    groups, categories = table.shape
    n = float(table.sum())
    untestable = why_untestable(groups, categories)
    if untestable:
        return _chi_squared_result(
            nan, max(groups - 1, 0) * max(categories - 1, 0), nan, n, untestable
        )
    expected = np.outer(table.sum(axis=1), table.sum(axis=0)) / n
    statistic = float(((table - expected) ** 2 / expected).sum())
    effect_size = sqrt(statistic / (n * (min(groups, categories) - 1)))
    caution = Caution.SMALL_EXPECTED if expected_too_small(expected) else None
    return _chi_squared_result(statistic, (groups - 1) * (categories - 1), effect_size, n, caution)


def bias_corrected_cramers_v(phi2: float, n: float, groups: int, categories: int) -> float:
    """Cramér's V without the part that chance alone makes of it; nan for n of 1 and less.

    `phi2` is X² / n. phi² is reduced by its expectation without a dependence,
    (r - 1)(c - 1) / (n - 1), to no less than 0, and r and c to r - (r - 1)² / (n - 1) and
    likewise (Bergsma 2013, Journal of the Korean Statistical Society 42, 323-328). Under a design
    n is to be divided by the mean design effect.
    """
    if not n > 1:
        return nan
    reduced = max(phi2 - (groups - 1) * (categories - 1) / (n - 1), 0.0)
    smaller = min(size - (size - 1) ** 2 / (n - 1) for size in (groups, categories))
    return sqrt(reduced / (smaller - 1)) if smaller > 1 else nan


def _chi_squared_result(
    statistic: float, df: int, effect_size: float, n: float, caution: Caution | None
) -> TestResult:
    return TestResult(
        test="chi_squared",
        statistic=statistic,
        df1=float(df),
        df2=None,
        p_value=float(chdtrc(df, statistic)) if df else nan,
        effect="cramers_v",
        effect_size=effect_size,
        n=int(n),
        warning=caution,
    )


def checked(counts: ArrayLike) -> Floats:
    """The counts as a table of numbers.

    Raises ValueError for one that is not two-dimensional or has a negative or missing count.
    """
    table = np.asarray(counts, dtype=np.float64)
    if table.ndim != 2:
        raise ValueError(f"counts have {table.ndim} dimensions: give a table, groups x categories")
    if not (table >= 0).all():
        raise ValueError("counts contain a negative or missing number: count respondents")
    return table


def without_empty(table: Floats) -> Floats:
    """The table without rows and columns in which nothing was counted."""
    filled = table > 0
    return table[filled.any(axis=1)][:, filled.any(axis=0)]


def why_untestable(groups: int, categories: int) -> Caution | None:
    """Why a table with this many filled groups and categories cannot be tested, or None."""
    if groups == 0:
        return Caution.NO_ANSWERS
    if groups == 1:
        return Caution.ONE_GROUP
    return Caution.ONE_CATEGORY if categories == 1 else None


def expected_too_small(expected: Floats) -> bool:
    """Whether Cochran's rule finds the expected counts too small for the chi-squared test."""
    small = np.count_nonzero(expected < SMALL_EXPECTED)
    return bool(
        expected.min() < SMALLEST_EXPECTED or small > SHARE_OF_SMALL_EXPECTED * expected.size
    )
