"""A project of its own for each test: the Makefile, the code, and two tiny waves."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
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

Make = Callable[..., subprocess.CompletedProcess[str]]


def set_up(tmp_path: Path) -> None:
    """A project that is set up, with the waves tiny 2024 and tiny 2025; nothing is made yet."""
    for name in ("Makefile", "requirements.txt", "requirements-quarto.txt"):
        shutil.copy2(REPOSITORY / name, tmp_path / name)
    for name in ("pipeline", "sql"):
        (tmp_path / name).symlink_to(REPOSITORY / name)
    shutil.copytree(TINY / "data", tmp_path / "data")
    shutil.copytree(TINY / "reports", tmp_path / "reports")
    raw = tmp_path / "data" / "raw" / "tiny"
    shutil.copytree(raw / "2024", raw / "2025")
    for name in ("codebook.yml", "wave.yml"):
        text = (raw / "2025" / name).read_text(encoding="utf-8")
        (raw / "2025" / name).write_text(text.replace("2024", "2025"), encoding="utf-8")
    for wave in ("2024", "2025"):
        os.utime(raw / wave / "export.csv", (LONG_AGO, LONG_AGO))
    for name in ("_quarto.yml", "page.html", "style.css"):
        shutil.copy2(REPOSITORY / "reports" / name, tmp_path / "reports" / name)
    (tmp_path / "reports" / "index.qmd").write_text(FRONT, encoding="utf-8")
    environment(tmp_path)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in which nothing is made yet."""
    set_up(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A project after its first run, to be copied."""
    folder = tmp_path_factory.mktemp("first_run")
    set_up(folder)
    run = run_make(folder)
    assert run.returncode == 0, run.stderr
    yield folder


@pytest.fixture
def built(first_run: Path, tmp_path: Path) -> Path:
    """A project after its first run; files keep their dates."""
    shutil.copytree(first_run, tmp_path, symlinks=True, dirs_exist_ok=True)
    return tmp_path


def environment(project: Path) -> None:
    """An environment that is ready, whose Python writes down each time it is started."""
    programs = project / ".venv" / "bin"
    programs.mkdir(parents=True)
    python = programs / "python"
    python.write_text(
        f'#!/bin/sh\necho "$@" >> started\nexec "{REPOSITORY}/.venv/bin/python" "$@"\n'
    )
    python.chmod(0o755)
    (project / ".venv" / "ready").touch()
    (project / ".venv" / "renderer").write_text("pandoc\n")


def run_make(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run make in a project; `started` then tells the stages that ran."""
    (project / "started").unlink(missing_ok=True)
    variables = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return subprocess.run(
        ["make", *arguments],
        cwd=project,
        env=variables,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Run make in the test's project."""
    return partial(run_make, tmp_path)


def started(project: Path) -> list[str]:
    """The stages that ran, with their wave: `load tiny 2024`."""
    path = project / "started"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [line.removeprefix("-m pipeline ").strip() for line in lines]
