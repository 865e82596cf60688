"""Every file of sql/ says its grain, is used, and has a test here."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SQL = ROOT / "sql"
NAMES = sorted(path.relative_to(SQL).with_suffix("").as_posix() for path in SQL.rglob("*.sql"))


def words_in(*folders: Path) -> set[str]:
    """Every quoted word of the Python files of some folders."""
    text = "".join(path.read_text() for folder in folders for path in folder.rglob("*.py"))
    return set(re.findall(r'"([\w/]+)"', text))


USED = words_in(ROOT / "pipeline")
TESTED = words_in(Path(__file__).parent)


def test_there_are_files() -> None:
    assert len(NAMES) > 20


@pytest.mark.parametrize("name", NAMES)
def test_the_first_line_is_the_grain(name: str) -> None:
    first = (SQL / f"{name}.sql").read_text(encoding="utf-8").splitlines()[0]
    grain = "-- what became" if name == "answer_state" else "-- one row "
    assert first.startswith(grain), first


@pytest.mark.parametrize("name", NAMES)
def test_it_is_used_by_the_pipeline(name: str) -> None:
    assert name.removeprefix("checks/") in USED


@pytest.mark.parametrize("name", [name for name in NAMES if name != "answer_state"])
def test_it_has_a_test(name: str) -> None:
    assert name in TESTED
