"""YAML documents: the line of every entry, and what is said of a broken one."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.documents import nearest, read_document
from pipeline.errors import CodebookError, PlanError

DOCUMENT = Path("plan.yml")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages name files from here."""
    monkeypatch.chdir(tmp_path)


def complaint(text: str) -> str:
    DOCUMENT.write_text(text, encoding="utf-8")
    with pytest.raises(PlanError) as raised:
        read_document(DOCUMENT, PlanError)
    assert len(raised.value.messages) == 1
    return raised.value.messages[0]


def test_every_entry_has_its_line() -> None:
    DOCUMENT.write_text("survey: tiny\nfigures:\n  fig_01:\n    show:\n    - yes\n    - no\n")
    document = read_document(DOCUMENT, PlanError)
    assert document.values == {"survey": "tiny", "figures": {"fig_01": {"show": ["yes", "no"]}}}
    assert document.where(("figures", "fig_01", "show", 1)) == (
        "plan.yml, line 6, figures.fig_01.show.1"
    )


def test_an_entry_that_is_not_there_has_the_line_of_what_surrounds_it() -> None:
    DOCUMENT.write_text("survey: tiny\nfigures:\n  fig_01: {}\n")
    document = read_document(DOCUMENT, PlanError)
    assert document.where(("figures", "fig_01", "show")) == "plan.yml, line 3, figures.fig_01.show"
    assert document.where(("elsewhere",)) == "plan.yml, elsewhere"
    assert document.where(()) == "plan.yml"


def test_yes_and_no_are_words_and_true_and_false_are_not() -> None:
    DOCUMENT.write_text("yes: no\non: off\nwhole: true\nstored: false\nday: 2020-06-11\n")
    assert read_document(DOCUMENT, PlanError).values == {
        "yes": "no",
        "on": "off",
        "whole": True,
        "stored": False,
        "day": date(2020, 6, 11),
    }


def test_a_mistake_is_told_at_its_line_below_what_one_parser_alone_refuses() -> None:
    said = complaint("unused: [How tall are you?]\nsurvey: tiny\nlabel: {en: Age\nwave: 2024\n")
    assert said.startswith(("plan.yml, line 3", "plan.yml, line 4"))
    assert "line 2:" in complaint("survey: tiny\n\twave: 2024\n")


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    DOCUMENT.write_bytes(b"\xef\xbb\xbfsurvey: tiny\n")
    assert read_document(DOCUMENT, PlanError).values == {"survey": "tiny"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "figures:\n  fig_01: {}\n  fig_02: {}\n  fig_01: {}\n",
            "plan.yml, line 4: figures.fig_01 stands twice (first on line 2); remove one",
        ),
        (
            "figures: {fig_01: {}\n",
            "plan.yml, line 2: no valid YAML: expected ',' or '}', but got '<stream end>'; put "
            "quotes around a text with signs such as ? : , { in it",
        ),
        ("a: *b\n", "plan.yml, line 1: no valid YAML: found undefined alias 'b'"),
        ("a: &a [*a]\n", "plan.yml: an alias (*) stands inside what it refers to; write it out"),
        ("? [a, b]\n: c\n", "plan.yml, line 1: a key must be a word"),
        (
            "a: 1\nfrom: 2020-06-31\n",
            'plan.yml, line 2: "2020-06-31" is no date: day is out of range for month',
        ),
        ("", "plan.yml is empty or no mapping of keys to values"),
        ("# only a remark\n", "plan.yml is empty or no mapping of keys to values"),
        ("- fig_01\n", "plan.yml is empty or no mapping of keys to values"),
    ],
)
def test_a_document_that_cannot_be_used(text: str, message: str) -> None:
    assert complaint(text) == message


def test_a_control_character_is_no_yaml() -> None:
    assert complaint("a: b\x01\n").startswith(
        "plan.yml: no valid YAML: unacceptable character #x0001"
    )


def test_tags_that_would_run_code_are_refused() -> None:
    assert "could not determine a constructor" in complaint("a: !!python/object:os.system ls\n")


def test_a_missing_file_and_another_encoding_are_the_callers_error() -> None:
    with pytest.raises(CodebookError) as raised:
        read_document(Path("codebook.yml"), CodebookError)
    assert raised.value.messages == (
        "codebook.yml does not exist; write it, or copy it from another wave",
    )
    DOCUMENT.write_bytes("title: Spørgsmål".encode("cp1252"))
    with pytest.raises(PlanError, match=r"plan\.yml is not UTF-8 \(byte 9\); save it as UTF-8"):
        read_document(DOCUMENT, PlanError)


def test_the_nearest_name_or_the_known_ones() -> None:
    assert nearest("agre", ["agree", "disagree"]) == '; did you mean "agree"?'
    assert nearest("yes", ["agree", "disagree"]) == "; known: agree, disagree"
    assert nearest("yes", []) == ""
    assert nearest("yes", [f"item_{number}" for number in range(21)]) == ""
