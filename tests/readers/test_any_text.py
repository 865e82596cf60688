"""Whatever a table holds, each container gives every cell as it is; another program wrote it."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.readers.export import Source
from pipeline.readers.reading import CONTAINERS
from pipeline.readers.received import Received
from pipeline.readers.sheet import Sheet

HOSTILE = (
    *(
        "=1+1",
        "=HYPERLINK(A1)",
        "+1",
        "-1",
        "@x",
        "007",
        "1e5",
        "1.0",
        "TRUE",
        "NA",
        "NULL",
        "#N/A",
    ),
    *(
        "<b>&amp;</b>",
        "\u202eRTL",
        "עברית",
        "../../etc/passwd",
        "x" * 40_000,
        " \t ",
        "a\nb",
        "\x1b[0m",
    ),
    *(
        '"',
        '""',
        "'",
        ";",
        ",",
        "\t",
        "\x85",
        "\u2028",
        "\ufeff",
        "_x000",
        "2024-01-01",
        "^a$",
        "{{<",
    ),
)
# NUL is refused in text; "_x" escapes signs in a workbook, which holds no non-characters.
TEXTS = st.sampled_from(HOSTILE) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\ufffe\uffff_"), max_size=8
)
TABLES = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(TEXTS, min_size=width, max_size=width), min_size=2, max_size=6)
)
Rows = list[list[str]]


def as_csv(rows: Rows) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(rows)
    return text.getvalue().encode()


def as_xlsx(rows: Rows) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell[:32_767])
    return content.getvalue()


def as_parquet(rows: Rows) -> bytes:
    content = io.BytesIO()
    names = [f"{number}{name}" for number, name in enumerate(rows[0])]
    pl.DataFrame(rows[1:], schema=dict.fromkeys(names, pl.String), orient="row").write_parquet(
        content
    )
    return content.getvalue()


def sheet_of(name: str, content: bytes) -> Sheet:
    container = next(one for one in CONTAINERS if one.name == name)
    path = Path(f"svar.{name}")
    return container.read_sheet(Received(path, content, Source(path.name, len(content), "")))


@pytest.mark.parametrize(
    ("name", "write"), [("csv", as_csv), ("xlsx", as_xlsx), ("parquet", as_parquet)]
)
@settings(max_examples=40)
@given(rows=TABLES)
def test_every_cell_comes_back(name: str, write: Callable[[Rows], bytes], rows: Rows) -> None:
    content = write(rows)
    if name == "parquet":
        rows = [[f"{number}{text}" for number, text in enumerate(rows[0])], *rows[1:]]
    if name == "xlsx":
        rows = [[cell[:32_767] for cell in row] for row in rows]
    filled = {number: row for number, row in enumerate(rows, start=1) if any(row)}
    assume(filled)
    sheet = sheet_of(name, content)
    assert sheet.row_numbers.to_list() == list(filled)
    width = sheet.cells.width
    assert [list(row) for row in sheet.cells.rows()] == [
        [cell or None for cell in row[:width]] for row in filled.values()
    ]
    assert not any(any(row[width:]) for row in filled.values())
