"""`make report` in a copy of the checkout: all of it, then again with nothing changed."""

import re
import shutil
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
LEFT_OUT = (
    ".git",
    ".venv",
    ".*_cache",
    "__pycache__",
    "processed",
    "_made",
    "_site*",
    ".hypothesis",
)
SUMMARY = re.compile(r"^(?P<stage>[a-z]+)\b.*, (?P<seconds>[0-9.]+) s$", re.MULTILINE)
"""What a stage prints when it is done."""
REPEATS = 5


@dataclass(frozen=True)
class Report:
    """Seconds of a whole run, of its stages without starting Python, and of a run without work."""

    whole: float
    stages: dict[str, float]
    unchanged: float


def report_speed(root: Path) -> Report:
    copy = root / "checkout"
    shutil.copytree(CHECKOUT, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
    (copy / ".venv").symlink_to(CHECKOUT / ".venv")
    whole, printed = _make_report(copy)
    unchanged = statistics.median(_make_report(copy)[0] for _ in range(REPEATS))
    stages: dict[str, float] = {}
    for match in SUMMARY.finditer(printed):
        stages[match["stage"]] = stages.get(match["stage"], 0) + float(match["seconds"])
    return Report(whole, stages, unchanged)


def _make_report(checkout: Path) -> tuple[float, str]:
    begun = time.perf_counter()
    done = subprocess.run(
        ["make", "report"], cwd=checkout, check=True, capture_output=True, text=True
    )
    return time.perf_counter() - begun, done.stdout
