"""A run that is killed in any stage: the last good site stays, and the next run completes."""

import shutil
from pathlib import Path

from project import REPOSITORY, Make, environment, made, served, started, taken_over

from pipeline.database import existing_database

WAVE = "data/processed/tiny/2024"

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
import pipeline.folders
pipeline.folders.exchanged = killing(pipeline.folders.exchanged)
from pipeline.__main__ import main
sys.exit(main(sys.argv[2:]))
"""

KILLS = [
    *[("load", file) for file in (1, 2)],  # the database; the list of what was made
    *[("plan", file) for file in (1, 3)],
    *[("tabulate", file) for file in (1, 6)],
    *[("fragments", file) for file in (1, 4)],
    ("claims", 1),
    *[("site", file) for file in (1, 2)],
    *[("render", file) for file in (1, 2)],  # the new site in the place of the last, the list
]
"""Stage, and which of its files it puts in place when it is killed; in the order of a run."""


def test_a_run_that_is_killed_again_and_again_completes(built: Path, make: Make) -> None:
    one_wave(built)
    changed(built)
    last_good = served(made(built))
    for stage, file in KILLS:
        environment(built, killing(built, stage, file))
        run = make()
        assert run.returncode == 2
        assert "Traceback" not in run.stderr
        assert started(built)[-1].split()[0] == stage
        if (stage, file) != ("render", 2):
            assert served(made(built)) == last_good
        with existing_database(built / WAVE / "wave.duckdb") as database:
            assert database.count("respondents") > 0
    environment(built)
    assert make().returncode == 0
    completed = made(built)
    assert served(completed) != last_good
    make("clean")
    assert make().returncode == 0
    assert made(built) == completed


def killing(project: Path, stage: str, file: int) -> str:
    """What the shell does instead of a stage."""
    (project / "killing.py").write_text(PROGRAM, encoding="utf-8")
    python = f"{REPOSITORY}/.venv/bin/python"
    return f'[ "$3" = {stage} ] && shift 2 && exec "{python}" killing.py {file} "$@"'


def one_wave(project: Path) -> None:
    """Take the other wave away: it would only take time."""
    for folder in ("data/raw", "data/processed", "reports"):
        shutil.rmtree(project / folder / "tiny" / "2025")
    (project / "reports/_made/claims/tiny.2025.json").unlink()


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
    page = taken_over(project, "index.qmd")
    page.write_text(page.read_text(encoding="utf-8") + "\nMere.\n", encoding="utf-8")
