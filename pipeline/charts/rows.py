"""Sections and rows of bars stacked down a drawing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pipeline.charts.drawing import Mark
from pipeline.charts.layout import (
    CANVAS_WIDTHS,
    EDGE,
    HEADING,
    HEADING_GAP,
    LABEL_ABOVE_GAP,
    ROW_GAP,
    SECTION_GAP,
    Columns,
    RowLabel,
)


@dataclass(frozen=True)
class LabelledBar:
    """A row's label and what draws its bar between a top and a bottom."""

    label: RowLabel
    bar: Callable[[float, float], Iterable[Mark]]


@dataclass(frozen=True)
class Block:
    """Rows under a heading ('' is none)."""

    heading: str
    rows: Sequence[LabelledBar]


def stacked_down(
    blocks: Sequence[Block], place: Columns, bar_height: float, top: float
) -> tuple[list[Mark], float]:
    """The marks of all blocks from `top` on, and where they end."""
    marks: list[Mark] = []
    for number, block in enumerate(blocks):
        top += SECTION_GAP if number else 0.0
        if block.heading:
            lines = HEADING.lines(block.heading, CANVAS_WIDTHS[place.width] - 2 * EDGE)
            marks += HEADING.set(lines, EDGE, top)
            top += len(lines) * HEADING.line_height + HEADING_GAP
        for position, row in enumerate(block.rows):
            top += ROW_GAP if position else 0.0
            drawn, top = _row(row, place, bar_height, top)
            marks += drawn
    return marks, top


def _row(
    row: LabelledBar, place: Columns, bar_height: float, top: float
) -> tuple[list[Mark], float]:
    if place.labels_above:
        marks: list[Mark] = list(row.label.words(EDGE, top))
        gap = LABEL_ABOVE_GAP if row.label.lines or row.label.base else 0.0
        bar_top = top + row.label.height + gap
        return [*marks, *row.bar(bar_top, bar_top + bar_height)], bar_top + bar_height
    height = max(row.label.height, bar_height)
    label_top = top + (height - row.label.height) / 2
    bar_top = top + (height - bar_height) / 2
    marks = list(row.label.words(EDGE, label_top))
    return [*marks, *row.bar(bar_top, bar_top + bar_height)], top + height
