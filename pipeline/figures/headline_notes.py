"""The headline of a figure with what readers see of its claims; pure."""

import polars as pl

from pipeline.claims.checks import checked
from pipeline.claims.claim import claims_in
from pipeline.claims.evidence import Known
from pipeline.claims.notes import as_published, figure_of, note_of
from pipeline.claims.records import Notes, anywhere
from pipeline.codebooks.codebook import Codebook
from pipeline.figures.findings import anchor_of
from pipeline.figures.headlines import headline
from pipeline.pages.shortcodes import lines_of
from pipeline.planning.plan import Figure


def headline_and_notes(
    name: str,
    figure: Figure,
    codebook: Codebook,
    estimates: pl.DataFrame,
    known: Known,
    level: float,
) -> tuple[str, Notes]:
    """The headline in the codebook's main language, and the notes of its claims.

    Claims about the figure itself lead to it, others nowhere.
    """
    said = headline(figure, codebook, estimates, codebook.language)
    notes = {}
    for claim in claims_in(lines_of(said)):
        exact = checked(claim, known, codebook.survey, codebook.wave, codebook.language)
        found = as_published(exact, known)
        here = figure_of(found) == (codebook.survey, codebook.wave, name)
        href = f"#{anchor_of(name)}" if here else ""
        notes[anywhere(claim)] = note_of(found, href, level, codebook.language)
    return said, notes
