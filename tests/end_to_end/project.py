"""A project of its own for each test: the Makefile, the code, and two tiny waves."""

import fcntl
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
TINY = REPOSITORY / "tests" / "tiny"
FRONT = """---
title: Undersøgelser
lang: da
---

## Alle

{{< include _made/waves.md >}}
"""
LONG_AGO = 1_600_000_000
SAID = "said"
"""Where the first run's output stands in its project."""

Make = Callable[..., subprocess.CompletedProcess[str]]


def set_up(project: Path) -> None:
    """A project that is set up, with the waves tiny 2024 and tiny 2025; nothing is made yet."""
    project.mkdir(exist_ok=True)
    for name in ("Makefile", "requirements.txt", "requirements-quarto.txt"):
        shutil.copy2(REPOSITORY / name, project / name)
    for name in ("pipeline", "sql"):
        (project / name).symlink_to(REPOSITORY / name)
    shutil.copytree(TINY / "data", project / "data")
    shutil.copytree(TINY / "reports", project / "reports")
    raw = project / "data" / "raw" / "tiny"
    shutil.copytree(raw / "2024", raw / "2025")
    for name in ("codebook.yml", "wave.yml"):
        text = (raw / "2025" / name).read_text(encoding="utf-8")
        (raw / "2025" / name).write_text(text.replace("2024", "2025"), encoding="utf-8")
    for wave in ("2024", "2025"):
        with (raw / wave / "wave.yml").open("a", encoding="utf-8") as file:
            file.write("export: {format: csv, files: [export.csv]}\n")
        os.utime(raw / wave / "export.csv", (LONG_AGO, LONG_AGO))
    for name in ("_quarto.yml", "page.html", "style.css", "search.js", "claims.js"):
        shutil.copy2(REPOSITORY / "reports" / name, project / "reports" / name)
    (project / "reports" / "index.qmd").write_text(FRONT, encoding="utf-8")
    environment(project)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in which nothing is made yet."""
    set_up(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def first_run(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A project after its first run, to be copied; made once for all processes of the tests."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    folder = shared / "first_run"
    with (shared / "first_run.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / SAID).is_file():
            set_up(folder)
            run = run_make(folder, "-j4", "report")
            assert run.returncode == 0, run.stderr
            (folder / SAID).write_text(run.stdout, encoding="utf-8")
    return folder


@pytest.fixture
def built(first_run: Path, tmp_path: Path) -> Path:
    """A project after its first run; files keep their dates."""
    shutil.copytree(first_run, tmp_path, symlinks=True, dirs_exist_ok=True)
    return tmp_path


def environment(project: Path, before: str = ":") -> None:
    """An environment that is ready, whose Python writes down each time it is started.

    before: a command of the shell that comes before it.
    """
    programs = project / ".venv" / "bin"
    programs.mkdir(parents=True, exist_ok=True)
    python = programs / "python"
    python.write_text(
        f'#!/bin/sh\necho "$@" >> started\n{before}\nexec "{REPOSITORY}/.venv/bin/python" "$@"\n'
    )
    python.chmod(0o755)
    for name, text in (("ready", ""), ("renderer", "pandoc\n")):
        if not (project / ".venv" / name).exists():
            (project / ".venv" / name).write_text(text)


def variables() -> dict[str, str]:
    """The environment of every run: nothing that chooses a library's code for one processor."""
    return {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}


def run_make(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run make in a project; `started` then tells the stages that ran."""
    (project / "started").unlink(missing_ok=True)
    return subprocess.run(
        ["make", *arguments],
        cwd=project,
        env=variables(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Run make in the test's project."""
    return partial(run_make, tmp_path)


def taken_over(project: Path, name: str) -> Path:
    """A made page of tiny 2024 as a person begins to write: copied to the wave's own folder."""
    folder = project / "reports" / "tiny" / "2024"
    shutil.copy2(folder / "_made" / "pages" / name, folder / name)
    return folder / name


def started(project: Path) -> list[str]:
    """The stages that ran, with their wave: `load tiny 2024`."""
    path = project / "started"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [line.removeprefix("-m pipeline ").strip() for line in lines]


def made(project: Path) -> dict[str, bytes]:
    """Everything that a run makes and readers or analysts see."""
    return {
        path.relative_to(project).as_posix(): path.read_bytes()
        for folder in ("data/processed", "reports")
        for path in sorted((project / folder).rglob("*"))
        if path.is_file() and path.suffix not in (".sum", ".made", ".duckdb")
    }


def served(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of the site by their address."""
    start = "reports/_site/"
    return {path.removeprefix(start): files[path] for path in files if path.startswith(start)}
