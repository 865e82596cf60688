"""The cells of a sheet as text, with what the library loses put back.

It rounds numbers to nine decimals and gives nothing for a formula that failed. Excel keeps 15
digits of a number, and shows the error.
"""

import re
from decimal import Decimal

import fastexcel
import polars as pl

from pipeline.readers.workbook_part import Found

DIGITS = 15
FAILED = re.compile(r"Error\((\w+)\)")
FAILURES = {
    "Div0": "#DIV/0!",
    "NA": "#N/A",
    "Name": "#NAME?",
    "Null": "#NULL!",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Value": "#VALUE!",
}
"""What the library calls the failure of a formula -> what Excel shows."""
OTHER_FAILURE = "#ERROR!"
TIME = r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}"
MIDNIGHT = r"^(\d{4}-\d{2}-\d{2}) 00:00:00$"
NO_DATE = "1899-12-31 "
"""Before a time of day without a date, which Excel stores as a part of its day 0."""


def cells_of(reader: fastexcel.ExcelReader, name: str, found: Found) -> pl.DataFrame:
    """All cells of a sheet from row 1 on; an empty cell is null. Raises `FastExcelError`."""
    sheet = _loaded(reader, name, "string")
    cells = sheet.to_polars()
    if cells.is_empty():
        return cells
    if found.failed:
        cells = _with_failures(cells, sheet)
    if found.long_decimals:
        numbers = _loaded(reader, name, "float").to_polars()
        cells = cells.select(_with_decimals(column, numbers[column.name]) for column in cells)
    cells = cells.select(pl.all().replace("", None))
    return cells.select(_as_seen(column) for column in cells)


def _loaded(
    reader: fastexcel.ExcelReader, name: str, kind: fastexcel.DType
) -> fastexcel.ExcelSheet:
    # Without header and skipping nothing, so that rows are counted as a spreadsheet does.
    return reader.load_sheet(name, header_row=None, skip_rows=0, dtypes=kind)


def _with_failures(cells: pl.DataFrame, sheet: fastexcel.ExcelSheet) -> pl.DataFrame:
    _, errors = sheet.to_arrow_with_errors()
    columns = {name: cells[name] for name in cells.columns}
    for one in errors.errors if errors else []:
        row, column = one.position
        told = FAILED.search(one.detail)
        if told:
            name = cells.columns[column]
            shown = FAILURES.get(told.group(1), OTHER_FAILURE)
            columns[name] = columns[name].scatter(row, shown)
    return pl.DataFrame(columns)


def _with_decimals(texts: pl.Series, numbers: pl.Series) -> pl.Series:
    """The texts of a column, with all digits where the number behind one has more."""
    rounded = texts.cast(pl.Float64, strict=False)
    where = (rounded.is_not_null() & numbers.is_finite() & (rounded != numbers)).fill_null(False)
    if not where.any():
        return texts
    exact = [f"{Decimal(f'{number:.{DIGITS}g}'):f}" for number in numbers.filter(where)]
    return texts.scatter(where.arg_true(), exact)


def _as_seen(column: pl.Series) -> pl.Series:
    """A date comes as its midnight, a time of day with a date: a column of such shows neither."""
    texts = column.drop_nulls()
    moments = texts.filter(texts.str.contains(TIME))
    if moments.is_empty():
        return column
    if moments.str.starts_with(NO_DATE).all():
        return column.str.strip_prefix(NO_DATE)
    if moments.str.contains(MIDNIGHT).all():
        return column.str.replace(MIDNIGHT, "${1}")
    return column
