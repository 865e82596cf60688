"""How well the items of a declared scale hang together: Cronbach's alpha."""

from dataclasses import dataclass
from math import nan

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import fdtri

from pipeline.inference.intervals import Floats, upper_tail

# What rounding leaves of a covariance of nothing, beside the size of the squares.
TRACE = 1e-12


@dataclass(frozen=True)
class Reliability:
    """Cronbach's alpha of a scale; nan where nothing varies, or below two items or respondents.

    `items` are the items it was computed of, `against` those of them that run against the rest (a
    negative loading on the first principal component), so that they should be reversed first.
    The bounds are nan under weights.
    """

    alpha: float
    low: float
    high: float
    n: int
    items: tuple[str, ...]
    against: tuple[str, ...]


def cronbachs_alpha(
    items: tuple[str, ...], n: int, sums: ArrayLike, products: ArrayLike, level: float = 0.95
) -> Reliability:
    """Alpha of independent respondents who answered every item, with Feldt's interval.

    `sums` (K) and `products` (K x K) are the items' sums and those of products of two items.
    alpha = K / (K - 1) (1 - sum of the items' variances / variance of their sum): Cronbach
    (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16, 297-334.
    Interval: 1 - (1 - alpha) F, with F on n - 1 and (n - 1)(K - 1) degrees of freedom: Feldt
    (1965), The approximate sampling distribution of Kuder-Richardson reliability coefficient
    twenty, Psychometrika 30, 357-370; it assumes items of like variances and covariances.
    Raises ValueError unless 0 < level < 1, and for moments that do not fit the items.
    """
    spread = _covariance(items, float(n), sums, products)
    alpha = _alpha(spread) if n > 1 else nan
    low, high = _feldt(alpha, n, len(items), level)
    return Reliability(alpha, low, high, n, items, _against(items, spread))


def weighted_alpha(
    items: tuple[str, ...], n: int, weight: float, sums: ArrayLike, products: ArrayLike
) -> Reliability:
    """Alpha from weighted moments, as R's svycralpha: sum w, sum w x and sum w x x.

    Alone, without an interval: a linearised variance needs fourth moments of the answers, and
    Feldt's F knows no weights. Raises ValueError for moments that do not fit the items.
    """
    spread = _covariance(items, weight, sums, products)
    alpha = _alpha(spread) if n > 1 else nan
    return Reliability(alpha, nan, nan, n, items, _against(items, spread))


def _covariance(
    items: tuple[str, ...], weight: float, sums: ArrayLike, products: ArrayLike
) -> Floats:
    """Covariances by the weight (alpha does not depend on the divisor); nan without respondents."""
    first, second = np.asarray(sums, dtype=np.float64), np.asarray(products, dtype=np.float64)
    k = len(items)
    if first.shape != (k,) or second.shape != (k, k):
        raise ValueError(f"{k} items need {k} sums and {k} x {k} sums of products")
    if weight <= 0:
        return np.full((k, k), nan)
    mean, square = first / weight, second / weight
    spread = np.asarray(square - np.outer(mean, mean))
    return np.where(np.abs(spread) > TRACE * np.abs(square).max(), spread, 0.0)


def _alpha(spread: Floats) -> float:
    k, total = len(spread), float(spread.sum())
    if k < 2 or not total > 0:
        return nan
    return k / (k - 1) * (1 - float(np.trace(spread)) / total)


def _feldt(alpha: float, n: int, k: int, level: float) -> tuple[float, float]:
    tail = upper_tail(level)
    if np.isnan(alpha):
        return nan, nan
    df1, df2 = n - 1, (n - 1) * (k - 1)
    low, high = (1 - (1 - alpha) * float(fdtri(df1, df2, p)) for p in (tail, 1 - tail))
    return low, high


def _against(items: tuple[str, ...], spread: Floats) -> tuple[str, ...]:
    if len(items) < 2 or not spread.any() or np.isnan(spread).any():
        return ()
    loading = np.linalg.eigh(spread).eigenvectors[:, -1]
    loading = loading if loading.sum() >= 0 else -loading
    return tuple(item for item, one in zip(items, loading, strict=True) if one < -TRACE)
