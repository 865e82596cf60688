"""Single numbers: a bar or dot an item, an answer or a group, with its interval and value."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from pipeline.charts.axis import axis
from pipeline.charts.colours import Role
from pipeline.charts.drawing import Drawing, Mark
from pipeline.charts.layout import (
    CANVAS_WIDTHS,
    EDGE,
    NOTE,
    Columns,
    Width,
    columns,
    row_label,
    title,
)
from pipeline.charts.measured import DOT_RADIUS, Measured
from pipeline.charts.rows import Block, LabelledBar, stacked_down
from pipeline.charts.scale import Numbers, drawn_as_dots
from pipeline.figures.arrangement import Arrangement, one_value_a_row, untitled
from pipeline.wording.languages import in_language

BAR_HEIGHT = 22.0
VALUE_MARGIN = 54.0
"""Room for "100 %" right of a bar that fills its scale."""
CAPTION_GAP = 10.0
NOTE_GAP = 12.0

UNCERTAINTY = {
    "da": "Den tynde streg viser den statistiske usikkerhed.",
    "nb": "Den tynne streken viser den statistiske usikkerheten.",
    "en": "The thin line shows the statistical uncertainty.",
}


def bars(
    arrangement: Arrangement,
    fills: Mapping[str, Role],
    numbers: Numbers,
    caption: str,
    language: str,
    width: Width,
) -> Drawing:
    """A bar or dot for each number, below a caption that says what the numbers are."""
    single = one_value_a_row(untitled(arrangement))
    place = columns(single, language, width, VALUE_MARGIN)
    if drawn_as_dots(numbers.statistic):
        place = replace(place, left=place.left + DOT_RADIUS)
    marks, top = captioned(arrangement.title, caption, width)
    rows, bottom = stacked_down(
        _blocks(single, fills, Measured(numbers, language, place)), place, BAR_HEIGHT, top
    )
    return with_axis(marks, rows, numbers, place, top, bottom, language)


def captioned(heading: str, caption: str, width: Width) -> tuple[list[Mark], float]:
    """A heading, what the numbers are, and where the rows may begin."""
    marks, top = title(heading, width)
    lines = NOTE.lines(caption, CANVAS_WIDTHS[width] - 2 * EDGE)
    marks += NOTE.set(lines, EDGE, top)
    return marks, top + (len(lines) * NOTE.line_height + CAPTION_GAP if lines else 0.0)


def with_axis(
    above: list[Mark],
    rows: list[Mark],
    numbers: Numbers,
    place: Columns,
    top: float,
    bottom: float,
    language: str,
) -> Drawing:
    """Rows over the lines of their scale, above its numbers and what the thin lines mean."""
    lines, below, bottom = axis(
        numbers.scale, place, top, bottom, partial(numbers.mark, language=language)
    )
    if any(getattr(mark, "name", "").startswith("interval") for mark in rows):
        words = NOTE.lines(in_language(UNCERTAINTY, language), place.span + VALUE_MARGIN)
        below += NOTE.set(words, place.left, bottom + NOTE_GAP)
        bottom += NOTE_GAP + len(words) * NOTE.line_height
    marks = (*above, *lines, *rows, *below)
    return Drawing(CANVAS_WIDTHS[place.width], bottom + EDGE, marks)


def _blocks(single: Arrangement, fills: Mapping[str, Role], drawn: Measured) -> list[Block]:
    return [
        Block(
            section.label,
            [
                LabelledBar(
                    row_label(row, single, drawn.place, drawn.language),
                    partial(drawn.marks, row, fills[row.values[0].answer.name]),
                )
                for row in section.rows
            ],
        )
        for section in single.sections
    ]
