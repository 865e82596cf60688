"""One number of a figure: a bar or a dot with its interval, and the number beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.charts.colours import OUTLINED, Role
from pipeline.charts.drawing import Box, Dot, Line, Mark
from pipeline.charts.layout import NOTE, VALUE, Columns
from pipeline.charts.scale import Numbers, drawn_as_dots
from pipeline.charts.unavailable import reason
from pipeline.figures.arrangement import Row, Value

WHISKER = 1.75
HALO = 4.5
WHISKER_END = 9.0
DOT_RADIUS = 5.5
DOT_TRACK = 4.0
VALUE_GAP = 7.0


@dataclass(frozen=True)
class Measured:
    """How the numbers of a figure are drawn: means as dots, since no bar can begin at zero."""

    numbers: Numbers
    language: str
    place: Columns

    def marks(self, row: Row, fill: Role, top: float, bottom: float) -> Iterator[Mark]:
        """The number of a row, or why there is none."""
        (value,) = row.values
        middle = (top + bottom) / 2
        if value.estimate is None:
            yield NOTE.beside(reason(row.values, self.language), self.place.left, middle)
            return
        name = f"{row.item}.{row.group}.{value.answer.name}"
        end = self._x(value.estimate)
        if drawn_as_dots(self.numbers.statistic):
            yield self._track(middle - DOT_TRACK / 2, DOT_TRACK)
            yield from self._whisker(value, middle, name, ((Role.TEXT, WHISKER),))
            yield Dot((end, middle), DOT_RADIUS, fill, f"bar.{name}")
        else:
            left, outline = self.place.left, Role.OUTLINE if fill in OUTLINED else None
            if self.numbers.scale.is_whole:
                yield self._track(top, bottom - top)
            yield Box(left, top, end - left, bottom - top, fill, outline, f"bar.{name}")
            yield from self._whisker(value, middle, name, ((Role.PAGE, HALO), (Role.TEXT, WHISKER)))
        reach = max(end, self._x(value.interval[1])) if value.interval else end
        label = self.numbers.label(value.estimate, self.language)
        yield VALUE.beside(label, reach + VALUE_GAP, middle)

    def _x(self, number: float) -> float:
        return self.numbers.scale.x(number, self.place)

    def _track(self, top: float, height: float) -> Box:
        return Box(self.place.left, top, self.place.span, height, Role.TRACK)

    def _whisker(
        self, value: Value, middle: float, name: str, strokes: Iterable[tuple[Role, float]]
    ) -> Iterator[Line]:
        """The interval; on bars over a thicker line of the page's colour, so that it is seen."""
        if not value.interval:
            return
        low, high = (self._x(end) for end in value.interval)
        above, below = middle - WHISKER_END / 2, middle + WHISKER_END / 2
        for role, thickness in strokes:
            named = f"interval.{name}" if role is Role.TEXT else ""
            yield Line((low, middle), (high, middle), role, thickness, named)
            for x in (low, high):
                yield Line((x, above), (x, below), role, thickness)
