"""A table of no survey tool in particular, with one header row or two."""

from pipeline.readers.export import Export
from pipeline.readers.sheet import Sheet, as_export, told_apart

JOINT = " - "
"""Between the two header rows of a column, as SurveyXact's question and choice."""


def read(sheet: Sheet, format: str) -> Export:
    """The rows under their names; `format` is the kind of file: csv.

    Two header rows are taken where the first has blank or repeated names that the second tells
    apart, as the merged cells of a spreadsheet give. Raises ExportError.
    """
    first, second = sheet.row(0), sheet.row(1)
    if sheet.cells.height < 3 or not _has_two(first, second):
        return as_export(sheet, 1, first, {}, f"{format.upper()}: one header row", format)
    names = told_apart(_joined(first, second))
    questions = dict(zip(names, names, strict=True))
    return as_export(sheet, 2, names, questions, f"{format.upper()}: two header rows", format)


def _has_two(first: list[str], second: list[str]) -> bool:
    """Whether the second row names parts of what the first spreads over columns, and no more."""
    parts = _parts(first)
    alone = [number for number in range(len(first)) if number not in parts]
    named = [name for name in _joined(first, second) if name]
    return (
        bool(parts)
        and all(second[number] and not second[number].isdecimal() for number in parts)
        and not any(second[number] for number in alone)
        and len(named) == len(set(named))
    )


def _parts(first: list[str]) -> set[int]:
    """The columns whose name is repeated beside it, or blank after a name."""
    return {
        number
        for here in range(1, len(first))
        if (not first[here] and any(first[:here])) or first[here] == first[here - 1] != ""
        for number in (here - 1, here)
    }


def _joined(first: list[str], second: list[str]) -> list[str]:
    names, last = [], ""
    for above, below in zip(first, second, strict=True):
        last = above or last
        names.append(JOINT.join(part for part in (last if below or above else "", below) if part))
    return names
