"""A few of a few in words."""

import pytest

from pipeline.errors import PipelineError
from pipeline.wording.counts import NUMBERS, counted_in_words


@pytest.mark.parametrize(
    ("held", "base", "da", "nb", "en"),
    [
        (3, 4, "tre af de fire", "tre av de fire", "three of the four"),
        (0, 2, "ingen af de to", "ingen av de to", "none of the two"),
        (1, 9, "en af de ni", "én av de ni", "one of the nine"),
        (5, 5, "alle fem", "alle fem", "all five"),
        (2, 2, "begge to", "begge to", "both"),
        (1, 1, "den ene", "den ene", "the one"),
        (0, 1, "ikke den ene", "ikke den ene", "not the one"),
        (7, 12, "syv af de 12", "sju av de 12", "seven of the 12"),
    ],
)
def test_how_many_of_how_many(held: int, base: int, da: str, nb: str, en: str) -> None:
    assert [counted_in_words(held, base, language) for language in ("da", "nb", "en")] == [
        da,
        nb,
        en,
    ]


def test_every_language_has_the_numbers_up_to_nine() -> None:
    assert {language: len(words) for language, words in NUMBERS.items()} == dict.fromkeys(
        ("da", "nb", "en"), 10
    )


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(PipelineError, match="da, nb, en"):
        counted_in_words(1, 2, "sv")
