"""Erase the answers of a released wave, and keep its report: what a retention period asks for."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.claims.page_checks import problems
from pipeline.codebooks.series import read_series
from pipeline.errors import ClaimError, ReleaseError
from pipeline.paths import Places
from pipeline.prose import wave_claims
from pipeline.reading import every_wave, known_results, read_inputs
from pipeline.releases.files import answers_erased, is_draft, standing
from pipeline.releases.kept_report import keep_report, restore_results
from pipeline.site import shared_claims

KEPT = ("codebook.yml", "wave.yml")
"""Of the wave's folder: the questionnaire and the fieldwork, which hold nobody's answers."""
KEPT_PREFIX = "readme"


def answers_of(places: Places) -> list[Path]:
    """All that holds answers of a wave: the export and what lies beside it, and what was made."""
    raw = (path for path in places.raw.rglob("*") if path.is_file())
    made = (path for path in places.processed.rglob("*") if path.is_file())
    return [*sorted(path for path in raw if not _is_kept(path, places)), *sorted(made)]


def erase(places: Places) -> None:
    """Keep the report of a wave among its released files, and delete its answers.

    The pages must have been made since the release. Before anything is deleted, every claim of the
    site is checked against the released numbers, which are all that will be left. Raises
    `ReleaseError` for a draft, for an open correction, and while a draft is compared with the
    wave; `ClaimError` for sentences that the released numbers do not carry.
    """
    if not answers_erased(places):
        _require_released(places)
        made = places.made_by("fragments").read_text(encoding="utf-8").splitlines()
        with _released_alone(places) as beside:
            _require_claims(beside)
        keep_report(places, (places.root / one for one in made))
    for path in answers_of(places):
        path.unlink()
    for folder in sorted((p for p in places.raw.rglob("*") if p.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    shutil.rmtree(places.processed, ignore_errors=True)


def _is_kept(path: Path, places: Places) -> bool:
    beside = path.parent == places.raw
    return beside and (path.name in KEPT or path.name.lower().startswith(KEPT_PREFIX))


def _require_released(places: Places) -> None:
    if not places.release_record.is_file():
        raise ReleaseError(
            f"{places.name} is a draft: its numbers are not frozen, and without its answers they "
            f"would be lost; write: make release SURVEY={places.survey} WAVE={places.wave}"
        )
    if standing(places, *read_inputs(places)).open_notes:
        raise ReleaseError(
            f"{places.corrections} has a correction that is not released; write: make release "
            f"SURVEY={places.survey} WAVE={places.wave}"
        )
    drafts = [one for one in _compared_with(places) if is_draft(one, read_inputs(one)[1])]
    if drafts:
        raise ReleaseError(
            f"{one.name} is a draft and compared with {places.name}; with its answers goes which "
            "organisations answered in both, which makes changes more certain. Release "
            f"{one.name} first"
            for one in drafts
        )


def _compared_with(places: Places) -> list[Places]:
    """The later waves whose changes since this one are computed."""
    later = [
        one
        for one in every_wave(places.root)
        if one.survey == places.survey and one.wave > places.wave
    ]
    also = read_series(places.series).also_compared
    return [one for one in later if one == later[-1] or places.wave in also.get(one.wave, ())]


@contextmanager
def _released_alone(places: Places) -> Iterator[Path]:
    """A root in which the wave has nothing but what was released; the rest is linked."""
    with TemporaryDirectory(prefix="erased-") as folder:
        root = Path(folder)
        (root / "reports").symlink_to(places.reports.resolve())
        for one in every_wave(places.root):
            beside = Places(one.survey, one.wave, root)
            if one == places:
                beside.raw.mkdir(parents=True)
                for path in (one.codebook, one.wave_settings):
                    shutil.copy(path, beside.raw)
                restore_results(beside)
                continue
            for source, link in ((one.raw, beside.raw), (one.processed, beside.processed)):
                link.parent.mkdir(parents=True, exist_ok=True)
                link.symlink_to(source.resolve(), target_is_directory=True)
        yield root


def _require_claims(root: Path) -> None:
    """That every sentence of the site holds of the numbers below a root."""
    waves = list(every_wave(root))
    known = known_results(waves)
    stated = [one for wave in waves for one in wave_claims(wave)]
    stated += shared_claims(Places("", "", root), known)
    if wrong := problems(stated):
        raise ClaimError(
            [
                "with the answers, exact numbers go; these sentences do not follow from what was "
                "released. Write them so that they do, then erase",
                *wrong,
            ]
        )
