"""One run at a time in a folder."""

from pathlib import Path

import pytest

from pipeline.errors import PipelineError
from pipeline.runs import only_run


def test_another_run_is_told_until_the_first_has_ended(tmp_path: Path) -> None:
    with only_run(tmp_path):
        with pytest.raises(PipelineError) as caught, only_run(tmp_path):
            pass
        assert caught.value.messages == (
            f"{tmp_path} is in use by another run; run again when that has ended",
        )
    with only_run(tmp_path):
        pass


def test_a_run_that_fails_makes_room_for_the_next(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="full"), only_run(tmp_path):
        raise OSError("full")
    with only_run(tmp_path):
        pass


def test_runs_in_different_folders_do_not_meet(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with only_run(tmp_path), only_run(tmp_path / "a"):
        pass


def test_a_folder_that_is_not_there_is_nobodys(tmp_path: Path) -> None:
    with only_run(tmp_path / "a"), only_run(tmp_path / "a"):
        assert not (tmp_path / "a").exists()
