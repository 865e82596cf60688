"""A table of no survey tool in particular, with one header row or two."""

from collections.abc import Mapping
from dataclasses import replace

from pipeline.readers.export import Export, Hint
from pipeline.readers.joined import separator_in
from pipeline.readers.sheet import Sheet, as_export, told_apart
from pipeline.readers.totals import without_totals

JOINT = " - "
"""Between the two header rows of a column, as SurveyXact's question and choice."""


def read(sheet: Sheet, format: str) -> Export:
    """The rows under their names; `format` is the kind of file: csv.

    Two header rows are taken where the first has blank or repeated names that the second tells
    apart, as the merged cells of a spreadsheet give. Raises ExportError.
    """
    first, second = sheet.row(0), sheet.row(1)
    filled = [column.null_count() < sheet.cells.height for column in sheet.cells]
    if sheet.cells.height < 3 or not _has_two(first, second, filled):
        title = f"{format.upper()}: one header row"
        return _as_export(sheet, 1, first, {}, title, format)
    names = told_apart(_joined(first, second, filled))
    questions = dict(zip(names, names, strict=True))
    title = f"{format.upper()}: two header rows"
    return _as_export(sheet, 2, names, questions, title, format)


def _as_export(
    sheet: Sheet,
    header_rows: int,
    names: list[str],
    questions: Mapping[str, str],
    title: str,
    format: str,
) -> Export:
    """The answers without totals, and which columns hold several answers in one cell."""
    export = without_totals(as_export(sheet, header_rows, names, questions, title, format))
    joined = {column.name: separator_in(column) for column in export.rows}
    hints = {name: Hint("joined", separator=sign) for name, sign in joined.items() if sign}
    return replace(export, hints=hints)


def _has_two(first: list[str], second: list[str], filled: list[bool]) -> bool:
    """Whether the second row names parts of what the first spreads over columns, and no more."""
    parts = _parts(first, filled)
    alone = [number for number in range(len(first)) if number not in parts]
    named = [name for name in _joined(first, second, filled) if name]
    return (
        bool(parts)
        and all(second[number] and not second[number].isdecimal() for number in parts)
        and not any(second[number] for number in alone)
        and len(named) == len(set(named))
    )


def _parts(first: list[str], filled: list[bool]) -> set[int]:
    """The columns whose name is repeated beside it, or blank after a name.

    An empty column parts what stands on its sides.
    """
    return {
        number
        for here in range(1, len(first))
        if filled[here] and filled[here - 1]
        if (not first[here] and any(first[:here])) or first[here] == first[here - 1] != ""
        for number in (here - 1, here)
    }


def _joined(first: list[str], second: list[str], filled: list[bool]) -> list[str]:
    names, last = [], ""
    for above, below, holds in zip(first, second, filled, strict=True):
        last = (above or last) if holds else ""
        names.append(JOINT.join(part for part in (last if below or above else "", below) if part))
    return names
