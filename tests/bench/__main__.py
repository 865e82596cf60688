"""`python -m tests.bench`: measure, and print the figures beside their aims.

BENCH_RESPONDENTS (default 1,000,000) and BENCH_REPEATS (default 3) set size and repetitions.
"""

import os
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.count_speed import count_by_duckdb, estimate_all
from tests.bench.load_speed import load_export, read_by_duckdb
from tests.bench.measured import Measured, compared
from tests.bench.report_speed import Report, report_speed
from tests.bench.survey import write_survey

LOAD_RATIO, COUNT_RATIO, PEAK_GIGABYTES = 3.0, 2.0, 8.0
REPORT_SECONDS, UNCHANGED_SECONDS = 10.0, 0.2
"""The aims. A figure that misses its aim says so; nothing fails, since machines differ."""


def main() -> None:
    console = Console()
    respondents = int(os.environ.get("BENCH_RESPONDENTS", "1000000"))
    repeats = int(os.environ.get("BENCH_REPEATS", "3"))
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        root = Path(folder)
        with console.status("make report"):
            report = report_speed(root)
        console.print(report_table(report))
        with console.status(f"{respondents:,} generated respondents"):
            write_survey(root, respondents)
            load = compared(load_export, read_by_duckdb, root, repeats)
            count = compared(estimate_all, count_by_duckdb, root, repeats)
    console.print(ratio_table(respondents, repeats, load, count))


def ratio_table(
    respondents: int,
    repeats: int,
    load: tuple[Measured, Measured],
    count: tuple[Measured, Measured],
) -> Table:
    table = Table(title=f"{respondents:,} respondents, 100 questions; median of {repeats}")
    for heading in ("", "pipeline", "DuckDB alone", "ratio", "peak memory"):
        table.add_column(heading, justify="left" if not heading else "right")
    rows = (
        ("export to answers / read_csv", load, LOAD_RATIO),
        ("100 x 2 tables / bare count", count, COUNT_RATIO),
    )
    for name, (ours, theirs), aim in rows:
        table.add_row(
            name,
            f"{ours.seconds:.1f} s",
            f"{theirs.seconds:.1f} s",
            against(ours.seconds / theirs.seconds, aim),
            against(ours.peak_bytes / 1e9, PEAK_GIGABYTES, " GB"),
        )
    return table


def report_table(report: Report) -> Table:
    table = Table(title="make report, all waves, after set-up")
    table.add_column("")
    table.add_column("seconds", justify="right")
    for stage, seconds in report.stages.items():
        table.add_row(stage, f"{seconds:.1f}")
    table.add_row("starting make and Python", f"{report.whole - sum(report.stages.values()):.1f}")
    table.add_row("all", against(report.whole, REPORT_SECONDS))
    table.add_row("again, with nothing changed", against(report.unchanged, UNCHANGED_SECONDS))
    return table


def against(value: float, aim: float, unit: str = "") -> str:
    """A figure with its aim: `2.4 (aim 3)`, or `aim 3, measured 3.4` where it is missed."""
    figure = f"{value:.2f}" if value < 1 else f"{value:.1f}"
    if value > aim:
        return f"[bold red]aim {aim:g}, measured {figure}{unit}[/]"
    return f"{figure}{unit} (aim {aim:g})"


if __name__ == "__main__":
    main()
