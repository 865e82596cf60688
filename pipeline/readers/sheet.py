"""A table as a file holds it: header rows above the answers, every cell as text."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import polars as pl

from pipeline.errors import ExportError
from pipeline.readers.export import Export, Hint, Source

NAMES_SHOWN = 10


@dataclass(frozen=True)
class Sheet:
    """One table of a file, before anybody has told its header rows from its answers.

    cells: String columns "1", "2", ...; an empty cell is null; blank rows left out. row_numbers:
    UInt32, as a spreadsheet counts them. broken: as in `Export`. place: the file, and the sheet
    where there are several, as messages name it. container: how it was read, in words. title: the
    name of the sheet, "" for a file that is one table. beside: the other sheets of the workbook by
    their names, read when they are called.
    """

    cells: pl.DataFrame
    row_numbers: pl.Series
    broken: pl.DataFrame
    place: str
    container: str
    source: Source
    title: str = ""
    beside: Mapping[str, Callable[[], "Sheet"]] = field(default_factory=dict)

    def row(self, number: int) -> list[str]:
        """The texts of a row, counted from 0; '' for an empty cell, nothing below the last."""
        if number >= self.cells.height:
            return []
        return [cell or "" for cell in self.cells.row(number)]


def as_export(
    sheet: Sheet,
    header_rows: int,
    names: Sequence[str],
    questions: Mapping[str, str],
    recognised: str,
    format: str,
    labels: Mapping[str, Mapping[str, str]] | None = None,
    hints: Mapping[str, Hint] | None = None,
) -> Export:
    """The rows below the header under `names`, one a column; '' for a column without a name.

    Such a column is called `column_<its number>`, or left out where it is empty throughout, as the
    tail of a spreadsheet is. Raises ExportError for a table without rows, and for names that are
    doubled or that Polars takes for patterns.
    """
    if sheet.cells.height <= header_rows:
        raise ExportError(
            f"{sheet.place}: empty export: there is no row below the header. Export the answers "
            "again."
        )
    rows = sheet.cells.slice(header_rows)
    kept = [
        number
        for number, name in enumerate(names)
        if name or rows.to_series(number).null_count() < rows.height
    ]
    columns = [names[number] or f"column_{number + 1}" for number in kept]
    _refuse_unusable(columns, sheet.place)
    rows = rows.select(rows.columns[number] for number in kept)
    rows.columns = columns
    return Export(
        rows=rows,
        row_numbers=sheet.row_numbers.slice(header_rows),
        broken=sheet.broken,
        questions={name: text for name, text in questions.items() if name in columns},
        labels=labels or {},
        sources=(sheet.source,),
        recognised=f"{recognised}; {sheet.container}",
        format=format,
        hints={name: hint for name, hint in (hints or {}).items() if name in columns},
    )


def side_by_side(parts: Sequence[Sheet]) -> Sheet:
    """The first sheet with the columns of the others, row by row as a spreadsheet numbers them.

    A row that is blank in one part has empty cells there. A column that stands in several parts
    with the same cells, as a key does, is taken once. At least one part.
    """
    row, first = "row", parts[0]
    joined = first.cells.with_columns(first.row_numbers.alias(row))
    for number, part in enumerate(parts[1:], start=2):
        columns = part.cells.select(pl.all().name.prefix(f"{number}."))
        right = columns.with_columns(part.row_numbers.alias(row))
        joined = joined.join(right, on=row, how="full", coalesce=True).sort(row)
    own = joined.select(first.cells.columns).get_columns()
    added: list[pl.Series] = []
    for column in joined.drop(row, *first.cells.columns):
        if not any(column.equals(known) for known in (*own, *added)):
            added.append(column)
    cells = pl.DataFrame([*own, *added])
    cells.columns = [str(number) for number in range(1, cells.width + 1)]
    return replace(first, cells=cells, row_numbers=joined[row])


def told_apart(names: Sequence[str]) -> list[str]:
    """The same names, from the second on with their number where a name stands several times."""
    seen: Counter[str] = Counter()
    taken = set(names)
    apart = []
    for name in names:
        seen[name] += 1
        new = name
        while name and seen[name] > 1 and (new := f"{name} ({seen[name]})") in taken:
            seen[name] += 1
        taken.add(new)
        apart.append(new)
    return apart


def plain_name(name: str) -> str:
    """A name as it is compared with names that are known: without capitals and wide spaces."""
    return " ".join(name.split()).casefold()


def _refuse_unusable(columns: Sequence[str], place: str) -> None:
    patterns = [name for name in columns if name.startswith("^") and name.endswith("$")]
    if patterns:
        raise ExportError(
            f'{place}: the column "{patterns[0]}" is called like a pattern. Take the ^ or the $ '
            "away where the export is made."
        )
    doubled = [name for name, count in Counter(columns).items() if count > 1]
    if doubled:
        names = ", ".join(f'"{name}"' for name in doubled[:NAMES_SHOWN])
        raise ExportError(
            f"{place}: several columns have the same name: {names}. Give each column a name of "
            "its own where the export is made."
        )
