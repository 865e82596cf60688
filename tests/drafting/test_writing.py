"""A new wave in `data/raw/`: what is written, and what is never written over."""

import os
import shutil
from pathlib import Path

import pytest
from drafting_samples import EXPORT
from waves import REPOSITORY, tiny

from pipeline.drafting.__main__ import main
from pipeline.paths import Places

LONG_AGO = 1_600_000_000
HEADER, *ROWS = EXPORT.splitlines(keepends=True)


@pytest.fixture
def wave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """The wave to be drafted; the tiny one comes before, and messages name files from its root."""
    tiny(tmp_path)
    monkeypatch.chdir(tmp_path)
    return Places("tiny", "2026")


def received(text: str = EXPORT, name: str = "downloads/answers.csv") -> Path:
    """An export where a browser has put it."""
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


def draft(export: Path, wave: str = "2026", survey: str = "tiny") -> int:
    return main(["wave", survey, wave, str(export)])


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


def test_the_export_is_copied_as_it_is_and_the_drafts_beside_it(
    wave: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    export = received()
    assert draft(export) == 0
    assert held(wave.raw).keys() == {"answers.csv", "codebook.yml", "wave.yml"}
    assert (wave.raw / "answers.csv").read_bytes() == export.read_bytes()
    assert not wave.series.exists()
    said = capsys.readouterr().out.splitlines()
    assert said[0] == (
        "CSV: one header row; commas, ASCII; 14 rows, 12 columns: 9 are questions of 2024, 0 new, "
        "3 no questions"
    )
    assert "  3. data/raw/tiny/2026/wave.yml, line 4: check the title" in said


def test_a_second_run_writes_nothing_and_lists_the_same(
    wave: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    export = received()
    draft(export)
    first, before = capsys.readouterr().out, held(wave.raw)
    assert draft(export) == 0
    second = capsys.readouterr().out
    assert held(wave.raw) == before
    assert "Nothing to write: the drafts are there already." in second
    assert second.partition("Look at this")[2] == first.partition("Look at this")[2]


def test_what_a_person_wrote_is_never_written_over(
    wave: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    export = received()
    draft(export)
    text = wave.codebook.read_text(encoding="utf-8")
    wave.codebook.write_text(text.replace("En virksomhed", "Et firma"), encoding="utf-8")
    wave.wave_settings.unlink()
    before = held(wave.raw)
    assert draft(export) == 3
    assert held(wave.raw) == before
    said = capsys.readouterr().err
    assert "data/raw/tiny/2026/codebook.yml is there already" in said
    assert "\n-      firm: {column: q4_2, label: {da: Et firma, en: A firm}}\n" in said
    assert "\n+      firm: {column: q4_2, label: {da: En virksomhed, en: A firm}}\n" in said


def test_another_export_of_the_same_name_is_refused(
    wave: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    draft(received())
    before = held(wave.raw)
    assert draft(received("".join([HEADER, *ROWS[1:]]))) == 3
    assert held(wave.raw) == before
    assert "answers.csv is there already, and is not downloads/answers.csv" in (
        capsys.readouterr().err
    )


def test_an_export_that_lies_in_its_place_already_stays_there(wave: Places) -> None:
    wave.raw.mkdir(parents=True)
    export = received(name="data/raw/tiny/2026/answers.csv")
    assert draft(export) == 0
    assert held(wave.raw).keys() == {"answers.csv", "codebook.yml", "wave.yml"}


def test_a_wave_whose_answers_are_erased_is_still_one_to_draft_from(wave: Places) -> None:
    Path("data/raw/tiny/2024/export.csv").unlink()
    assert draft(received()) == 0
    assert wave.wave_settings.is_file()


def test_series_are_decided_where_one_answer_is_possible(
    wave: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    text = EXPORT.replace(",q6", ",q7_later")
    assert draft(received(text)) == 0
    assert "    later: {is: new}\n    remark: {is: gone}\n" in wave.series.read_text("utf-8")
    assert "or is it remark, which is gone, under another name?" in capsys.readouterr().out


def test_figures_of_what_is_gone_are_of_the_wave_before(
    wave: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    draft(received(EXPORT.replace(",q3,", ",email_2,")))
    said = capsys.readouterr().out
    assert "wrote reports/tiny/figures.yml" in said
    assert "reports/tiny/figures.yml, line 5: fig_01 is of 2024: tried is gone" in said
    assert 'fig_01: {variable: tried, waves: ["2024"], ' in wave.plan.read_text("utf-8")


def test_a_plan_that_cannot_be_read_is_told_before_anything_is_written(
    wave: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    wave.plan.write_text("survey: tiny\nfigures:\n  fig_01:\n", encoding="utf-8")
    assert draft(received()) == 3
    assert "reports/tiny/figures.yml, line 3, figures.fig_01" in capsys.readouterr().err
    assert not wave.raw.exists()


def test_figures_that_name_their_waves_are_told(
    wave: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    text = wave.plan.read_text(encoding="utf-8")
    wave.plan.write_text(text.replace("fig_03: {", 'fig_03: {waves: ["2024"], '), encoding="utf-8")
    draft(received())
    assert (
        "reports/tiny/figures.yml, line 7, figures.fig_03.waves: the figure is of 2024; add "
        '"2026" if it goes on'
    ) in capsys.readouterr().out


def test_one_of_the_three_files_of_an_export_stands_for_all(
    wave: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    innovation = REPOSITORY / "data" / "raw" / "innovation" / "2020"
    shutil.copytree(innovation, Path("data/raw/innovation/2020"))
    folder = Path("downloads")
    folder.mkdir()
    for name in ("dataset.csv", "structure.csv", "labels.csv"):
        shutil.copy2(innovation / name, folder / name)
        os.utime(folder / name, (LONG_AGO, LONG_AGO))
    assert draft(folder / "dataset.csv", "2021", "innovation") == 0
    assert draft(folder, "2021", "innovation") == 0
    names = {"dataset.csv", "structure.csv", "labels.csv", "codebook.yml", "wave.yml"}
    assert held(Path("data/raw/innovation/2021")).keys() == names


def test_a_folder_with_several_exports_asks_for_one(
    wave: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    received(name="downloads/other.csv")
    assert draft(received().parent) == 3
    assert "Name one of them as EXPORT." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("survey", "name", "export", "said"),
    [
        ("tiny", "2020", "downloads/answers.csv", "no wave of tiny comes before it"),
        ("other", "2026", "downloads/answers.csv", "no wave of other comes before it"),
        ("tiny", "../2026", "downloads/answers.csv", '"../2026" is no name of a wave'),
        ("tiny", "2026", "downloads/nothing.csv", "there is no such file or folder"),
    ],
)
def test_what_cannot_be_drafted_is_told(
    survey: str,
    name: str,
    export: str,
    said: str,
    wave: Places,
    capsys: pytest.CaptureFixture[str],
) -> None:
    received()
    assert draft(Path(export), name, survey) == 3
    assert said in capsys.readouterr().err
    assert held(wave.raw) == {}
