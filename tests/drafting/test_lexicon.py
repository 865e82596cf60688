"""The words are written as they are compared."""

from pipeline.drafting.lexicon import BACKGROUND, DEGREES, MISSING, SCALES, STOP_WORDS
from pipeline.drafting.wordings import plain


def test_wordings_are_written_as_they_are_compared() -> None:
    levels = [one for scale in SCALES for level in scale.levels for one in level.split("|")]
    degrees = [one for level in DEGREES for one in level.split("|")]
    words = [*levels, *degrees, *MISSING, *BACKGROUND, *(w for s in STOP_WORDS.values() for w in s)]
    assert [one for one in words if plain(one) != one.casefold()] == []
