"""Erasing the answers of a released wave: what goes, what stays, and when it is refused."""

import shutil
from pathlib import Path

import polars as pl
import pytest
import yaml
from waves import REPOSITORY, loaded, tabulated, tiny

from pipeline import stages
from pipeline.confidential import confidential
from pipeline.erase import answers_of, erase
from pipeline.errors import ClaimError, CorrectionError, ReleaseError
from pipeline.pages.disclosures import looked_for
from pipeline.paths import Places
from pipeline.reading import read_inputs
from pipeline.releases.files import answers_erased, freeze
from pipeline.releases.kept_report import kept_answers

CLUBS = "tiny.w2024.fig_01.club.yes"
NOTE = """corrections:
  - date: 2024-05-02
    what: {da: Et svar kom for sent., en: An answer came late.}
    why: {da: Med posten., en: By mail.}
"""


@pytest.fixture
def wave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """The tiny wave, released, its pages made."""
    monkeypatch.chdir(tmp_path)
    tiny(Path())
    places = Places("tiny", "2024")
    (places.reports / "_quarto.yml").write_bytes((REPOSITORY / "reports/_quarto.yml").read_bytes())
    released(places)
    return places


def released(places: Places) -> None:
    loaded(places)
    tabulated(places)
    stages.plan(places)
    stages.change(places)
    freeze(places, *read_inputs(places))
    stages.fragments(places)
    stages.claims(places)


def made(places: Places) -> dict[str, bytes]:
    files = (path for path in places.made.rglob("*") if path.is_file())
    return {path.relative_to(places.made).as_posix(): path.read_bytes() for path in files}


def test_answers_go_and_the_report_stays(wave: Places) -> None:
    (wave.raw / "old answers.csv").write_text("id\na1\n")
    (wave.raw / "README.md").write_text("Where they came from.\n")
    (wave.raw / "letters").mkdir()
    (wave.raw / "letters" / "a1.txt").write_text("a1")
    before, published = made(wave), pl.read_parquet(wave.published("estimates"))
    erase(wave)
    assert sorted(path.name for path in wave.raw.iterdir()) == [
        "README.md",
        "codebook.yml",
        "wave.yml",
    ]
    assert not wave.processed.exists()
    assert answers_erased(wave)
    for stage in stages.WAVE_STAGES:
        stage(wave)
    assert made(wave) == before
    again = pl.read_parquet(wave.published("estimates"))
    assert again["estimate"].to_list() == pytest.approx(published["estimate"].to_list(), abs=5e-5)
    assert again.drop(pl.selectors.float()).equals(published.drop(pl.selectors.float()))
    stages.site(Places("", ""))


def test_everything_that_holds_answers_is_listed(wave: Places) -> None:
    names = {path.name for path in answers_of(wave)}
    assert {"export.csv", "wave.duckdb", "cells.parquet"} <= names
    assert not names & {"codebook.yml", "wave.yml"}
    stages.erase(wave)
    assert wave.database.is_file()


def test_a_draft_is_refused(wave: Places) -> None:
    wave.release_record.unlink()
    with pytest.raises(ReleaseError, match="is a draft"):
        erase(wave)
    assert wave.database.is_file()


def test_a_correction_that_is_not_released_is_refused(wave: Places) -> None:
    wave.corrections.write_text(NOTE, encoding="utf-8")
    with pytest.raises(ReleaseError, match="correction that is not released"):
        erase(wave)
    assert wave.database.is_file()


def test_a_wave_that_a_draft_is_compared_with_is_refused(wave: Places) -> None:
    later = Places("tiny", "2025")
    later.raw.mkdir()
    for path in wave.raw.iterdir():
        (later.raw / path.name).write_text(path.read_text("utf-8").replace("2024", "2025"), "utf-8")
    with pytest.raises(ReleaseError, match=r"tiny 2025 is a draft and compared with tiny 2024"):
        erase(wave)
    assert wave.database.is_file() and not answers_erased(wave)


def test_a_sentence_that_needs_exact_numbers_is_refused(wave: Places) -> None:
    """Of 83.3 per cent, published as 83, "over 83 per cent" holds of the exact number alone."""
    text = wave.plan.read_text(encoding="utf-8")
    wave.plan.write_text(text.replace("disclosure: off", "disclosure: {smallest_base: 1}"), "utf-8")
    page = '---\ntitle: Fund\nlang: da\n---\n\n[over 83 pct.]{.claim of="CLUBS"}\n'
    (wave.pages / "index.qmd").write_text(page.replace("CLUBS", CLUBS), encoding="utf-8")
    shutil.rmtree(wave.released)
    released(wave)
    with pytest.raises(ClaimError, match="do not follow from what was released") as raised:
        erase(wave)
    assert "over 83 pct." in raised.value.messages[1]
    assert wave.database.is_file() and not answers_erased(wave)


def test_a_run_that_was_killed_while_it_deleted_is_completed(wave: Places) -> None:
    before = made(wave)
    erase(wave)
    (wave.raw / "export.csv").write_text("id\na1\n")
    erase(wave)
    assert not (wave.raw / "export.csv").exists()
    for stage in stages.WAVE_STAGES:
        stage(wave)
    assert made(wave) == before


def test_nothing_can_be_released_or_corrected_any_more(wave: Places) -> None:
    erase(wave)
    with pytest.raises(ReleaseError, match="answers of tiny 2024 were erased"):
        freeze(wave, *read_inputs(wave))
    wave.corrections.write_text(NOTE, encoding="utf-8")
    with pytest.raises(CorrectionError, match="cannot be corrected any more"):
        stages.fragments(wave)


def test_what_pages_show_of_claims_stays_to_the_last_digit(wave: Places) -> None:
    page = wave.pages / "index.qmd"
    text = f'---\ntitle: Fund\nlang: da\n---\n\n[83 pct.]{{.claim of="{CLUBS}"}}\n'
    page.write_text(text, encoding="utf-8")
    stages.claims(wave)
    shown = wave.claim_notes.read_bytes()
    erase(wave)
    kept = wave.kept_report / "claims.json"
    assert kept.read_bytes() == shown
    kept.write_bytes(shown.replace(b"83,3", b"83,4"))
    for stage in stages.WAVE_STAGES:
        stage(wave)
    assert "83,4" in wave.claim_notes.read_text(encoding="utf-8")


def test_answers_that_were_released_stay_known_as_such(wave: Places) -> None:
    quoted = "Vi fik besøg af naboens to børn hver onsdag i hele foråret."
    table = pl.read_parquet(wave.released_answers)
    empty = dict.fromkeys(table.columns)
    texts = pl.DataFrame([empty | {"text": quoted}], schema=table.schema)
    texts.write_parquet(wave.released_answers)
    erase(wave)
    assert kept_answers(wave) == [quoted]
    for stage in stages.WAVE_STAGES:
        stage(wave)
    assert not (wave.pages / "answers.json").exists()
    later = Places("tiny", "2025")
    later.raw.mkdir()
    for path in ("codebook.yml", "wave.yml"):
        text = (wave.raw / path).read_text("utf-8").replace("2024", "2025")
        (later.raw / path).write_text(text, encoding="utf-8")
    export = tiny(Path("other")).raw / "export.csv"
    (later.raw / "export.csv").write_text(
        export.read_text("utf-8").replace("Godt", quoted), "utf-8"
    )
    loaded(later)
    assert looked_for(quoted) not in confidential(Path()).answers


def test_the_record_tells_who_answered_before(wave: Places) -> None:
    record = yaml.safe_load(wave.release_record.read_text(encoding="utf-8"))
    assert record["answered_before"] == {}
