"""CSV, TSV and other delimited text."""

from dataclasses import dataclass

import polars as pl

from pipeline.readers.delimited import split
from pipeline.readers.encoding import decode
from pipeline.readers.received import Received
from pipeline.readers.separators import Separator
from pipeline.readers.sheet import Sheet, as_export

NAME = "csv"
SUFFIXES = (".csv", ".tsv", ".txt")


@dataclass(frozen=True)
class DelimitedTable:
    """A delimited file below its header; rows, row_numbers and broken as in `Export`."""

    rows: pl.DataFrame
    row_numbers: pl.Series
    broken: pl.DataFrame
    separator: Separator
    encoding: str


def read_sheet(file: Received) -> Sheet:
    """Decode and split; raises ExportError."""
    return _split(file)[0]


def read_table(file: Received) -> DelimitedTable:
    """Decode, split and take the first row as header; raises ExportError."""
    sheet, separator, encoding = _split(file)
    export = as_export(sheet, 1, sheet.row(0), {}, "", NAME)
    return DelimitedTable(export.rows, export.row_numbers, export.broken, separator, encoding)


def _split(file: Received) -> tuple[Sheet, Separator, str]:
    text = decode(file)
    records = split(text.utf8, file.place)
    sheet = Sheet(
        records.cells,
        records.row_numbers,
        records.broken,
        file.place,
        f"{records.separator.name}, {text.encoding}",
        file.source,
    )
    return sheet, records.separator, text.encoding
