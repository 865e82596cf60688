"""A table of no tool in particular: one header row, or two as merged cells give them."""

from typing import Any

import pytest

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
