"""The words are written as they are compared."""

from pipeline.drafting.degree_words import DEGREES, KINDS, MIDDLE, OPPOSITES, SAME
from pipeline.drafting.fact_words import FACTS
from pipeline.drafting.lexicon import BACKGROUND, STOP_WORDS
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


def test_no_degree_is_written_twice() -> None:
    degrees = [one for _, wordings in DEGREES for one in wordings.split("|")]
    assert len(degrees) == len(set(degrees))
