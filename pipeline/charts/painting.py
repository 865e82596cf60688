"""A drawing as SVG or PNG, painted with matplotlib.

Words become outlines, so the picture looks the same everywhere; no date and no random id gets
in, so the same drawing gives the same bytes.
"""

import re
from functools import lru_cache
from io import BytesIO
from typing import Any

import numpy as np
from matplotlib import rc_context
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Canvas
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform
from PIL import Image

from pipeline.charts.colours import PALETTES, Palette, Role, Theme
from pipeline.charts.compact import compact
from pipeline.charts.drawing import Box, Dot, Drawing, Line, Mark, Words
from pipeline.charts.lettering import font

PIXELS_PER_INCH = 72.0  # the SVG backend's own measure: one of its points is one pixel
PNG_COLOURS = 64
PNG_PIXELS = 2  # for each pixel of the drawing: sharp on dense screens and in print

# In the SVG every role has a colour of its own that no theme uses; the theme then replaces them,
# so that light and dark are painted once.
PLACEHOLDERS: Palette = {role: f"#f0f0{place:02x}" for place, role in enumerate(Role, start=16)}
PLACEHOLDER = re.compile(b"#f0f0[0-9a-f]{2}")
REMEMBERED_DRAWINGS = 16

OUTLINE_THICKNESS = 1.0

NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))


def as_svg(drawing: Drawing, theme: Theme) -> bytes:
    """The drawing on a transparent ground."""
    colours = {
        PLACEHOLDERS[role].encode(): colour.encode() for role, colour in PALETTES[theme].items()
    }
    return PLACEHOLDER.sub(lambda found: colours[found.group()], _placeholder_svg(drawing))


def as_png(drawing: Drawing, theme: Theme) -> bytes:
    """The drawing on the theme's page colour, for slides and documents.

    In so few colours that a page of pictures stays light; letters keep their smooth edges.
    """
    canvas = painted(drawing, PALETTES[theme])
    canvas.patch.set(facecolor=PALETTES[theme][Role.PAGE], visible=True)
    pixels: Any = FigureCanvasAgg(canvas)  # its methods have no types
    pixels.draw()
    drawn = Image.fromarray(np.asarray(pixels.buffer_rgba())).convert("RGB")
    file = BytesIO()
    few = drawn.quantize(PNG_COLOURS, dither=Image.Dither.NONE)
    few.save(file, "PNG", optimize=True)
    return file.getvalue()


def painted(drawing: Drawing, palette: Palette, pixels: float = PNG_PIXELS) -> Canvas:
    """The drawing as a matplotlib figure with `pixels` for each pixel of the drawing."""
    canvas = Canvas(
        figsize=(drawing.width / PIXELS_PER_INCH, drawing.height / PIXELS_PER_INCH),
        dpi=PIXELS_PER_INCH * pixels,
    )
    canvas.patch.set_visible(False)
    from_top_left = Affine2D().scale(1, -1).translate(0, drawing.height)
    place = from_top_left.scale(1 / PIXELS_PER_INCH) + canvas.dpi_scale_trans
    for order, mark in enumerate(drawing.marks):
        artist = _artist(mark, palette, place)
        artist.set_zorder(order)  # else lines would lie over all boxes
        canvas.add_artist(artist)
    return canvas


@lru_cache(REMEMBERED_DRAWINGS)
def _placeholder_svg(drawing: Drawing) -> bytes:
    file = BytesIO()
    with rc_context({"svg.fonttype": "path", "svg.hashsalt": "survey-findings"}):
        canvas = painted(drawing, PLACEHOLDERS, pixels=1)
        canvas.savefig(file, format="svg", metadata=NO_METADATA)
    return compact(file.getvalue())


def _artist(mark: Mark, palette: Palette, place: Transform) -> Artist:
    match mark:
        case Box():
            return _rectangle(mark, palette, place)
        case Words():
            return _text(mark, palette, place)
        case Line():
            return Line2D(
                *zip(mark.start, mark.end, strict=True),
                color=palette[mark.colour],
                linewidth=mark.thickness,
                solid_capstyle="butt",
                transform=place,
                gid=mark.name or None,
            )
        case Dot():
            colour = palette[mark.fill]
            return Circle(
                mark.centre, mark.radius, color=colour, transform=place, gid=mark.name or None
            )


def _rectangle(box: Box, palette: Palette, place: Transform) -> Rectangle:
    # An outline is drawn inside the box, so that the box ends where the estimate does.
    inset = OUTLINE_THICKNESS / 2 if box.outline else 0.0
    return Rectangle(
        (box.left + inset, box.top + inset),
        max(box.width - 2 * inset, 0.0),
        max(box.height - 2 * inset, 0.0),
        facecolor=palette[box.fill],
        edgecolor=palette[box.outline] if box.outline else "none",
        linewidth=OUTLINE_THICKNESS if box.outline else 0.0,
        transform=place,
        gid=box.name or None,
    )


def _text(words: Words, palette: Palette, place: Transform) -> Text:
    return Text(
        words.x,
        words.baseline,
        words.text,
        fontproperties=font(words.bold),
        fontsize=words.size,
        color=palette[words.colour],
        horizontalalignment=words.align,
        verticalalignment="baseline",
        parse_math=False,  # a label with two dollar signs is no formula
        transform=place,
    )
