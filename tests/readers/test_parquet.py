"""Parquet to text, as CSV would show it."""

import io
from datetime import date, datetime, timedelta

import polars as pl
import pytest

from pipeline.errors import ExportError
from pipeline.readers.reading import read_export


def parquet(table: pl.DataFrame) -> bytes:
    content = io.BytesIO()
    table.write_parquet(content)
    return content.getvalue()


def test_every_value_is_text_with_the_digits_it_needs(put):
    table = pl.DataFrame(
        {
            "id": [1, 2, None],
            "score": [3.0, 0.1, None],
            "far": [1e300, -2.5, 0.0],
            "day": [date(2024, 3, 1), None, None],
            "at": [datetime(2024, 3, 1, 12, 30), None, None],
            "yes": [True, False, None],
            "text": [" ø", "", "NA"],
        }
    )
    export = read_export(put("svar.parquet", parquet(table)))
    assert export.rows.columns == table.columns
    assert export.rows.schema == dict.fromkeys(table.columns, pl.String)
    assert export.rows["id"].to_list() == ["1", "2", None]
    assert export.rows["score"].to_list() == ["3", "0.1", None]
    assert [float(one) for one in export.rows["far"]] == [1e300, -2.5, 0.0]
    assert export.rows["day"].to_list() == ["2024-03-01", None, None]
    assert export.rows["at"][0].startswith("2024-03-01 12:30:00")
    assert export.rows["yes"].to_list() == ["true", "false", None]
    assert export.rows["text"].to_list() == [" ø", None, "NA"]
    assert export.recognised == "PARQUET: one header row; Parquet"


def test_a_cell_with_several_values_is_refused_with_its_column(put):
    content = parquet(pl.DataFrame({"id": [1], "many": [[1, 2]]}))
    with pytest.raises(ExportError, match=r"svar\.parquet: columns hold lists .*: many"):
        read_export(put("svar.parquet", content))


@pytest.mark.parametrize("value", [b"\xff\xfe", timedelta(days=1)])
def test_bytes_and_durations_are_refused_with_their_column(put, value):
    content = parquet(pl.DataFrame({"id": ["1"], "odd": [value]}))
    with pytest.raises(ExportError, match=r"svar\.parquet: columns hold .*: odd\. Save one value"):
        read_export(put("svar.parquet", content))


def test_blank_rows_are_left_out_and_counted(put):
    table = pl.DataFrame({"id": ["1", None, "2"], "a": ["x", "", "y"]})
    export = read_export(put("svar.parquet", parquet(table)))
    assert export.rows.rows() == [("1", "x"), ("2", "y")]
    assert export.row_numbers.to_list() == [2, 4]


def test_more_rows_than_memory_holds_are_refused(put):
    folder = put(
        "svar.parquet", parquet(pl.DataFrame({"id": pl.repeat(True, 200_000_000, eager=True)}))
    )
    assert (folder / "svar.parquet").stat().st_size < 1_000_000
    with pytest.raises(ExportError, match=r"too large to be read \(200,000,000 rows of 1 columns"):
        read_export(folder)


def test_a_table_without_rows_is_an_empty_export(put):
    with pytest.raises(ExportError, match=r"svar\.parquet: empty export"):
        read_export(put("svar.parquet", parquet(pl.DataFrame({"id": []}, {"id": pl.String}))))


def test_a_broken_file_is_refused(put):
    with pytest.raises(ExportError, match=r"svar\.parquet: no readable Parquet file"):
        read_export(put("svar.parquet", b"PAR1 nothing PAR1"))
