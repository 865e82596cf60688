"""A confidence interval, and the normal quantile that several of them need."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Interval:
    """The two bounds of confidence intervals, one element an estimate; nan where undefined."""

    low: Floats
    high: Floats


def normal_quantile(level: float) -> float:
    """The z of a two-sided interval with this confidence: 1.96 for a level of 0.95.

    Raises ValueError unless 0 < level < 1.
    """
    return float(ndtri(upper_tail(level)))


def upper_tail(level: float) -> float:
    """The probability up to the upper bound of a two-sided interval: 0.975 for a level of 0.95.

    Raises ValueError unless 0 < level < 1.
    """
    if not 0 < level < 1:
        raise ValueError(f"a confidence level lies between 0 and 1, not at {level}: write 0.95")
    return (1 + level) / 2
