"""Agreement: the two sides of a scale begin at one line, and all other answers stand apart.

A middle drawn across the line would move both sides by half of it; set apart, each side has one
baseline and can be compared between rows, and so can what stands apart.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pipeline.charts.colours import Role
from pipeline.charts.drawing import Box, Drawing, Line, Mark
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
from pipeline.charts.stacked import SIGN_WIDTH
from pipeline.charts.unavailable import reason_of_row, with_sign
from pipeline.codebooks.codebook import Variable
from pipeline.figures.arrangement import Answer, Arrangement, Row, Value, untitled
from pipeline.figures.poles import score_of, side
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import decimal
from pipeline.wording.small_numbers import SUPPRESSED_SYMBOL

BAR_HEIGHT = 26.0
OUTSIDE_GAP = 3.0
OUTSIDE = OUTSIDE_GAP + width_of("88", VALUE.size, VALUE.bold) + OUTSIDE_GAP
"""Room for a number beyond the end of a side that is too short to hold it."""
APART_GAP = 8.0
LINE = 1.5
OVERHANG = 5.0
UNIT_GAP = 8.0

UNIT = {
    "da": "Tal i procent. De to sider af skalaen går ud fra stregen; øvrige svar står for sig.",
    "nb": "Tall i prosent. De to sidene av skalaen går ut fra streken; øvrige svar står for seg.",
    "en": "Figures in per cent. Both sides of the scale begin at the line; others stand apart.",
}


@dataclass(frozen=True)
class Sides:
    """Places of a figure's answers: each side from the line outwards, and the answers apart."""

    below: tuple[int, ...]
    above: tuple[int, ...]
    apart: tuple[int, ...]


def sides(variable: Variable, answers: Sequence[Answer]) -> Sides:
    """Which answer goes where: the mildest next to the line, what stands apart in given order."""

    def on(wanted: str) -> tuple[int, ...]:
        places = [place for place, one in enumerate(answers) if side(variable, one.name) == wanted]
        sign = 1 if wanted == "above" else -1
        return tuple(
            sorted(places, key=lambda place: sign * (score_of(variable, answers[place].name) or 0))
        )

    below, above = on("below"), on("above")
    rest = (place for place in range(len(answers)) if place not in (*below, *above))
    return Sides(below, above, tuple(rest))


@dataclass(frozen=True)
class Frame:
    """Where the line stands, where what stands apart begins, and the pixels for a share of 1."""

    line: float
    apart: float
    pixels: float


def frame(arrangement: Arrangement, parts: Sides, place: Columns) -> Frame:
    """The frame that gives the longest of each part its room."""
    below, above, apart = (
        max((_sum(row, part) for row in arrangement.rows), default=0.0)
        for part in (parts.below, parts.above, parts.apart)
    )
    gap = APART_GAP if apart else 0.0
    pixels = (place.span - 2 * OUTSIDE - gap) / (below + above + apart or 1.0)
    line = place.left + OUTSIDE + below * pixels
    return Frame(line, line + above * pixels + OUTSIDE + gap, pixels)


def diverging(
    arrangement: Arrangement,
    variable: Variable,
    fills: Mapping[str, Role],
    language: str,
    width: Width,
) -> Drawing:
    """Two sides at a line and other answers apart a row, below a legend from left to right."""
    place = columns(arrangement, language, width, right_margin=0.0)
    parts = sides(variable, arrangement.answers)
    within = frame(arrangement, parts, place)
    heading, top = title(arrangement.title, width)
    in_order = [
        arrangement.answers[one] for one in (*reversed(parts.below), *parts.above, *parts.apart)
    ]
    entries = [Entry(answer.label, fills[answer.name]) for answer in in_order]
    explained, top = legend(entries, place.left + SEGMENT_GAP / 2, place.right, top)
    bars = _Bars(parts, within, fills, place, language)
    blocks = [
        Block(
            section.label,
            [
                LabelledBar(row_label(row, arrangement, place, language), partial(bars.marks, row))
                for row in section.rows
            ],
        )
        for section in untitled(arrangement).sections
    ]
    marks, bottom = stacked_down(blocks, place, BAR_HEIGHT, top)
    values = [value for row in arrangement.rows for value in row.values]
    said = with_sign(in_language(UNIT, language), values, language)
    lines = NOTE.lines(said, CANVAS_WIDTHS[width] - EDGE - place.left)
    unit = NOTE.set(lines, place.left, bottom + UNIT_GAP)
    height = bottom + UNIT_GAP + len(lines) * NOTE.line_height + EDGE
    return Drawing(CANVAS_WIDTHS[width], height, (*heading, *explained, *marks, *unit))


@dataclass(frozen=True)
class _Bars:
    """How the rows of a drawing are drawn."""

    parts: Sides
    frame: Frame
    fills: Mapping[str, Role]
    place: Columns
    language: str

    def marks(self, row: Row, top: float, bottom: float) -> Iterator[Mark]:
        """What is shown of the row, or why nothing is; the sign stands where a part has hidden
        segments, at its far end."""
        why = reason_of_row(row.values, self.language)
        if why:
            yield NOTE.beside(why, self.place.left, (top + bottom) / 2)
            return
        below, above, apart = (
            [row.values[one] for one in part]
            for part in (reversed(self.parts.below), self.parts.above, self.parts.apart)
        )
        start = self.frame.line - _total(below) * self.frame.pixels
        yield from self._part(row, below, start, top, bottom, outside="left")
        yield from self._part(row, above, self.frame.line, top, bottom, outside="right")
        yield from self._part(row, apart, self.frame.apart, top, bottom, outside="")
        ends = (self.frame.line, top - OVERHANG), (self.frame.line, bottom + OVERHANG)
        yield Line(*ends, Role.TEXT, LINE, "zero")

    def _part(
        self, row: Row, values: list[Value], left: float, top: float, bottom: float, outside: str
    ) -> Iterator[Mark]:
        """Segments with their numbers; a side of one short segment has it beyond its end."""
        known = [value for value in values if value.is_shown]
        boxes = list(segments(row, known, self.fills, left, self.frame.pixels, top, bottom))
        shares = [value.estimate for value in known if value.estimate]
        is_whole = len(known) == len(values)
        if not is_whole:
            end = left if outside == "left" else left + _total(known) * self.frame.pixels
            yield self._sign(end, (top + bottom) / 2, outside)
        for share, box in zip(shares, boxes, strict=True):
            yield box
            number = number_inside(share, box, self.language)
            if number:
                yield number
            elif len(boxes) == 1 and outside and is_whole:
                yield self._beyond(share, box, outside)

    def _sign(self, end: float, middle: float, outside: str) -> Mark:
        if outside == "left":
            return VALUE.beside(SUPPRESSED_SYMBOL, end - OUTSIDE_GAP, middle, "right")
        left = min(end + OUTSIDE_GAP, self.place.right - SIGN_WIDTH)
        return VALUE.beside(SUPPRESSED_SYMBOL, left, middle)

    def _beyond(self, share: float, box: Box, outside: str) -> Mark:
        number, middle = decimal(100 * share, self.language, 0), box.top + box.height / 2
        if outside == "left":
            return VALUE.beside(number, box.left - OUTSIDE_GAP, middle, "right")
        return VALUE.beside(number, box.left + box.width + OUTSIDE_GAP, middle)


def _sum(row: Row, places: Sequence[int]) -> float:
    return _total([row.values[place] for place in places])


def _total(values: Iterable[Value]) -> float:
    """Of the shares that are shown."""
    return sum(value.estimate or 0.0 for value in values if value.is_shown)
