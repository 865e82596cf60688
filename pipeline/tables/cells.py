"""A table as rows of cells, and as HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from pipeline.wording.languages import in_language
from pipeline.wording.small_numbers import DOUBT, SUPPRESSED_SYMBOL, UNCERTAIN

SUPPRESSED = {
    "da": "vises ikke",
    "nb": "vises ikke",
    "en": "not shown",
}
NO_NUMBER_SYMBOL = "–"
NO_NUMBER = {"da": "ingen svar", "nb": "ingen svar", "en": "no answers"}


@dataclass(frozen=True)
class Cell:
    """One cell; with a scope it is a header. `spoken` is what a screen reader says instead."""

    text: str
    classes: tuple[str, ...] = ()
    scope: Literal["", "col", "row", "rowgroup"] = ""
    columns: int = 1
    spoken: str = ""


@dataclass(frozen=True)
class TableRow:
    """Cells side by side."""

    cells: tuple[Cell, ...]
    classes: tuple[str, ...] = ()


def number(text: str, *classes: str) -> Cell:
    """A cell with a number, aligned as numbers are."""
    return Cell(text, ("number", *classes))


def doubtful_number(text: str, language: str, *classes: str) -> Cell:
    """A cell with a number that carries a warning; the note says why."""
    spoken = f"{text}, {in_language(UNCERTAIN, language)}"
    return Cell(f"{text}{DOUBT}", ("number", *classes), spoken=spoken)


def suppressed(language: str, *classes: str) -> Cell:
    """A cell whose number may not be shown."""
    spoken = in_language(SUPPRESSED, language)
    return Cell(SUPPRESSED_SYMBOL, ("number", *classes, "suppressed"), spoken=spoken)


def no_number(language: str, *classes: str) -> Cell:
    """A cell without a number: nobody answered."""
    return Cell(NO_NUMBER_SYMBOL, ("number", *classes), spoken=in_language(NO_NUMBER, language))


def as_html(caption: str, head: Sequence[Cell], bodies: Sequence[Sequence[TableRow]]) -> str:
    """The table; a body is a group of rows. All texts are escaped."""
    parts = [
        '<table class="data">',
        f'<caption class="visually-hidden">{escape(caption)}</caption>',
        "<thead>",
        _row(TableRow(tuple(head))),
        "</thead>",
    ]
    for body in bodies:
        parts += ["<tbody>", *(_row(row) for row in body), "</tbody>"]
    return "\n".join([*parts, "</table>"]) + "\n"


def _row(row: TableRow) -> str:
    return f"<tr{_classes(row.classes)}>{''.join(_cell(cell) for cell in row.cells)}</tr>"


def content(cell: Cell) -> str:
    """What stands in a cell, as HTML, and what a screen reader says instead."""
    text = escape(cell.text)
    if not cell.spoken:
        return text
    return (
        f'<span aria-hidden="true">{text}</span>'
        f'<span class="visually-hidden">{escape(cell.spoken)}</span>'
    )


def _cell(cell: Cell) -> str:
    span = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    if not cell.scope:
        return f"<td{_classes(cell.classes)}{span}>{content(cell)}</td>"
    return f'<th scope="{cell.scope}"{_classes(cell.classes)}{span}>{content(cell)}</th>'


def _classes(classes: tuple[str, ...]) -> str:
    return f' class="{" ".join(classes)}"' if classes else ""
