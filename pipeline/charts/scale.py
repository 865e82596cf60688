"""From numbers to pixels, and to the words beside them."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.arrangement import Value
from pipeline.charts.layout import Columns
from pipeline.codebook import Variable
from pipeline.results import FORMS, Statistic
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import decimal, whole

PERCENT_SIGN = {"da": "{}\u00a0%", "nb": "{}\u00a0%", "en": "{}%"}


@dataclass(frozen=True)
class Scale:
    """Numbers from `low` to `high` on the span of the bars."""

    low: float
    high: float

    def x(self, number: float, place: Columns) -> float:
        """Where a number stands; what lies outside the scale stands at its end."""
        inside = min(max(number, self.low), self.high)
        return place.left + (inside - self.low) / (self.high - self.low) * place.span


def scale_of(statistic: Statistic, variable: Variable, values: Iterable[Value]) -> Scale:
    """All of 100 percent for shares, to either side for scores; 0 to 1 for alpha; the whole range
    of the scores for means and medians of scores; else from zero to the largest number or end of
    an interval."""
    form = FORMS[statistic]
    if form in ("percent", "coefficient"):
        return Scale(0.0, 1.0)
    if form == "points":
        return Scale(-1.0, 1.0)
    scores = [one.score for one in variable.categories.values() if one.score is not None]
    if form == "decimal" and len(set(scores)) > 1:
        return Scale(min(scores), max(scores))
    ends = [value.high or value.estimate or 0.0 for value in values]
    return Scale(0.0, max([end for end in ends if end > 0], default=1.0))


def drawn_as_dots(statistic: Statistic) -> bool:
    """Whether a scale has no zero that bars could begin at."""
    return FORMS[statistic] in ("decimal", "points", "coefficient")


@dataclass(frozen=True)
class Numbers:
    """The numbers of a figure: what they are and the scale that they are drawn on."""

    statistic: Statistic
    scale: Scale

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
