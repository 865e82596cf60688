"""Numbers over waves: dots with their intervals and a line between those that can be compared.

Of two waves it is a slope chart. Waves stand at their true distance where their names are years.
Labels stand beside the last dots, moved apart where they would meet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matplotlib.ticker import MaxNLocator

from pipeline.charts.bars import captioned
from pipeline.charts.colours import Role
from pipeline.charts.drawing import Dot, Drawing, Line, Mark
from pipeline.charts.layout import CANVAS_WIDTHS, EDGE, HEADING, LABEL, NOTE, Width
from pipeline.charts.scale import Numbers, Scale
from pipeline.figures.trends import Point, Series
from pipeline.results import FORMS, Statistic

HEIGHTS: dict[Width, float] = {"wide": 300.0, "narrow": 280.0}
AXIS_WIDTH = 44.0
LABEL_SHARE: dict[Width, float] = {"wide": 0.42, "narrow": 0.5}
"""The part of the width that the labels beside the last dots take."""
LABEL_GAP = 14.0
BETWEEN_LABELS = 5.0
SIDE = 22.0
APART = 5.0
"""How far the dots of two series are moved apart, so that intervals can be told apart."""
DOT, STROKE, WHISKER = 4.5, 2.0, 1.5
DASH, DASH_GAP = 5.0, 4.0
SMALLEST_SPAN = 0.2
BREAK = "break"


@dataclass(frozen=True)
class _Plot:
    """Where waves and numbers stand."""

    waves: tuple[str, ...]
    left: float
    right: float
    top: float
    bottom: float
    scale: Scale

    def x(self, wave: str) -> float:
        positions = _positions(self.waves)
        share = positions[self.waves.index(wave)]
        return self.left + SIDE + share * (self.right - self.left - 2 * SIDE)

    def y(self, number: float) -> float:
        low, high = self.scale.low, self.scale.high
        return self.bottom - (number - low) / (high - low) * (self.bottom - self.top)


def trend_drawing(
    series: Sequence[Series],
    waves: Sequence[str],
    statistic: Statistic,
    caption: str,
    language: str,
    width: Width,
) -> Drawing:
    """The drawing of series that the same waves have."""
    scale = _scale(series, statistic)
    numbers = Numbers(statistic, scale)
    marks, top = captioned("", caption, width)
    right = CANVAS_WIDTHS[width] * (1 - LABEL_SHARE[width])
    labels = [_label(one, numbers, language, width) for one in series]
    room = sum(_height(one) + BETWEEN_LABELS for one in labels)
    bottom = top + max(HEIGHTS[width], room)
    plot = _Plot(tuple(waves), AXIS_WIDTH, right, top + 6, bottom, scale)
    marks += _grid(plot, numbers, language)
    for place, one in enumerate(sorted(series, key=lambda one: one.changed)):
        marks += _series(one, plot, (place - (len(series) - 1) / 2) * APART)
    marks += _labels(series, labels, plot)
    return Drawing(CANVAS_WIDTHS[width], bottom + 10 + LABEL.line_height + EDGE, tuple(marks))


def _positions(waves: Sequence[str]) -> list[float]:
    """0 to 1; by their distance where the names are numbers."""
    if len(waves) == 1:
        return [0.5]
    places = [float(wave) if wave.isdigit() else None for wave in waves]
    if None in places:
        return [number / (len(waves) - 1) for number in range(len(waves))]
    known = [place for place in places if place is not None]
    return [(place - known[0]) / (known[-1] - known[0]) for place in known]


def _scale(series: Sequence[Series], statistic: Statistic) -> Scale:
    """From the lowest to the highest interval, at round numbers; lines need no zero."""
    points = [point for one in series for point in one.points]
    low = min(point.estimate if point.low is None else point.low for point in points)
    high = max(point.estimate if point.high is None else point.high for point in points)
    if FORMS[statistic] == "percent" and high - low < SMALLEST_SPAN:
        middle = (low + high) / 2
        low, high = max(middle - SMALLEST_SPAN / 2, 0.0), min(middle + SMALLEST_SPAN / 2, 1.0)
    ticks = MaxNLocator(5, steps=(1, 2, 5, 10)).tick_values(low, high)
    return Scale(float(ticks[0]), float(ticks[-1]), tuple(float(one) for one in ticks))


def _grid(plot: _Plot, numbers: Numbers, language: str) -> Iterator[Mark]:
    for number in plot.scale.ticks:
        if FORMS[numbers.statistic] == "percent" and not -1e-9 <= number <= 1 + 1e-9:
            continue
        y = plot.y(number)
        yield Line((plot.left, y), (plot.right, y), Role.TRACK, 1.0, f"tick.{number:g}")
        yield NOTE.beside(numbers.mark(number, language), plot.left - 8, y, "right")
    for wave in plot.waves:
        x = plot.x(wave)
        words = LABEL.beside(wave, x, plot.bottom + 10 + LABEL.line_height / 2, "center")
        yield words


def _series(one: Series, plot: _Plot, moved: float) -> Iterator[Mark]:
    colour = Role.POSITIVE if one.changed else Role.MUTED
    name = f"{one.item}.{one.category}"
    places = [(plot.x(point.wave) + moved, plot.y(point.estimate)) for point in one.points]
    for number, point in enumerate(one.points[:-1]):
        if point.joined:
            yield Line(places[number], places[number + 1], colour, STROKE, f"change.{name}")
        elif one.points[number + 1].joined:
            yield from _break((places[number][0] + places[number + 1][0]) / 2 - moved, plot)
    for point, (x, y) in zip(one.points, places, strict=True):
        yield from _whisker(point, x, plot, colour, name)
        yield Dot((x, y), DOT, colour, f"point.{name}.{point.wave}")


def _whisker(point: Point, x: float, plot: _Plot, colour: Role, name: str) -> Iterator[Mark]:
    if point.low is not None and point.high is not None:
        low, high = plot.y(point.low), plot.y(point.high)
        yield Line((x, low), (x, high), colour, WHISKER, f"interval.{name}")


def _break(x: float, plot: _Plot) -> Iterator[Mark]:
    """A dashed line between waves that cannot be compared."""
    top = plot.top
    while top < plot.bottom:
        end = min(top + DASH, plot.bottom)
        yield Line((x, top), (x, end), Role.TEXT, WHISKER, BREAK)
        top += DASH + DASH_GAP


Label = tuple[tuple[str, ...], bool]


def _label(one: Series, numbers: Numbers, language: str, width: Width) -> Label:
    """What a series is and its last number, in lines; bold where it changed."""
    kind = HEADING if one.changed else LABEL
    text = f"{numbers.label(one.points[-1].estimate, language)} {one.label}"
    room = CANVAS_WIDTHS[width] * LABEL_SHARE[width] - LABEL_GAP - EDGE
    return kind.lines(text, room), one.changed


def _height(label: Label) -> float:
    return len(label[0]) * LABEL.line_height


def _labels(series: Sequence[Series], labels: Sequence[Label], plot: _Plot) -> Iterator[Mark]:
    """Beside the last dots; from the top down each as near to its dot as the one above allows."""
    order = sorted(range(len(series)), key=lambda one: plot.y(series[one].points[-1].estimate))
    tops: list[float] = []
    end = plot.top - 8
    for one in order:
        wished = plot.y(series[one].points[-1].estimate) - _height(labels[one]) / 2
        tops.append(max(wished, end))
        end = tops[-1] + _height(labels[one]) + BETWEEN_LABELS
    lowest = plot.bottom + LABEL.line_height
    for place in reversed(range(len(order))):
        height = _height(labels[order[place]])
        tops[place] = min(tops[place], lowest - height)
        lowest = tops[place] - BETWEEN_LABELS
    for one, top in zip(order, tops, strict=True):
        lines, changed = labels[one]
        kind = HEADING if changed else LABEL
        dot = plot.y(series[one].points[-1].estimate)
        middle = top + LABEL.line_height / 2
        colour = Role.POSITIVE if changed else Role.MUTED
        start = (plot.x(plot.waves[-1]) + SIDE - 4, dot)
        yield Line(start, (plot.right + LABEL_GAP - 4, middle), colour, 1.0, "leader")
        yield from kind.set(lines, plot.right + LABEL_GAP, top)
