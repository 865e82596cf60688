"""Agreement of two coders beyond chance: Cohen's kappa of one theme, or of several together."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from pipeline.inference.intervals import normal_quantile


@dataclass(frozen=True)
class Agreement:
    """How far two coders agree: `n` answers, the share of decisions in which they agree, and kappa.

    kappa is 1 in full agreement and 0 where they agree as often as chance would have it; nan where
    chance alone gives full agreement. The bounds are nan where the standard error is 0 or nan.
    """

    n: int
    agreed: float
    kappa: float
    standard_error: float
    low: float
    high: float


def agreement(first: ArrayLike, second: ArrayLike, n: ArrayLike, level: float) -> Agreement:
    """Kappa of what two coders saw in the same answers.

    `first` and `second` (patterns x themes) tell which themes each coder saw, `n` how many answers
    have that pattern. With one theme this is Cohen's kappa (Cohen 1960, Educational and
    Psychological Measurement 20, 37-46), with several the pooled kappa of all decisions: observed
    and expected agreement are averaged over the themes before they are compared (De Vries,
    Elliott, Kanouse & Teleki 2008, Field Methods 20, 272-282).

    kappa = 1 - D / E, where D is the share of decisions in which the coders differ and E what it
    would be by chance, mean(p (1 - q) + q (1 - p)) for the shares p and q of each theme. Its
    variance is that of the linearised statistic over answers, which are taken for a simple random
    sample; for one theme it equals that of Fleiss, Cohen & Everitt (1969, Psychological Bulletin
    72, 323-327). Decisions about one answer go together and count as one cluster. The interval
    takes kappa for normal and is cut off at -1 and 1.
    """
    x, y = np.atleast_2d(np.asarray(first, float)), np.atleast_2d(np.asarray(second, float))
    count = np.asarray(n, dtype=np.float64)
    total = count.sum()
    if not total:
        return Agreement(0, *(float("nan"),) * 5)
    p, q = count @ x / total, count @ y / total
    differing = np.abs(x - y).mean(axis=1)
    observed = float(count @ differing / total)
    by_chance = float(np.mean(p * (1 - q) + q * (1 - p)))
    if not by_chance:
        return Agreement(int(total), 1 - observed, *(float("nan"),) * 4)
    moved = ((x - p) * (1 - 2 * q) + (y - q) * (1 - 2 * p)).mean(axis=1)
    influence = observed * moved / by_chance**2 - (differing - observed) / by_chance
    error = float(np.sqrt(count @ influence**2) / total)
    kappa = 1 - observed / by_chance
    reach = normal_quantile(level) * error if error else float("nan")
    low, high = np.clip((kappa - reach, kappa + reach), -1, 1)
    return Agreement(int(total), 1 - observed, kappa, error, float(low), float(high))
