"""Shares: standard errors, margins of error and confidence intervals.

All functions are vectorised: `share` (0..1) and `n` (the unweighted base) are arrays or numbers
that broadcast, the result is an array. They assume a simple random sample without finite
population correction. A base of 0 gives nan, never a warning.

A rate of a known total (respondents of the invited) is a share of that total.
"""

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betaincinv

from pipeline.inference.intervals import Floats, Interval, normal_quantile, upper_tail


def standard_error(share: ArrayLike, n: ArrayLike) -> Floats:
    """sqrt(p (1 - p) / n), with n and not n - 1 (Cochran 1977, Sampling Techniques, 3.2)."""
    p, base = _share_and_base(share, n)
    return np.sqrt(p * (1 - p) / base)


def margin_of_error(share: ArrayLike, n: ArrayLike, level: float = 0.95) -> Floats:
    """Half the width of the Wald interval: z sqrt(p (1 - p) / n), on the 0..1 scale.

    It is 0 at a share of 0 or 1, where the normal approximation breaks down: see Wilson.
    """
    return normal_quantile(level) * standard_error(share, n)


def wald_interval(share: ArrayLike, n: ArrayLike, level: float = 0.95) -> Interval:
    """Share plus and minus the margin of error: the normal approximation.

    Not clipped: a bound below 0 or above 1 says that the approximation does not hold there,
    and clipping would hide it. Where that matters, use `wilson_interval`.
    """
    p, base = _share_and_base(share, n)
    margin = margin_of_error(p, base, level)
    return Interval(p - margin, p + margin)


def wilson_interval(share: ArrayLike, n: ArrayLike, level: float = 0.95) -> Interval:
    """The score interval without continuity correction; it lies in [0, 1], also at 0 and at n.

    Wilson (1927), JASA 22, 209-212; recommended over Wald by Brown, Cai and DasGupta (2001),
    Statistical Science 16, 101-133.
    """
    p, base = _share_and_base(share, n)
    size = np.where(np.isinf(base), 1.0, base)
    z2 = normal_quantile(level) ** 2
    scale = size + z2
    centre = (size * p + z2 / 2) / scale
    half_width = np.sqrt(z2 * (size * p * (1 - p) + z2 / 4)) / scale
    return _around(p, base, centre - half_width, centre + half_width)


def clopper_pearson_interval(share: ArrayLike, n: ArrayLike, level: float = 0.95) -> Interval:
    """The exact interval: it holds the true share at least as often as the level says.

    Quantiles of beta distributions, from share n events of n; `n` need not be a whole number.
    Exactly 0 and 1 at the ends. Clopper and Pearson (1934), Biometrika 26, 404-413. Longer than
    the others on average, and for that reason kept for few events (Brown, Cai and DasGupta 2001).
    """
    p, base = np.broadcast_arrays(*_share_and_base(share, n))
    size = np.where(np.isinf(base), 1.0, base)
    upper = upper_tail(level)
    events, others = size * p, size * (1 - p)
    low = betaincinv(np.where(p == 0, 1.0, events), others + 1, 1 - upper)
    high = betaincinv(events + 1, np.where(p == 1, 1.0, others), upper)
    return _around(p, base, low, high)


def _around(p: Floats, base: Floats, low: Floats, high: Floats) -> Interval:
    """The bounds, exactly 0 and 1 at the ends and, with an infinite base, the share itself.

    The share lies inside, and they in 0..1: rounding of the last bit must not say otherwise.
    """
    low = np.where(p == 0, 0.0, np.clip(low, 0, p))
    high = np.where(p == 1, 1.0, np.clip(high, p, 1))
    certain, undefined = np.isinf(base), np.isnan(base)
    low, high = np.where(certain, p, low), np.where(certain, p, high)
    return Interval(np.where(undefined, np.nan, low), np.where(undefined, np.nan, high))


def _share_and_base(share: ArrayLike, n: ArrayLike) -> tuple[Floats, Floats]:
    """Both as float arrays; a base of 0 as nan, so that all that follows is nan."""
    p, base = np.asarray(share, dtype=np.float64), np.asarray(n, dtype=np.float64)
    return p, np.where(base > 0, base, np.nan)
