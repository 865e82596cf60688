"""Scheduled runs that are killed at any moment and meet each other: nothing may be lost or broken.

A tiny project gets another export, another sentence or a whole wave before each run; some runs are
killed with everything that they started, some meet a second one. After each the site has to be
whole, no row of an export may be lost, no lock and no half file may be left; at the end the
project has to equal one that is built from nothing.
"""

import random
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass, field
from os import killpg
from pathlib import Path

from tests.bench.soak_checks import (
    left_behind,
    lock_problems,
    lost_rows,
    site_problems,
    unlike_a_clean_build,
)
from tests.bench.soak_inputs import (
    a_change,
    arrives,
    arrives_slowly,
    copy_inputs,
    decide,
    export_of,
    new_wave,
    raw_of,
    rows_of,
    waves_of,
)
from tests.end_to_end.project import REPOSITORY, set_up, variables

SEED = 20
LONGEST_RUN = 8.0
"""Seconds within which a run is killed; a whole one takes about half of that on two cores."""
PUBLISHED, UNDECIDED, MEETING = 0, 3, 7
"""Statuses of a run that went through, that waits for a person or a file, that met another."""
A_WAVE_EVERY, SLOW_WAVE, UNDECIDED_WAVE = 8, 2, 3
"""Runs between new waves; which of them is copied while a run starts, which lacks decisions."""


@dataclass
class Soaked:
    """How many runs ended how, and what was found broken, which must be nothing."""

    runs: int
    killed: int = 0
    met: int = 0
    waited: int = 0
    waves: int = 0
    rows: int = 0
    seconds: float = 0.0
    broken: list[str] = field(default_factory=list)


def soak(folder: Path, runs: int) -> Soaked:
    """Run the pipeline `runs` times in `folder`, each time with something new to do."""
    begun, chance = time.monotonic(), random.Random(SEED)
    project = folder / "soaked"
    set_up(project)
    shutil.copytree(REPOSITORY / "deploy", project / "deploy")
    soaked = Soaked(runs)
    known: dict[str, set[int]] = {}
    _ends(soaked, project, "the first run", PUBLISHED)
    for number in range(runs):
        name = f"run {number}"
        a_change(project, number, chance)
        if number % A_WAVE_EVERY == A_WAVE_EVERY // 2:
            _a_wave(soaked, project, name)
        for wave in waves_of(project):
            known.setdefault(wave, set()).add(rows_of(raw_of(project) / wave / "export.csv"))
        run, expected = _start(project), [PUBLISHED]
        if number % 3 == 0:
            time.sleep(chance.uniform(0, 1))
            if _start(project).wait() == MEETING:
                soaked.met += 1
            else:  # it was the faster one
                expected.append(MEETING)
        if number % 2 == 0:
            time.sleep(chance.uniform(0, LONGEST_RUN))
            if run.poll() is None:
                soaked.killed += 1
                killpg(run.pid, signal.SIGKILL)
                run.wait()
                found = site_problems(project) + lock_problems(project)
                found += lost_rows(project, known)
                soaked.broken += [f"{name}, killed: {one}" for one in found]
                continue
        _ended(soaked, run, project, name, *expected)
    _ends(soaked, project, "the last run", PUBLISHED)
    clean = folder / "clean"
    set_up(clean)
    copy_inputs(project, clean)
    soaked.broken += unlike_a_clean_build(project, clean)
    soaked.rows = sum(max(counts) for counts in known.values())
    soaked.seconds = time.monotonic() - begun
    return soaked


def _a_wave(soaked: Soaked, project: Path, name: str) -> None:
    """A new wave lands; a run that comes too early waits, for the export or for decisions."""
    soaked.waves += 1
    text, folder = export_of(project), new_wave(project)
    if soaked.waves == SLOW_WAVE:
        copying = arrives_slowly(folder, text)
        _ends(soaked, project, f"{name}, while an export is copied", UNDECIDED)
        copying.join()
    arrives(folder, text)
    if soaked.waves == UNDECIDED_WAVE:
        _ends(soaked, project, f"{name}, before decisions", UNDECIDED)
    decide(project)


def _start(project: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [project / "deploy" / "run"],
        env=variables(),
        start_new_session=True,
        stdout=subprocess.DEVNULL,
    )


def _ends(soaked: Soaked, project: Path, name: str, *expected: int) -> None:
    _ended(soaked, _start(project), project, name, *expected)


def _ended(
    soaked: Soaked, run: subprocess.Popen[bytes], project: Path, name: str, *expected: int
) -> None:
    """Wait for a run, and look at all that must hold after it."""
    status = run.wait()
    soaked.waited += status == UNDECIDED
    found = [] if status in expected else [f"it ended with {status}, not with {expected[0]}"]
    found += site_problems(project) + lock_problems(project)
    if status == PUBLISHED:
        found += left_behind(project) + lost_rows(project)
    soaked.broken += [f"{name}: {one}" for one in found]
