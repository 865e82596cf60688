"""Why a row shows no number, or not all of them."""

from collections.abc import Iterable

from pipeline.figures.arrangement import Value
from pipeline.wording.counts import counted_in_words
from pipeline.wording.languages import in_language
from pipeline.wording.small_numbers import SUPPRESSED_SYMBOL

SUPPRESSED = {
    "da": "Vises ikke",
    "nb": "Vises ikke",
    "en": "Not shown",
}
NO_ANSWERS = {"da": "Ingen svar", "nb": "Ingen svar", "en": "No answers"}
SIGN = {
    "da": "{} står for tal, der ikke vises.",
    "nb": "{} står for tall som ikke vises.",
    "en": "{} stands for numbers that are not shown.",
}


def reason_of_row(values: Iterable[Value], language: str) -> str:
    """Why nothing of a row with several answers is drawn; '' where some of it is shown."""
    known = tuple(values)
    return "" if any(value.is_shown for value in known) else reason(known, language)


def with_sign(words: str, values: Iterable[Value], language: str) -> str:
    """The words below a drawing, with what the sign in it means where numbers are hidden."""
    if not any(value.suppressed for value in values):
        return words
    sign = in_language(SIGN, language).format(SUPPRESSED_SYMBOL)
    return f"{words.removesuffix('.')}. {sign}"


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
