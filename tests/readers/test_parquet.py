"""Parquet to text, as CSV would show it."""

import io
from datetime import date, datetime

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
    with pytest.raises(ExportError, match=r"svar\.parquet: columns hold lists or records: many"):
        read_export(put("svar.parquet", content))


def test_a_broken_file_is_refused(put):
    with pytest.raises(ExportError, match=r"svar\.parquet: no readable Parquet file"):
        read_export(put("svar.parquet", b"PAR1 nothing PAR1"))
