"""Files are whole or as they were, whatever happens while they are written."""

import errno
import stat
from pathlib import Path

import polars as pl
import pytest

from pipeline import atomic


def test_a_file_is_written_and_one_with_that_content_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "page.md"
    assert atomic.write_bytes(path, b"one")
    before = path.stat()
    assert not atomic.write_bytes(path, b"one")
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert path.stat().st_ino == before.st_ino
    assert atomic.write_bytes(path, b"two")
    assert path.read_bytes() == b"two"


@pytest.mark.parametrize("problem", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()])
def test_what_stood_there_before_stays_when_the_writer_fails(
    problem: BaseException, tmp_path: Path
) -> None:
    path = tmp_path / "estimates.csv"
    path.write_text("good")

    def writer(temporary: Path) -> None:
        temporary.write_text("ha")
        raise problem

    with pytest.raises(type(problem)):
        atomic.write(path, writer)
    assert path.read_text() == "good"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_told_with_the_name_of_the_file(tmp_path: Path) -> None:
    def writer(temporary: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left on device") as raised:
        atomic.write(tmp_path / "estimates.csv", writer)
    assert raised.value.filename == str(tmp_path / "estimates.csv")


def test_what_a_killed_run_left_behind_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".page.md.new").write_text("ha")
    atomic.write_bytes(tmp_path / "page.md", b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def test_tables_come_in_two_forms_for_their_owner_only(tmp_path: Path) -> None:
    frame = pl.DataFrame({"figure": ["fig_01"], "estimate": [0.7]})
    atomic.write_table(tmp_path, "estimates", frame)
    assert pl.read_parquet(tmp_path / "estimates.parquet").equals(frame)
    assert (tmp_path / "estimates.csv").read_text() == "figure,estimate\nfig_01,0.7\n"
    for path in tmp_path.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
