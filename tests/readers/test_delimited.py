import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ExportError
from pipeline.readers import delimited
from pipeline.readers.delimited import split


def rows(text: str) -> list[tuple[str | None, ...]]:
    return split(text.encode(), "svar.csv").cells.rows()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_quotes_hold_separators_line_breaks_and_doubled_quotes(end):
    text = end.join(["id;svar", f'1;"a; {end}b"', '2;"say ""hi"""', '3;5" screen', '4; x "y" '])
    assert rows(text) == [
        ("id", "svar"),
        ("1", f"a; {end}b"),
        ("2", 'say "hi"'),
        ("3", '5" screen'),
        ("4", ' x "y" '),
    ]


def test_empty_cells_are_null_and_words_for_nothing_are_text():
    assert rows('a;b;c\n1;;""\nNA;NULL; \n')[1:] == [("1", None, None), ("NA", "NULL", " ")]


def test_blank_rows_are_left_out_and_counted():
    records = split(b"\na;b\n\n1;2\n;\n   \n3;4\n\n", "svar.csv")
    assert records.cells.rows() == [("a", "b"), ("1", "2"), ("3", "4")]
    assert records.row_numbers.to_list() == [2, 4, 7]
    assert records.broken.height == 0


def test_rows_of_a_wrong_width_are_set_apart_with_their_numbers():
    records = split(b'a;b;c\n1;2;3\n4;5\n\n"x\ny";7;8;9\n6;7;8\n', "svar.csv")
    assert records.cells.rows() == [("a", "b", "c"), ("1", "2", "3"), ("6", "7", "8")]
    assert records.row_numbers.to_list() == [1, 2, 6]
    assert records.broken.rows() == [
        (3, "4;5", "2 fields instead of 3"),
        (
            5,
            '"x\ny";7;8;9',
            "4 fields instead of 3; it runs over several lines: look for a stray quotation mark",
        ),
    ]


def test_row_numbers_hold_across_blocks(monkeypatch):
    monkeypatch.setattr(delimited, "BLOCK_BYTES", (64, 1024))
    text = "a;b\n" + "".join(
        f'"{row}\n{row}";1;2\n' if row % 7 == 0 else f'{row};"x"\n' for row in range(2, 500)
    )
    records = split(text.encode(), "svar.csv")
    assert records.broken["row"].to_list() == list(range(7, 500, 7))
    numbers = records.row_numbers.to_list()
    assert numbers == [row for row in range(1, 500) if row % 7]
    assert records.cells["1"].to_list()[1:] == [str(row) for row in numbers[1:]]


def test_a_last_row_that_is_too_long_was_not_cut():
    assert split(b"a;b\n1;2\n1;2;3\n", "svar.csv").broken["row"].to_list() == [3]


@pytest.mark.parametrize("tail", ["", "\n", "\r\n\r\n", "\n  \n"])
def test_a_last_row_that_is_too_short_was_cut(tail):
    with pytest.raises(ExportError, match=r"svar\.csv, row 3: the last row has 2 fields instead"):
        split(f"a;b;c\n1;2;3\n4;5{tail}".encode(), "svar.csv")


@pytest.mark.parametrize("text", ['a;b\n1;2\n3;"4', 'a;b\n1;2\n3;"4\n5;6\n', 'a;b\n1;2\n"3;4'])
def test_a_quotation_mark_that_stays_open_is_refused(text):
    with pytest.raises(ExportError, match=r"svar\.csv, row 3: a quotation mark is opened and neve"):
        split(text.encode(), "svar.csv")


def test_a_cell_longer_than_a_block_is_read(monkeypatch):
    monkeypatch.setattr(delimited, "BLOCK_BYTES", (64, 1024, 100_000))
    long = "line\n" * 10_000
    assert rows(f'a;b\n1;"{long}"\n2;3\n')[1:] == [("1", long), ("2", "3")]


def test_two_thousand_columns_are_read():
    header = ";".join(f"q{number}" for number in range(2000))
    assert rows(f"{header}\n{';'.join('1' * 2000)}\n")[1] == ("1",) * 2000


@settings(deadline=None, max_examples=500)
@given(st.text('ab;;"\n\r ', max_size=25))
def test_any_arrangement_of_quotes_and_line_breaks_splits_as_the_csv_module_does(body):
    text = f"id;x\n{body}\nz;z\n"
    records = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    if records[-1] != ["z", "z"]:
        with pytest.raises(ExportError, match="opened and never closed"):
            split(text.encode(), "svar.csv")
        return
    result = split(text.encode(), "svar.csv")
    assert list(zip(result.row_numbers, result.cells.rows(), strict=True)) == [
        (number, tuple(cell or None for cell in record))
        for number, record in enumerate(records, 1)
        if len(record) == 2 and any(record)
    ]
    assert set(result.broken["row"]) >= {
        number
        for number, record in enumerate(records, 1)
        if len(record) != 2 and "".join(record).strip()
    }
