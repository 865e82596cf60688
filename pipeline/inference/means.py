"""Means of numbers and scores, from their moments.

All functions are vectorised over n (the unweighted base), sum_x and sum_x2 (the sums of the
values and of their squares): arrays or numbers that broadcast, the result is an array. They
assume a simple random sample without finite population correction.
"""

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import stdtrit

from pipeline.inference.intervals import Floats, Interval, upper_tail

# Splits a double into two halves of 26 bits (Veltkamp; Dekker 1971, Numer. Math. 18, 224-242).
SPLITTER = 2.0**27 + 1


def mean(n: ArrayLike, sum_x: ArrayLike) -> Floats:
    """sum_x / n; nan for a base of 0."""
    return np.asarray(sum_x, dtype=np.float64) / _at_least(1, n)


def standard_deviation(n: ArrayLike, sum_x: ArrayLike, sum_x2: ArrayLike) -> Floats:
    """The sample standard deviation, divided by n - 1; nan for a base below 2.

    sqrt((n sum_x2 - sum_x^2) / (n (n - 1))). The two products nearly cancel where the mean is
    large beside the spread, so their difference is taken without losing digits; what the sums
    themselves have lost cannot be restored.
    """
    base = _at_least(2, n)
    first, second = np.asarray(sum_x, dtype=np.float64), np.asarray(sum_x2, dtype=np.float64)
    spread = _difference_of_products(base, second, first, first)
    return np.sqrt(np.maximum(spread, 0.0) / (base * (base - 1)))


def standard_error(n: ArrayLike, sum_x: ArrayLike, sum_x2: ArrayLike) -> Floats:
    """The standard error of the mean: standard deviation / sqrt(n); nan for a base below 2."""
    return standard_deviation(n, sum_x, sum_x2) / np.sqrt(_at_least(2, n))


def t_interval(n: ArrayLike, sum_x: ArrayLike, sum_x2: ArrayLike, level: float = 0.95) -> Interval:
    """Student's interval for the mean, with n - 1 degrees of freedom; nan for a base below 2.

    Exact for normal values; for scores on a scale it leans on the central limit theorem.
    """
    base = _at_least(2, n)
    centre = mean(base, sum_x)
    half_width = stdtrit(base - 1, upper_tail(level)) * standard_error(base, sum_x, sum_x2)
    return Interval(centre - half_width, centre + half_width)


def _at_least(smallest: int, n: ArrayLike) -> Floats:
    base = np.asarray(n, dtype=np.float64)
    return np.where(base >= smallest, base, np.nan)


def _difference_of_products(a: Floats, b: Floats, c: Floats, d: Floats) -> Floats:
    """a b - c d as if the products were exact (Kahan's scheme on Dekker's products)."""
    left, left_error = _product(a, b)
    right, right_error = _product(c, d)
    return (left - right) + (left_error - right_error)


def _product(a: Floats, b: Floats) -> tuple[Floats, Floats]:
    """The rounded product and its rounding error: their sum is exactly a b."""
    product = a * b
    a_high, b_high = _upper_half(a), _upper_half(b)
    a_low, b_low = a - a_high, b - b_high
    error = a_low * b_low - (((product - a_high * b_high) - a_low * b_high) - a_high * b_low)
    return product, error


def _upper_half(x: Floats) -> Floats:
    scaled = SPLITTER * x
    return scaled - (scaled - x)
