"""wave.yml: what it may say, and every complaint."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.codebooks.codebook import Category, Codebook, Columns, Item, Variable
from pipeline.errors import CodebookError
from pipeline.wave import Frame, Wave, read_wave

FILE = Path("wave.yml")
CODEBOOK = Codebook(
    "tiny",
    "2024",
    ("da",),
    Columns(),
    {
        "kind": Variable(
            "kind",
            "single",
            {"da": "Hvad?"},
            {"da": "Type"},
            {"": Item({"da": "Type"}, "q1")},
            {
                "club": Category(1, {"da": "Forening"}),
                "house": Category(2, {"da": "Hus"}),
                "dont_know": Category(9, {"da": "Ved ikke"}, missing=True),
            },
        )
    },
)
WAVE = """\
survey: tiny
wave: "2024"
title: {da: Den lille}
fieldwork: {from: 2024-03-01, to: 2024-03-08}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages name files from here."""
    monkeypatch.chdir(tmp_path)


def read(text: str) -> Wave:
    FILE.write_text(text, encoding="utf-8")
    return read_wave(FILE, CODEBOOK)


def complaints(text: str) -> list[str]:
    with pytest.raises(CodebookError) as raised:
        read(text)
    return list(raised.value.messages)


def test_a_wave_as_values() -> None:
    wave = read(
        WAVE + "frame: {by: kind, counts: {club: 12, house: 8}}\n"
        "export: {format: csv, files: [a.csv]}\nrejected_value_limit: 0.1\n"
    )
    assert (wave.fieldwork.first, wave.fieldwork.last) == (date(2024, 3, 1), date(2024, 3, 8))
    assert wave.frame == Frame(by="kind", counts={"club": 12, "house": 8})
    assert (wave.export.format, wave.export.files) == ("csv", ("a.csv",))
    assert wave.rejected_value_limit == 0.1


def test_a_wave_without_what_is_optional() -> None:
    wave = read(WAVE)
    assert (wave.frame, wave.export.files, wave.demonstration) == (None, (), {})
    assert wave.rejected_value_limit == 0.02


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WAVE + "modus: {da: Net}\n", ['line 5, modus: unknown key; did you mean "mode"?']),
        (
            WAVE.replace("from:", "frm:"),
            [
                'line 4, fieldwork: "from" is missing; add it',
                'line 4, fieldwork.frm: unknown key; did you mean "from"?',
            ],
        ),
        (
            WAVE.replace("from: 2024-03-01", "from: 2024-03-09"),
            ["line 4, fieldwork: ends before it begins"],
        ),
        (
            WAVE.replace("2024-03-01", "in March"),
            ["line 4, fieldwork.from: must be a day, as 2024-03-01 (found: 'in March')"],
        ),
        (
            WAVE.replace('"2024"', "2024"),
            ['line 2, wave: a number is no text here; put it in quotes: "2024" (found: 2024)'],
        ),
        (
            WAVE + "rejected_value_limit: 2\n",
            ["line 5, rejected_value_limit: input should be less than or equal to 1 (found: 2)"],
        ),
        (
            WAVE + "frame: {by: knid, counts: {club: 1}}\n",
            ['line 5, frame.counts: there is no variable "knid"; did you mean "kind"?'],
        ),
        (
            WAVE + "frame: {by: kind, counts: {clubs: 12, house: 8, dont_know: 1}}\n",
            [
                'line 5, frame.counts: "clubs" is no category of kind; did you mean "club"?',
                'line 5, frame.counts: "dont_know" is no category of kind; known: club, house',
                'line 5, frame.counts: the count of "club" is missing',
            ],
        ),
        (
            WAVE + "frame: {by: kind, counts: {club: 0, house: 8}}\n",
            ["line 5, frame.counts.club: input should be greater than 0 (found: 0)"],
        ),
    ],
)
def test_complaints(text: str, expected: list[str]) -> None:
    assert complaints(text) == [f"wave.yml, {one}" for one in expected]


def test_a_wave_of_another_codebook_is_noticed_with_all_else_that_is_wrong() -> None:
    text = WAVE.replace('"2024"', '"2022"').replace("from: 2024-03-01", "from: 2024-03-09")
    assert complaints(text) == [
        "wave.yml is about tiny 2022, but codebook.yml about tiny 2024; correct one of them",
        "wave.yml, line 4, fieldwork: ends before it begins",
    ]


def test_who_is_left_out_is_named_by_checks() -> None:
    assert read(WAVE + "quality: {leave_out: [straight_liners]}\n").quality.leave_out == (
        "straight_liners",
    )
    assert read(WAVE).quality.leave_out == ()
    assert complaints(WAVE + "quality:\n  leave_out: [straigt_liners, speeders]\n") == [
        'wave.yml, line 6, quality.leave_out.0: "straigt_liners" is no check that flags '
        'respondents; did you mean "straight_liners"?',
        "wave.yml, line 6, quality.leave_out.1: speeders needs times; name the columns `started` "
        "and `finished` in codebook.yml, or take it out",
    ]
    twice = "quality: {leave_out: [straight_liners, straight_liners]}\n"
    assert complaints(WAVE + twice)[0].endswith('"straight_liners" stands twice; remove one')
