import polars as pl
import pytest

from pipeline.readers.answers import are_numbers, are_ticks, share_answers, texts_of


def column(*texts: str | None) -> pl.Series:
    return pl.Series(texts, dtype=pl.String)


def test_blank_answers_are_none():
    assert texts_of(column(" Ja", "Ja ", None, "  ", "Nej")) == {"Ja", "Nej"}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [(("1", "2,5", "-3.0", None), True), (("1", "to"), False), ((None, " "), False)],
)
def test_numbers_are_seen_among_answers(texts, expected):
    assert are_numbers(column(*texts)) is expected


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ([column("Mail", None), column(None, "chat  ud")], True),
        ([column("1", None), column(None, "2")], True),
        ([column("1", None), column(None, "1")], False),
        ([column("Mail", None), column(None, None)], True),
        ([column("Enig", None), column(None, "Uenig")], False),
        ([column("Mail", "nej"), column(None, "Chat ud")], False),
        ([column(None), column(None)], False),
    ],
)
def test_ticks_repeat_their_option_or_have_a_number_each(columns, expected):
    assert are_ticks(columns, ["Mail", "Chat ud"]) is expected


def test_answers_of_one_scale_are_few_and_recur():
    assert share_answers([column("Enig", "Uenig"), column("Enig", "Uenig")])
    assert not share_answers([column("Jensen", "Hansen"), column("Ane", "Bo")])
    assert not share_answers([column(None), column(None)])
