"""A new wave from an export and the wave before: drafted, written, and what a person decides."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.differences import differences
from pipeline.codebooks.series import check_series, read_series
from pipeline.documents import read_document
from pipeline.drafting.codebook_draft import Before, CodebookDraft, draft_codebook
from pipeline.drafting.findings import BEFORE, Finding, located
from pipeline.drafting.plan_draft import draft_plan
from pipeline.drafting.series_draft import draft_series
from pipeline.drafting.wave_draft import Received, draft_wave, fieldwork_days
from pipeline.drafting.writing import (
    drafted_codebook,
    find_export,
    read_before,
    refuse_to_overwrite,
    series_text,
    write_wave,
)
from pipeline.errors import CodebookError, PlanError, SeriesError
from pipeline.loading.export_check import export_problems
from pipeline.paths import Places
from pipeline.planning.plan import check_waves, read_plan
from pipeline.readers.export import Export
from pipeline.reading import every_wave, waves_before
from pipeline.wave import Design


@dataclass(frozen=True)
class NewWave:
    """What was written, what was recognised, and what a person must decide, a line each."""

    written: Sequence[Path]
    recognised: str
    decisions: tuple[str, ...]


def new_wave(places: Places, path: Path, format: str | None = None) -> NewWave:
    """Draft a wave from an export and the wave before, and write it.

    Raises `DraftError`, and writes nothing, where a person has written there already or no wave
    comes before; `ExportError`, `CodebookError` and `SeriesError` for what cannot be read.
    """
    before = read_before(places)
    found = find_export(path, format)
    draft = draft_codebook(found.export, before, places.wave)
    after = drafted_codebook(draft.text)
    days = fieldwork_days(draft.comparison.columns, draft.comparison.roles.columns)
    gone = [name for name in before.codebook.variables if name not in after.variables]
    settings, open_ones = draft_wave(
        before.wave_text,
        before.wave_document.values,
        places.wave,
        Received(found.files, found.export.format, days),
        gone,
    )
    changed = differences(before.codebook, after)
    series = draft_series(series_text(places), read_series(places.series), changed, after)
    plan, of_plan = _drafted_plan(places, before.codebook, after)
    drafts = {places.codebook: draft.text, places.wave_settings: settings}
    refuse_to_overwrite(places, found, drafts)
    in_order = (places.codebook, places.series, places.plan, places.wave_settings)
    texts = {**drafts, places.series: series, places.plan: plan}
    written = write_wave(places, found, {one: texts[one] for one in in_order})
    findings = _located((*draft.findings, *of_plan, *open_ones), places, before, texts)
    problems = _problems(places, before.codebook, after, found.export, before.wave.design)
    recognised = _recognised(draft, before.codebook, found.export)
    return NewWave(written, recognised, (*findings, *problems))


def _drafted_plan(
    places: Places, before: Codebook, after: Codebook
) -> tuple[str, tuple[Finding, ...]]:
    """figures.yml with what ends and begins; "" where there is none. Raises `PlanError`."""
    if not places.plan.is_file():
        return "", ()
    check_waves(places.plan, [*(one.wave for one in every_wave(places.root)), places.wave])
    return draft_plan(
        places.plan.read_text(encoding="utf-8-sig"),
        read_document(places.plan, PlanError).values["figures"],
        after,
        [name for name in before.variables if name not in after.variables],
        sorted(one.wave for one in waves_before(places)),
        [name for name in after.variables if name not in before.variables],
    )


def _located(
    findings: Sequence[Finding], places: Places, before: Before, drafts: Mapping[Path, str]
) -> Iterator[str]:
    """The findings with the lines of the drafts that are written, or of the codebook before."""
    documents = {
        places.codebook.name: read_document(places.codebook, CodebookError),
        BEFORE: before.codebook_document,
        places.wave_settings.name: read_document(places.wave_settings, CodebookError),
    }
    if places.plan.is_file():
        documents[places.plan.name] = read_document(places.plan, PlanError)
    texts = {BEFORE: before.codebook_text, **{path.name: text for path, text in drafts.items()}}
    return located(findings, documents, texts)


def _problems(
    places: Places, before: Codebook, after: Codebook, export: Export, design: Design
) -> Iterator[str]:
    """What the stages would stop with: columns, decisions about series, figures."""
    yield from export_problems(export, after, design)
    try:
        check_series(places.series, before, after)
    except SeriesError as problem:
        yield from problem.messages
    if places.plan.is_file():
        try:
            read_plan(places.plan, after)
        except PlanError as problem:
            yield from problem.messages
        yield from _figures_that_end(places, before.wave, after)


def _figures_that_end(places: Places, before: str, after: Codebook) -> Iterator[str]:
    """Figures that name the waves that they are of: the one before, and not the new one."""
    document = read_document(places.plan, PlanError)
    for name, figure in document.values["figures"].items():
        waves = figure.get("waves", ())
        if figure["variable"] in after.variables and before in waves and after.wave not in waves:
            where = document.where(("figures", name, "waves"))
            yield f'{where}: the figure is of {before}; add "{after.wave}" if it goes on'


def _recognised(draft: CodebookDraft, before: Codebook, export: Export) -> str:
    """What was read, and how much of it is known, in one sentence."""
    comparison = draft.comparison
    new = [column for one in comparison.questions for column in one.question.columns]
    joined = {variable.name for variable in before.variables.values() if variable.joined}
    # All options that are joined in one column are that column.
    known = len(
        {one.variable if one.variable in joined else one.question for one in comparison.matches}
    )
    added = len(new) + len(comparison.items)
    others = export.rows.width - known - added
    return (
        f"{export.recognised}; {export.rows.height:,} rows, {export.rows.width} columns: "
        f"{known} are questions of {before.wave}, {added} new, {others} no questions"
    )
