"""A first export of 300 columns from file to site, against reading the same file with Polars."""

import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipeline.database import existing_database
from pipeline.loading.answer_checks import answer_checks, make_flags
from pipeline.loading.pseudonyms import KEY_VARIABLE
from pipeline.paths import Places
from tests.bench.large_export import write_large_export
from tests.bench.measured import MAXRSS_BYTES, Measured, Task, measured, median
from tests.end_to_end.project import set_up, variables

RESPONDENTS = 100_000
SURVEY, WAVE = "invented", "2026"
"""The wave is the year in which the answers say that they were given."""
DEMONSTRATION = "demonstration: {da: Svarene er opdigtede.}\n"
REPEATS = 3


@dataclass(frozen=True)
class Large:
    """Seconds of a processor and peak of the largest process: of reading the file, of drafting the
    survey, of `make report`, and of the checks of the answers alone.

    elapsed: seconds on the clock from file to site; largest_page: its bytes.
    """

    reading: Measured
    drafting: Measured
    stages: Measured
    checks: Measured
    elapsed: float
    largest_page: int

    @property
    def whole(self) -> Measured:
        """From file to site: one process at a time, so the larger peak is that of both."""
        return Measured(
            self.drafting.seconds + self.stages.seconds,
            max(self.drafting.peak_bytes, self.stages.peak_bytes),
        )


def large_speed(root: Path) -> Large:
    """What a new user does with one file: `make new`, then `make report`; no other survey there."""
    project, export = root / "project", root / "export.csv"
    write_large_export(export, RESPONDENTS)
    set_up(project)
    for tiny in ("data/raw/tiny", "reports/tiny"):
        shutil.rmtree(project / tiny)
    begun = time.perf_counter()
    drafting = _make(project, "new", f"SURVEY={SURVEY}", f"EXPORT={export}")
    with Places(SURVEY, WAVE, project).wave_settings.open("a", encoding="utf-8") as file:
        file.write(DEMONSTRATION)
    stages = _make(project, "report")
    elapsed = time.perf_counter() - begun
    pages = (project / "reports" / "_site").rglob("*.html")
    return Large(
        _repeated(read_by_polars, export),
        drafting,
        stages,
        _repeated(check_answers, project),
        elapsed,
        max(page.stat().st_size for page in pages),
    )


def read_by_polars(export: Path) -> float:
    """The file as a frame, and nothing else."""
    begun = time.process_time()
    pl.read_csv(export)
    return time.process_time() - begun


def check_answers(project: Path) -> float:
    """Speeders, answers alike, straight-lining, break-off, personal data in open answers."""
    with existing_database(Places(SURVEY, WAVE, project).database) as database:
        begun = time.process_time()
        make_flags(database)
        answer_checks(database)
        return time.process_time() - begun


def _repeated(task: Task, path: Path) -> Measured:
    return median([measured(task, path) for _ in range(REPEATS)])


def _make(project: Path, *arguments: str) -> Measured:
    """The work of all processes that make starts, which other work disturbs least."""
    process = subprocess.Popen(
        ["make", *arguments],
        cwd=project,
        env={**variables(), KEY_VARIABLE: str(project / "pseudonym.key")},
        stdout=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return Measured(used.ru_utime + used.ru_stime, used.ru_maxrss * MAXRSS_BYTES)
