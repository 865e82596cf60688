"""XLSX: the first sheet, the others when they are asked for; every cell as a person sees it.

Whole numbers come without decimals, dates as ISO 8601, truth values as `true` and `false`. The
library gives nothing for a formula that failed (#N/A): such a cell is empty.
"""

from dataclasses import replace
from functools import partial

import fastexcel
import polars as pl

from pipeline.errors import ExportError
from pipeline.readers.export import BROKEN_SCHEMA
from pipeline.readers.received import Received
from pipeline.readers.sheet import Sheet

NAME = "xlsx"
SUFFIXES = (".xlsx",)
TIME = r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}"
MIDNIGHT = r"^\d{4}-\d{2}-\d{2} 00:00:00$"


def read_sheet(file: Received) -> Sheet:
    """The first sheet of a workbook, the others beside it; raises ExportError."""
    try:
        reader = fastexcel.read_excel(file.content)
    except fastexcel.FastExcelError as error:
        raise _unreadable(file, error) from error
    first, *others = reader.sheet_names
    beside = {name: partial(_sheet, reader, name, file) for name in others}
    return replace(_sheet(reader, first, file), beside=beside)


def _sheet(reader: fastexcel.ExcelReader, name: str, file: Received) -> Sheet:
    cells = _cells(reader, name, file)
    row_numbers = pl.Series("row", range(1, cells.height + 1), dtype=pl.UInt32)
    content = cells.select(pl.any_horizontal(pl.all().is_not_null())).to_series()
    kept = cells.filter(content)
    kept.columns = [str(number) for number in range(1, kept.width + 1)]
    return Sheet(
        kept.with_columns(_dates_without_time(column) for column in kept),
        row_numbers.filter(content),
        pl.DataFrame(schema=BROKEN_SCHEMA),
        f'{file.place}, sheet "{name}"',
        f'sheet "{name}"',
        file.source,
        name,
    )


def _cells(reader: fastexcel.ExcelReader, name: str, file: Received) -> pl.DataFrame:
    """All cells of a sheet from row 1 on; an empty cell is null."""
    try:
        # Without header and skipping nothing, so that rows are counted as a spreadsheet does.
        sheet = reader.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
        cells = sheet.to_polars()
    except fastexcel.FastExcelError as error:
        raise _unreadable(file, error) from error
    if cells.is_empty():
        raise ExportError(
            f'{file.place}, sheet "{name}": empty export: the sheet holds nothing. Export it '
            "again, with the answers on the first sheet."
        )
    return cells.select(pl.all().replace("", None))


def _unreadable(file: Received, error: fastexcel.FastExcelError) -> ExportError:
    return ExportError(
        f"{file.place}: no readable XLSX file ({str(error).splitlines()[0]}). It may be cut "
        "while copying or protected with a password; save it again as XLSX or CSV."
    )


def _dates_without_time(column: pl.Series) -> pl.Series:
    # A date comes as its midnight; a column without any other time was shown without times.
    texts = column.drop_nulls()
    times = texts.filter(texts.str.contains(TIME))
    if times.is_empty() or not times.str.contains(MIDNIGHT).all():
        return column
    midnight = column.str.contains(MIDNIGHT).fill_null(False)
    return (
        column.to_frame()
        .select(pl.when(midnight).then(pl.all().str.head(len("2020-06-11"))).otherwise(pl.all()))
        .to_series()
    )
