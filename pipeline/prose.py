"""The pages of a wave against its results: claims hold, variables exist, no number is unbound."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pipeline.claims.checks import checked
from pipeline.claims.claim import claims_in
from pipeline.claims.evidence import Known
from pipeline.claims.files import page_notes, write_claims
from pipeline.claims.page_checks import number_problems, page_claims, problems, variable_problems
from pipeline.claims.records import Notes
from pipeline.claims.table import Placed
from pipeline.claims.unbound_numbers import unbound
from pipeline.documents import read_document
from pipeline.errors import ClaimError, PipelineError, PlanError
from pipeline.keys import wave_prefix
from pipeline.pages.report_pages import report_pages, text_or_nothing
from pipeline.pages.shortcodes import Line, included
from pipeline.paths import Places
from pipeline.reading import every_wave, known_results, waves_before
from pipeline.releases.kept_report import kept_notes
from pipeline.wording.languages import LANGUAGES


@dataclass(frozen=True)
class Result:
    """How many claims there are and how many do not hold, and the files that were written."""

    claims: int
    unsupported: int
    files: tuple[Path, ...]


def check_wave(places: Places, marked: bool = False) -> Result:
    """Check every claim, variable and number of a wave's pages and headlines.

    Writes the table of claims, and the notes that pages show of them. Raises `ClaimError` with all
    that is wrong; with `marked` claims that do not hold are no reason, as the pages warn of them.
    """
    pages = wave_pages(places)
    known = results_to_state(places, pages)
    language = _language(places, known)
    headlines = list(_headlines(places))
    stated = _claims(places, pages, known)
    wrong = [] if marked else problems(stated)
    for page in pages:
        wrong += variable_problems(page, places, known.keys, language)
        wrong += number_problems(page, places, language)
    wrong += [
        found.problem for line, of_headline in headlines for found in unbound([line], of_headline)
    ]
    on_pages = [one for one in stated if one.page in pages]
    notes = _as_kept(page_notes(on_pages, pages, places, known), kept_notes(places))
    write_claims(places, stated, notes)
    if wrong:
        raise ClaimError(wrong)
    return Result(len(stated), len(problems(stated)), (*places.claim_tables, places.claim_notes))


def _as_kept(now: Mapping[str, Notes], kept: Mapping[str, Notes]) -> Mapping[str, Notes]:
    """What pages show of their claims, as they did while the answers were there."""
    return {
        page: {claim: kept.get(page, {}).get(claim, note) for claim, note in notes.items()}
        for page, notes in now.items()
    }


def wave_claims(places: Places) -> list[Placed]:
    """Every claim of a wave's pages and of the headlines in the figure plan."""
    pages = wave_pages(places)
    return _claims(places, pages, results_to_state(places, pages))


def results_to_state(places: Places, pages: Iterable[Path]) -> Known:
    """What the pages of a wave may state: its own results, and those of earlier waves of the
    survey that they name. Of others it is known only that they are there."""
    read = cache(text_or_nothing)
    text = "\n".join(
        line.text
        for page in pages
        for line in included(page, page.parent, places.reports, read, [])
    )
    earlier = waves_before(places)
    known = known_results([places, *(one for one in earlier if f"w{one.wave}." in text)])
    others = set(every_wave(places.root)) - {places, *earlier}
    beyond = frozenset(wave_prefix(one.survey, one.wave) for one in others)
    return replace(known, keys=replace(known.keys, beyond=beyond))


def _claims(places: Places, pages: Iterable[Path], known: Known) -> list[Placed]:
    """Headlines, which all waves share, state numbers of the wave itself."""
    own = known_results([places])
    return [
        *page_claims(pages, places, known, _language(places, known)),
        *(
            Placed(line.path, said_in, checked(claim, own, places.survey, places.wave, said_in))
            for line, said_in in _headlines(places)
            for claim in claims_in([line])
        ),
    ]


def _language(places: Places, known: Known) -> str:
    """The main language of a wave. Raises `PipelineError` when nothing was computed of it."""
    inputs = known.inputs.get((places.survey, places.wave))
    if inputs is None:
        raise PipelineError(f"{places.estimates} does not exist; run the stage tabulate first")
    return inputs[0].language


def wave_pages(places: Places) -> list[Path]:
    """The pages of a wave, in its own folder and those of its editions."""
    folders = [places.pages / edition for edition in ("", *LANGUAGES)]
    pages = report_pages(places.reports)
    return [page for folder in folders for page in pages if page.parent == folder]


def _headlines(places: Places) -> Iterator[tuple[Line, str]]:
    """The headlines of the figure plan for this wave, each with its language."""
    plan = read_document(places.plan, PlanError)
    for name, figure in plan.values["figures"].items():
        for language, text in figure.get("headline", {}).get(places.wave, {}).items():
            place = ("figures", name, "headline", places.wave, language)
            entry = ".".join(place)
            yield Line(" ".join(text.split()), plan.path, plan.lines[place], False, entry), language
