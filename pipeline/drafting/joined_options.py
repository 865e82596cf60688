"""The options of answers that are joined in one cell, as far as the cells tell; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import polars as pl

from pipeline.codebooks.codebook import Item
from pipeline.drafting.columns import Column
from pipeline.drafting.new_questions import NewQuestion
from pipeline.drafting.survey_answers import FEWEST, FREQUENT
from pipeline.drafting.wordings import name_of
from pipeline.loading.joined_answers import cell_reading, options_of
from pipeline.readers.joined import recurring_options
from pipeline.visible_text import UNSEEN

MOST_OPTIONS = 40
OWN_WORDS = {
    "da": "Andet, med egne ord",
    "nb": "Annet, med egne ord",
    "en": "Other, in their own words",
}


@dataclass(frozen=True)
class JoinedOptions:
    """Name -> label of each option, the most frequent first; own_words: the name and label for
    what remains, ("", "") where nothing does; ambiguous: cells that can be read in several ways."""

    options: Mapping[str, str]
    own_words: tuple[str, str]
    ambiguous: int


def joined_options(column: Column, separator: str, language: str) -> JoinedOptions:
    """The options that recur in the cells; what hardly anybody wrote is in respondents' words."""
    texts = [value for value, count in column.values.items() for _ in range(count)]
    counts = recurring_options(pl.Series(texts, dtype=pl.String), separator)
    needed = max(FEWEST, FREQUENT * column.answered)
    frequent = [text for text, count in counts.items() if count >= needed] or list(counts)
    options: dict[str, str] = {}
    for text in frequent[:MOST_OPTIONS]:
        label = " ".join(text.split())
        # What holds signs that nobody sees was offered by no questionnaire.
        if label not in options.values() and not UNSEEN.search(label):
            options[name_of(label, options)] = label
    known = options_of(
        {name: Item({language: label}) for name, label in options.items()}, separator
    )
    readings = {value: cell_reading(value, known) for value in column.values}
    unknown = any(reading.unknown for reading in readings.values())
    ambiguous = sum(column.values[value] for value, one in readings.items() if one.ambiguous)
    label = OWN_WORDS[language]
    return JoinedOptions(
        options, (name_of(label, options), label) if unknown else ("", ""), ambiguous
    )


def with_options(question: NewQuestion, separator: str, found: JoinedOptions) -> NewQuestion:
    """A question of one column as multiple response, with the options that were found."""
    own, label = found.own_words
    items = tuple((name, "", option) for name, option in found.options.items())
    return replace(
        question,
        type="multiple",
        items=(*items, (own, "", label)) if own else items,
        categories=(),
        scale="",
        joined_by=separator,
        own_words=own,
    )
