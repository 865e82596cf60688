"""Parquet: a table with types, read to text as CSV would show it."""

from io import BytesIO

import polars as pl
import pyarrow as pa
import pyarrow.parquet as arrow_parquet

from pipeline.errors import ExportError
from pipeline.readers.export import BROKEN_SCHEMA
from pipeline.readers.received import Received
from pipeline.readers.sheet import Sheet

NAME = "parquet"
SUFFIXES = (".parquet",)
MOST_CELLS = 100_000_000
"""Rows times columns: a small file can state billions of rows that are alike."""


def read_sheet(file: Received) -> Sheet:
    """The names of the columns as the first row, then the rows; raises ExportError.

    Numbers are written with as many digits as they need, whole ones without decimals.
    """
    table = _table(file)
    unusable = [name for name, kind in table.schema.items() if _is_no_text(kind)]
    if unusable:
        raise ExportError(
            f"{file.place}: columns hold lists or records, bytes or durations: "
            f"{', '.join(unusable)}. Save one value a cell, as text or as a number."
        )
    names = table.columns
    table.columns = [str(number) for number in range(1, table.width + 1)]
    texts = table.select(_text(name, kind) for name, kind in table.schema.items())
    header = pl.DataFrame([names], schema=dict.fromkeys(table.columns, pl.String), orient="row")
    cells = pl.concat([header, texts])
    row_numbers = pl.Series("row", range(1, cells.height + 1), dtype=pl.UInt32)
    content = cells.select(pl.any_horizontal(pl.all().is_not_null())).to_series()
    return Sheet(
        cells.filter(content),
        row_numbers.filter(content),
        pl.DataFrame(schema=BROKEN_SCHEMA),
        file.place,
        "Parquet",
        file.source,
    )


def _table(file: Received) -> pl.DataFrame:
    try:
        about = arrow_parquet.read_metadata(BytesIO(file.content))
        if about.num_rows * about.num_columns > MOST_CELLS:
            raise ExportError(
                f"{file.place}: too large to be read ({about.num_rows:,} rows of "
                f"{about.num_columns:,} columns). Save the answers alone."
            )
        table = pl.read_parquet(BytesIO(file.content))
    except (pl.exceptions.PolarsError, pa.ArrowException, OSError) as error:
        raise ExportError(
            f"{file.place}: no readable Parquet file ({str(error).splitlines()[0]}). Save it again."
        ) from error
    if table.is_empty():
        raise ExportError(f"{file.place}: empty export: there is no row. Save it again.")
    return table


def _is_no_text(kind: pl.DataType) -> bool:
    return kind.is_nested() or kind in (pl.Binary, pl.Duration, pl.Object)


def _text(name: str, kind: pl.DataType) -> pl.Expr:
    column = pl.col(name)
    if kind.is_float():
        whole = column.is_finite() & (column == column.round()) & (column.abs() < 2**53)
        return (
            pl.when(whole)
            .then(column.cast(pl.Int64, strict=False).cast(pl.String))
            .otherwise(column.cast(pl.String))
            .alias(name)
        )
    text = column.cast(pl.String)
    return text.replace("", None)
