"""A new survey from its first export: drafted, written, and what a person decides."""

import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.codebooks.codebook import Codebook
from pipeline.documents import read_document
from pipeline.drafting.columns import columns_of
from pipeline.drafting.findings import Finding, located
from pipeline.drafting.site_settings import site_decisions
from pipeline.drafting.survey_codebook import SurveyDraft, draft_survey
from pipeline.drafting.survey_figures import draft_figures
from pipeline.drafting.survey_roles import survey_roles
from pipeline.drafting.survey_settings import draft_settings, has_year
from pipeline.drafting.wave_draft import Received, fieldwork_days, years_of_answers
from pipeline.drafting.writing import (
    FoundExport,
    drafted_codebook,
    find_export,
    refuse_to_overwrite,
    write_wave,
)
from pipeline.errors import CodebookError, DraftError, PlanError
from pipeline.loading.export_check import export_problems
from pipeline.loading.pseudonyms import key_file, make_key
from pipeline.paths import Places
from pipeline.planning.plan import read_plan
from pipeline.readers.export import Export
from pipeline.wave import Wave, read_wave

SURVEY = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class NewSurvey:
    """What was written, what was recognised, and what a person must decide, a line each."""

    written: Sequence[Path]
    recognised: str
    decisions: tuple[str, ...]


@dataclass(frozen=True)
class WaveName:
    """The name of a wave, and why it is that one, where answers are from several years."""

    name: str
    why: str = ""


@dataclass(frozen=True)
class SurveyDrafts:
    """The drafts by their places, in the order in which they are written; and what they say."""

    texts: Mapping[Path, str]
    draft: SurveyDraft
    codebook: Codebook
    decisions: tuple[str, ...]


def new_survey(
    survey: str, wave: str, path: Path, root: Path = Path(), format: str | None = None
) -> NewSurvey:
    """Draft a survey from its first export, and write it; `wave` may be "" where dates tell it.

    format: one of `reading.NAMES`, where the files tell it wrongly.

    Raises `DraftError`, and writes nothing, where a person has written there already, or where no
    date tells the wave; `ExportError` for what cannot be read.
    """
    if not SURVEY.fullmatch(survey):
        raise DraftError(
            f'"{survey}" is no name of a survey; write small letters and digits: members'
        )
    found = find_export(path, format)
    named = WaveName(wave) if wave else wave_of(found.export)
    places = Places(survey, named.name, root)
    drafts = draft_all(places, found, named.why)
    refuse_to_overwrite(places, found, drafts.texts)
    written = write_wave(places, found, drafts.texts)
    key = _key_made() if drafts.draft.roles.columns.respondent else ()
    decisions = (*key, *drafts.decisions, *site_decisions(root, survey))
    return NewSurvey(written, _recognised(drafts, found.export), decisions)


def wave_of(export: Export) -> WaveName:
    """The year of most answers. Raises `DraftError` where no column tells."""
    columns = columns_of(export)
    roles = survey_roles(columns, export.hints, export.rows.height)
    years = years_of_answers(columns, roles.columns)
    if not years:
        raise DraftError(
            f"{export.sources[0].name}: no column tells when answers were given; name the wave: "
            "WAVE=2024"
        )
    most = max(years, key=lambda year: (years[year], year))
    if len(years) == 1:
        return WaveName(str(most))
    times = f"{years[most]:,} of {sum(years.values()):,} answers are from that year"
    return WaveName(str(most), f"the wave is {most}: {times}; name another with WAVE=")


def draft_all(places: Places, found: FoundExport, named: str = "") -> SurveyDrafts:
    """The codebook, the plan and the settings of a survey, checked as every stage reads them.

    named: why the wave is called so, where a person should know. Raises `DraftError` for drafts
    that the pipeline would refuse.
    """
    draft = draft_survey(found.export, places.survey, places.wave)
    codebook = drafted_codebook(draft.text)
    days = fieldwork_days(draft.columns, draft.roles.columns)
    if days is None and not has_year(places.wave):
        raise DraftError(
            f"{found.files[0]}: no column tells when answers were given; name the wave with its "
            "year: WAVE=2024"
        )
    received = Received(found.files, found.export.format, days)
    settings, of_wave = draft_settings(places.survey, places.wave, received, draft.language)
    figures = draft_figures(codebook, draft.questions)
    texts = {places.codebook: draft.text}
    if not places.plan.is_file() or _is_first_wave(places):
        texts[places.plan] = figures.text
    texts[places.wave_settings] = settings
    of_name = (Finding(places.wave_settings.name, ("wave",), named),) if named else ()
    findings = (*draft.findings, *of_name, *of_wave, *figures.findings)
    with tempfile.TemporaryDirectory() as folder:
        written = _written(Path(folder), texts)
        by_name = {str(written[path.name]): str(path) for path in texts}
        _refuse_unusable(written, by_name, codebook, found.export)
        documents = {path.name: read_document(written[path.name], CodebookError) for path in texts}
        told = located(findings, documents, {path.name: text for path, text in texts.items()})
        decisions = tuple(_at_place(line, by_name) for line in told)
    return SurveyDrafts(texts, draft, codebook, decisions)


def _is_first_wave(places: Places) -> bool:
    """Whether no other wave of the survey shares its figures."""
    waves = places.raw.parent.glob("*/wave.yml")
    return all(path.parent == places.raw for path in waves)


def _written(folder: Path, texts: Mapping[Path, str]) -> dict[str, Path]:
    for path, text in texts.items():
        (folder / path.name).write_text(text, encoding="utf-8")
    return {path.name: folder / path.name for path in texts}


def _refuse_unusable(
    written: Mapping[str, Path], places: Mapping[str, str], codebook: Codebook, export: Export
) -> None:
    """Raises `DraftError` for drafts that a stage would stop with."""
    problems: list[str] = []
    wave: Wave | None = None
    try:
        wave = read_wave(written["wave.yml"], codebook)
        if "figures.yml" in written:
            read_plan(written["figures.yml"], codebook, wave)
    except (CodebookError, PlanError) as problem:
        problems += problem.messages
    if wave:
        problems += export_problems(export, codebook, wave.design)
    if problems:
        raise DraftError(
            f"the draft would not be usable: {_at_place(problem, places)}" for problem in problems
        )


def _at_place(line: str, places: Mapping[str, str]) -> str:
    """A line about the drafts as they were checked, with the place where they are written."""
    for checked, place in places.items():
        line = line.replace(checked, place)
    return line


def _key_made() -> tuple[str, ...]:
    """Make the key for pseudonyms where this machine has none, and tell; a scheduler never does."""
    if key_file().is_file():
        return ()
    return (
        f"{make_key()} is a secret key, made now: respondents are stored under pseudonyms that "
        "only it can make. Keep a copy in a safe place: with another key nobody is found again in "
        "the next wave. Where your organisation has one already, put that in its place",
    )


def _recognised(drafts: SurveyDrafts, export: Export) -> str:
    """What was read and found, in one sentence."""
    kinds = [one.question.type for one in drafts.draft.questions]
    counted = ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds))
    return (
        f"{export.recognised}; {export.rows.height:,} rows, {len(drafts.draft.columns)} columns: "
        f"{len(kinds)} questions ({counted})"
    )
