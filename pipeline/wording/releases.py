"""What pages say of numbers that are not released yet, and of those that were corrected."""

from datetime import date

from pipeline.wording.languages import in_language
from pipeline.wording.numbers import date_range

DRAFT = {
    "da": "Kladde: Tallene er foreløbige og kan ændre sig, indtil undersøgelsen er udgivet.",
    "nb": "Utkast: Tallene er foreløpige og kan endre seg til undersøkelsen er utgitt.",
    "en": "Draft: the numbers are provisional and may change until the survey is published.",
}
CORRECTED = {
    "da": "Rettet {date}: {what}",
    "nb": "Rettet {date}: {what}",
    "en": "Corrected {date}: {what}",
}
WORDS = {
    "da": {
        "title": "Rettelser",
        "numbers": "Tal, der er rettet",
        "key": "Tallets navn",
        "before": "Før",
        "now": "Nu",
        "hidden": "vises ikke",
        "gone": "udgår",
    },
    "nb": {
        "title": "Rettelser",
        "numbers": "Tall som er rettet",
        "key": "Tallets navn",
        "before": "Før",
        "now": "Nå",
        "hidden": "vises ikke",
        "gone": "utgår",
    },
    "en": {
        "title": "Corrections",
        "numbers": "Numbers that were corrected",
        "key": "Name of the number",
        "before": "Before",
        "now": "Now",
        "hidden": "not shown",
        "gone": "withdrawn",
    },
}


def draft_notice(language: str) -> str:
    """The sentence that marks every page of a wave that is not released."""
    return in_language(DRAFT, language)


def correction_notice(day: date, what: str, language: str) -> str:
    """When and what was corrected."""
    return in_language(CORRECTED, language).format(date=date_range(day, day, language), what=what)
