"""The number of an estimate as sentences have it."""

from pipeline.results import FORMS
from pipeline.wording.numbers import decimal, percent, percentage_points, whole


def written(number: float, statistic: str, language: str) -> str:
    """A number as pages show it: shares lie in 0..1 and are written in per cent."""
    match FORMS[statistic]:
        case "percent":
            return percent(number, language)
        case "points":
            return percentage_points(number, language)
        case "decimal":
            return decimal(number, language, 1)
        case "coefficient":
            return decimal(number, language, 2)
        case "count":
            return whole(number, language)
