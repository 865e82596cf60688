"""A folder that takes the place of another."""

import threading
from pathlib import Path

import pytest

from pipeline import folders
from pipeline.folders import exchanged, put_in_place, recover


def folder(path: Path, word: str) -> Path:
    path.mkdir()
    (path / "word").write_text(word)
    return path


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_new_stands_in_the_place_of_the_old(
    can_exchange: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not can_exchange:
        monkeypatch.setattr(folders, "exchanged", lambda one, other: False)
    put_in_place(folder(tmp_path / "new", "first"), tmp_path / "site")
    put_in_place(folder(tmp_path / "new", "second"), tmp_path / "site")
    assert (tmp_path / "site" / "word").read_text() == "second"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_readers_always_find_a_whole_folder(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", "0")
    if not exchanged(folder(tmp_path / "new", "1"), site):
        pytest.skip("this file system cannot exchange two folders")
    done = threading.Event()
    missed = []

    def read() -> None:
        while not done.is_set():
            if not site.exists():
                missed.append(True)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(200):
        put_in_place(folder(tmp_path / f"new-{number}", str(number)), site)
    done.set()
    reader.join()
    assert missed == []


def test_what_cannot_be_renamed_leaves_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "exchanged", lambda one, other: False)
    site = folder(tmp_path / "site", "old")
    with pytest.raises(FileNotFoundError):
        put_in_place(tmp_path / "not-there", site)
    assert (site / "word").read_text() == "old"


def test_what_is_not_there_cannot_be_exchanged(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        exchanged(tmp_path / "none", folder(tmp_path / "site", "old"))


def test_a_folder_that_was_moved_aside_comes_back(tmp_path: Path) -> None:
    folder(tmp_path / "site.old", "old")
    recover(tmp_path / "site")
    assert (tmp_path / "site" / "word").read_text() == "old"
    folder(tmp_path / "site.old", "older")
    recover(tmp_path / "site")
    assert (tmp_path / "site" / "word").read_text() == "old"
    assert not (tmp_path / "site.old").exists()
