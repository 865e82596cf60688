"""Parts of a bar beside each other, each with its number where there is room."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.charts.colours import OUTLINED, Role, label_on
from pipeline.charts.drawing import Box, Type, Words
from pipeline.charts.layout import VALUE
from pipeline.charts.lettering import width_of
from pipeline.figures.arrangement import Row, Value
from pipeline.wording.numbers import decimal

SEGMENT_GAP = 2.0
"""Between two segments, so that neighbours are told apart by more than their colours."""
SEGMENT_PADDING = 2.5
SMALLEST_SEGMENT = 0.5  # what is left of a segment narrower than the gap


def segments(
    row: Row,
    values: Sequence[Value],
    fills: Mapping[str, Role],
    left: float,
    pixels: float,
    top: float,
    bottom: float,
) -> Iterator[Box]:
    """Boxes from `left` on, `pixels` for a share of 1; a share of 0 has none."""
    for value in values:
        share = value.estimate or 0.0
        if share:
            fill = fills[value.answer.name]
            yield Box(
                left + SEGMENT_GAP / 2,
                top,
                max(share * pixels - SEGMENT_GAP, SMALLEST_SEGMENT),
                bottom - top,
                fill,
                Role.OUTLINE if fill in OUTLINED else None,
                name=f"bar.{row.item}.{row.group}.{value.answer.name}",
            )
        left += share * pixels


def number_inside(share: float, box: Box, language: str) -> Words | None:
    """The number in the middle of its segment; None where the segment is too small for it."""
    number = decimal(100 * share, language, 0)
    if width_of(number, VALUE.size, VALUE.bold) + 2 * SEGMENT_PADDING > box.width:
        return None
    style = Type(VALUE.size, label_on(box.fill), VALUE.bold)
    return style.beside(number, box.left + box.width / 2, box.top + box.height / 2, "center")
