"""The words are written as they are compared."""

import pytest

from pipeline.drafting.degree_words import DEGREES, KINDS, MIDDLE, OPPOSITES, SAME
from pipeline.drafting.fact_words import FACTS
from pipeline.drafting.lexicon import BACKGROUND, STOP_WORDS, WEIGHTING
from pipeline.drafting.scale_words import ATTITUDES
from pipeline.drafting.wordings import plain


def test_wordings_are_written_as_they_are_compared() -> None:
    scales = (*ATTITUDES, *FACTS)
    levels = [one for scale in scales for level in scale.levels for one in level.split("|")]
    degrees = [one for _, wordings in DEGREES for one in wordings.split("|")]
    pairs = [*OPPOSITES.items(), *SAME.items()]
    words = [
        *levels,
        *degrees,
        *MIDDLE.split("|"),
        *KINDS,
        *(one for pair in pairs for one in pair),
    ]
    words += [*BACKGROUND, *(word for stop_words in STOP_WORDS.values() for word in stop_words)]
    assert [one for one in words if plain(one) != one.casefold()] == []


def test_labels_of_weights_are_written_as_they_are_compared() -> None:
    assert [one for one in WEIGHTING if plain(one) != one] == []


@pytest.mark.parametrize(
    "heading",
    [
        *("Aldersgruppe", "Aldersinterval", "Aldersintervall", "Åldersgrupp", "Altersgruppe"),
        *("AgeGroup", "Age group", "Køn", "Kjønn", "Kön", "Gender", "Geschlecht", "Bydel"),
        *("Stadsdel", "Stadtteil", "District", "Bopæl", "Bosted", "Bostadsort", "Wohnort"),
        *("Municipality", "Uddannelsesniveau", "Utdanningsnivå", "Utbildningsnivå", "Civilstatus"),
    ],
)
def test_headings_about_who_somebody_is_are_background(heading: str) -> None:
    assert not BACKGROUND.isdisjoint(plain(heading).split())


def test_no_degree_is_written_twice() -> None:
    degrees = [one for _, wordings in DEGREES for one in wordings.split("|")]
    assert len(degrees) == len(set(degrees))
