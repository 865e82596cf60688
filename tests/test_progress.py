"""What reaches a terminal."""

import pytest
from rich.table import Table
from rich.text import Text

from pipeline.errors import DraftError
from pipeline.exit_status import exit_status_of
from pipeline.progress import console, counted, say

STEERING = "a\x1b[31mb\x9b2J\x7fc\u202ed"
SHOWN = "a␛[31mb\ufffd2J\ufffdc\ufffdd"


def test_what_a_file_says_does_not_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    def stopped() -> None:
        raise DraftError(f'column "{STEERING}" is missing')

    table = Table()
    table.add_column(Text(STEERING))
    table.add_row(Text(STEERING))
    say(STEERING, "[b]æ\tø[/b]")
    console.print(table)
    assert exit_status_of(stopped) == DraftError.status
    out, err = capsys.readouterr()
    assert out.startswith(f"{SHOWN}\n[b]æ")
    assert "\x1b" not in out
    assert out.count("a␛[31mb") == 3
    assert err == f'error: column "{SHOWN}" is missing\n'


def test_one_is_no_plural() -> None:
    counts = [counted(number, "question") for number in (0, 1, 2, 1234)]
    assert counts == ["0 questions", "1 question", "2 questions", "1,234 questions"]
