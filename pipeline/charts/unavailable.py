"""Why a row shows no number."""

from collections.abc import Iterable

from pipeline.figures.arrangement import Value
from pipeline.wording.counts import counted_in_words
from pipeline.wording.languages import in_language

SUPPRESSED = {
    "da": "Vises ikke",
    "nb": "Vises ikke",
    "en": "Not shown",
}
NO_ANSWERS = {"da": "Ingen svar", "nb": "Ingen svar", "en": "No answers"}


def reason(values: Iterable[Value], language: str) -> str:
    """The reason in words, or how many of how many; '' when every value is there."""
    known = tuple(values)
    if len(known) == 1 and known[0].counted:
        return counted_in_words(*known[0].counted, language)
    if any(value.suppressed for value in known):
        return in_language(SUPPRESSED, language)
    if any(value.estimate is None for value in known):
        return in_language(NO_ANSWERS, language)
    return ""
