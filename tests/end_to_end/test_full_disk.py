"""A disk that is full, cannot be written to, or is written to by another run."""

import fcntl
import os
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from project import Make, made, served
from test_interruption import changed

from pipeline.database import existing_database

PROCESSED = "data/processed/tiny/2024"
WAVE = ("tiny", "2024")

# No file can grow beyond a size: a full disk, as far as a program can tell. Set after the imports,
# which may write down what they compiled.
PROGRAM = """
import resource, sys
import pipeline.charts, pipeline.fragments, pipeline.load, pipeline.site, pipeline.tabulate
from pipeline.__main__ import main
size = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
sys.exit(main(sys.argv[2:]))
"""


def run_when_full(project: Path, size: int, *stage: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [project / ".venv/bin/python", "-c", PROGRAM, str(size), *stage],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def outputs(project: Path) -> dict[str, bytes]:
    """Everything that was made, what was half made too; make's own notes left out."""
    return {
        path.relative_to(project).as_posix(): path.read_bytes()
        for folder in ("data/processed", "reports")
        for path in sorted((project / folder).rglob("*"))
        if path.is_file() and path.suffix not in (".sum", ".made")
    }


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="no limit on files here")
@pytest.mark.parametrize(
    ("stage", "size", "status", "said"),
    [
        (("load", *WAVE), 0, 1, f"error: {PROCESSED}/wave.duckdb could not be written: "),
        (("load", *WAVE), 300_000, 1, f"error: {PROCESSED}/wave.duckdb could not be written: "),
        (("plan", "tiny"), 100, 1, f"error: {PROCESSED}/counted.json: "),
        (("tabulate", *WAVE), 2000, 1, f"error: {PROCESSED}/"),
        (("fragments", *WAVE), 1000, 1, "error: reports/tiny/2024/_made/"),
        (("site",), 0, 1, "error: data/processed/claims.parquet: "),
        (("render",), 1000, 5, "error: reports/_made/rendered/"),
    ],
)
def test_a_full_disk_is_told_and_the_last_good_output_stays(
    built: Path, stage: tuple[str, ...], size: int, status: int, said: str
) -> None:
    changed(built)
    good = outputs(built)
    run = run_when_full(built, size, *stage)
    assert (run.returncode, run.stdout) == (status, "")
    assert run.stderr.startswith(said)
    assert "File too large" in run.stderr
    assert len(run.stderr.splitlines()) == 1
    assert served(outputs(built)) == served(good)
    assert outputs(built).keys() == good.keys()
    with existing_database(built / PROCESSED / "wave.duckdb") as database:
        assert database.count("respondents") == 11


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="no limit on files here")
def test_a_list_of_what_was_made_is_never_half(built: Path) -> None:
    path = built / "data/processed/tiny/plan.made"
    listed = path.read_bytes()
    run = run_when_full(built, 10, "plan", "tiny")
    said = "error: data/processed/tiny/plan.made: File too large\n"
    assert (run.returncode, run.stderr) == (1, said)
    assert path.read_bytes() == listed


@pytest.fixture
def disk(built: Path) -> Iterator[Path]:
    """A disk of its own for what is processed, with less room than a wave needs."""
    folder = built / "data/processed/tiny/2025"
    for path in folder.iterdir():
        path.unlink()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m,mode=700", "none", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can only be mounted by root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_disk_without_room_stops_the_run_until_there_is_room(
    built: Path, disk: Path, make: Make
) -> None:
    good = made(built)
    run = make()
    assert run.returncode == 2
    assert "error: data/processed/tiny/2025/wave.duckdb could not be written: " in run.stderr
    assert "No space left on device" in run.stderr
    assert "Traceback" not in run.stderr
    assert not [path for path in disk.iterdir() if "duckdb" in path.name]
    assert served(made(built)) == served(good)
    subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
    assert make().returncode == 0
    assert served(made(built)) == served(good)


def test_a_disk_that_cannot_be_written_to_is_told(built: Path, disk: Path, make: Make) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    run = make()
    assert run.returncode == 2
    assert "data/processed/tiny/2025/raw.sum" in run.stderr
    assert "Read-only" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_told(built: Path, make: Make) -> None:
    folder = built / PROCESSED
    (folder / "estimates.csv").unlink()
    folder.chmod(0o500)
    try:
        run = make()
    finally:
        folder.chmod(0o700)
    assert run.returncode == 2
    assert f"{PROCESSED}/" in run.stderr
    assert "Permission denied" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_second_run_is_told_of_the_first_and_changes_nothing(built: Path, make: Make) -> None:
    good = outputs(built)
    changed(built)
    folder = os.open(built / PROCESSED, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        run = make()
    finally:
        os.close(folder)
    assert run.returncode == 2
    assert (
        f"error: {PROCESSED} is in use by another run; run again when that has ended" in run.stderr
    )
    assert served(outputs(built)) == served(good)


def test_a_database_that_was_damaged_is_told_and_made_again(built: Path, make: Make) -> None:
    good = made(built)
    database = built / PROCESSED / "wave.duckdb"
    database.write_bytes(database.read_bytes()[:100_000])
    (built / PROCESSED / "cells.parquet").unlink()
    run = make()
    assert run.returncode == 2
    assert f"error: {PROCESSED}/wave.duckdb cannot be read: " in run.stderr
    assert run.stderr.splitlines()[0].endswith("; delete it, and run again")
    database.unlink()
    assert make().returncode == 0
    assert made(built) == good
