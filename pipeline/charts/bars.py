"""Single numbers: a bar or dot an item, an answer or a group, with its interval and value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from pipeline.arrangement import Arrangement, Row, Value, one_value_a_row, untitled
from pipeline.charts.colours import OUTLINED, Role
from pipeline.charts.drawing import Box, Dot, Drawing, Line, Mark
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
from pipeline.charts.rows import Block, LabelledBar, stacked_down
from pipeline.charts.scale import Numbers, drawn_as_dots
from pipeline.charts.unavailable import reason
from pipeline.wording.languages import in_language

BAR_HEIGHT = 22.0
WHISKER = 1.75
WHISKER_END = 8.0
DOT_RADIUS = 6.0
DOT_TRACK = 4.0
VALUE_GAP = 7.0
VALUE_MARGIN = 54.0  # room for "100 %" right of a bar that fills its track
CAPTION_GAP = 10.0
NOTE_GAP = 12.0

UNCERTAINTY = {
    "da": "Den tynde streg viser den statistiske usikkerhed.",
    "nb": "Den tynne streken viser den statistiske usikkerheten.",
    "en": "The thin line shows the statistical uncertainty.",
}


@dataclass(frozen=True)
class Bars:
    """How the numbers of a figure are drawn: means as dots, since no bar can begin at zero."""

    numbers: Numbers
    language: str
    place: Columns

    def marks(self, row: Row, fill: Role, top: float, bottom: float) -> Iterator[Mark]:
        """The number of a row on its track, or why there is none."""
        (value,) = row.values
        middle = (top + bottom) / 2
        if value.estimate is None:
            yield NOTE.beside(reason(row.values, self.language), self.place.left, middle)
            return
        name = f"{row.item}.{row.group}.{value.answer.name}"
        end = self._x(value.estimate)
        if drawn_as_dots(self.numbers.statistic):
            yield self._track(middle - DOT_TRACK / 2, DOT_TRACK)
            yield from self._whisker(value, middle, name)
            yield Dot((end, middle), DOT_RADIUS, fill, f"bar.{name}")
        else:
            left, outline = self.place.left, Role.OUTLINE if fill in OUTLINED else None
            yield self._track(top, bottom - top)
            yield Box(left, top, end - left, bottom - top, fill, outline, f"bar.{name}")
            yield from self._whisker(value, middle, name)
        reach = max(end, self._x(value.interval[1])) if value.interval else end
        label = self.numbers.label(value.estimate, self.language)
        yield VALUE.beside(label, reach + VALUE_GAP, middle)

    def _x(self, number: float) -> float:
        return self.numbers.scale.x(number, self.place)

    def _track(self, top: float, height: float) -> Box:
        return Box(self.place.left, top, self.place.span, height, Role.TRACK)

    def _whisker(self, value: Value, middle: float, name: str) -> Iterator[Line]:
        if not value.interval:
            return
        low, high = (self._x(end) for end in value.interval)
        yield Line((low, middle), (high, middle), Role.TEXT, WHISKER, f"interval.{name}")
        for x in (low, high):
            above, below = middle - WHISKER_END / 2, middle + WHISKER_END / 2
            yield Line((x, above), (x, below), Role.TEXT, WHISKER)


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
    marks, top = title(arrangement.title, width)
    lines = NOTE.lines(caption, CANVAS_WIDTHS[width] - 2 * EDGE)
    marks += NOTE.set(lines, EDGE, top)
    top += len(lines) * NOTE.line_height + CAPTION_GAP if lines else 0.0
    rows, bottom = stacked_down(
        _blocks(single, fills, Bars(numbers, language, place)), place, BAR_HEIGHT, top
    )
    marks += rows
    if any(value.interval for row in single.rows for value in row.values):
        below = NOTE.lines(in_language(UNCERTAINTY, language), place.span + VALUE_MARGIN)
        marks += NOTE.set(below, place.left, bottom + NOTE_GAP)
        bottom += NOTE_GAP + len(below) * NOTE.line_height
    return Drawing(CANVAS_WIDTHS[width], bottom + EDGE, tuple(marks))


def _blocks(single: Arrangement, fills: Mapping[str, Role], drawn: Bars) -> list[Block]:
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
