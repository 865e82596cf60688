"""Where rows of bars and their labels stand: labels beside the bars, or above them on a phone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.charts.colours import Role
from pipeline.charts.drawing import Mark, Type, Words
from pipeline.charts.lettering import width_of
from pipeline.figures.arrangement import Arrangement, Row
from pipeline.inference.presentation import STANDARD
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import whole

Width = Literal["wide", "narrow"]

CANVAS_WIDTHS: dict[Width, float] = {"wide": 720.0, "narrow": 358.0}
"""A column of text on a desk, and on a phone of 390 pixels with its margins."""

LABEL = Type(13)
VALUE = Type(13, bold=True)
HEADING = Type(13, bold=True)
NOTE = Type(11.5, Role.MUTED)

WIDEST_LABEL = 264.0
LABEL_GAP = 16.0
BASE_GAP = 8.0
ROW_GAP = 14.0
LABEL_ABOVE_GAP = 4.0
HEADING_GAP = 8.0
SECTION_GAP = 22.0
EDGE = 1.0  # keeps outlines and the overhang of letters on the canvas

N_ANSWERS = {"da": "{} svar", "nb": "{} svar", "en": "{} answers"}
ONLY = {"da": "kun", "nb": "bare", "en": "only"}
"""Before a base below which percentages say little."""
N_TICKS = {"da": "{} krydser", "nb": "{} kryss", "en": "{} ticks"}


@dataclass(frozen=True)
class RowLabel:
    """A row's label in lines, and below it the number of answers where rows are groups."""

    lines: tuple[str, ...]
    base: str
    above: bool

    width: float

    @property
    def height(self) -> float:
        """The height of the whole label."""
        below = NOTE.line_height if self.base and not self._base_fits_beside else 0.0
        return len(self.lines) * LABEL.line_height + below

    def words(self, x: float, top: float) -> Iterator[Words]:
        """The label from `x` and `top` on."""
        yield from LABEL.set(self.lines, x, top)
        last = LABEL.line_height * (len(self.lines) - 1)
        if self.base and self._base_fits_beside:
            beside = x + width_of(self.lines[-1], LABEL.size) + BASE_GAP
            yield NOTE.beside(self.base, beside, top + last + LABEL.line_height / 2)
        elif self.base:
            yield from NOTE.set((self.base,), x, top + last + LABEL.line_height)

    @property
    def _base_fits_beside(self) -> bool:
        """Below a label beside its bar there is room anyway; above a bar a line costs height."""
        if not self.above or not self.lines:
            return False
        needed = width_of(self.lines[-1], LABEL.size) + BASE_GAP + width_of(self.base, NOTE.size)
        return needed <= self.width


@dataclass(frozen=True)
class Columns:
    """The horizontal plan of a drawing: labels from `label_left`, bars from `left` to `right`."""

    width: Width
    left: float
    right: float

    @property
    def span(self) -> float:
        """The length of a bar that fills its scale."""
        return self.right - self.left

    @property
    def labels_above(self) -> bool:
        """Whether labels stand above their bars, not beside them."""
        return self.width == "narrow"

    @property
    def label_width(self) -> float:
        """The room for a row's label."""
        beside = self.left - LABEL_GAP - EDGE
        return CANVAS_WIDTHS[self.width] - 2 * EDGE if self.labels_above else beside


def columns(arrangement: Arrangement, language: str, width: Width, right_margin: float) -> Columns:
    """Columns that give the labels the room they need, up to a limit."""
    right = CANVAS_WIDTHS[width] - EDGE - right_margin
    labels = [row.label for row in arrangement.rows]
    bases = [base_label(row, arrangement, language) for row in arrangement.rows]
    needed = max(
        [width_of(label, LABEL.size) for label in labels]
        + [width_of(base, NOTE.size) for base in bases],
        default=0.0,
    )
    if width == "narrow" or not needed:
        return Columns(width, EDGE, right)
    return Columns(width, EDGE + min(needed, WIDEST_LABEL) + LABEL_GAP, right)


def row_label(row: Row, arrangement: Arrangement, place: Columns, language: str) -> RowLabel:
    """The label of a row, wrapped to its room."""
    lines = LABEL.lines(row.label, place.label_width)
    base = base_label(row, arrangement, language)
    return RowLabel(lines, base, place.labels_above, place.label_width)


def base_label(row: Row, arrangement: Arrangement, language: str) -> str:
    """How many answered, for groups, and for items that not equally many answered."""
    bases = {one.base_n for one in arrangement.rows}
    if row.base_n is None or not (arrangement.by_groups or len(bases) > 1):
        return ""
    counted = in_language(N_TICKS if arrangement.of_ticks else N_ANSWERS, language)
    words = counted.format(whole(row.base_n, language))
    few = row.base_n < STANDARD.smallest_base
    return f"{in_language(ONLY, language)} {words}" if few else words


def title(words: str, width: Width) -> tuple[list[Mark], float]:
    """A heading across the drawing, and where what it heads may begin."""
    lines = HEADING.lines(words, CANVAS_WIDTHS[width] - 2 * EDGE)
    height = len(lines) * HEADING.line_height + HEADING_GAP if lines else 0.0
    return list(HEADING.set(lines, EDGE, 0.0)), height
