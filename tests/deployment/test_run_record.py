"""The record of runs."""

import json
from pathlib import Path

import pytest

from pipeline.deployment.run_record import add_to_record, changes, last_published
from pipeline.deployment.run_state import State
from pipeline.paths import Places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places("", "", tmp_path)


STATE = State(
    renderer="pandoc",
    code="0123456789ab",
    versions={"duckdb": "2.0"},
    inputs={"tiny/2024/export.csv": "aa", "tiny/2024/wave.yml": "bb"},
    rows={"tiny/2024": {"received": 15}},
    estimates={"tiny/2024/fig_01": "cc", "tiny/2024/fig_02": "dd"},
    pages=3,
    bytes=1000,
)


def test_before_the_first_run_nothing_was_published(places: Places) -> None:
    assert last_published(places) is None


def test_the_last_run_that_published_is_found_behind_others(places: Places) -> None:
    add_to_record(places, {"status": 0, "state": {**STATE, "pages": 2}})
    add_to_record(places, {"status": 0, "state": STATE})
    add_to_record(places, {"status": 4})
    assert last_published(places) == STATE
    lines = places.run_record.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["status"] for line in lines] == [0, 0, 4]


def test_only_the_owner_reads_the_record(places: Places) -> None:
    add_to_record(places, {"status": 0})
    assert places.run_record.stat().st_mode & 0o777 == 0o600


def test_a_line_that_a_killed_run_left_half_spoils_no_other(places: Places) -> None:
    add_to_record(places, {"status": 0, "state": STATE})
    with places.run_record.open("a") as file:
        file.write('{"status": 0, "sta')
    add_to_record(places, {"status": 3})
    assert last_published(places) == STATE
    assert places.run_record.read_text(encoding="utf-8").endswith('"sta\n{"status": 3}\n')


def test_what_changed_is_told_by_name() -> None:
    after = State(
        **{
            **STATE,
            "code": "ba9876543210",
            "inputs": {"tiny/2024/export.csv": "a2", "tiny/2025/export.csv": "ee"},
            "estimates": {"tiny/2024/fig_01": "cc", "tiny/2024/fig_02": "d2"},
            "pages": 4,
        }  # type: ignore[typeddict-item]
    )
    assert changes(STATE, after) == (
        "input tiny/2024/export.csv: changed",
        "input tiny/2024/wave.yml: gone",
        "input tiny/2025/export.csv: new",
        "estimates of tiny/2024/fig_02: changed",
        "code: 0123456789ab -> ba9876543210",
        "pages: 3 -> 4",
    )
    assert changes(STATE, STATE) == ()
