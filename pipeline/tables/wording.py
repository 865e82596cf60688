"""Column heads and numbers of tables; the unit stands in the head, not in every cell."""

from pipeline.results import FORMS, Statistic
from pipeline.wording.numbers import NO_BREAK_SPACE, decimal, whole

N_ANSWERS = {"da": "Antal svar", "nb": "Antall svar", "en": "Answers"}
N_TICKS = {"da": "Antal krydser", "nb": "Antall kryss", "en": "Ticks"}
MARGIN = {"da": "Usikkerhed", "nb": "Usikkerhet", "en": "Margin of error"}
DEVIATION = {"da": "Standardafvigelse", "nb": "Standardavvik", "en": "Standard deviation"}
UNITS = {
    "share": {"da": "Procent", "nb": "Prosent", "en": "Per cent"},
    "share_of_ticks": {
        "da": "Procent af krydserne",
        "nb": "Prosent av kryssene",
        "en": "Per cent of ticks",
    },
    "mean": {"da": "Gennemsnit", "nb": "Gjennomsnitt", "en": "Mean"},
    "median": {"da": "Median", "nb": "Median", "en": "Median"},
    "quantile": {"da": "Fraktil", "nb": "Kvantil", "en": "Quantile"},
    "score": {"da": "Procentpoint", "nb": "Prosentpoeng", "en": "Percentage points"},
    "alpha": {"da": "Cronbachs alfa", "nb": "Cronbachs alfa", "en": "Cronbach’s alpha"},
    "count": {"da": "Antal", "nb": "Antall", "en": "Number"},
}


def number_in_words(number: float, statistic: Statistic, language: str) -> str:
    """A share or score as whole per cent without its sign ("28"), a mean ("3,4"), alpha ("0,82")
    or a count ("2.304")."""
    match FORMS[statistic]:
        case "percent" | "points":
            return decimal(100 * number, language, 0)
        case "decimal":
            return decimal(number, language, 1)
        case "coefficient":
            return decimal(number, language, 2)
        case "count":
            return whole(number, language)


def margin_in_words(margin: float, statistic: Statistic, language: str) -> str:
    """The margin of error in the unit of its number: "± 6"; of a mean with one decimal more."""
    words = (
        decimal(margin, language, 2)
        if FORMS[statistic] == "decimal"
        else number_in_words(margin, statistic, language)
    )
    return f"±{NO_BREAK_SPACE}{words}"
