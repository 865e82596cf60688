"""XLSX with one header row: the first sheet, every cell as the text that a person sees.

Whole numbers come without decimals, dates as ISO 8601, truth values as `true` and `false`. The
library gives nothing for a formula that failed (#N/A): such a cell is empty.
"""

from collections.abc import Sequence

import fastexcel
import polars as pl

from pipeline.errors import ExportError
from pipeline.readers.export import BROKEN_SCHEMA, Export
from pipeline.readers.header import with_header
from pipeline.readers.received import Received

NAME = "xlsx"
SUFFIXES = (".xlsx",)
MIDNIGHT = r"^\d{4}-\d{2}-\d{2} 00:00:00$"


def find(names: Sequence[str]) -> list[tuple[str, ...]]:
    """The exports of this format among file names: each workbook is one."""
    return [(name,) for name in names if name.lower().endswith(SUFFIXES)]


def read(files: Sequence[Received]) -> Export:
    """Read the first sheet of a workbook; raises ExportError."""
    if len(files) != 1:
        raise ExportError(
            f"{', '.join(file.place for file in files)}: an XLSX export is one file. Name it under "
            "`export` in wave.yml."
        )
    file = files[0]
    sheet, cells = _first_sheet(file)
    row_numbers = pl.Series("row", range(1, cells.height + 1), dtype=pl.UInt32)
    content = cells.select(pl.any_horizontal(pl.all().is_not_null())).to_series()
    rows, row_numbers = with_header(
        cells.filter(content), row_numbers.filter(content), f"{file.place}, sheet {sheet}"
    )
    return Export(
        rows=rows.with_columns(_dates_without_time(column) for column in rows),
        row_numbers=row_numbers,
        broken=pl.DataFrame(schema=BROKEN_SCHEMA),
        questions={},
        labels={},
        sources=(file.source,),
        recognised=f"XLSX: sheet {sheet}",
    )


def _first_sheet(file: Received) -> tuple[str, pl.DataFrame]:
    """Its name, quoted, and all its cells from row 1 on; an empty cell is null."""
    try:
        workbook = fastexcel.read_excel(file.content)
        # Without header and skipping nothing, so that rows are counted as a spreadsheet does.
        sheet = workbook.load_sheet(0, header_row=None, skip_rows=0, dtypes="string")
        cells = sheet.to_polars()
    except fastexcel.FastExcelError as error:
        raise ExportError(
            f"{file.place}: no readable XLSX file ({str(error).splitlines()[0]}). It may be cut "
            "while copying or protected with a password; save it again as XLSX or CSV."
        ) from error
    if cells.is_empty():
        raise ExportError(
            f'{file.place}, sheet "{sheet.name}": empty export: the sheet holds nothing. Put the '
            "answers on the first sheet."
        )
    return f'"{sheet.name}"', cells.select(pl.all().replace("", None))


def _dates_without_time(column: pl.Series) -> pl.Series:
    # A date comes as its midnight; a column of nothing else was shown without times.
    texts = column.drop_nulls()
    if texts.is_empty() or not texts.str.contains(MIDNIGHT).all():
        return column
    return column.str.head(len("2020-06-11"))
