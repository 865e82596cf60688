"""What the pages of a wave include: figures with their pictures, tables and facts of the wave."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import polars as pl

from pipeline import atomic
from pipeline.blocks.benchmark_blocks import benchmarks_html
from pipeline.blocks.benchmarks import read_benchmarks
from pipeline.blocks.citation import cite_fragment
from pipeline.blocks.downloads import downloads
from pipeline.blocks.key_findings import key_findings
from pipeline.blocks.key_numbers import key_number_html
from pipeline.blocks.methods import Used, used_methods
from pipeline.blocks.provenance_page import provenance_html
from pipeline.blocks.quality_blocks import quality_blocks
from pipeline.blocks.wave_facts import wave_facts
from pipeline.charts import has_picture
from pipeline.claims.spans import plain_with_warnings
from pipeline.codebooks.codebook import Codebook, in_language
from pipeline.disclosure.quality_tables import published_quality
from pipeline.disclosure.told_answers import told_answers
from pipeline.errors import PlanError
from pipeline.estimating.cells import figure_cells
from pipeline.figures.banner_book import banner_book, book_name, chapters
from pipeline.figures.banners import banner_html
from pipeline.figures.files import Wanted, figure_block, figure_files, headline_of
from pipeline.figures.findings import anchor_of, raw_block
from pipeline.keys import UnknownKey, keys
from pipeline.pages.folder_metadata import folder_metadata
from pipeline.pages.starter import headings, starter_pages
from pipeline.paths import MARGINS, QUALITY, Places
from pipeline.planning.plan import Plan
from pipeline.provenance import provenance
from pipeline.reading import known_results, wave_before
from pipeline.releases.correction_notes import corrections_block, release_notice
from pipeline.releases.files import standing
from pipeline.releases.published_data import published_tables
from pipeline.sampling.sample import SampleReport
from pipeline.tables.tab_book import Chapter
from pipeline.trends import Trends, trends_of
from pipeline.wave import Wave


def make_fragments(places: Places, plan: Plan, codebook: Codebook, wave: Wave) -> list[Path]:
    """Write the fragments of a wave, in the main language and below it in each of the others.

    What an earlier run made and this one does not is removed. Raises `ReleaseError`, before
    anything is written, when a released number would change without a correction note.
    """
    stands = standing(places, codebook, wave)
    cells = figure_cells(plan, codebook, pl.read_parquet(places.cells))
    # A note may tell how many gave an answer that is left out only where counts may be told.
    if plan.disclosure != "off":
        cells = told_answers(cells, codebook, plan.disclosure.smallest_count)
    results = *_published(places), cells
    banners = {name: _published(places, name) for name in plan.banners}
    known = known_results([places])
    changes = trends_of(places, plan, codebook).known.changes
    of_banners = {anchor_of(name): both for name, both in banners.items()}
    data = published_tables(codebook, *results[:2], changes, of_banners)
    files = {places.made / "data" / name: text for name, text in data.items()}
    for edition, translated in _editions(codebook):
        address = f"../_made/{edition}" if edition else "_made"
        wanted = Wanted(plan, translated, address, wave, *results, known)
        tables = chapters(plan, translated, banners)
        named = dict(_files(wanted, places, trends_of(places, plan, translated), tables))
        book = _book(tables, wave, translated.language)
        files |= {places.made / "data" / name: content for name, content in book.items()}
        offered = downloads({**book, **data}, named, plan, translated, address)
        named["downloads.md"] = raw_block(offered).encode()
        said_in = translated.language
        corrected = corrections_block(stands.corrections, stands.replaced, said_in)
        named["corrections.md"] = corrected.encode()
        notice = release_notice(stands.is_draft, stands.corrections, said_in)
        made = {places.made / edition / name: text for name, text in named.items()}
        before = wave_before(places)
        pages = starter_pages(plan, translated, edition, before.wave if before else "")
        for name, text in pages.items():
            made[places.made_pages / edition / name] = text.encode()
        files |= made | {
            places.pages / edition / "_metadata.yml": folder_metadata(
                plan, translated, wave, notice
            )
        }
    for path, content in files.items():
        atomic.write_bytes(path, content)
    for stale in {path for path in places.made.rglob("*") if path.is_file()} - set(files):
        stale.unlink()
    return list(files)


def _published(places: Places, banner: str = "") -> tuple[pl.DataFrame, pl.DataFrame]:
    """Estimates and tests of the figures, or of a banner."""
    return (
        pl.read_parquet(places.published("estimates", banner)),
        pl.read_parquet(places.published("tests", banner)),
    )


def _editions(codebook: Codebook) -> Iterator[tuple[str, Codebook]]:
    """The folder of each language, none for the main one, and the codebook as it is read in it."""
    for language in codebook.languages:
        edition = "" if language == codebook.language else language
        yield edition, replace(codebook, languages=(language, *codebook.languages))


def _book(tables: Mapping[str, Chapter], wave: Wave, language: str) -> dict[str, bytes]:
    """The workbook of the banners, where the plan has some."""
    return {book_name(language): banner_book(tables.values(), wave, language)} if tables else {}


def _files(
    wanted: Wanted, places: Places, trends: Trends, tables: Mapping[str, Chapter]
) -> Iterator[tuple[str, bytes]]:
    """Name and content of everything in `_made/`."""
    findings: dict[str, bytes] = {}
    for name in wanted.plan.figures:
        files = figure_files(name, wanted)
        yield from files.items()
        drawn, below = trends.of(name, wanted.address)
        yield from drawn.items()
        findings[name] = (figure_block(name, wanted, files) + below).encode()
        yield f"{anchor_of(name)}.md", findings[name]
    if trends.page:
        yield "changes.md", trends.page.encode()
    yield "figures.md", _every_figure(findings, wanted)
    yield "key-findings.md", _key_findings(wanted)
    yield from _key_numbers(wanted, places)
    yield from _quality(wanted, places)
    language = wanted.language
    beside = read_benchmarks(places.benchmarks, keys(wanted.estimates), places.survey, places.wave)
    if beside:
        ours = in_language(wanted.wave.title, language)
        yield "benchmarks.md", raw_block(benchmarks_html(beside, ours, language)).encode()
    all_tests = [wanted.tests]
    for name, chapter in tables.items():
        all_tests.append(_published(places, name)[1])
        html = banner_html(chapter.tables, chapter.notes, language)
        yield f"banner-{anchor_of(name)}.md", raw_block(html).encode()
    yield "wave.md", wave_facts(wanted.wave, language).encode()
    yield "cite.md", cite_fragment(wanted.wave, language).encode()
    origin = provenance_html(provenance(places), language)
    yield "provenance.md", raw_block(origin).encode()
    sample = pl.read_parquet(places.processed / "sample.parquet").row(0, named=True)
    used = Used(
        wanted.plan, wanted.codebook, wanted.wave, pl.concat(all_tests), SampleReport(**sample)
    )
    yield "methods.md", used_methods(used, language).encode()


def _every_figure(findings: Mapping[str, bytes], wanted: Wanted) -> bytes:
    titles = headings(wanted.plan, wanted.codebook)
    blocks = (f"## {titles[name]}\n\n{text.decode()}" for name, text in findings.items())
    return "\n".join(blocks).encode()


def _key_findings(wanted: Wanted) -> bytes:
    said = {
        name: plain_with_warnings(*headline_of(name, wanted))
        for name, figure in wanted.plan.figures.items()
        if has_picture(figure)
    }
    return raw_block(key_findings(said, wanted.language)).encode()


def _key_numbers(wanted: Wanted, places: Places) -> Iterator[tuple[str, bytes]]:
    known, plan = keys(wanted.estimates), wanted.plan
    for name, number in plan.key_numbers.items():
        try:
            estimate = known.find(number.of, places.survey, places.wave)
            words = in_language(number.words, wanted.language)
            html = key_number_html(estimate, known, words, plan.level, wanted.language)
        except UnknownKey as problem:
            raise PlanError(f"{places.plan}, key_numbers.{name}.of: {problem}") from None
        yield f"number-{anchor_of(name)}.md", raw_block(html).encode()


def _quality(wanted: Wanted, places: Places) -> Iterator[tuple[str, bytes]]:
    paths = [places.processed / f"{name}.parquet" for name in ("quality", *QUALITY, *MARGINS)]
    tables = {path.stem: pl.read_parquet(path) for path in (*paths, places.released_answers)}
    rules, smallest = wanted.plan.disclosure, 0
    if rules != "off":
        tables, smallest = published_quality(tables, wanted.codebook), rules.smallest_count
    invented = bool(wanted.wave.demonstration)
    level = wanted.plan.level
    for name, html in quality_blocks(tables, wanted.codebook, level, invented, smallest):
        yield f"{name}.md", raw_block(html).encode() if html else b""
