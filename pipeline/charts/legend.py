"""What the colours of a drawing stand for, in lines above it."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.charts.colours import OUTLINED, Role
from pipeline.charts.drawing import Box, Mark
from pipeline.charts.layout import LABEL, NOTE
from pipeline.charts.lettering import width_of

SWATCH = 12.0
SWATCH_GAP = 6.0
NOTE_GAP = 8.0
ENTRY_GAP = 18.0
LINE_GAP = 4.0
LEGEND_GAP = 14.0


@dataclass(frozen=True)
class Entry:
    """A colour, its label, and what may stand small beside it."""

    label: str
    fill: Role
    note: str = ""


def legend(
    entries: Iterable[Entry], left: float, right: float, top: float
) -> tuple[list[Mark], float]:
    """Swatches and labels from left to right, and where what they explain may begin."""
    marks: list[Mark] = []
    x = left
    for entry in entries:
        lines = LABEL.lines(entry.label, right - left - SWATCH - SWATCH_GAP)
        words = max(width_of(line, LABEL.size) for line in lines)
        small = NOTE_GAP + width_of(entry.note, NOTE.size) if entry.note else 0.0
        length = SWATCH + SWATCH_GAP + words + small
        if x > left and x + length > right:
            x, top = left, top + LABEL.line_height + LINE_GAP
        middle = top + LABEL.line_height / 2
        outline = Role.OUTLINE if entry.fill in OUTLINED else None
        marks.append(Box(x, middle - SWATCH / 2, SWATCH, SWATCH, entry.fill, outline))
        start = x + SWATCH + SWATCH_GAP
        marks += LABEL.set(lines, start, top)
        if entry.note:
            marks.append(NOTE.beside(entry.note, start + words + NOTE_GAP, middle))
        top += (len(lines) - 1) * LABEL.line_height
        x += length + ENTRY_GAP
    return marks, top + LABEL.line_height + LEGEND_GAP
