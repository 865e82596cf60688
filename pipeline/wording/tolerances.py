"""For which numbers words are true. The whole table, for authors:

    words (Danish)                 true for
    -----------------------------  ------------------------------------------------------------
    70 pct.; 12,5 pct.             what rounds to it: 69.5 up to 70.5; 12.45 up to 12.55
    7 ud af 10; 2 ud af 3          what rounds to it in tenths, thirds ..., within 5 points:
                                   65 up to 75; 61.7 up to 71.7
    halvdelen, en tredjedel,       within 3 points, or an eighth of it where that is less:
      tre fjerdedele, hver fjerde,   47 to 53; 30.3 to 36.3; 72 to 78; 22 to 28;
      1 ud af 4                      hver tiende, 1 ud af 10: 8.75 to 11.25
    903; 2.304 organisationer      exactly that count
    3,4; 12 (a mean, a median)     what rounds to it: 3.35 up to 3.45; 11.5 up to 12.5
    12 procentpoint (a score)      what rounds to it: 11.5 up to 12.5
    alle; ingen                    100; 0 percent, exactly
    de fleste, flertallet          above 50 percent
    langt de fleste                75 percent and above
    næsten alle                    90 percent and above, but not all
    et mindretal                   below 50 percent, but not none
    næsten ingen                   10 percent and below, but not none

    with a word before it          the reach: 2 points for a percentage or percentage points; 5
                                   points, or a fifth of it where that is less, for fractions; 5
                                   percent of a count or a mean; a fifth of a multiple
    knap, næsten, lidt under       below it, by no more than the reach: knap halvdelen 45 to 50
    godt, lidt over                above it, by no more than the reach: godt 70 pct. 70 to 72
    omkring, cirka, omtrent        the reach to both sides: omkring halvdelen 45 to 55
    mere end, over                 everything above it
    mindre end, under              everything below it
    mindst                         it and everything above
    højst                          it and everything below

    of two estimates               the difference, or the one over the other
    12 procentpoint flere          what rounds to it: 11.5 up to 12.5
    0,4 højere                     what rounds to it, of two means: 0.35 up to 0.45
    dobbelt så mange, tre gange    within a tenth of it: 1.8 to 2.2; 2.7 to 3.3
    halvt så mange                 0.45 to 0.55

Norwegian and English words follow the same table; `vocabulary/` and `comparing.py` list them all.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import inf, nextafter
from typing import Literal

Kind = Literal["percent", "fraction", "count", "number", "points", "multiple"]

# A named fraction is a round figure: 3 points is what readers of reports let pass as "half".
FRACTION_HALF_WIDTH = 0.03
# ... but "every tenth" at 13 percent would be every eighth, so small ones are held closer.
FRACTION_PART = 1 / 8
# "2 out of 3" rounds to thirds, yet nobody reads it as 52 percent: half a tenth is the most.
PARTS_HALF_WIDTH = 0.05

# "Just under half" is not said of less than 45 percent, where "more than 4 in 10" is nearer.
FRACTION_REACH = 0.05
FRACTION_REACH_PART = 1 / 5
# A percentage is already precise: "just under 70 per cent" is 68 or 69.
PERCENT_REACH = 0.02
# "Just over 900" may be 945: a count in words is rounded to its leading digits.
COUNT_REACH_PART = 0.05

# "Just over 3.4" may be 3.5, and "nearly 4" 3.8.
NUMBER_REACH_PART = 0.05
# "Twice as many" is a round figure too.
MULTIPLE_PART = 1 / 10
MULTIPLE_REACH_PART = 1 / 5

# Traces of binary arithmetic, which rounding in `numbers.percent` forgives as well.
NOISE = 5e-13


class Modifier(StrEnum):
    """What a word before a number does to it."""

    NONE = "none"
    NEARLY = "nearly"
    SLIGHTLY_OVER = "slightly over"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at least"
    AT_MOST = "at most"


class Part(StrEnum):
    """A part that words name without a number."""

    MOST = "most"
    FAR_MOST = "far most"
    NEARLY_ALL = "nearly all"
    MINORITY = "minority"
    HARDLY_ANY = "hardly any"


PARTS: Mapping[Part, tuple[float, float]] = {
    Part.MOST: (nextafter(0.5, 1), 1.0),
    Part.FAR_MOST: (0.75, 1.0),
    Part.NEARLY_ALL: (0.9, nextafter(1, 0)),
    Part.MINORITY: (nextafter(0, 1), nextafter(0.5, 0)),
    Part.HARDLY_ANY: (nextafter(0, 1), 0.1),
}
"""The lowest and highest share that each part is true of."""


@dataclass(frozen=True)
class Quantity:
    """A number in words: true within `half_width` as it stands, and within `reach` of "about"."""

    kind: Kind
    value: float
    half_width: float
    reach: float
    largest: float = 1.0
    smallest: float = 0.0


def percentage(value: float, decimals: int) -> Quantity:
    """A percentage (given as a share of 0..1) printed with that many decimals."""
    return Quantity("percent", value, 0.005 / 10**decimals, PERCENT_REACH)


def out_of(n: int, m: int) -> Quantity:
    """N out of M; one out of M says the same as every M-th."""
    if n == 1:
        return fraction(1 / m)
    half_width = min(1 / (2 * m), PARTS_HALF_WIDTH)
    return Quantity("fraction", n / m, half_width, _fraction_reach(n / m))


def fraction(value: float) -> Quantity:
    """A fraction with a name: half, two thirds, every fourth."""
    half_width = min(FRACTION_HALF_WIDTH, value * FRACTION_PART)
    return Quantity("fraction", value, half_width, _fraction_reach(value))


def exactly(share: float) -> Quantity:
    """All (1) or none (0)."""
    return Quantity("fraction", share, 0, 0)


def count(value: int) -> Quantity:
    """A number of respondents, ticks ..."""
    return Quantity("count", value, 0, value * COUNT_REACH_PART, inf)


def number(value: float, decimals: int) -> Quantity:
    """A mean, a median or another value of a scale, printed with that many decimals."""
    reach = abs(value) * NUMBER_REACH_PART
    return Quantity("number", value, 0.5 / 10**decimals, reach, inf, -inf)


def points(value: float, decimals: int) -> Quantity:
    """Percentage points (given as a part of 1) printed with that many decimals."""
    return Quantity("points", value, 0.005 / 10**decimals, PERCENT_REACH, 1.0, -1.0)


def multiple(value: float) -> Quantity:
    """So many times as much."""
    return Quantity("multiple", value, value * MULTIPLE_PART, value * MULTIPLE_REACH_PART, inf)


def interval(quantity: Quantity, modifier: Modifier) -> tuple[float, float]:
    """The lowest and the highest number for which the words are true, both included."""
    value, reach = quantity.value, max(quantity.reach, quantity.half_width)
    just_below = min(value - NOISE, nextafter(value, -inf))
    just_above = max(value + NOISE, nextafter(value, inf))
    low, high = {
        Modifier.NONE: _around(quantity),
        Modifier.NEARLY: (value - reach - NOISE, just_below),
        Modifier.SLIGHTLY_OVER: (just_above, value + reach + NOISE),
        Modifier.ABOUT: (value - reach - NOISE, value + reach + NOISE),
        Modifier.OVER: (just_above, quantity.largest),
        Modifier.UNDER: (quantity.smallest, just_below),
        Modifier.AT_LEAST: (value - NOISE, quantity.largest),
        Modifier.AT_MOST: (quantity.smallest, value + NOISE),
    }[modifier]
    return max(low, quantity.smallest), min(high, quantity.largest)


def _fraction_reach(value: float) -> float:
    return min(FRACTION_REACH, value * FRACTION_REACH_PART)


def _around(quantity: Quantity) -> tuple[float, float]:
    """What rounds half up to the value: the upper end belongs to the next."""
    if quantity.half_width == 0:
        return quantity.value, quantity.value
    return (
        quantity.value - quantity.half_width - NOISE,
        quantity.value + quantity.half_width - NOISE,
    )
