"""What a page tells of a wave: fieldwork, population, source; pure."""

from collections.abc import Mapping

from pipeline.codebooks.codebook import in_language
from pipeline.wave import Wave
from pipeline.wording import languages
from pipeline.wording.numbers import date_range, whole

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "population": "Hvem undersøgelsen dækker",
        "invited": "Inviteret",
        "mode": "Hvordan der blev spurgt",
        "fieldwork": "Hvornår",
        "publisher": "Udgiver",
    },
    "nb": {
        "population": "Hvem undersøkelsen dekker",
        "invited": "Invitert",
        "mode": "Hvordan det ble spurt",
        "fieldwork": "Når",
        "publisher": "Utgiver",
    },
    "en": {
        "population": "Whom the survey covers",
        "invited": "Invited",
        "mode": "How they were asked",
        "fieldwork": "When",
        "publisher": "Publisher",
    },
}


def source(wave: Wave, language: str) -> str:
    """`Innovation 2020, 11.-29. juni 2020`: the title and when it was fielded."""
    return f"{in_language(wave.title, language)}. {_fieldwork(wave, language)}."


def _fieldwork(wave: Wave, language: str) -> str:
    return date_range(wave.fieldwork.first, wave.fieldwork.last, language)


def wave_facts(wave: Wave, language: str) -> str:
    """The facts of a wave as a Markdown table without a head: what, and how it was."""
    words = languages.in_language(WORDS, language)
    facts = [
        (words["population"], in_language(wave.population, language)),
        (words["invited"], _invited(wave, language)),
        (words["mode"], in_language(wave.mode, language)),
        (words["fieldwork"], _fieldwork(wave, language)),
        (words["publisher"], wave.publisher),
    ]
    return "".join(f"{name}\n: {plain(fact)}\n\n" for name, fact in facts if fact)


def _invited(wave: Wave, language: str) -> str:
    if wave.frame is None:
        return ""
    return whole(sum(wave.frame.counts.values()), language)


def plain(text: str) -> str:
    """Text as Markdown that reads as it stands."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]<>#|$@" else sign for sign in text)
