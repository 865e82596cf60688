"""Shares of which one respondent can have several, as boxes: the larger the share, the larger.

Boxes are laid out by squarify: Bruls, Huizing & van Wijk (2000), Squarified Treemaps.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from squarify import normalize_sizes, squarify

from pipeline.charts.colours import Role, label_on
from pipeline.charts.drawing import Box, Drawing, Mark, Type, Words
from pipeline.charts.layout import CANVAS_WIDTHS, EDGE, LABEL, NOTE, VALUE, Width
from pipeline.charts.lettering import width_of
from pipeline.charts.scale import Numbers
from pipeline.charts.unavailable import reason
from pipeline.figures.arrangement import Arrangement, Row, one_value_a_row
from pipeline.wording.labels import inside_sentence

HEIGHTS: dict[Width, float] = {"wide": 330.0, "narrow": 400.0}
PADDING = 8.0
FILL = Role.POSITIVE
CAPTION_GAP = 8.0
LIST_GAP = 12.0
MARK_WIDTH = 20.0
MARK_PADDING = 2.0
MARKS = "abcdefghijklmnopqrstuvwxyz"

INK = label_on(FILL)
LETTERINGS = (
    (Type(22, INK, bold=True), Type(14, INK)),
    (Type(16, INK, bold=True), Type(13, INK)),
    (Type(13, INK, bold=True), Type(11.5, INK)),
)
"""Number and label, from the largest letters to the smallest that can be read."""
MARK = Type(11.5, INK, bold=True)


@dataclass(frozen=True)
class _Named:
    """A box, and the label and number that belong in it."""

    box: Box
    label: str
    number: str


def treemap(
    arrangement: Arrangement, numbers: Numbers, caption: str, language: str, width: Width
) -> Drawing:
    """A box for each share below a caption that says what the numbers are.

    The label of a box that is too small for it stands in a list below, with a letter that is in
    the box; and so does what has no box, because nobody has it or it cannot be shown.
    """
    across = CANVAS_WIDTHS[width] - 2 * EDGE
    rows = one_value_a_row(arrangement).rows
    lines = NOTE.lines(caption, across)
    top = len(lines) * NOTE.line_height + CAPTION_GAP if lines else 0.0
    marks: list[Mark] = list(NOTE.set(lines, EDGE, 0.0))
    named = _boxes(rows, numbers, language, Box(EDGE, top, across, HEIGHTS[width], FILL))
    listed: list[tuple[str, str]] = []
    for one in named:
        inside = _inside(one)
        letter = "" if inside else MARKS[len(listed) % len(MARKS)]
        marks += [one.box, *(inside or _mark(letter, one.box))]
        if letter:
            listed.append((letter, f"{one.label} {one.number}"))
    listed += [("", _in_words(row, numbers, language)) for row in rows if not _has_box(row)]
    bottom = top + HEIGHTS[width] if named else top
    entries, bottom = _list(listed, across, bottom + LIST_GAP if listed else bottom)
    return Drawing(CANVAS_WIDTHS[width], bottom + EDGE, (*marks, *entries))


def _has_box(row: Row) -> bool:
    return bool(row.values[0].estimate)


def _boxes(rows: Iterable[Row], numbers: Numbers, language: str, whole: Box) -> list[_Named]:
    """A box a share, the largest first; an edge of the page's colour parts neighbours."""
    ordered = sorted(filter(_has_box, rows), key=lambda row: -row.rank)
    if not ordered:
        return []
    areas = normalize_sizes([row.rank for row in ordered], whole.width, whole.height)
    named = []
    places = squarify(areas, whole.left, whole.top, whole.width, whole.height)
    for row, place in zip(ordered, places, strict=True):
        name = f"bar.{row.item}.{row.group}.{row.values[0].answer.name}"
        box = Box(place["x"], place["y"], place["dx"], place["dy"], FILL, Role.PAGE, name)
        named.append(_Named(box, row.label, numbers.label(row.rank, language)))
    return named


def _inside(one: _Named) -> list[Words]:
    """Number and label in the largest letters in which no word must be broken; else nothing."""
    room, height = one.box.width - 2 * PADDING, one.box.height - 2 * PADDING
    x, top = one.box.left + PADDING, one.box.top + PADDING
    for number, label in LETTERINGS:
        widths = [width_of(one.number, number.size, number.bold)]
        widths += [width_of(word, label.size) for word in one.label.split()]
        if max(widths) > room:
            continue
        lines = label.lines(one.label, room)
        if number.line_height + len(lines) * label.line_height <= height:
            below = top + number.line_height
            return [*number.set((one.number,), x, top), *label.set(lines, x, below)]
    return []


def _mark(letter: str, box: Box) -> Iterable[Words]:
    """The letter in the middle of a box that has room for it."""
    needed = width_of(letter, MARK.size, MARK.bold) + 2 * MARK_PADDING
    if needed <= box.width and MARK.size + 2 * MARK_PADDING <= box.height:
        middle = box.top + box.height / 2
        yield MARK.beside(letter, box.left + box.width / 2, middle, "center")


def _in_words(row: Row, numbers: Numbers, language: str) -> str:
    """What is said of a row without a box."""
    why = reason(row.values, language)
    said = f"({inside_sentence(why)})" if why else numbers.label(0.0, language)
    return f"{row.label} {said}"


def _list(entries: Sequence[tuple[str, str]], width: float, top: float) -> tuple[list[Mark], float]:
    """Letters and what they stand for below each other, and where they end."""
    marks: list[Mark] = []
    indent = MARK_WIDTH if any(letter for letter, _ in entries) else 0.0
    for letter, words in entries:
        lines = LABEL.lines(words, width - indent)
        marks += VALUE.set((letter,) if letter else (), EDGE, top)
        marks += LABEL.set(lines, EDGE + indent, top)
        top += len(lines) * LABEL.line_height
    return marks, top
