"""CSV, TSV and other delimited text with one header row."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from pipeline.errors import ExportError
from pipeline.readers.delimited import split
from pipeline.readers.encoding import decode
from pipeline.readers.export import Export
from pipeline.readers.header import with_header
from pipeline.readers.received import Received
from pipeline.readers.separators import Separator

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


def find(names: Sequence[str]) -> list[tuple[str, ...]]:
    """The exports of this format among file names: each text file is one."""
    return [(name,) for name in names if name.lower().endswith(SUFFIXES)]


def read(files: Sequence[Received]) -> Export:
    """Read the one file of a CSV export; raises ExportError."""
    if len(files) != 1:
        raise ExportError(
            f"{', '.join(file.place for file in files)}: a CSV export is one file. Name it under "
            "`export` in wave.yml."
        )
    table = read_table(files[0])
    return Export(
        rows=table.rows,
        row_numbers=table.row_numbers,
        broken=table.broken,
        questions={},
        labels={},
        sources=(files[0].source,),
        recognised=f"CSV: {table.separator.name}, {table.encoding}",
    )


def read_table(file: Received) -> DelimitedTable:
    """Decode, split and take the first row as header; raises ExportError."""
    text = decode(file)
    records = split(text.utf8, file.place)
    rows, row_numbers = with_header(records.cells, records.row_numbers, file.place)
    return DelimitedTable(rows, row_numbers, records.broken, records.separator, text.encoding)
