import csv
import io
from pathlib import Path

import polars as pl
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.errors import ExportError
from pipeline.readers import delimited_file
from pipeline.readers.export import Source
from pipeline.readers.reading import read_export
from pipeline.readers.received import Received

ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252",
}
SEPARATORS = {";": "semicolons", ",": "commas", "\t": "tabs"}
HEADER = ["id", 'What; if "anything",\thelped?', "ærø"]
ROWS = [
    ["1", "Rødgrød; med, fløde\tog mere", " blå "],
    ["2", 'han sagde "ja"', "på\nto linjer"],
    ["3", "NA", ""],
]


def written(rows: list[list[str]], separator: str, line_end: str, quoting: int) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator=line_end, quoting=quoting).writerows(rows)
    return text.getvalue()


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize(
    ("line_end", "quoting"),
    # The csv module quotes a line feed only where lines end with one, or where it quotes all.
    [("\n", csv.QUOTE_MINIMAL), ("\r\n", csv.QUOTE_MINIMAL), ("\r", csv.QUOTE_ALL)],
)
def test_every_form_of_a_file_gives_the_same_export(put, encoding, separator, line_end, quoting):
    text = written([HEADER, *ROWS], separator, line_end, quoting)
    export = read_export(put("svar.csv", text.encode(encoding)))
    assert export.rows.columns == HEADER
    assert export.rows.rows() == [tuple(cell or None for cell in row) for row in ROWS]
    assert export.row_numbers.to_list() == [2, 3, 4]
    assert export.broken.height == 0
    assert export.recognised == (
        f"CSV: one header row; {SEPARATORS[separator]}, {ENCODINGS[encoding]}"
    )


# NUL is refused; a lone surrogate is no text that a file can hold.
CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@settings(deadline=None)
@given(
    rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8),
    separator=st.sampled_from(list(SEPARATORS)),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_any_text_comes_back_as_it_was(rows, separator, line_end, encoding):
    filled = [tuple(cell or None for cell in row) for row in rows if any(row)]
    assume(filled)
    content = written([HEADER, *rows], separator, line_end, csv.QUOTE_ALL).encode(encoding)
    file = Received(Path("svar.csv"), content, Source("svar.csv", len(content), ""))
    assert delimited_file.read_table(file).rows.rows() == filled


@pytest.mark.parametrize("content", [b"", b"\n\r\n", b"id;a\n", b"id;a\r\n\r\n", b"\xef\xbb\xbf"])
def test_an_export_without_answers_is_refused(put, content):
    with pytest.raises(ExportError, match=r"svar\.csv: empty export"):
        read_export(put("svar.csv", content))


def test_broken_rows_travel_beside_the_rows(put):
    export = read_export(put("svar.csv", b"id;a\n1;2\n3\n4;5\n"))
    assert export.rows["id"].to_list() == ["1", "4"]
    assert export.row_numbers.to_list() == [2, 4]
    assert export.broken.rows() == [(3, "3", "1 field instead of 2")]
    assert export.broken.schema == {"row": pl.UInt32, "text": pl.String, "reason": pl.String}


def test_several_files_are_no_csv_export(put):
    put("a.csv", b"id;a\n1;2\n")
    folder = put("b.csv", b"id;a\n1;2\n")
    with pytest.raises(ExportError, match=r"a\.csv, .*b\.csv: such an export is one file"):
        read_export(folder, ["a.csv", "b.csv"], "csv")
