"""The released files of a wave: they change together or not at all."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
from waves import REPOSITORY, loaded, tabulated, tiny

from pipeline.paths import Places
from pipeline.reading import read_inputs
from pipeline.releases.files import freeze, standing

KILLED = """
import os, signal, sys
import pipeline.releases.files as files
from pipeline.paths import Places
from pipeline.reading import read_inputs
places = Places("tiny", "2024", __import__("pathlib").Path(sys.argv[1]))
write = files.atomic.write_bytes
def killed_at_the_record(path, content):
    if path.name == places.release_record.name:
        os.kill(os.getpid(), signal.SIGKILL)
    write(path, content)
files.atomic.write_bytes = killed_at_the_record
files.freeze(places, *read_inputs(places))
"""


@pytest.fixture
def wave(tmp_path: Path) -> Places:
    places = tiny(tmp_path)
    loaded(places)
    tabulated(places)
    return places


def files(places: Places) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in places.released.iterdir()}


def recalculated(places: Places) -> None:
    """One more estimate than before, so that the released files will be others."""
    path = places.published("estimates")
    table = pl.read_parquet(path)
    more = table.head(1).with_columns(figure=pl.lit("fig_99"))
    pl.concat([table, more]).write_parquet(path)


def test_a_release_that_is_killed_leaves_the_last_one_whole(wave: Places) -> None:
    freeze(wave, *read_inputs(wave))
    before = files(wave)
    recalculated(wave)
    command = [sys.executable, "-c", KILLED, str(wave.root)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    killed = subprocess.run(command, check=False, env=environment)
    assert killed.returncode == -signal.SIGKILL
    assert files(wave) == before
    freeze(wave, *read_inputs(wave))
    assert b"fig_99" in files(wave)["estimates.csv"]
    assert files(wave).keys() == before.keys()
    assert {path.name for path in wave.pages.iterdir()} == {"released"}


def test_a_release_that_was_moved_aside_comes_back(wave: Places) -> None:
    freeze(wave, *read_inputs(wave))
    before = files(wave)
    wave.released.rename(wave.released.with_name("released.old"))
    assert not standing(wave, *read_inputs(wave)).is_draft
    assert files(wave) == before
