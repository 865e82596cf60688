"""Numbers and comparing words in running text, without those that state no result."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from babel.dates import get_month_names

from pipeline.wording.grammar import any_number
from pipeline.wording.languages import LOCALES, in_language

# Words that only statistics use: what they say needs a claim, wherever they stand.
COMPARING: Mapping[str, str] = {
    "da": r"(?:in|ikke-)?signifikante?\b|påvist\b|procentpoint\w*|dobbelt så \w+|halvt så \w+"
    r"|\w+ gange så \w+",
    "nb": r"(?:u|ikke-)?signifikante?\b|påvist\b|prosentpoeng\w*|dobbelt så \w+|halvparten så \w+"
    r"|\w+ ganger så \w+",
    "en": r"(?:in|non-)?significant(?:ly)?\b|percentage points?|(?:twice|half) as \w+"
    r"|\w+ times as \w+",
}
# Words whose number only says where something stands: "figur 9 og 10", "side 4-6".
REFERENCES: Mapping[str, str] = {
    "da": r"figur(?:en|er|erne)?|tabel(?:len|ler|lerne)?|illustration(?:en)?|kapitel|kapitlerne"
    r"|afsnit(?:tene)?|side(?:rne)?|s\.|bilag|note(?:n|r)?|del|tema|spørgsmål|punkt|nr\.|kl\.|bind",
    "nb": r"figur(?:en|er|ene)?|tabell(?:en|er|ene)?|illustrasjon(?:en)?|kapittel|kapitlene"
    r"|avsnitt(?:ene)?|side(?:ne)?|s\.|vedlegg|note(?:n|r)?|del|tema|spørsmål|punkt|nr\.|kl\.|bind",
    "en": r"figures?|tables?|illustration|chapters?|sections?|pages?|pp?\.|appendix|notes?|part"
    r"|theme|questions?|point|no\.|volume|vol\.",
}
# Words that look like a number and are none.
NO_NUMBERS: Mapping[str, str] = {
    "da": r"den ene halvdel\w*",
    "nb": r"den ene halvdel\w*",
    "en": r"(?:a |the )?third[ -](?:sector|part(?:y|ies))s?\b",
}
YEAR = r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?"
LETTERS_BEFORE = r"(?:[^\W\d]-?)\d[\w.-]*"
PERCENT_AFTER = r"(?!\d|[.,]\d|\s?(?:%|pct|procent|prosent|pst|per ?cent))"


def unbound_words(text: str, language: str) -> Iterator[re.Match[str]]:
    """The numbers and comparing words of a text, in reading order.

    Left out are years (1900 to 2099), dates with the name of a month, numbers of figures, tables,
    pages and sections, and digits in names (covid-19).
    """
    plain = _harmless(language).sub(lambda found: re.sub(r"\S", " ", found[0]), _spaced(text))
    return _wanted(language).finditer(plain)


def _spaced(text: str) -> str:
    """Plain spaces between words: a number may run over a line's end, or have a hyphen in it."""
    return re.sub(r"\s|(?<=[^\W\d])-(?=[^\W\d])", " ", text)


@cache
def _wanted(language: str) -> re.Pattern[str]:
    comparing, number = in_language(COMPARING, language), any_number(language)
    return re.compile(
        rf"(?<!\w)(?:{comparing}|(?:{number})(?![.,]\d)|\d+(?:[.,]\d+)*)", re.IGNORECASE
    )


@cache
def _harmless(language: str) -> re.Pattern[str]:
    locale = in_language(LOCALES, language)
    both = (get_month_names(width, locale=locale).values() for width in ("wide", "abbreviated"))
    names = {name.rstrip(".") for of_width in both for name in of_width}
    months = "|".join(sorted(names, key=len, reverse=True))
    day = r"\d{1,2}\\?\.?"
    several = r"\d+(?:\.\d+)*[a-z]?(?:(?:,| og| and| til| to|\s?[-–])\s?\d+(?:\.\d+)*)*"
    return re.compile(
        "|".join(
            (
                rf"\b{day}(?:\s?[-–]\s?{day})?\s?(?:{months})\b",
                rf"\b(?:{months})\s\d{{1,2}}\b(?!\d)",
                rf"(?<![^\W\d])(?:{in_language(REFERENCES, language)})\s?{several}",
                rf"(?<![\d.,]){YEAR}{PERCENT_AFTER}",
                in_language(NO_NUMBERS, language),
                LETTERS_BEFORE,
            )
        ),
        re.IGNORECASE,
    )
