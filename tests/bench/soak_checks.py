"""What must hold after a scheduled run, however it ended."""

import time
from pathlib import Path, PurePosixPath

from pipeline.database import existing_database
from pipeline.errors import BusyError
from pipeline.pages.links import problems, references
from pipeline.paths import Places
from pipeline.runs import only_run
from tests.bench.soak_inputs import raw_of, rows_of, waves_of
from tests.end_to_end.project import made, run_make

UNLIKE = ("runs.jsonl",)
"""The record of the runs is of these runs."""
SECONDS_TO_END = 5.0
"""Within which the processes of a killed run have to be gone, and their locks with them."""


def site_problems(project: Path) -> list[str]:
    """What is wrong with the site that readers would see."""
    site = project / "reports" / "_site"
    texts = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    half = [
        f"{path} is cut" for path, text in texts.items() if not text.rstrip().endswith("</html>")
    ]
    pages = {
        PurePosixPath(path.relative_to(site)): references(text) for path, text in texts.items()
    }
    found = problems(pages, lambda path: (site / path).is_file())
    return [*half, *found] + ([] if pages else ["no site"])


def left_behind(project: Path) -> list[str]:
    """Files that only stand beside others while these are written."""
    folders = (project / "data" / "processed", project / "reports")
    names = sorted(path for folder in folders for path in folder.rglob("*"))
    return [
        f"{path.relative_to(project)} was left behind"
        for path in names
        if path.name.endswith((".new", ".old", ".tmp", ".wal"))
    ]


def lock_problems(project: Path) -> list[str]:
    """A lock that outlives the run that took it."""
    end = time.monotonic() + SECONDS_TO_END
    folders = [path for path in (project / "data").rglob("*") if path.is_dir()]
    while True:
        try:
            for folder in (project / "data", *folders):
                with only_run(folder):
                    pass
        except BusyError as busy:
            if time.monotonic() < end:
                time.sleep(0.1)
                continue
            return [f"a lock was left: {busy}"]
        return []


def lost_rows(project: Path, known: dict[str, set[int]] | None = None) -> list[str]:
    """Waves of which load did not account for every row of the export.

    known: rows that the export of a wave once had; after a killed run an older export may be the
    one that is loaded, and a new wave none at all.
    """
    lost = []
    for wave in waves_of(project):
        database = Places("tiny", wave, project).database
        if known is not None and not database.is_file():
            continue
        received = rows_of(raw_of(project) / wave / "export.csv")
        with existing_database(database) as opened:
            found = opened.count("respondents") + opened.count("rejected_rows")
        if found not in ({received} if known is None else known.get(wave, set()) | {received}):
            lost.append(f"tiny {wave}: {found} rows accounted for, {received} in the export")
    return lost


def unlike_a_clean_build(project: Path, clean: Path) -> list[str]:
    """The files that differ from those that the same inputs give in `clean`, from nothing."""
    run = run_make(clean, "report")
    if run.returncode:
        return [f"the clean build failed: {run.stderr}"]
    own, other = made(project), made(clean)
    differing = sorted(own.keys() ^ other.keys()) + [
        path for path in own.keys() & other.keys() if own[path] != other[path]
    ]
    return [
        f"{path} is not what a clean build makes" for path in differing if not path.endswith(UNLIKE)
    ]
