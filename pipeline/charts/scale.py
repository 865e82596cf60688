"""From numbers to pixels, and to the words beside them."""

from collections.abc import Iterable
from dataclasses import dataclass

from matplotlib.ticker import MaxNLocator

from pipeline.charts.layout import Columns
from pipeline.codebooks.codebook import Variable
from pipeline.figures.arrangement import Value
from pipeline.results import FORMS, Statistic
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import PERCENT_SIGN, decimal, whole


@dataclass(frozen=True)
class Scale:
    """Numbers from `low` to `high` on the span of the bars, with the numbers that are marked."""

    low: float
    high: float
    ticks: tuple[float, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether the span is all there can be, so that nothing need be marked."""
        return not self.ticks

    def x(self, number: float, place: Columns) -> float:
        """Where a number stands; what lies outside the scale stands at its end."""
        inside = min(max(number, self.low), self.high)
        return place.left + (inside - self.low) / (self.high - self.low) * place.span


HALF = 0.5
MOST_TICKS = 5
MOST_SCORES = 11


def scale_of(statistic: Statistic, variable: Variable, values: Iterable[Value]) -> Scale:
    """All of 100 percent for shares, half of it for parts of ticks that are all below that; to
    either side for scores; 0 to 1 for alpha; the whole range of the scores for means and medians of
    scores; else from zero to the largest number or end of an interval."""
    form = FORMS[statistic]
    ends = [value.high or value.estimate or 0.0 for value in values]
    if statistic == "share_of_ticks" and max(ends, default=1.0) <= HALF:
        return Scale(0.0, HALF, (0.0, 0.1, 0.2, 0.3, 0.4, HALF))
    if form == "percent":
        return Scale(0.0, 1.0)
    if form == "coefficient":
        return Scale(0.0, 1.0, (0.0, 0.5, 1.0))
    if form == "points":
        return Scale(-1.0, 1.0, (-1.0, -0.5, 0.0, 0.5, 1.0))
    scores = {one.score for one in variable.categories.values() if one.score is not None}
    if form == "decimal" and len(scores) > 1:
        low, high = min(scores), max(scores)
        every = tuple(sorted(scores)) if len(scores) <= MOST_SCORES else (low, high)
        return Scale(low, high, every)
    high = max([end for end in ends if end > 0], default=1.0)
    return Scale(0.0, high, _round_numbers(high))


def _round_numbers(high: float) -> tuple[float, ...]:
    locator = MaxNLocator(MOST_TICKS, steps=(1, 2, 5, 10))
    return tuple(float(one) for one in locator.tick_values(0.0, high) if 0 <= one <= high)


def drawn_as_dots(statistic: Statistic) -> bool:
    """Whether a scale has no zero that bars could begin at."""
    return FORMS[statistic] in ("decimal", "points", "coefficient")


@dataclass(frozen=True)
class Numbers:
    """The numbers of a figure: what they are and the scale that they are drawn on."""

    statistic: Statistic
    scale: Scale

    def mark(self, number: float, language: str) -> str:
        """A marked number of the scale: "28 %", "3"."""
        if FORMS[self.statistic] == "decimal" and number == int(number):
            return whole(int(number), language)
        return self.label(number, language)

    def label(self, number: float, language: str) -> str:
        """The number as it stands beside its bar: "28 %", "3,4", "2.304"."""
        match FORMS[self.statistic]:
            case "percent":
                whole_percent = decimal(100 * number, language, 0)
                return in_language(PERCENT_SIGN, language).format(whole_percent)
            case "points":
                return decimal(100 * number, language, 0)
            case "decimal":
                return decimal(number, language, 1)
            case "coefficient":
                return decimal(number, language, 2)
            case "count":
                return whole(number, language)
