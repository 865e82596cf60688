"""A table of no tool in particular: one header row, or two as merged cells give them."""

from typing import Any

import pytest

from pipeline.readers.export import Hint
from pipeline.readers.reading import read_export


def columns(put: Any, *lines: str) -> list[str]:
    return read_export(put("svar.csv", "\n".join([*lines, ""]).encode())).rows.columns


def test_two_header_rows_are_seen_by_blank_names(put):
    export = read_export(put("svar.csv", b"id,Brug,,Alder\n,Mail,Chat,\n1,ja,nej,7\n"))
    assert export.rows.columns == ["id", "Brug - Mail", "Brug - Chat", "Alder"]
    assert export.rows.rows() == [("1", "ja", "nej", "7")]
    assert export.row_numbers.to_list() == [3]
    assert export.recognised == "CSV: two header rows; commas, ASCII"
    assert export.questions["Brug - Chat"] == "Brug - Chat"


def test_two_header_rows_are_seen_by_repeated_names(put):
    assert columns(put, "id,Brug,Brug", ",Mail,Chat", "1,ja,nej") == [
        "id",
        "Brug - Mail",
        "Brug - Chat",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("id,a,b", "x,ja,nej", "y,ja,nej"),
        ("id,a,", "x,ja,nej", "y,ja,nej"),
        ("id,a,b", "1,2,3", "4,5,6"),
    ],
)
def test_answers_are_no_header(put, lines):
    assert columns(put, *lines)[:2] == ["id", "a"]
    assert read_export(put("svar.csv", "\n".join(lines).encode())).rows.height == 2


def test_an_empty_column_parts_what_stands_on_its_sides(put):
    lines = ("id,,Brug,,,Alder", ",,Mail,Chat,,", "1,,ja,nej,,7")
    assert columns(put, *lines) == ["id", "Brug - Mail", "Brug - Chat", "Alder"]


def test_rows_of_totals_at_the_end_are_no_answers(put):
    export = read_export(put("svar.csv", b"id,alder\n1,30\n2,40\nTotalt,70\nSnitt:,35\n"))
    assert export.rows.rows() == [("1", "30"), ("2", "40")]
    assert export.broken.rows() == [
        (4, "Totalt", "a row of totals, no answers"),
        (5, "Snitt:", "a row of totals, no answers"),
    ]
    assert "2 rows of totals left out" in export.recognised


def test_a_total_among_answers_stays(put):
    assert read_export(put("svar.csv", b"a,b\nTotal,1\nx,2\n")).rows.height == 2


def test_columns_with_several_answers_in_one_cell_are_told(put):
    cells = ["Kurser", "Fester", "Kurser;Fester", "Fester;Sang", "Kurser;Sang", "Sang"] * 3
    rows = "".join(f"{number},{cell},Ja\n" for number, cell in enumerate(cells))
    export = read_export(put("svar.csv", f"id,Hvad?,Enig?\n{rows}".encode()))
    assert export.hints == {"Hvad?": Hint("joined", separator=";")}
