"""Codes that tell why a respondent has no answer; pure."""

from collections.abc import Iterable, Mapping

from pipeline.wording.languages import in_language

LABELS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "blank": "Ubesvaret",
        "not_asked": "Ikke stillet",
        "not_reached": "Ikke nået",
        "invalid": "Ugyldigt svar",
        "missing": "Uden for grupperne",
        "no_number": "Intet tal oplyst",
    },
    "nb": {
        "blank": "Ubesvart",
        "not_asked": "Ikke stilt",
        "not_reached": "Ikke nådd",
        "invalid": "Ugyldig svar",
        "missing": "Utenfor gruppene",
        "no_number": "Tall ikke oppgitt",
    },
    "en": {
        "blank": "No answer",
        "not_asked": "Not asked",
        "not_reached": "Not reached",
        "invalid": "Invalid answer",
        "missing": "In no group",
        "no_number": "No number given",
    },
}
"""`missing` without a code: an answer that a recode puts into no group; of numbers `no_number`."""
STATES = ("blank", "not_asked", "not_reached", "invalid", "missing")
FIRST = 9991
"""The code of the first state, where no answer is as large."""
ROOM = 100
"""Codes below the first state that are kept free, for missing categories that must move."""


def state_codes(largest: float) -> Mapping[str, int]:
    """State -> code: 9991 and what follows, or 99991 … where an answer may be as large."""
    first = FIRST
    while largest >= first - ROOM:
        first = first * 10 + 81
    return {state: first + place for place, state in enumerate(STATES)}


def state_labels(
    codes: Mapping[str, int], language: str, *, of_number: bool = False
) -> Mapping[int, str]:
    """Code -> what it means."""
    words = in_language(LABELS, language)
    if of_number:
        words = {**words, "missing": words["no_number"]}
    return {code: words[state] for state, code in codes.items()}


def moved_codes(valid: Iterable[int], missing: Iterable[int], first: int) -> Mapping[int, int]:
    """Missing categories that get other codes, so that SPSS can take all for missing.

    SPSS knows one range of missing values and one more value. The range goes from the lowest
    missing code above all answers to the states; one category below keeps its code, and others
    get codes right below the states, which begin with `first`.
    """
    highest = max(valid, default=0)
    below = [code for code in missing if code < highest][1:]
    return {code: first - len(below) + place for place, code in enumerate(below)}
