"""Parquet: a table with types, read to text as CSV would show it."""

from io import BytesIO

import polars as pl

from pipeline.errors import ExportError
from pipeline.readers.export import BROKEN_SCHEMA
from pipeline.readers.received import Received
from pipeline.readers.sheet import Sheet

NAME = "parquet"
SUFFIXES = (".parquet",)


def read_sheet(file: Received) -> Sheet:
    """The names of the columns as the first row, then the rows; raises ExportError.

    Numbers are written with as many digits as they need, whole ones without decimals.
    """
    try:
        table = pl.read_parquet(BytesIO(file.content))
    except (pl.exceptions.PolarsError, OSError) as error:
        raise ExportError(
            f"{file.place}: no readable Parquet file ({str(error).splitlines()[0]}). Save it again."
        ) from error
    nested = [name for name, kind in table.schema.items() if kind.is_nested()]
    if nested:
        raise ExportError(
            f"{file.place}: columns hold lists or records: {', '.join(nested)}. Save one value a "
            "cell."
        )
    texts = table.select(_text(name, kind) for name, kind in table.schema.items())
    names = pl.DataFrame([table.columns], schema=texts.columns, orient="row")
    cells = pl.concat([names.cast(pl.String), texts])
    cells.columns = [str(number) for number in range(1, cells.width + 1)]
    row_numbers = pl.Series("row", range(1, cells.height + 1), dtype=pl.UInt32)
    broken = pl.DataFrame(schema=BROKEN_SCHEMA)
    return Sheet(cells, row_numbers, broken, file.place, "Parquet", file.source)


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
