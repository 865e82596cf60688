"""The invented wave of 2022: made by its script, with organisations of 2020 in it."""

import csv
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
import yaml

from pipeline.loading.pseudonyms import pseudonym_key, pseudonyms

RAW = Path(__file__).parents[1] / "data" / "raw" / "innovation"
FILE = RAW / "2022" / "answers.csv"
Row = dict[str, str]
AGREE = ("Meget enig", "Overvejende enig")


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def earlier() -> list[Row]:
    with (RAW / "2020" / "dataset.csv").open(encoding="cp1252", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter=";") if row["distribution"] == "mail"]


def test_the_script_writes_the_same_file_again(tmp_path: Path) -> None:
    shutil.copytree(RAW, tmp_path / "innovation")
    again = tmp_path / "innovation" / "2022"
    (again / "answers.csv").unlink()
    subprocess.run([sys.executable, again / "invent.py"], check=True, cwd=tmp_path)
    assert (again / "answers.csv").read_bytes() == FILE.read_bytes()
    assert FILE.stat().st_size < 1_000_000


def test_every_page_says_that_it_is_invented() -> None:
    wave = yaml.safe_load((RAW / "2022" / "wave.yml").read_text(encoding="utf-8"))
    assert "opdigtede" in wave["demonstration"]["da"]
    assert "invented" in wave["demonstration"]["en"]


def test_a_third_answered_in_2020_too_and_has_the_same_pseudonym(
    rows: list[Row], earlier: list[Row]
) -> None:
    again = {row["organisationsnummer"] for row in rows} & {row["respondent"] for row in earlier}
    assert len(again) == 298
    key = pseudonym_key(demonstration=True)
    ids = pl.Series([row["organisationsnummer"] for row in rows if row["udsendelse"] != "test"])
    before = pl.Series([row["respondent"] for row in earlier])
    shared = set(pseudonyms(ids, key)) & set(pseudonyms(before, key))
    assert len(shared) == 298


def share(rows: list[Row], column: str, chosen: Callable[[str], bool]) -> float:
    answers = [row[column] for row in rows if row[column]]
    return sum(map(chosen, answers)) / len(answers)


@pytest.mark.parametrize(
    ("later", "before", "change"),
    [
        ("q9_more_external_actors", "s_9_1", 0.14),
        ("q9_rules_helped_focus", "s_9_3", -0.13),
        ("q8_will_continue", "s_8_3", -0.12),
        ("q9_staff_open", "s_9_5", 0.0),
        ("q8_others_can_learn", "s_8_4", 0.0),
    ],
)
def test_some_answers_changed_and_most_did_not(
    later: str, before: str, change: float, rows: list[Row], earlier: list[Row]
) -> None:
    now = share(rows, later, AGREE.__contains__)
    then = share(earlier, before, ("1", "2").__contains__)
    assert now - then == pytest.approx(change, abs=0.05)
    assert now - then != pytest.approx(change, abs=0.0005)


def test_the_frame_is_larger_than_those_who_answered(rows: list[Row]) -> None:
    wave = yaml.safe_load((RAW / "2022" / "wave.yml").read_text(encoding="utf-8"))
    accepted = {
        row["organisationsnummer"] for row in rows if row["organisationsnummer"][:3] != "320"
    }
    assert len(accepted) == 900 < sum(wave["frame"]["counts"].values())
