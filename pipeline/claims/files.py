"""What is written down of claims: their table, and what pages show of each."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from pipeline import atomic
from pipeline.claims.claim import Claim
from pipeline.claims.evidence import Known
from pipeline.claims.notes import as_published, figure_of, note_of, unknown_note
from pipeline.claims.records import Note, Notes, anywhere, as_records
from pipeline.claims.table import Placed, claim_table
from pipeline.figures.places import Shown, figure_address, figures_on
from pipeline.pages.report_pages import text_or_nothing
from pipeline.pages.shortcodes import included
from pipeline.paths import Places
from pipeline.reading import confidence_level


def write_claims(places: Places, stated: Iterable[Placed], by_page: Mapping[str, Notes]) -> None:
    """Write the table of claims of a wave, or of the pages of none, and the notes for renderers."""
    table = claim_table(stated, places.survey, places.wave)
    atomic.write_table(places.processed, "claims", table)
    text = json.dumps(as_records(by_page), ensure_ascii=False, indent=1)
    atomic.write_bytes(places.claim_notes, text.encode())


def page_notes(
    stated: Iterable[Placed], pages: Iterable[Path], places: Places, known: Known
) -> Mapping[str, Notes]:
    """What each page shows of its claims, by its path below reports/.

    `pages` are those on which the figures may stand that the claims lead to.
    """
    read, level = cache(text_or_nothing), cache(confidence_level)
    figures = {
        page: figures_on(included(page, page.parent, places.reports, read, [])) for page in pages
    }
    notes: dict[str, dict[Claim, Note]] = {}
    for one in stated:
        shown = replace(one, checked=as_published(one.checked, known))
        of_page = notes.setdefault(one.page.relative_to(places.reports).as_posix(), {})
        of_page[anywhere(one.checked.claim)] = _note(shown, figures, places, level)
    return notes


def _note(
    one: Placed,
    figures: Mapping[Path, frozenset[Shown]],
    places: Places,
    level: Callable[[Path], float],
) -> Note:
    about = figure_of(one.checked)
    if about is None:
        return unknown_note(one.language)
    survey, wave, figure = about
    of = Places(survey, wave, places.root)
    href = figure_address(one.page, of.pages, figure, figures)
    return note_of(one.checked, href, level(of.plan), one.language)
