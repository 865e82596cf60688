"""What make hands to the commands: names as people give them, and nothing that runs."""

import os
import subprocess
from pathlib import Path

import pytest

MAKEFILE = Path(__file__).resolve().parents[1] / "Makefile"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder in which the commands only say what they were given."""
    (tmp_path / "requirements.txt").touch()
    (tmp_path / "ready").touch()
    wave = tmp_path / "data" / "raw" / "members" / "2024"
    wave.mkdir(parents=True)
    (wave / "wave.yml").touch()
    return tmp_path


def made(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = ["make", "-f", str(MAKEFILE), "VENV=.", r"PYTHON=printf '<%s>'", *words]
    # What a make that runs the tests tells its children is nothing to this one.
    outside = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        command, cwd=project, env=outside, capture_output=True, text=True, check=False
    )


NAMES = (
    *("a b.csv", 'it\'s "q".csv', "$(touch ran)", "$$(touch ran)", "`touch ran`", "; touch ran"),
    *('"; touch ran; "', "$HOME", "-h", "x\ny", "%", "#x", "~x", r"\x"),
)


@pytest.mark.parametrize("name", NAMES)
def test_names_reach_the_commands_as_they_are(project: Path, name: str) -> None:
    run = made(project, "new", f"SURVEY={name}", f"EXPORT={name}", f"WAVE={name}", f"FORMAT={name}")
    assert run.stdout == (
        f"<-m><pipeline.drafting><new><--format={name}><--><{name}><{name}><{name}>"
    )
    assert not (project / "ran").exists()
    run = made(project, "rollback", f"TO={name}")
    assert run.stdout == f"<-m><pipeline.deployment><rollback><{name}>"


@pytest.mark.parametrize("command", ["release", "erase", "codes", "export"])
@pytest.mark.parametrize("survey", ["../members", "%", "`touch ran`", "memb", "members/2024 x"])
def test_only_waves_that_there_are_reach_the_stages(
    project: Path, command: str, survey: str
) -> None:
    run = made(project, command, f"SURVEY={survey}", "WAVE=2024", "FORMAT=csv")
    assert run.returncode
    assert run.stdout == f"There is no wave {survey} 2024. There are: members/2024\n"
    assert not (project / "ran").exists()
