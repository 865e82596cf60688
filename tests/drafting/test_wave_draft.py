"""The settings of a new wave, drafted from those of the wave before."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml
from drafting_samples import FOLDER, column

from pipeline.codebooks.codebook import Columns
from pipeline.drafting.wave_draft import Received, draft_wave, fieldwork_days

TINY = (FOLDER / "wave.yml").read_text(encoding="utf-8")
DAYS = date(2026, 3, 2), date(2026, 3, 9)
WHY = "Of 2024: write one where 2026 is not real, either; where it is, `make key` once"
CSV = Received(("export.csv",), "csv", DAYS)


def drafted(
    text: str, received: Received = CSV, gone: tuple[str, ...] = ()
) -> tuple[str, list[str]]:
    """The draft of 2026, and what a person should look at."""
    draft, findings = draft_wave(text, yaml.safe_load(text), "2026", received, gone)
    return draft, [one.what for one in findings]


def values(text: str) -> Any:
    return yaml.safe_load(text)


def test_what_is_of_the_earlier_fieldwork_is_changed_or_left_open() -> None:
    text, findings = drafted(TINY)
    assert text == (
        "survey: tiny\n"
        'wave: "2026"\n'
        "export: {format: csv, files: [export.csv]}\n"
        "title: {da: Den lille undersøgelse 2026, en: The tiny survey 2026}\n"
        "fieldwork: {from: 2026-03-02, to: 2026-03-09}\n"
        "mode: {da: Spørgeskema på nettet, en: Web survey}\n"
        f"# {WHY}\n"
        "# demonstration: {da: Tallene er opdigtede., en: The numbers are made up.}\n"
        "# 2024: {club: 12, house: 8}\n"
        "# Write the counts of 2026, or take the frame out.\n"
        "frame: {by: kind, counts: {}}\n"
        "rejected_value_limit: 0.2\n"
    )
    assert findings == [
        "check the title",
        "fieldwork is 2026-03-02 to 2026-03-09, by the dates of the export; check",
        "frame: write the counts of 2026, or take the frame out",
        f"demonstration is left out. {WHY}",
        "carried over from 2024; check mode",
    ]


def test_without_dates_a_person_writes_them() -> None:
    text, findings = drafted(TINY, Received(("export.csv",), "csv", None))
    assert "fieldwork" not in values(text)
    assert "# fieldwork: {from: 2024-03-01, to: 2024-03-08}\n" in text
    assert findings[1].startswith("write fieldwork, the first and last day")


def test_totals_and_populations_are_left_open() -> None:
    more = """\
design:
  strata: layer
  population: {a: 10}
calibration:
  margins:
    kind: {club: 12, house: 8}
release: automatic
confirmed_jumps:
  fig_01.yes: {da: Ny lov.}
address: https://example.org/tiny/2024/
"""
    text, findings = drafted(TINY + more)
    assert values(text)["design"] == {"strata": "layer", "population": {}}
    assert values(text)["calibration"] == {"margins": {}}
    assert "  # 2024: {kind: {club: 12, house: 8}}\n" in text
    assert "address: https://example.org/tiny/2026/\n" in text
    assert not values(text).keys() & {"release", "confirmed_jumps", "demonstration"}
    assert "#   fig_01.yes: {da: Ny lov.}\n" in text
    assert "calibration: write the totals of 2026, or take the calibration out" in findings


def test_a_frame_of_a_question_that_is_gone_is_left_out() -> None:
    text, findings = drafted(TINY, gone=("kind",))
    assert "frame" not in values(text)
    assert "frame is left out: its variable is gone" in findings


def test_the_days_of_fieldwork_are_those_of_the_answers() -> None:
    columns = [
        column("fra", "09-05-2022 23:50", "12-05-2022 08:00"),
        column("til", "10-05-2022 00:10", "31-05-2022 09:00"),
    ]
    days = fieldwork_days(columns, Columns(started="fra", finished="til"))
    assert days == (date(2022, 5, 9), date(2022, 5, 31))
    assert fieldwork_days(columns, Columns(started="fra")) == (date(2022, 5, 9), date(2022, 5, 12))
    assert fieldwork_days(columns, Columns()) is None


def test_a_file_of_the_demonstration_keeps_its_folded_sentences() -> None:
    path = Path(FOLDER.parents[5]) / "data" / "raw" / "innovation" / "2022" / "wave.yml"
    text, _ = drafted(path.read_text(encoding="utf-8"))
    assert "#     Alle tal fra 2022 er opdigtede: der var ingen undersøgelse" in text
    assert "  da: Innovation i den sociale sektor 2026 (opdigtet)\n" in text
