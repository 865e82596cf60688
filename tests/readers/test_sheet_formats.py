"""Whatever a table holds, each tool's format reads it losslessly or refuses it in words."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ExportError
from pipeline.readers.export import BROKEN_SCHEMA, Source
from pipeline.readers.reading import SHEET_FORMATS
from pipeline.readers.sheet import Sheet

OWN = st.sampled_from(
    ["RespondentID", "Timestamp", "ID", "Start time", "Completion time", "Q", "Q [a]", "Q [Score]",
     "Points - Q", "Response", "Other (please specify)", "=1+1", "<script>", "../x", "\u05d0\u05d1"]
)  # fmt: skip
CELLS = (
    st.none() | OWN | st.text(min_size=1) | st.sampled_from(["a, b", "a;", "12/6/2018 11:57:58"])
)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    width = draw(st.integers(1, 6))
    row = st.tuples(*[CELLS] * width).filter(any)  # blank rows are left out before
    rows = draw(st.lists(row, min_size=1, max_size=6))
    names = [str(number + 1) for number in range(width)]
    cells = pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")
    numbers = pl.Series("row", range(1, len(rows) + 1), dtype=pl.UInt32)
    return Sheet(cells, numbers, BROKEN_SCHEMA.to_frame(), "svar.csv", "", Source("", 0, ""))


@pytest.mark.parametrize("format", SHEET_FORMATS, ids=lambda one: one.name)
@given(sheet=sheets())
def test_no_cell_below_the_header_is_lost(format, sheet):
    format.recognise(sheet)
    try:
        export = format.read(sheet)
    except ExportError:
        return
    header = sheet.cells.height - export.rows.height
    assert header in (1, 2, 3)
    assert export.row_numbers.to_list() == list(range(header + 1, sheet.cells.height + 1))
    given_cells = [column.to_list() for column in sheet.cells.slice(header)]
    read_cells = [column.to_list() for column in export.rows]
    assert [one for one in given_cells if any(one)] == [one for one in read_cells if any(one)]
    assert set(export.hints) | set(export.questions) <= set(export.rows.columns)
