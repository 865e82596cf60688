"""What must hold of every drawing, measured by the renderer that paints it."""

from itertools import combinations

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox

from pipeline.charts.colours import PALETTES
from pipeline.charts.drawing import Box, Dot, Drawing, Line
from pipeline.charts.painting import painted

HANGING = 1.5
"""Letters that hang below a line may reach into the empty top of the next one."""


PIXELS = 4
"""For each of the drawing: letters are outlines, and whole pixels would round them."""


def extents_of_words(picture: Drawing) -> list[tuple[str, Bbox]]:
    """Each line of words and its extent in pixels of the drawing, from the lower left corner."""
    canvas = painted(picture, PALETTES["light"], PIXELS)
    renderer = FigureCanvasAgg(canvas).get_renderer()
    shrink = Affine2D().scale(1 / PIXELS)
    return [
        (artist.get_text(), artist.get_window_extent(renderer).transformed(shrink))
        for artist in canvas.findobj(Text)
        if artist.get_text()
    ]


def words_stay_apart_and_inside(picture: Drawing) -> None:
    """No words overlap others, leave the canvas, or lie across the edge of a bar."""
    extents = extents_of_words(picture)
    for text, box in extents:
        assert box.x0 >= 0 and box.x1 <= picture.width, text
        assert box.y0 >= 0 and box.y1 <= picture.height, text
    for (text, box), (other, other_box) in combinations(extents, 2):
        assert not box.padded(-HANGING).overlaps(other_box.padded(-HANGING)), (text, other)
    for bar in (mark for mark in picture.marks if isinstance(mark, Box) and mark.name):
        for text, box in extents:
            left, right = bar.left, bar.left + bar.width
            top = picture.height - bar.top
            beside = box.x1 <= left + HANGING or box.x0 >= right - HANGING
            above_or_below = box.y0 >= top - HANGING or box.y1 <= top - bar.height + HANGING
            inside = box.x0 >= left and box.x1 <= right
            assert beside or above_or_below or inside, (text, bar.name)


def marks_stay_inside(picture: Drawing) -> None:
    """No box, dot or line leaves the canvas."""
    for mark in picture.marks:
        match mark:
            case Box():
                corners = [(mark.left, mark.top), (mark.left + mark.width, mark.top + mark.height)]
            case Dot():
                (x, y), r = mark.centre, mark.radius
                corners = [(x - r, y - r), (x + r, y + r)]
            case Line():
                corners = [mark.start, mark.end]
            case _:
                continue
        for x, y in corners:
            assert 0 <= x <= picture.width, mark
            assert 0 <= y <= picture.height, mark
