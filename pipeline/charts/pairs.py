"""Groups compared item by item: a thin bar for each group below each other, a colour a group."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.charts.bars import VALUE_MARGIN, captioned, with_axis
from pipeline.charts.colours import UNORDERED, Role
from pipeline.charts.drawing import Drawing, Mark
from pipeline.charts.layout import LABEL, Columns, RowLabel, Width, base_label, columns
from pipeline.charts.legend import Entry, legend
from pipeline.charts.measured import Measured
from pipeline.charts.rows import Block, LabelledBar, stacked_down
from pipeline.charts.scale import Numbers
from pipeline.figures.arrangement import Arrangement, Row, Section, one_value_a_row

THIN_BAR = 17.0
BETWEEN = 3.0
MOST_GROUPS = 4
"""More colours than these are hard to keep apart."""


def fits_pairs(arrangement: Arrangement) -> bool:
    """Whether several items have one number for each of a few groups."""
    groups = {row.group for row in arrangement.rows if not row.is_total}
    several = len(arrangement.sections) > 1 and not arrangement.shared
    return several and len(arrangement.answers) == 1 and 2 <= len(groups) <= MOST_GROUPS


def pairs(
    arrangement: Arrangement, numbers: Numbers, caption: str, language: str, width: Width
) -> Drawing:
    """The bars of an item together, below a legend of the groups and how many each has."""
    sections = one_value_a_row(arrangement).sections
    place = columns(_items(arrangement), language, width, VALUE_MARGIN)
    groups = dict.fromkeys(row.group for section in sections for row in section.rows)
    fills = dict(zip(groups, UNORDERED, strict=False))
    marks, top = captioned("", caption, width)
    explained, top = legend(_entries(arrangement, fills, language), place.left, place.right, top)
    drawn = Measured(numbers, language, place)
    bars = [
        LabelledBar(_label(section, place), _Together(section.rows, fills, drawn))
        for section in sections
    ]
    height = len(groups) * (THIN_BAR + BETWEEN) - BETWEEN
    rows, bottom = stacked_down([Block("", bars)], place, height, top)
    return with_axis([*marks, *explained], rows, numbers, place, top, bottom, language)


@dataclass(frozen=True)
class _Together:
    """The bars of one item, one below the other."""

    rows: Sequence[Row]
    fills: Mapping[str, Role]
    drawn: Measured

    def __call__(self, top: float, bottom: float) -> Iterator[Mark]:
        for place, group in enumerate(self.fills):
            start = top + place * (THIN_BAR + BETWEEN)
            for row in self.rows:
                if row.group == group:
                    yield from self.drawn.marks(row, self.fills[group], start, start + THIN_BAR)


def _entries(arrangement: Arrangement, fills: Mapping[str, Role], language: str) -> Iterator[Entry]:
    """The groups; with their number of answers where it is the same for all items."""
    for group, fill in fills.items():
        rows = [row for row in arrangement.rows if row.group == group]
        bases = {base_label(row, arrangement, language) for row in rows}
        yield Entry(rows[0].label, fill, bases.pop() if len(bases) == 1 else "")


def _items(arrangement: Arrangement) -> Arrangement:
    """A row an item, for the widths of their labels."""
    rows = tuple(
        Row("", "", section.label, section.rows[0].values) for section in arrangement.sections
    )
    return Arrangement(arrangement.answers, (Section("", rows),), by_groups=False)


def _label(section: Section, place: Columns) -> RowLabel:
    lines = LABEL.lines(section.label, place.label_width)
    return RowLabel(lines, "", place.labels_above, place.label_width)
