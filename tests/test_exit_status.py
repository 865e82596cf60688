"""Every command line ends alike: with the error's status, and each message on a line."""

import errno

import pytest

from pipeline.errors import ClaimError
from pipeline.exit_status import DEFECT, exit_status_of


def fails(error: Exception) -> int:
    raise error


def test_a_command_that_ends_well_gives_its_own_status() -> None:
    assert exit_status_of(lambda: None) == 0
    assert exit_status_of(lambda: 7) == 7


def test_an_error_gives_its_status_and_all_its_messages(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_status_of(lambda: fails(ClaimError(["a [x] b", "c"]))) == ClaimError.status
    assert capsys.readouterr().err == "error: a [x] b\nerror: c\n"


def test_an_error_of_the_system_names_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    full = OSError(errno.ENOSPC, "No space left on device", "data/x.csv")
    assert exit_status_of(lambda: fails(full)) == DEFECT
    assert capsys.readouterr().err == "error: data/x.csv: No space left on device\n"
