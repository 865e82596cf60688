"""`make new`: what is written, and what is never written over."""

import os
import shutil
from pathlib import Path

import pytest
from waves import TINY_ROOT

from pipeline.drafting.__main__ import main
from pipeline.loading.pseudonyms import KEY_VARIABLE
from pipeline.paths import Places

LONG_AGO = 1_600_000_000
HEADER = "RespondentID,Timestamp,What is your gender?,How often do you read?\n"
ROWS = "".join(
    f"{n},2024-03-{1 + n % 9:02} 10:00,{('Female', 'Male')[n % 2]},{('Never', 'Often')[n % 2]}\n"
    for n in range(100, 130)
)
PLACES = Places("members", "2024")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project without a key, in which messages name files."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(KEY_VARIABLE, str(tmp_path / "key"))
    return tmp_path


def received(text: str = HEADER + ROWS) -> Path:
    path = Path("downloads/answers.csv")
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


def test_the_export_and_three_drafts_are_written(capsys: pytest.CaptureFixture[str]) -> None:
    export = received()
    assert main(["new", "members", str(export)]) == 0
    assert {path.name for path in PLACES.raw.iterdir()} == {
        "answers.csv",
        "codebook.yml",
        "wave.yml",
    }
    assert (PLACES.raw / "answers.csv").read_bytes() == export.read_bytes()
    assert PLACES.plan.is_file()
    said = capsys.readouterr().out
    key = Path(os.environ[KEY_VARIABLE])
    assert f"  1. {key} is a secret key, made now" in said
    made = key.read_bytes()
    assert main(["new", "members", str(export)]) == 0
    assert "secret key" not in capsys.readouterr().out
    assert key.read_bytes() == made
    assert "data/raw/members/2024/codebook.yml, line " in said
    assert "reports/members/figures.yml, line " in said
    assert "/tmp" not in said.replace("\n", "").replace(str(Path.cwd()), "")


def test_a_second_run_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    export = received()
    assert main(["new", "members", str(export)]) == 0
    before = {path: path.stat().st_mtime_ns for path in PLACES.raw.iterdir()}
    assert main(["new", "members", str(export)]) == 0
    assert "Nothing to write: the drafts are there already." in capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in PLACES.raw.iterdir()} == before


@pytest.mark.parametrize("place", [PLACES.codebook, PLACES.plan, PLACES.wave_settings])
def test_what_a_person_wrote_is_shown_and_kept(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export = received()
    assert main(["new", "members", str(export)]) == 0
    mine = place.read_text(encoding="utf-8") + "# mine\n"
    place.write_text(mine, encoding="utf-8")
    assert main(["new", "members", str(export)]) == 3
    assert "-# mine" in capsys.readouterr().err
    assert place.read_text(encoding="utf-8") == mine


@pytest.mark.parametrize(
    ("arguments", "text", "said"),
    [
        (["Our Members"], HEADER + ROWS, "is no name of a survey"),
        (["members"], "q1,q2\nJa,Nej\nNej,Nej\nJa,Ja\n", "no column tells when answers were given"),
    ],
)
def test_what_cannot_be_drafted_is_told_and_nothing_written(
    arguments: list[str], text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", *arguments, str(received(text))]) == 3
    assert said in " ".join(capsys.readouterr().err.split())
    assert not Path("data").exists()


def test_a_wave_without_a_year_needs_dates(capsys: pytest.CaptureFixture[str]) -> None:
    export = received("q1,q2\nJa,Nej\nNej,Nej\nJa,Ja\n")
    assert main(["new", "members", str(export), "first"]) == 3
    assert "name the wave with its year" in " ".join(capsys.readouterr().err.split())
    assert main(["new", "members", str(export), "2023"]) == 0


def test_a_person_overrides_what_the_files_tell(capsys: pytest.CaptureFixture[str]) -> None:
    table = "RespondentID,What is your gender?\n,Response\n1,Female\n2,Male\n3,Male\n4,Female\n"
    export = str(received(table))
    assert main(["new", "other", export, "2024"]) == 0
    assert "SurveyMonkey" in capsys.readouterr().out
    assert main(["new", "members", export, "2024", "--format", "csv"]) == 0
    assert "SurveyMonkey" not in capsys.readouterr().out
    assert "format: csv" in PLACES.wave_settings.read_text(encoding="utf-8")
    for wrong, said in (
        ("sas", 'FORMAT "sas" is not known. Known are: surveyxact'),
        ("xlsx", "answers.csv"),
    ):
        assert main(["new", "third", export, "2024", "--format", wrong]) == 3
        assert said in " ".join(capsys.readouterr().err.split())


def test_the_wave_is_the_year_of_most_answers(capsys: pytest.CaptureFixture[str]) -> None:
    late = ROWS.replace(",2024-03-01", ",2025-01-01")
    assert ROWS.count(",2024-03-01") == 3
    assert main(["new", "members", str(received(HEADER + late))]) == 0
    assert (PLACES.raw / "answers.csv").is_file()
    said = " ".join(capsys.readouterr().out.split())
    assert "wave.yml, line 3: the wave is 2024: 27 of 30 answers are from that year; name" in said
    assert "fieldwork is 2024-03-02 to 2025-01-01" in said


def test_the_first_own_survey_is_told_whose_the_site_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "members", str(received())]) == 0
    assert "Make the site yours" not in capsys.readouterr().out
    shutil.copytree(TINY_ROOT / "data", "data", dirs_exist_ok=True)
    Path("reports/_quarto.yml").write_text(
        "lang: da\npublication:\n  title: {da: Prøven, en: Trial}\n  publisher: Ingen\n"
    )
    assert main(["new", "others", str(received())]) == 0
    assert "Make the site yours" not in capsys.readouterr().out
    shutil.rmtree(PLACES.raw.parent)
    shutil.rmtree("data/raw/others")
    shutil.rmtree("reports/others")
    assert main(["new", "others", str(received())]) == 0
    assert (
        'reports/_quarto.yml, line 2, publication: the site is called "Prøven", its publisher is '
        '"Ingen" and its language "da", beside the demonstration, tiny: make it yours, as '
        'README.md says under "Make the site yours"'
    ) in " ".join(capsys.readouterr().out.split())
