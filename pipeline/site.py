"""What all waves share: the variables of the pages, the list of waves, and their archive."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import polars as pl
import yaml

from pipeline import atomic
from pipeline.blocks.archive import Entry, archive, wave_cards
from pipeline.claims.evidence import Known
from pipeline.claims.files import page_notes, write_claims
from pipeline.claims.page_checks import (
    language_of,
    number_problems,
    page_claims,
    problems,
    variable_problems,
)
from pipeline.claims.table import Placed
from pipeline.codebooks.codebook import Codebook, in_language
from pipeline.errors import ClaimError, PipelineError
from pipeline.figures.findings import raw_block
from pipeline.keys import Keys
from pipeline.pages.report_pages import MADE, report_pages, text_or_nothing
from pipeline.pages.shared_starter import shared_pages
from pipeline.pages.sources import project_settings
from pipeline.pages.variables import conflicts, nested, uses, value
from pipeline.paths import Places
from pipeline.reading import every_wave, known_results, read_inputs
from pipeline.releases.corrections import read_corrections
from pipeline.releases.files import answers_erased, is_draft
from pipeline.wave import Wave

Inputs = Mapping[Places, tuple[Codebook, Wave]]

LANGUAGE = "en"
"""What the pages are written in where neither they nor _quarto.yml say it."""


def make_site(places: Places, marked: bool = False) -> list[Path]:
    """Write `_variables.yml` and the lists of waves; check the pages that belong to no wave.

    Raises `ClaimError` when a claim on them or a variable on any page does not hold, and for
    numbers on them that are neither; with `marked` claims that do not hold are no reason, as the
    pages warn of them.
    """
    waves = {wave: read_inputs(wave) for wave in every_wave(places.root)}
    if not waves:
        raise PipelineError(f"{places.root / 'data' / 'raw'} holds no wave; see README.md")
    known = known_results(every_wave(places.root))
    main = _main_language(places)
    started = _start_pages(places, [main, *_editions(waves, main)])
    pages = _pages(places, waves, main)
    shared = _shared(pages, waves)
    stated = page_claims(shared, places, known, main)
    wrong = [] if marked else problems(stated)
    for page, language in pages.items():
        wrong += variable_problems(page, places, known.keys, language)
    for page in shared:
        wrong += number_problems(page, places, main)
    write_claims(places, stated, page_notes(stated, pages, places, known))
    if wrong:
        raise ClaimError(wrong)
    values = _values(places, known.keys, pages)
    if conflicting := conflicts(values):
        raise ClaimError(conflicting)
    flat = {key: next(iter(by_language.values())) for key, by_language in sorted(values.items())}
    drafts = "".join(
        f"{one.survey}/{one.wave}\n" for one, (_, wave) in waves.items() if is_draft(one, wave)
    )
    made = places.reports / "_made"
    files = {
        places.variables: yaml.safe_dump(nested(flat.items()), allow_unicode=True),
        places.drafts: drafts,
        **{made / name: text for name, text in _lists(waves, main).items()},
    }
    for path, text in files.items():
        atomic.write_bytes(path, text.encode())
    return [*files, *started, *places.claim_tables, places.claim_notes]


def shared_claims(places: Places, known: Known) -> list[Placed]:
    """Every claim of the pages that belong to no wave."""
    waves = {wave: read_inputs(wave) for wave in every_wave(places.root)}
    main = _main_language(places)
    return page_claims(_shared(_pages(places, waves, main), waves), places, known, main)


def _main_language(places: Places) -> str:
    return str(project_settings(places.reports).get("lang", LANGUAGE))


def _pages(places: Places, waves: Inputs, main: str) -> dict[Path, str]:
    """Every page with the language of its folder."""
    languages = _folders(waves)
    return {page: languages.get(page.parent, main) for page in report_pages(places.reports)}


def _shared(pages: Iterable[Path], waves: Inputs) -> list[Path]:
    """The pages that stand in no folder of a wave."""
    folders = _folders(waves)
    return [page for page in pages if page.parent not in folders]


def _folders(waves: Inputs) -> dict[Path, str]:
    """The folders of the waves' pages, each with its language."""
    return {
        wave.pages / ("" if language == codebook.language else language): language
        for wave, (codebook, _) in waves.items()
        for language in codebook.languages
    }


def _values(places: Places, known: Keys, pages: Mapping[Path, str]) -> dict[str, dict[str, str]]:
    """Key -> language -> what pages in that language show; `pages` gives each page's language."""
    values: dict[str, dict[str, str]] = {}
    read = cache(text_or_nothing)
    for page, main in pages.items():
        language = language_of(page, main)
        for use in uses(page, places.reports, read):
            values.setdefault(use.key, {})[language] = value(use.key, known, language)
    return values


def _start_pages(places: Places, written_in: Sequence[str]) -> list[Path]:
    """Write the front page and the archive in each language, the main one first.

    What people wrote takes their place. Those of a language that no wave has any more are removed.
    """
    titles = (project_settings(places.reports).get("publication") or {}).get("title", "")
    folder = places.reports.joinpath(*MADE)
    made = {}
    for number, language in enumerate(written_in):
        title = in_language(titles, language) if isinstance(titles, dict) else str(titles)
        edition = language if number else ""
        for name, text in shared_pages(title, language, edition).items():
            made[folder / edition / name] = text
    for path in set(folder.rglob("*.qmd")) - made.keys():
        path.unlink()
    for path, text in made.items():
        atomic.write_bytes(path, text.encode())
    return [*made]


def _editions(waves: Inputs, main: str) -> list[str]:
    """The languages, besides that of the site, that a wave has pages in."""
    return sorted({one for codebook, _ in waves.values() for one in codebook.languages} - {main})


def _lists(waves: Inputs, main: str) -> dict[str, str]:
    """Every wave, as cards and as an archive, for the front pages of each language."""
    entries = [_entry(places, codebook, wave) for places, (codebook, wave) in waves.items()]
    return {
        f"{edition}/{name}" if edition else name: raw_block(listed(entries, edition, main))
        for edition in ("", *_editions(waves, main))
        for name, listed in (("waves.md", wave_cards), ("archive.md", archive))
    }


def _entry(places: Places, codebook: Codebook, wave: Wave) -> Entry:
    answered = pl.read_parquet(places.published("estimates"))["figure_n"].max()
    return Entry(
        wave,
        codebook.languages,
        is_draft(places, wave),
        answers_erased(places),
        read_corrections(places.corrections, codebook.languages),
        answered if isinstance(answered, int) else None,
        {path.name: path.stat().st_size for path in sorted(places.released.glob("*.csv"))},
    )
