"""The drawings of a figure over waves, and their words; pure."""

from collections.abc import Mapping, Sequence

import polars as pl

from pipeline.blocks.trend_blocks import Changes
from pipeline.charts import has_picture
from pipeline.charts.painting import as_svg
from pipeline.charts.scale import Numbers, Scale
from pipeline.charts.trend import trend_drawing
from pipeline.figures.files import DRAWINGS
from pipeline.figures.findings import Picture, anchor_of, svg_size
from pipeline.figures.trends import MOST_SERIES, Series, trend
from pipeline.planning.figure import Figure
from pipeline.planning.plan import Plan
from pipeline.wording.trends import trend_words


def trend_files(
    name: str, earlier: Mapping[str, pl.DataFrame], known: Changes
) -> tuple[dict[str, bytes], tuple[Series, ...]]:
    """Name -> drawing of a figure over waves, and its series; nothing for one without.

    `earlier` are the published estimates of the earlier waves and of this one, by wave in order.
    """
    figure = known.plan.figures[name]
    if not has_picture(figure) or _is_told(name, known.plan):
        return {}, ()
    rows = {wave: one.filter(figure=name) for wave, one in earlier.items()}
    series = trend(
        figure,
        known.codebook,
        {wave: one for wave, one in rows.items() if one.height},
        known.changes.filter(figure=name),
        known.comparability.filter(figure=name),
    )[:MOST_SERIES]
    if not series:
        return {}, ()
    waves = [wave for wave in earlier if any(wave == p.wave for one in series for p in one.points)]
    words = trend_words(known.language)
    # Of sensitive questions no change is published, so no colour tells of one.
    told = any(one.is_comparable for one in series) and known.changes["figure"].is_in([name]).any()
    caption = f"{words['caption'].format(wave=waves[-2])} " if told else ""
    caption += words["intervals"]
    files = {
        f"{anchor_of(name)}-trend{ending}.svg": as_svg(
            trend_drawing(series, waves, figure.estimated, caption, known.language, width), theme
        )
        for ending, (width, theme) in DRAWINGS.items()
    }
    return files, series


def _is_told(name: str, plan: Plan) -> bool:
    """Whether an earlier figure is of the same question, and has the same numbers of everyone."""
    figure = plan.figures[name]
    for earlier, other in plan.figures.items():
        if earlier == name:
            return False
        same = (other.variable, other.estimated, other.where, other.leave_out, other.base) == (
            figure.variable, figure.estimated, figure.where, figure.leave_out, figure.base
        )  # fmt: skip
        if same and has_picture(other) and not set(figure.items) - set(other.items):
            return bool(figure.items) or not other.items
    return False


def trend_picture(
    name: str, address: str, files: Mapping[str, bytes], series: Sequence[Series], known: Changes
) -> Picture | None:
    """The picture on a page; None where there is none."""
    anchor = f"{anchor_of(name)}-trend"
    if f"{anchor}.svg" not in files:
        return None
    size, narrow_size = (svg_size(files[f"{anchor}{ending}.svg"]) for ending in ("", "-narrow"))
    wide, wide_dark, narrow, narrow_dark = (
        f"{address}/{anchor}{ending}.svg" for ending in DRAWINGS
    )
    words = _in_words(known.plan.figures[name], series, known.language)
    return Picture(wide, wide_dark, narrow, narrow_dark, size, narrow_size, words)


def _in_words(figure: Figure, series: Sequence[Series], language: str) -> str:
    """Every number of the picture."""
    numbers = Numbers(figure.estimated, Scale(0.0, 1.0))

    def over_waves(one: Series) -> str:
        return ", ".join(
            f"{point.wave} {numbers.label(point.estimate, language)}" for point in one.points
        )

    told = "; ".join(f"{one.label}: {over_waves(one)}" for one in series)
    return f"{trend_words(language)['picture']} {told}."
