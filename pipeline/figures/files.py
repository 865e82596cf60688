"""One figure of a wave -> its block on a page, its drawings and what readers take away; pure."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from pipeline.blocks.wave_facts import source
from pipeline.charts import alternative_text, draw, draw_png, has_picture
from pipeline.charts.colours import Theme
from pipeline.charts.layout import Width
from pipeline.claims.evidence import Known
from pipeline.claims.records import Notes
from pipeline.claims.spans import plain_with_warnings
from pipeline.codebooks.codebook import Codebook, in_language
from pipeline.estimating.pair_tests import letters
from pipeline.figures.facts import figure_facts
from pipeline.figures.findings import Finding, Picture, anchor_of, fragment, svg_size
from pipeline.figures.headline_notes import headline_and_notes
from pipeline.planning.figure import RESPONSE, Figure, items_of
from pipeline.planning.plan import Plan
from pipeline.results import EVERYONE
from pipeline.tables import html_table
from pipeline.tables.delimited import delimited
from pipeline.wave import Wave
from pipeline.wording.notes import note

DRAWINGS: Mapping[str, tuple[Width, Theme]] = {
    "": ("wide", "light"),
    "-dark": ("wide", "dark"),
    "-narrow": ("narrow", "light"),
    "-narrow-dark": ("narrow", "dark"),
}
"""Ending of the file's name -> width and theme."""


@dataclass(frozen=True)
class Wanted:
    """Everything that the fragments of a wave are made of, in one language.

    That is the codebook's main one; `address` is that of the fragments' folder from a page.
    """

    plan: Plan
    codebook: Codebook
    address: str
    wave: Wave
    estimates: pl.DataFrame
    tests: pl.DataFrame
    cells: pl.DataFrame
    known: Known

    @property
    def language(self) -> str:
        return self.codebook.language


def figure_files(name: str, wanted: Wanted) -> dict[str, bytes]:
    """Name -> content: the drawings of a figure, a picture for reuse, and its numbers as CSV."""
    figure, anchor = wanted.plan.figures[name], anchor_of(name)
    codebook, language = wanted.codebook, wanted.language
    estimates = wanted.estimates.filter(figure=name)
    numbers = delimited(figure, codebook, estimates, language)
    if not has_picture(figure) or estimates.is_empty():
        return {f"{anchor}.csv": numbers}
    drawings = {
        f"{anchor}{ending}.svg": draw(figure, codebook, estimates, language, width, theme)
        for ending, (width, theme) in DRAWINGS.items()
    }
    picture = draw_png(figure, codebook, estimates, language)
    return {f"{anchor}.csv": numbers, **drawings, f"{anchor}.png": picture}


def figure_block(name: str, wanted: Wanted, files: Mapping[str, bytes]) -> str:
    """The Markdown that a page includes; `files` as `figure_files` gives them."""
    figure, codebook, language = wanted.plan.figures[name], wanted.codebook, wanted.language
    estimates = wanted.estimates.filter(figure=name)
    facts = figure_facts(
        figure,
        codebook,
        estimates,
        wanted.tests.filter(figure=name),
        wanted.cells.filter(figure=name),
        language,
        wanted.plan.level,
        wanted.wave,
    )
    said, notes = headline_of(name, wanted)
    numbers = alternative_text(figure, codebook, estimates, language)
    finding = Finding(
        name,
        said,
        _question(figure, codebook, language),
        _picture(
            name,
            wanted.address,
            files,
            f"{plain_with_warnings(said, notes).rstrip('.')}. {numbers}",
        ),
        html_table(figure, codebook, estimates, language, _letters(name, wanted, estimates)),
        note(facts, language),
        source(wanted.wave, language),
        tuple(
            f"{wanted.address}/{anchor_of(name)}{ending}"
            for ending in (".csv", ".svg", ".png")
            if f"{anchor_of(name)}{ending}" in files
        ),
        notes,
    )
    return fragment(finding, language)


def headline_of(name: str, wanted: Wanted) -> tuple[str, Notes]:
    """The headline of a figure, and what readers see of its claims."""
    estimates = wanted.estimates.filter(figure=name)
    figure, known, level = wanted.plan.figures[name], wanted.known, wanted.plan.level
    return headline_and_notes(name, figure, wanted.codebook, estimates, known, level)


def _letters(name: str, wanted: Wanted, estimates: pl.DataFrame) -> dict[tuple[str, str, str], str]:
    shown = estimates.filter(pl.col("group") != EVERYONE)["group"].unique(maintain_order=True)
    return letters(wanted.tests.filter(figure=name), tuple(shown))


def _picture(
    name: str, address: str, files: Mapping[str, bytes], alternative: str
) -> Picture | None:
    anchor = anchor_of(name)
    if f"{anchor}.svg" not in files:
        return None
    size, narrow_size = (svg_size(files[f"{anchor}{ending}.svg"]) for ending in ("", "-narrow"))
    wide, wide_dark, narrow, narrow_dark = (
        f"{address}/{anchor}{ending}.svg" for ending in DRAWINGS
    )
    return Picture(wide, wide_dark, narrow, narrow_dark, size, narrow_size, alternative)


def _question(figure: Figure, codebook: Codebook, language: str) -> str:
    """The question as it was asked, with the statement where the figure shows one of several."""
    if figure.variable == RESPONSE:
        return ""
    variable = codebook.variables[figure.variable]
    text = in_language(variable.text, language)
    items = items_of(figure, variable)
    if len(items) == 1 and variable.has_items:
        return f"{text} – {in_language(variable.items[items[0]].label, language)}"
    return text
