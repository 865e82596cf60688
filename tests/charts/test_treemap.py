"""Treemaps: areas are shares, and every label has its room."""

import re
from itertools import combinations

import numpy as np
import pytest
from figure_examples import CODEBOOK, LONG, estimates
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from pipeline.charts import alternative_text, draw, drawing
from pipeline.charts.colours import PALETTES
from pipeline.charts.drawing import Box, Drawing, Words
from pipeline.charts.painting import OUTLINE_THICKNESS, painted
from pipeline.codebooks.codebook import Codebook, Columns, Item, Variable
from pipeline.planning.figure import Figure

LABELS = (
    "Digital omstilling",
    "Ændrede arbejdsgange",
    'Indsatser "to go"',
    LONG,
    "Ud",
    "Kontakt over telefon",
    "Uddannelses- og forskningsinstitutioner",
    "En til en",
)
ITEMS = {f"theme_{place}": Item({"da": label}) for place, label in enumerate(LABELS)}
TICKS = CODEBOOK.variables["types"].categories
THEMES = Variable("themes", "themes", {}, {"da": "Temaer"}, ITEMS, TICKS)
THEMES_ALONE = Codebook("small", "2020", ("da",), Columns(), {"themes": THEMES})
FIGURE = Figure(variable="themes", show=("yes",), chart="treemap")


def first(count: int) -> Figure:
    """A figure of the first themes."""
    return FIGURE.model_copy(update={"items": tuple(ITEMS)[:count]})


EVEN = (0.28, 0.23, 0.17, 0.14, 0.12, 0.12, 0.11, 0.11)
STEEP = (0.62, 0.3, 0.08, 0.03, 0.012, 0.004, 0.002, 0.0004)
every_width = pytest.mark.parametrize("width", ["wide", "narrow"])
every_shares = pytest.mark.parametrize("shares", [EVEN, STEEP, EVEN[::-1], STEEP[::-1]])


def rows(shares, **more):
    return estimates(
        *(
            {"item": item, "category": "yes", "estimate": share}
            for item, share in zip(ITEMS, shares, strict=False)
        ),
        **more,
    )


def picture(shares, width="wide") -> Drawing:
    return drawing(first(len(shares)), THEMES_ALONE, rows(shares), "da", width)


def boxes(drawn: Drawing) -> dict[str, Box]:
    return {mark.name.split(".")[1]: mark for mark in drawn.marks if isinstance(mark, Box)}


def area(box: Box) -> float:
    return box.width * box.height


def words(drawn: Drawing) -> list[str]:
    return [mark.text.replace("\u00a0", " ") for mark in drawn.marks if isinstance(mark, Words)]


@every_width
@given(shares=st.lists(st.floats(0.001, 1), min_size=1, max_size=8))
def test_areas_are_shares_and_fill_the_whole(width, shares):
    found = boxes(picture(shares, width))
    assert len(found) == len(shares)
    whole = sum(map(area, found.values()))
    for item, share in zip(ITEMS, shares, strict=False):
        assert area(found[item]) / whole == pytest.approx(share / sum(shares))
    left, top = (min(getattr(box, side) for box in found.values()) for side in ("left", "top"))
    right = max(box.left + box.width for box in found.values())
    bottom = max(box.top + box.height for box in found.values())
    assert (right - left) * (bottom - top) == pytest.approx(whole)


@every_width
@every_shares
def test_boxes_do_not_overlap(width, shares):
    for one, other in combinations(boxes(picture(shares, width)).values(), 2):
        across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
        down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
        assert across < 1e-6 or down < 1e-6


@every_width
@every_shares
def test_no_word_leaves_its_box_or_the_canvas_or_meets_another(width, shares):
    """Measured by the renderer."""
    drawn = picture(shares, width)
    canvas = painted(drawn, PALETTES["light"], pixels=1)
    renderer = FigureCanvasAgg(canvas).get_renderer()
    extents = [
        artist.get_window_extent(renderer) for artist in canvas.findobj(Text) if artist.get_text()
    ]
    assert len(extents) == len(words(drawn))
    edges = [
        (
            box.left,
            drawn.height - box.top - box.height,
            box.left + box.width,
            drawn.height - box.top,
        )
        for box in boxes(drawn).values()
    ]
    for extent in extents:
        assert extent.x0 >= 0 and extent.x1 <= drawn.width
        assert extent.y0 >= 0 and extent.y1 <= drawn.height
        for left, bottom, right, top in edges:
            x, y = (extent.x0 + extent.x1) / 2, (extent.y0 + extent.y1) / 2
            if left < x < right and bottom < y < top:
                assert extent.x0 > left and extent.x1 < right
                assert extent.y0 > bottom and extent.y1 < top
                break
        else:
            assert all(
                extent.x0 >= right or extent.x1 <= left or extent.y0 >= top or extent.y1 <= bottom
                for left, bottom, right, top in edges
            )
    for one, other in combinations(extents, 2):
        assert not one.padded(-1.5).overlaps(other.padded(-1.5))


@every_width
@every_shares
def test_every_label_and_number_is_there_and_no_word_is_broken(width, shares):
    text = " ".join(words(picture(shares, width)))
    for label, share in zip(LABELS, shares, strict=True):
        assert label in text
        assert f"{100 * share:.0f} %" in text


def test_a_box_without_room_for_its_label_has_a_letter_that_a_list_explains():
    shares = (0.62, 0.3, 0.08, 0.03, 0.012)
    said = words(picture(shares))
    assert said[said.index("a") :] == [
        *("a", "b"),
        *("a", f"{LONG} 3 %"),
        *("b", "Ud 1 %"),
    ]


def test_what_nobody_has_or_nobody_may_see_has_no_box():
    shown = rows((0.5, 0.3, 0.0))
    hidden = rows((0.0, 0.0, 0.0, 0.2), suppressed=True).filter(item="theme_3")
    drawn = drawing(first(4), THEMES_ALONE, shown.vstack(hidden), "da", "wide")
    assert list(boxes(drawn)) == ["theme_0", "theme_1"]
    listed = " ".join(words(drawn)[-2:])
    assert listed == f'Indsatser "to go" 0 % {LONG} (vises ikke)'


def test_before_anything_is_coded_there_is_only_a_list():
    uncoded = rows((0.0, 0.0)).with_columns(estimate=None, ci_low=None, ci_high=None, margin=None)
    drawn = drawing(first(2), THEMES_ALONE, uncoded, "da", "wide")
    assert boxes(drawn) == {}
    assert words(drawn)[-1] == "Ændrede arbejdsgange (ingen svar)"


def test_the_painted_box_is_the_drawn_one_up_to_its_edge():
    svg = draw(first(8), THEMES_ALONE, rows(EVEN), "da").decode()
    box = boxes(picture(EVEN))["theme_3"]
    path = re.search(r'id="bar.theme_3.all.yes"><path d="M([^"zZ]+)', svg)
    assert path
    numbers = [float(number) for number in re.findall(r"[\d.]+", path.group(1))]
    sides = (min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2]))
    edges = (box.left, box.top, box.left + box.width, box.top + box.height)
    half = OUTLINE_THICKNESS / 2
    assert sides == pytest.approx(np.add(edges, (half, half, -half, -half)), abs=0.02)


def test_in_words():
    text = alternative_text(first(2), THEMES_ALONE, rows((0.28, 0.23)), "da")
    assert text.replace("\u00a0", " ") == (
        "Diagram med felter (treemap). Andel af svarene, der handler om temaet: "
        "Digital omstilling 28 pct., Ændrede arbejdsgange 23 pct."
    )
