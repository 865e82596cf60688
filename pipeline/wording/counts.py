"""Counts in words that no one takes for an estimate ("tre af de fire"), and what N counts."""

from collections.abc import Mapping

from pipeline.wording.languages import in_language
from pipeline.wording.numbers import whole

NUMBERS: Mapping[str, tuple[str, ...]] = {
    "da": ("ingen", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni"),
    "nb": ("ingen", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni"),
    "en": ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
}
OF_THEM = {"da": "{} af de {}", "nb": "{} av de {}", "en": "{} of the {}"}
ALL = {"da": "alle {}", "nb": "alle {}", "en": "all {}"}
BOTH = {"da": "begge to", "nb": "begge to", "en": "both"}
THE_ONE = {
    "da": ("ikke den ene", "den ene"),
    "nb": ("ikke den ene", "den ene"),
    "en": ("not the one", "the one"),
}

# What N counts.
COUNTED = {
    "da": {
        "answers": "besvarelser",
        "coded": "svar, som er kodet efter tema",
        "asked": "adspurgte",
        "invited": "inviterede",
        "ticks": "krydser",
    },
    "nb": {
        "answers": "svar",
        "coded": "svar som er kodet etter tema",
        "asked": "spurte",
        "invited": "inviterte",
        "ticks": "kryss",
    },
    "en": {
        "answers": "responses",
        "coded": "answers coded by theme",
        "asked": "asked",
        "invited": "invited",
        "ticks": "ticks",
    },
}


def counted_in_words(held: int, base: int, language: str) -> str:
    """How many of how many: three of the four, none of the two, both, all five."""
    if base == 1:
        return in_language(THE_ONE, language)[held]
    if held == base == 2:
        return in_language(BOTH, language)
    if held == base:
        return in_language(ALL, language).format(_number(base, language))
    return in_language(OF_THEM, language).format(_number(held, language), _number(base, language))


def _number(number: int, language: str) -> str:
    words = in_language(NUMBERS, language)
    return words[number] if number < len(words) else whole(number, language)
