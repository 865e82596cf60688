"""Seconds and peak memory of a task, each run in a process of its own."""

import resource
import statistics
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

Task = Callable[[Path], float]
"""Does something with the survey below a folder; the seconds that it took, imports left out."""

MAXRSS_BYTES = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Measured:
    seconds: float
    peak_bytes: int


def compared(ours: Task, theirs: Task, root: Path, repeats: int) -> tuple[Measured, Measured]:
    """The medians of two tasks that take turns, so that both meet the same machine."""
    pairs = [(measured(theirs, root), measured(ours, root)) for _ in range(repeats)]
    return median([pair[1] for pair in pairs]), median([pair[0] for pair in pairs])


def median(runs: list[Measured]) -> Measured:
    """The median of the seconds, and the highest peak."""
    return Measured(
        statistics.median(run.seconds for run in runs), max(run.peak_bytes for run in runs)
    )


def measured(task: Task, root: Path) -> Measured:
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as child:
        return child.submit(_run, task, root).result()


def _run(task: Task, root: Path) -> Measured:
    seconds = task(root)
    return Measured(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MAXRSS_BYTES)
