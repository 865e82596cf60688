"""The tables of data quality."""

import re
from dataclasses import replace
from html import unescape

import polars as pl
import pytest
from figure_examples import CODEBOOK
from waves import REPOSITORY

from pipeline.blocks.quality import REASONS, WORDS, nonresponse_table, rejects_table
from pipeline.codebooks.codebook import Item
from pipeline.loading.joined_columns import AMBIGUOUS, NO_OPTION
from pipeline.loading.validation import NOT_A_NUMBER, NOT_WHOLE, OUT_OF_RANGE, UNKNOWN_LABEL


def rows_of(html: str) -> list[list[str]]:
    """The cells of each row, as a reader sees them."""
    return [
        [unescape(re.sub(r"<[^>]*>", "", cell)) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
        for row in re.findall(r"<tr>.*?</tr>", html, re.DOTALL)
    ]


def rejects(*rows: tuple[str, str, int]) -> pl.DataFrame:
    schema = {"kind": pl.String, "reason": pl.String, "rejects": pl.Int64}
    return pl.DataFrame(list(rows), schema=schema, orient="row")


def test_what_was_rejected_by_reason() -> None:
    table = rejects(("row", "test answer", 3), ("value", "unknown label", 1200))
    assert rows_of(rejects_table(table, "da")) == [
        ["Grund", "Rækker", "Værdier"],
        ["Prøvebesvarelse", "3", ""],
        ["Svar, der ikke findes i spørgeskemaet", "", "1.200"],
    ]


def test_few_who_were_left_out_are_not_counted_out() -> None:
    table = rejects(("row", "left out", 3), ("row", "test answer", 3))
    assert rows_of(rejects_table(table, "da", smallest=5))[1:] == [
        ["Udeladt efter kontrol af besvarelserne", "under 5", ""],
        ["Prøvebesvarelse", "3", ""],
    ]


def test_nothing_rejected_is_said() -> None:
    assert rejects_table(rejects(), "en") == "<p>No row or value was rejected.</p>"


def test_a_reason_without_words_is_shown_and_escaped() -> None:
    html = rejects_table(rejects(("row", "<b>new</b>", 1)), "da")
    assert "<b>" not in html
    assert rows_of(html)[1][0] == "<b>new</b>"


def reasons_in_code() -> set[str]:
    """Every reason that SQL or validation gives."""
    text = "".join((REPOSITORY / "sql" / f"{name}.sql").read_text() for name in SQL_WITH_REASONS)
    # What stands after a colon is of the row, and not of the reason.
    given = [one.rstrip(": ") for one in re.findall(r"(?:then|else) '([^']+)'", text)]
    failed = {UNKNOWN_LABEL, NOT_A_NUMBER, NOT_WHOLE, OUT_OF_RANGE, NO_OPTION, AMBIGUOUS}
    return {*given, *failed, "broken row"}


SQL_WITH_REASONS = ("rejected_rows", "rejected_values")


@pytest.mark.parametrize("language", WORDS)
def test_every_reason_has_words(language: str) -> None:
    # What nothing explains stops the run.
    assert reasons_in_code() - {"unreadable value"} == set(REASONS[language])


STATES = dict.fromkeys(
    ("answered", "missing", "blank", "not_asked", "not_reached", "invalid"), pl.Int64
)


def nonresponse(*rows: tuple[object, ...]) -> pl.DataFrame:
    schema = {"variable": pl.String, "item": pl.String} | dict.fromkeys(STATES, pl.Int64)
    return pl.DataFrame(list(rows), schema=schema, orient="row")


def test_what_became_of_a_question_in_shares_of_those_asked() -> None:
    # 80 + 10 + 8 + 2 = 100 were asked; 5 were not, and 20 had broken off.
    table = nonresponse(("innovated", "", 80, 10, 8, 5, 20, 2))
    asked = [
        cell.replace("\N{NO-BREAK SPACE}", " ")
        for cell in rows_of(nonresponse_table(table, CODEBOOK, "en"))[1]
    ]
    assert asked[1:] == ["100", "80 per cent", "10 per cent", "8 per cent", "2 per cent", "20"]


def test_a_question_that_nobody_was_asked_has_no_shares() -> None:
    table = nonresponse(("innovated", "", 0, 0, 0, 7, 0, 0))
    assert rows_of(nonresponse_table(table, CODEBOOK, "da"))[1][1:] == ["0", "", "", "", "", "0"]


def test_statements_stand_below_their_question_and_labels_are_escaped() -> None:
    changes = CODEBOOK.variables["changes"]
    items = {**changes.items, "staff": Item({"da": '<i>"A" & B</i>'})}
    codebook = replace(
        CODEBOOK, variables={**CODEBOOK.variables, "changes": replace(changes, items=items)}
    )
    table = nonresponse(
        ("changes", "users", 9, 1, 0, 0, 0, 0), ("changes", "staff", 8, 2, 0, 0, 0, 0)
    )
    html = nonresponse_table(table, codebook, "da")
    assert "<i>" not in html
    assert [row[0] for row in rows_of(html)[1:]] == [
        "Hvad der var anderledes",
        "Flere brugere var med",
        '<i>"A" & B</i>',
    ]


@pytest.mark.parametrize("words", [WORDS, REASONS])
def test_every_language_has_all_words(words: dict[str, dict[str, str]]) -> None:
    first, *others = (set(known) for known in words.values())
    assert all(other == first for other in others)
