"""The plan of a survey, checked for all of its waves, and what is written for each."""

import json
import shutil
from pathlib import Path

import pytest
from waves import tiny

from pipeline.errors import PlanError, SeriesError
from pipeline.paths import Places
from pipeline.plan import plan

WAVES = ("2024", "2025", "2026")


@pytest.fixture
def waves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Places]:
    """Three waves with the same questions."""
    monkeypatch.chdir(tmp_path)
    tiny(Path())
    for wave in WAVES[1:]:
        another(wave)
    return [Places("tiny", wave) for wave in WAVES]


def another(wave: str) -> None:
    raw = shutil.copytree(Places("tiny", "2024").raw, Places("tiny", wave).raw)
    for name in ("codebook.yml", "wave.yml"):
        edit(raw / name, "2024", wave)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def planned() -> tuple[int, int, list[Path]]:
    return plan(Places("tiny", ""))


def changed(before: dict[Path, bytes]) -> set[str]:
    """The files whose content is not what it was."""
    return {str(path)[len("data/processed/tiny/") :] for path in before if differs(path, before)}


def differs(path: Path, before: dict[Path, bytes]) -> bool:
    return path.read_bytes() != before[path]


def test_each_wave_gets_what_is_said_of_it(waves: list[Places]) -> None:
    count, figures, files = planned()
    assert (count, figures, len(files)) == (3, 5, 9)
    assert all(path.is_file() for path in files)
    compared = json.loads(waves[2].compared.read_text(encoding="utf-8"))
    assert list(compared["codebooks"]) == ["2024", "2025"]
    assert json.loads(waves[0].compared.read_text(encoding="utf-8"))["codebooks"] == {}


def test_a_new_wave_changes_nothing_of_what_is_written_for_the_others(
    waves: list[Places],
) -> None:
    before = {path: path.read_bytes() for path in planned()[2]}
    another("2027")
    edit(waves[0].raw.parent / "2027" / "codebook.yml", "Hvem med?", "Med hvem?")
    waves[0].series.write_text(
        'survey: tiny\nsince_last_wave: {"2027": {partners: {is: comparable}}}\n'
        'also_compared: {"2027": ["2024"]}\n',
        encoding="utf-8",
    )
    edit(waves[0].plan, "chart: paired", 'chart: paired, headline: {"2027": {da: Nyt}}')
    assert planned()[0] == 4
    assert changed(before) == set()


def test_what_is_said_of_a_wave_is_written_for_that_one(waves: list[Places]) -> None:
    before = {path: path.read_bytes() for path in planned()[2]}
    edit(waves[0].plan, "chart: paired", 'chart: paired, headline: {"2025": {da: Nyt}}')
    planned()
    assert changed(before) == {"2025/planned.json"}
    # A codebook is one of those that later waves are compared with.
    edit(waves[1].codebook, "column: q6", "column: q6 # as in 2024")
    planned()
    assert changed(before) == {"2025/planned.json", "2026/compared.json"}
    waves[0].benchmarks.write_text("benchmarks: {}\n", encoding="utf-8")
    planned()
    assert changed(before) == {f"{wave}/planned.json" for wave in WAVES} | {"2026/compared.json"}


def test_a_wave_that_goes_away_is_noticed_by_those_after_it(waves: list[Places]) -> None:
    before = {path: path.read_bytes() for path in planned()[2]}
    shutil.rmtree(waves[1].raw)
    planned()
    assert changed(before) == {"2026/compared.json"}


def test_what_is_wrong_in_several_waves_is_told_once_and_nothing_is_written(
    waves: list[Places],
) -> None:
    edit(waves[0].plan, "variable: tried", "variable: tryed")
    edit(waves[2].codebook, "Hvem med?", "Med hvem?")
    with pytest.raises(PlanError) as raised:
        planned()
    told = list(raised.value.messages)
    assert [one.split(": ")[0] for one in told] == [
        "reports/tiny/figures.yml, line 5, figures.fig_01.variable",
        "data/raw/tiny/series.yml",
    ]
    assert not waves[0].processed.exists()
    edit(waves[0].plan, "variable: tryed", "variable: tried")
    with pytest.raises(SeriesError):
        planned()
