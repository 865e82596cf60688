"""Column heads and numbers of tables; the unit stands in the head, not in every cell."""

from typing import Literal

from pipeline.wording.numbers import NO_BREAK_SPACE, decimal, whole

Statistic = Literal["share", "mean", "count"]

N_ANSWERS = {"da": "Antal svar", "nb": "Antall svar", "en": "Answers"}
MARGIN = {"da": "Usikkerhed", "nb": "Usikkerhet", "en": "Margin of error"}
UNITS = {
    "share": {"da": "Procent", "nb": "Prosent", "en": "Per cent"},
    "mean": {"da": "Gennemsnit", "nb": "Gjennomsnitt", "en": "Mean"},
    "count": {"da": "Antal", "nb": "Antall", "en": "Number"},
}


def number_in_words(number: float, statistic: Statistic, language: str) -> str:
    """A share as whole per cent without its sign ("28"), a mean ("3,4") or a count ("2.304")."""
    match statistic:
        case "share":
            return decimal(100 * number, language, 0)
        case "mean":
            return decimal(number, language, 1)
        case "count":
            return whole(number, language)


def margin_in_words(margin: float, statistic: Statistic, language: str) -> str:
    """The margin of error in the unit of its number: "± 6"; of a mean with one decimal more."""
    words = (
        decimal(margin, language, 2)
        if statistic == "mean"
        else number_in_words(margin, statistic, language)
    )
    return f"±{NO_BREAK_SPACE}{words}"
