"""The first row as column names: nothing renamed but blank names, doubled names refused."""

from collections import Counter
from collections.abc import Sequence

import polars as pl

from pipeline.errors import ExportError


def with_header(
    cells: pl.DataFrame, row_numbers: pl.Series, place: str
) -> tuple[pl.DataFrame, pl.Series]:
    """Rows under their column names, and their row numbers.

    Takes all rows of a table, the header first, blank rows left out. A column without a name is
    called `column_<its number>`, or left out where it is empty throughout, as the tail of a
    spreadsheet is. Raises ExportError for a table without rows and for doubled names.
    """
    if cells.height < 2:
        raise ExportError(
            f"{place}: empty export: there is no row below the header. Export the answers again."
        )
    names = cells.row(0)
    rows = cells.slice(1)
    kept = [
        number
        for number, name in enumerate(names)
        if name is not None or rows.to_series(number).null_count() < rows.height
    ]
    columns = [names[number] or f"column_{number + 1}" for number in kept]
    _refuse_doubled(columns, place)
    rows = rows.select(rows.columns[number] for number in kept)
    rows.columns = columns
    return rows, row_numbers.slice(1)


def _refuse_doubled(columns: Sequence[str], place: str) -> None:
    doubled = [name for name, count in Counter(columns).items() if count > 1]
    if doubled:
        names = ", ".join(f'"{name}"' for name in doubled)
        raise ExportError(
            f"{place}: several columns have the same name: {names}. Give each column a name of "
            "its own where the export is made."
        )
