"""Distributions: one bar of 100 percent an item or group, a segment an answer."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import accumulate

from pipeline.arrangement import Answer, Arrangement, Row, untitled
from pipeline.charts.colours import OUTLINED, Role, label_on
from pipeline.charts.drawing import Box, Drawing, Mark, Type, Words
from pipeline.charts.layout import (
    CANVAS_WIDTHS,
    EDGE,
    LABEL,
    NOTE,
    VALUE,
    Columns,
    Width,
    columns,
    row_label,
    title,
)
from pipeline.charts.lettering import width_of
from pipeline.charts.rows import Block, LabelledBar, stacked_down
from pipeline.charts.unavailable import reason
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import decimal

BAR_HEIGHT = 30.0
SEGMENT_GAP = 2.0
"""Between two segments, so that neighbours are told apart by more than their colours."""
SEGMENT_PADDING = 2.5
SMALLEST_SEGMENT = 0.5  # what is left of a segment narrower than the gap

SWATCH = 12.0
SWATCH_GAP = 6.0
ENTRY_GAP = 18.0
LEGEND_GAP = 14.0
UNIT_GAP = 6.0

UNIT = {"da": "Tal i procent", "nb": "Tall i prosent", "en": "Figures in per cent"}


def stacked(
    arrangement: Arrangement, fills: Mapping[str, Role], language: str, width: Width
) -> Drawing:
    """A stacked bar a row, below a legend in the order of the segments."""
    place = columns(arrangement, language, width, right_margin=0.0)
    heading, top = title(arrangement.title, width)
    legend, top = _legend(arrangement.answers, fills, place, top)
    blocks = [
        Block(
            section.label,
            [
                LabelledBar(
                    row_label(row, arrangement, place, language),
                    partial(_segments, row, fills, place, language),
                )
                for row in section.rows
            ],
        )
        for section in untitled(arrangement).sections
    ]
    marks, bottom = stacked_down(blocks, place, BAR_HEIGHT, top)
    unit = NOTE.set((in_language(UNIT, language),), place.left, bottom + UNIT_GAP)
    height = bottom + UNIT_GAP + NOTE.line_height + EDGE
    return Drawing(CANVAS_WIDTHS[width], height, (*heading, *legend, *marks, *unit))


def _segments(
    row: Row, fills: Mapping[str, Role], place: Columns, language: str, top: float, bottom: float
) -> Iterator[Mark]:
    """The segments of a row, or why there are none: one unknown segment moves all others."""
    why = reason(row.values, language)
    if why:
        yield NOTE.beside(why, place.left, (top + bottom) / 2)
        return
    shares = [value.estimate or 0.0 for value in row.values]
    starts = accumulate(shares, initial=0.0)
    for value, share, start in zip(row.values, shares, starts, strict=False):
        if not share:
            continue
        fill = fills[value.answer.name]
        box = Box(
            place.left + start * place.span + SEGMENT_GAP / 2,
            top,
            max(share * place.span - SEGMENT_GAP, SMALLEST_SEGMENT),
            bottom - top,
            fill,
            Role.OUTLINE if fill in OUTLINED else None,
            name=f"bar.{row.item}.{row.group}.{value.answer.name}",
        )
        yield box
        yield from _segment_label(share, box, language)


def _segment_label(share: float, box: Box, language: str) -> Iterator[Words]:
    """The number in the middle of its segment; a segment too small for it gets none."""
    number = decimal(100 * share, language, 0)
    if width_of(number, VALUE.size, VALUE.bold) + 2 * SEGMENT_PADDING > box.width:
        return
    style = Type(VALUE.size, label_on(box.fill), VALUE.bold)
    yield style.beside(number, box.left + box.width / 2, box.top + box.height / 2, "center")


def _legend(
    answers: tuple[Answer, ...], fills: Mapping[str, Role], place: Columns, top: float
) -> tuple[list[Mark], float]:
    """Swatches and labels in lines from the left of the bars; and where the bars may begin."""
    marks: list[Mark] = []
    left = place.left + SEGMENT_GAP / 2
    room = place.right - left
    x = left
    for answer in answers:
        lines = LABEL.lines(answer.label, room - SWATCH - SWATCH_GAP)
        length = SWATCH + SWATCH_GAP + max(width_of(line, LABEL.size) for line in lines)
        if x > left and x + length > place.right:
            x, top = left, top + LABEL.line_height + 4
        middle = top + LABEL.line_height / 2
        fill = fills[answer.name]
        outline = Role.OUTLINE if fill in OUTLINED else None
        marks.append(Box(x, middle - SWATCH / 2, SWATCH, SWATCH, fill, outline))
        marks += LABEL.set(lines, x + SWATCH + SWATCH_GAP, top)
        top += (len(lines) - 1) * LABEL.line_height
        x += length + ENTRY_GAP
    return marks, top + LABEL.line_height + LEGEND_GAP
