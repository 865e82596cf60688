"""Lines at round numbers of a scale, with the numbers below: where no track shows the whole."""

from collections.abc import Callable

from pipeline.charts.colours import Role
from pipeline.charts.drawing import Line, Mark, Words
from pipeline.charts.layout import CANVAS_WIDTHS, EDGE, NOTE, Columns
from pipeline.charts.lettering import width_of
from pipeline.charts.scale import Scale

THICKNESS = 1.0
ZERO = 1.5
OVERHANG = 4.0
LABEL_GAP = 3.0


def axis(
    scale: Scale, place: Columns, top: float, bottom: float, label: Callable[[float], str]
) -> tuple[list[Mark], list[Mark], float]:
    """The lines, which bars are drawn over; the numbers below them; and where these end.

    The line at zero stands out: bars begin there, and scores have a sign. Where labels stand above
    their bars, lines would cross them, and are short.
    """
    if not scale.ticks:
        return [], [], bottom
    end = bottom + OVERHANG
    start = bottom if place.labels_above else top - OVERHANG
    lines: list[Mark] = []
    words: list[Mark] = []
    for number in scale.ticks:
        x = scale.x(number, place)
        role, thickness = (Role.OUTLINE, ZERO) if number == 0 else (Role.TRACK, THICKNESS)
        lines.append(Line((x, start), (x, end), role, thickness, f"tick.{number:g}"))
        words.append(_below(label(number), x, end + LABEL_GAP, place))
    return lines, words, end + LABEL_GAP + NOTE.line_height


def _below(text: str, x: float, top: float, place: Columns) -> Words:
    """The number centred below its line, or moved onto the canvas."""
    half = width_of(text, NOTE.size) / 2
    left = min(max(x - half, EDGE), CANVAS_WIDTHS[place.width] - EDGE - 2 * half)
    return next(NOTE.set((text,), left, top))
