"""XLSX: the first sheet, the others when they are asked for; every cell as a person sees it.

Whole numbers come without decimals, dates as ISO 8601, truth values as `true` and `false`, a
formula that failed as its error: `#N/A`.
"""

from dataclasses import replace
from functools import partial

import fastexcel
import polars as pl

from pipeline.errors import ExportError
from pipeline.readers.export import BROKEN_SCHEMA
from pipeline.readers.received import Received
from pipeline.readers.sheet import Sheet
from pipeline.readers.workbook_bounds import look_into, unreadable
from pipeline.readers.workbook_cells import cells_of
from pipeline.readers.workbook_part import Found

NAME = "xlsx"
SUFFIXES = (".xlsx",)


def read_sheet(file: Received) -> Sheet:
    """The first sheet of a workbook, the others beside it; raises ExportError."""
    found = look_into(file)
    try:
        reader = fastexcel.read_excel(file.content)
    except fastexcel.FastExcelError as error:
        raise unreadable(file, str(error).splitlines()[0]) from error
    if not reader.sheet_names:
        raise unreadable(file, "it holds no sheet")
    first, *others = reader.sheet_names
    beside = {name: partial(_sheet, reader, name, file, found) for name in others}
    return replace(_sheet(reader, first, file, found), beside=beside)


def _sheet(reader: fastexcel.ExcelReader, name: str, file: Received, found: Found) -> Sheet:
    try:
        cells = cells_of(reader, name, found)
    except fastexcel.FastExcelError as error:
        raise unreadable(file, str(error).splitlines()[0]) from error
    if cells.is_empty():
        raise ExportError(
            f'{file.place}, sheet "{name}": empty export: the sheet holds nothing. Export it '
            "again, with the answers on the first sheet."
        )
    row_numbers = pl.Series("row", range(1, cells.height + 1), dtype=pl.UInt32)
    content = cells.select(pl.any_horizontal(pl.all().is_not_null())).to_series()
    kept = cells.filter(content)
    kept.columns = [str(number) for number in range(1, kept.width + 1)]
    return Sheet(
        kept,
        row_numbers.filter(content),
        pl.DataFrame(schema=BROKEN_SCHEMA),
        f'{file.place}, sheet "{name}"',
        f'sheet "{name}"',
        file.source,
        name,
    )
