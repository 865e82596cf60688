"""Results -> pictures: one figure of the plan as SVG or PNG, and in words.

A picture is drawn at two widths, for a desk and for a phone, in light and in dark.
"""

import polars as pl

from pipeline.charts.alternative_text import caption
from pipeline.charts.alternative_text import in_words as _in_words
from pipeline.charts.bars import bars
from pipeline.charts.colours import Role, Theme, fills
from pipeline.charts.diverging import diverging
from pipeline.charts.drawing import Drawing
from pipeline.charts.layout import Width
from pipeline.charts.painting import as_png, as_svg
from pipeline.charts.pairs import fits_pairs, pairs
from pipeline.charts.scale import Numbers, scale_of
from pipeline.charts.stacked import stacked
from pipeline.charts.treemap import treemap
from pipeline.codebooks.codebook import Codebook
from pipeline.figures.arrangement import Arrangement
from pipeline.figures.arranging import arranged, parts_of_a_whole
from pipeline.planning.figure import RESPONSE, Figure, shows_whole

__all__ = ["alternative_text", "draw", "draw_png", "drawing", "has_picture"]


def has_picture(figure: Figure) -> bool:
    """Whether a figure is drawn at all; the others are tables only."""
    return figure.chart != "table" and figure.variable != RESPONSE


def draw(
    figure: Figure,
    codebook: Codebook,
    estimates: pl.DataFrame,
    language: str,
    width: Width = "wide",
    theme: Theme = "light",
) -> bytes:
    """A figure as SVG on a transparent ground; the same input gives the same bytes.

    `estimates` are the rows of this figure (`pipeline.results.ESTIMATES`). Raises `ValueError`
    for a figure without a picture, `PipelineError` for an unknown language.
    """
    return as_svg(drawing(figure, codebook, estimates, language, width), theme)


def draw_png(figure: Figure, codebook: Codebook, estimates: pl.DataFrame, language: str) -> bytes:
    """A figure as PNG on the page's light colour, two pixels for each of the drawing."""
    return as_png(drawing(figure, codebook, estimates, language, "wide"), "light")


def alternative_text(
    figure: Figure, codebook: Codebook, estimates: pl.DataFrame, language: str
) -> str:
    """What the picture is and its numbers, in words; '' for a figure without a picture."""
    if not has_picture(figure):
        return ""
    variable = codebook.variables[figure.variable]
    return _in_words(figure, variable, _arranged(figure, codebook, estimates, language), language)


def drawing(
    figure: Figure, codebook: Codebook, estimates: pl.DataFrame, language: str, width: Width
) -> Drawing:
    """The marks of a picture, before they are painted."""
    if not has_picture(figure):
        raise ValueError(f"{figure.variable} is shown as a table: there is nothing to draw")
    variable = codebook.variables[figure.variable]
    arrangement = _arranged(figure, codebook, estimates, language)
    names = [answer.name for answer in arrangement.answers]
    if shows_whole(figure):
        colours = fills(variable, names)
        if figure.chart == "diverging":
            return diverging(arrangement, variable, colours, language, width)
        return stacked(arrangement, colours, language, width)
    values = [value for row in arrangement.rows for value in row.values]
    numbers = Numbers(figure.estimated, scale_of(figure.estimated, variable, values))
    one_colour = figure.statistic != "share" or len(names) == 1 or arrangement.is_distribution
    colours = dict.fromkeys(names, Role.POSITIVE) if one_colour else fills(variable, names)
    heading = caption(figure, variable, arrangement, language)
    if figure.chart == "paired" and fits_pairs(arrangement):
        return pairs(arrangement, numbers, heading, language, width)
    if figure.chart == "treemap":
        return treemap(arrangement, numbers, heading, language, width)
    return bars(arrangement, colours, numbers, heading, language, width)


def _arranged(
    figure: Figure, codebook: Codebook, estimates: pl.DataFrame, language: str
) -> Arrangement:
    arrangement = arranged(figure, codebook, estimates, language)
    if not shows_whole(figure):
        return arrangement
    return parts_of_a_whole(arrangement, codebook.variables[figure.variable])
