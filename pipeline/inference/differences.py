"""The interval of a difference, from the intervals of the two estimates.

The method of variance estimates recovery (MOVER): of estimates p and q with intervals l to u, the
difference p - q reaches from p - q - sqrt(a^2 - 2 r a d + d^2) to p - q + sqrt(b^2 - 2 r b c + c^2)
with a = p - l, b = u - p, c = q - l, d = u - q, where r is the correlation of the two estimates.
Zou and Donner (2008), Statistics in Medicine 27, 1693-1702; with Wilson's intervals of independent
shares it is method 10 of Newcombe (1998), Statistics in Medicine 17, 873-890, with Wald's the usual
normal interval, and it takes the intervals of weighted shares, means and medians as they are.
"""

from dataclasses import dataclass
from math import sqrt

# Estimates of which nobody knows how they depend on each other: the widest interval that there
# can be, p - q - (a + d) to p - q + (b + c). It leaves out 0 where the two intervals are apart.
WORST_CORRELATION = -1.0


@dataclass(frozen=True)
class Bounded:
    """An estimate and its interval."""

    value: float
    low: float
    high: float


def difference(first: Bounded, second: Bounded, correlation: float = 0.0) -> Bounded:
    """First less second with its interval, at the level of the two intervals.

    Independent estimates have a correlation of 0; `WORST_CORRELATION` gives an interval that is
    never too short. Raises ValueError for a correlation outside -1..1.
    """
    if not -1 <= correlation <= 1:
        raise ValueError(f"a correlation lies between -1 and 1, not at {correlation}")
    value = first.value - second.value
    below = _length(first.value - first.low, second.high - second.value, correlation)
    above = _length(first.high - first.value, second.value - second.low, correlation)
    return Bounded(value, value - below, value + above)


def correlation_of_shares(first: float, second: float) -> float:
    """The correlation of the shares of two answers of one sample that nobody gives together.

    -sqrt(p q / ((1 - p) (1 - q))), from the multinomial covariance -p q / n. 0 where a share is 0
    or 1, since such a share does not vary. Raises ValueError for shares that add to more than 1.
    """
    if first + second > 1 + 1e-9:
        raise ValueError(f"answers given by {first} and {second} are given together by some")
    if not 0 < first < 1 or not 0 < second < 1:
        return 0.0
    odds = first / (1 - first) * second / (1 - second)
    return -sqrt(min(odds, 1.0))


def _length(one: float, other: float, correlation: float) -> float:
    return sqrt(max(one**2 - 2 * correlation * one * other + other**2, 0.0))
