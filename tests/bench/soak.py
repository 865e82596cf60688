"""Scheduled runs that are killed at any moment and meet each other: nothing may be lost or broken.

A tiny project gets another export or another sentence before each run; some runs are killed with
everything that they started, some meet a second one. After each the site has to be whole, and at
the end the project has to equal one that is built from nothing.
"""

import random
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from os import killpg
from pathlib import Path, PurePosixPath

from pipeline.pages.links import problems, references
from pipeline.runs import only_run
from tests.end_to_end.project import REPOSITORY, made, run_make, set_up

SEED = 20
LONGEST_RUN = 12.0
"""Seconds within which a run is killed; a whole one takes about half of that on two cores."""
MEETING = 7
"""The status of a run that met another."""


@dataclass(frozen=True)
class Soaked:
    """How many runs ended how, and what was found broken, which must be nothing."""

    runs: int
    killed: int
    met: int
    seconds: float
    broken: tuple[str, ...]


def soak(folder: Path, runs: int) -> Soaked:
    """Run the pipeline `runs` times in `folder`, each time with something new to do."""
    begun, chance = time.monotonic(), random.Random(SEED)
    project = folder / "soaked"
    set_up(project)
    shutil.copytree(REPOSITORY / "deploy", project / "deploy")
    broken = _after(_start(project), project, "the first run")
    killed = met = 0
    for number in range(runs):
        _change(project, number, chance)
        run = _start(project)
        if number % 3 == 0:
            time.sleep(chance.uniform(0, 1))
            met += _start(project).wait() == MEETING
        if number % 2 == 0:
            time.sleep(chance.uniform(0, LONGEST_RUN))
            killed += run.poll() is None
            if run.poll() is None:
                killpg(run.pid, signal.SIGKILL)
                run.wait()
                broken += _problems(project, f"run {number}, killed")
                continue
        broken += _after(run, project, f"run {number}")
    broken += _after(_start(project), project, "the last run")
    broken += _unlike_a_clean_build(project, folder / "clean")
    return Soaked(runs, killed, met, time.monotonic() - begun, tuple(broken))


def _start(project: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [project / "deploy" / "run"], start_new_session=True, stdout=subprocess.DEVNULL
    )


def _after(run: subprocess.Popen[bytes], project: Path, name: str) -> list[str]:
    status = run.wait()
    failed = [f"{name} ended with {status}"] if status not in (0, MEETING) else []
    with only_run(project / "data"):  # raises where a lock has been left
        return failed + _problems(project, name)


def _problems(project: Path, name: str) -> list[str]:
    """What is wrong with the site that readers would see."""
    site = project / "reports" / "_site"
    pages = {
        PurePosixPath(path.relative_to(site)): references(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
    }
    found = problems(pages, lambda path: (site / path).is_file())
    return [f"{name}: {one}" for one in found] + ([] if pages else [f"{name}: no site"])


def _change(project: Path, number: int, chance: random.Random) -> None:
    """Another respondent, or another sentence."""
    if chance.random() < 0.5:
        with (project / "data/raw/tiny/2025/export.csv").open("a", encoding="utf-8") as file:
            file.write(f"n{number},n{number}@example.org,done,1,12,1,1,1,0,2,2,\n")
    else:
        with (project / "reports/index.qmd").open("a", encoding="utf-8") as file:
            file.write("\nMere.\n")


def _unlike_a_clean_build(project: Path, clean: Path) -> list[str]:
    """The files that differ from those of the same inputs built from nothing."""
    set_up(clean)
    for name in ("data/raw/tiny/2025/export.csv", "reports/index.qmd"):
        shutil.copy2(project / name, clean / name)
    run = run_make(clean, "report")
    if run.returncode:
        return [f"the clean build failed: {run.stderr}"]
    own, other = made(project), made(clean)
    differing = sorted(own.keys() ^ other.keys()) + [
        path for path in own.keys() & other.keys() if own[path] != other[path]
    ]
    return [
        f"{path} is not what a clean build makes"
        for path in differing
        if not path.endswith("runs.jsonl")
    ]
