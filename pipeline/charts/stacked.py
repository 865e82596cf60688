"""Distributions: one bar of 100 percent an item or group, a segment an answer."""

from collections.abc import Iterator, Mapping
from functools import partial

from pipeline.charts.colours import Role
from pipeline.charts.drawing import Drawing, Mark, Words
from pipeline.charts.layout import (
    CANVAS_WIDTHS,
    EDGE,
    NOTE,
    VALUE,
    Columns,
    Width,
    columns,
    row_label,
    title,
)
from pipeline.charts.legend import Entry, legend
from pipeline.charts.lettering import width_of
from pipeline.charts.rows import Block, LabelledBar, stacked_down
from pipeline.charts.segments import SEGMENT_GAP, number_inside, segments
from pipeline.charts.unavailable import reason_of_row, with_sign
from pipeline.figures.arrangement import Arrangement, Row, untitled
from pipeline.wording.languages import in_language
from pipeline.wording.small_numbers import SUPPRESSED_SYMBOL

BAR_HEIGHT = 30.0
UNIT_GAP = 6.0
SIGN_WIDTH = width_of(SUPPRESSED_SYMBOL, VALUE.size, VALUE.bold)

UNIT = {"da": "Tal i procent", "nb": "Tall i prosent", "en": "Figures in per cent"}
SMALLEST = {
    "da": "Tal i procent; de mindste står kun i tabellen",
    "nb": "Tall i prosent; de minste står bare i tabellen",
    "en": "Figures in per cent; the smallest are in the table only",
}


def stacked(
    arrangement: Arrangement, fills: Mapping[str, Role], language: str, width: Width
) -> Drawing:
    """A stacked bar a row, below a legend in the order of the segments."""
    place = columns(arrangement, language, width, right_margin=0.0)
    heading, top = title(arrangement.title, width)
    entries = [Entry(answer.label, fills[answer.name]) for answer in arrangement.answers]
    explained, top = legend(entries, place.left + SEGMENT_GAP / 2, place.right, top)
    blocks = [
        Block(
            section.label,
            [
                LabelledBar(
                    row_label(row, arrangement, place, language),
                    partial(_bar, row, fills, place, language),
                )
                for row in section.rows
            ],
        )
        for section in untitled(arrangement).sections
    ]
    marks, bottom = stacked_down(blocks, place, BAR_HEIGHT, top)
    values = [value for row in arrangement.rows for value in row.values]
    lines = NOTE.lines(with_sign(_unit(marks, language), values, language), place.span)
    unit = NOTE.set(lines, place.left, bottom + UNIT_GAP)
    height = bottom + UNIT_GAP + len(lines) * NOTE.line_height + EDGE
    return Drawing(CANVAS_WIDTHS[width], height, (*heading, *explained, *marks, *unit))


def _bar(
    row: Row, fills: Mapping[str, Role], place: Columns, language: str, top: float, bottom: float
) -> Iterator[Mark]:
    """The segments that are shown, then the sign in what is left of the bar; or why there are none.

    Hidden segments have no place of their own: between two others it would tell how long they are.
    """
    why = reason_of_row(row.values, language)
    if why:
        yield NOTE.beside(why, place.left, (top + bottom) / 2)
        return
    known = [value for value in row.values if value.is_shown]
    shares = [value.estimate for value in known if value.estimate]
    if any(value.suppressed for value in row.values):
        free = max(1.0 - sum(shares), 0.0) * place.span
        left = place.right - (free + SIGN_WIDTH) / 2
        yield VALUE.beside(SUPPRESSED_SYMBOL, left, (top + bottom) / 2)
    # Rounded shares can add up to 101 per cent, which is as long as a bar can be.
    pixels = place.span / max(sum(shares), 1.0)
    boxes = segments(row, known, fills, place.left, pixels, top, bottom)
    for share, box in zip(shares, boxes, strict=True):
        yield box
        number = number_inside(share, box, language)
        if number:
            yield number


def _unit(marks: list[Mark], language: str) -> str:
    """What the numbers are, and where those are that have no room."""
    boxes = sum(not isinstance(mark, Words) for mark in marks)
    numbers = sum(isinstance(mark, Words) and mark.align == "center" for mark in marks)
    return in_language(UNIT if numbers == boxes else SMALLEST, language)
