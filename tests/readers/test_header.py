import polars as pl
import pytest

from pipeline.errors import ExportError
from pipeline.readers.header import with_header

NUMBERS = pl.Series("row", [1, 2, 4], dtype=pl.UInt32)


def table(*rows: tuple[str | None, ...]) -> pl.DataFrame:
    width = len(rows[0])
    return pl.DataFrame(rows, schema=[str(n + 1) for n in range(width)], orient="row")


def test_the_first_row_names_the_columns_as_it_is():
    rows, numbers = with_header(table((" Id", "id"), ("1", "2"), (None, "3")), NUMBERS, "f")
    assert rows.to_dicts() == [{" Id": "1", "id": "2"}, {" Id": None, "id": "3"}]
    assert numbers.to_list() == [2, 4]


def test_a_column_without_a_name_is_named_or_left_out_where_it_is_empty():
    cells = table((None, "a", None, None), ("x", "1", None, None), (None, "2", None, "y"))
    rows, _ = with_header(cells, NUMBERS, "f")
    assert rows.columns == ["column_1", "a", "column_4"]
    assert rows.rows() == [("x", "1", None), (None, "2", "y")]


def test_a_named_column_stays_where_it_is_empty():
    rows, _ = with_header(table(("a", "b"), ("1", None), ("2", None)), NUMBERS, "f")
    assert rows.columns == ["a", "b"]


def test_doubled_names_are_refused_and_all_named():
    with pytest.raises(ExportError, match=r'svar\.csv: several columns .*: "a", "column_4"\.'):
        with_header(
            table(("a", "a", "column_4", None), ("1", "2", "3", "4")), NUMBERS.head(2), "svar.csv"
        )


def test_a_header_without_rows_is_an_empty_export():
    with pytest.raises(ExportError, match=r"svar\.csv: empty export"):
        with_header(table(("a", "b")), NUMBERS.head(1), "svar.csv")
