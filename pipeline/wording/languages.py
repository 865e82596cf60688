"""The languages that readers are addressed in."""

from collections.abc import Mapping
from typing import TypeVar

from babel import Locale

from pipeline.errors import PipelineError

# "en" is British: the surveys are European, and so are their dates.
LOCALES = {"da": Locale("da", "DK"), "nb": Locale("nb", "NO"), "en": Locale("en", "GB")}
Entry = TypeVar("Entry")

LANGUAGES = tuple(LOCALES)


def in_language(by_language: Mapping[str, Entry], language: str) -> Entry:
    """The entry of a table that has one a language.

    Raises PipelineError, naming the known languages, for one the table lacks.
    """
    try:
        return by_language[language]
    except KeyError:
        raise PipelineError(
            f'"{language}" is no known language: write one of {", ".join(by_language)}'
        ) from None
