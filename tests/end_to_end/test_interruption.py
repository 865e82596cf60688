"""A run that is killed in any stage: the last good site stays, and the next run completes."""

import shutil
import signal
import subprocess
from pathlib import Path

import pytest
from project import Make, run_make
from test_make import made

from pipeline.database import existing_database

# Kills the process when it puts its n-th file in place: whatever it does is then half done.
PROGRAM = """
import os, pathlib, signal, sys
left = [int(sys.argv[1])]
def killing(original):
    def replaced(*arguments):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return original(*arguments)
    return replaced
for name in ("replace", "rename"):
    setattr(pathlib.Path, name, killing(getattr(pathlib.Path, name)))
from pipeline.__main__ import main
sys.exit(main(sys.argv[2:]))
"""
WAVE = ("tiny", "2024")


@pytest.fixture(scope="session")
def clean_build(first_run: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a run makes of the changed inputs when nothing was made before."""
    folder = tmp_path_factory.mktemp("clean") / "project"
    shutil.copytree(first_run, folder, symlinks=True)
    changed(folder)
    assert run_make(folder, "clean").returncode == 0
    assert run_make(folder).returncode == 0
    return made(folder)


@pytest.mark.parametrize(
    ("stage", "file"),
    [
        (("load", *WAVE), 1),
        (("plan", *WAVE), 1),
        (("tabulate", *WAVE), 6),
        (("fragments", *WAVE), 4),
        (("site",), 1),
        (("render",), 2),
    ],
)
def test_a_kill_leaves_the_site_and_the_next_run_completes(
    built: Path, make: Make, clean_build: dict[str, bytes], stage: tuple[str, ...], file: int
) -> None:
    good = made(built)
    changed(built)
    killed = subprocess.run(
        [built / ".venv" / "bin" / "python", "-c", PROGRAM, str(file), *stage],
        cwd=built,
        capture_output=True,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    reports = built / "reports"
    site = "_site" if (reports / "_site").is_dir() else "_site.old"
    assert served(made(built), site) == served(good, "_site")
    with existing_database(built / "data" / "processed" / "tiny" / "2024" / "wave.duckdb") as wave:
        assert wave.count("respondents") > 0
    assert make().returncode == 0
    assert made(built) == clean_build


def changed(project: Path) -> None:
    """Other answers and other words, so that every stage has something to write."""
    raw = project / "data" / "raw" / "tiny" / "2024"
    export = raw / "export.csv"
    lines = export.read_text(encoding="utf-8").splitlines(keepends=True)
    export.write_text("".join(lines[:1] + lines[2:]), encoding="utf-8")
    plan = project / "reports" / "tiny" / "figures.yml"
    text = plan.read_text(encoding="utf-8").replace("survey: tiny", "survey: tiny\nlevel: 0.9")
    plan.write_text(text.replace("da: Svar", "da: Svarene"), encoding="utf-8")
    settings = raw / "wave.yml"
    words = settings.read_text(encoding="utf-8").replace("Den lille", "Den anden")
    settings.write_text(words, encoding="utf-8")
    page = project / "reports" / "tiny" / "2024" / "index.qmd"
    page.write_text(page.read_text(encoding="utf-8") + "\nMere.\n", encoding="utf-8")


def served(files: dict[str, bytes], folder: str) -> dict[str, bytes]:
    """The files of a site by their address."""
    start = f"reports/{folder}/"
    return {path.removeprefix(start): files[path] for path in files if path.startswith(start)}
