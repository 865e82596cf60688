"""LimeSurvey's responses: two files as received, and small ones written here by the tool's manual.

The received files have codes and wordings in the header, answers in words, and neither the name of
the first column nor the tool's other columns.
"""

import csv
import io
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from pipeline.readers.export import Export, Hint
from pipeline.readers.reading import read_export

EXPORTS = Path(__file__).parents[3] / "shared" / "exports" / "limesurvey"
real = pytest.mark.skipif(
    not EXPORTS.is_dir(), reason="the real exports are not beside this checkout (../shared/exports)"
)
OWN = [
    ("id", "Response ID", "respondent"),
    ("submitdate", "Date submitted", "time"),
    ("lastpage", "Last page", "technical"),
    ("startlanguage", "Start language", "technical"),
    ("seed", "Seed", "technical"),
    ("token", "Access code", "personal"),
    ("startdate", "Date started", "time"),
    ("datestamp", "Date last action", "time"),
    ("ipaddr", "IP address", "personal"),
    ("refurl", "Referrer URL", "personal"),
    ("firstname", "First name", "personal"),
    ("lastname", "Last name", "personal"),
    ("email", "Email address", "personal"),
    ("interviewtime", "Total time", "technical"),
    ("groupTime12", "Group time: Om jer", "technical"),
]
ASKED = [
    # code, wording, the answers of five people as codes and in words
    ("koen", "Køn?", "A1|A2|-oth-||A2", "Kvinde|Mand|Andet||Mand"),
    ("koen[other]", "Køn? [Andet]", "||selv||", "||selv||"),
    ("brug[SQ001]", "Hvad bruger I? [Mail]", "Y|||Y|", "Yes|No|No|Yes|N/A"),
    ("brug[SQ002]", "Hvad bruger I? [Chat [ny]]", "|Y|Y|Y|", "No|Yes|Yes|Yes|N/A"),
    ("brug[other]", "Hvad bruger I? [Other]", "||NA||", "||NA||"),
    ("enig[SQ001]", "[Vi når målet]", "A1|A2|A1||A1", "Enig|Uenig|Enig||Enig"),
    ("enig[SQ002]", "[Vi når det til tiden]", "A2|A2|A1||", "Uenig|Uenig|Enig||"),
    ("kom[SQ001comment]", "Hvorfor? [Pris][Comment]", "|dyrt|||", "|dyrt|||"),
    ("antal", "Hvor mange?", "1.0|2.5||7|3", "1.0|2.5||7|3"),
]
CODES = [code for code, *_ in [*OWN, *ASKED]]
WORDINGS = [wording for _, wording, *_ in [*OWN, *ASKED]]
BOTH = [f"{code}. {wording}" for code, wording in zip(CODES, WORDINGS, strict=True)]


def responses(answers: int = 2) -> list[list[str]]:
    """Five rows, with the answers as codes (2) or in words (3)."""
    own = [["2024-01-02 10:00:00" if kind == "time" else "" for *_, kind in OWN]] * 5
    asked = [one[answers].split("|") for one in ASKED]
    return [
        [str(person + 7), *row[1:], *(column[person] for column in asked)]
        for person, row in enumerate(own)
    ]


def read(put: Any, header: list[str], rows: list[list[str]]) -> Export:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows([header, *rows])
    return read_export(put("results-survey.csv", text.getvalue().encode("utf-8-sig")))


@pytest.mark.parametrize(
    ("header", "told"),
    [(CODES, "codes"), (WORDINGS, "wordings"), (BOTH, "codes and wordings")],
)
@pytest.mark.parametrize("answers", [2, 3])
def test_headers_are_told_apart_and_every_cell_is_kept(put, header, told, answers):
    export = read(put, header, responses(answers))
    assert export.format == "limesurvey"
    assert export.recognised.startswith(f"LimeSurvey: {told} in the header, response id; commas")
    assert export.rows.columns == header
    expected = [tuple(cell or None for cell in row) for row in responses(answers)]
    assert export.rows.rows() == expected
    for name, (*_, kind) in zip(header, OWN, strict=False):
        assert export.hints[name] == Hint(kind)
        assert name not in export.questions


@pytest.mark.parametrize("answers", [2, 3])
def test_what_codes_and_wordings_tell_of_the_columns(put, answers):
    export = read(put, BOTH, responses(answers))
    by_code = {name.split(".")[0]: name for name in BOTH}
    questions = {code: export.questions.get(name) for code, name in by_code.items()}
    hints = {code: export.hints.get(name) for code, name in by_code.items()}
    assert questions["koen"] == "Køn?"
    assert questions["brug[SQ002]"] == "Hvad bruger I? - Chat [ny]"
    assert questions["enig[SQ001]"] == "Vi når målet"
    assert questions["kom[SQ001comment]"] == "Hvorfor? - Pris - Comment"
    assert hints["koen"] == Hint("single", "Køn?")
    assert hints["koen[other]"] == Hint("other_text", "Køn?")
    ticked = Hint("multiple", "Hvad bruger I?")
    assert hints["brug[SQ001]"] == hints["brug[SQ002]"] == ticked
    assert hints["brug[other]"] == Hint("other_text", "Hvad bruger I?")
    assert hints["enig[SQ001]"] == hints["enig[SQ002]"] == Hint("battery", "enig")
    assert hints["kom[SQ001comment]"] == Hint("other_text", "Hvorfor?")
    assert hints["antal"] is None


def test_wordings_alone_tell_of_questions_with_parts(put):
    export = read(put, WORDINGS, responses(3))
    assert export.hints["Hvad bruger I? [Mail]"] == Hint("multiple", "Hvad bruger I?")
    assert export.hints["Hvad bruger I? [Other]"] == Hint("other_text", "Hvad bruger I?")
    assert export.questions["Hvad bruger I? [Mail]"] == "Hvad bruger I? - Mail"


def test_other_tables_are_not_taken(put):
    export = read(put, ["id", "email", "svar"], [["1", "a", "b"], ["2", "b", "c"]])
    assert export.format == "csv"


def test_sub_questions_show_the_tool_where_its_own_columns_were_left_out(put):
    export = read(put, ["alder", "q1[SQ001]", "q1[SQ002]"], [["1", "Y", ""], ["2", "", "Y"]])
    assert export.recognised.startswith(
        "LimeSurvey: codes in the header, sub-questions in brackets"
    )
    assert export.hints["q1[SQ002]"] == Hint("multiple", "q1")


def received(name: str) -> tuple[list[str], list[list[str]]]:
    with (EXPORTS / name).open(newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    return header, rows


@real
@pytest.mark.parametrize("name", ["us-2017.csv", "uk-2017.csv"])
def test_a_received_file_has_ids_in_its_first_column(name):
    export = read_export(EXPORTS, [name])
    assert export.recognised == (
        "LimeSurvey: codes and wordings in the header, sub-questions in brackets; commas, ASCII"
    )
    assert export.hints["column_1"] == Hint("respondent")
    assert "column_1" not in export.questions
    disciplines = [one for one in export.rows.columns if one.startswith("currentEmp13[")]
    assert len(disciplines) == 65
    assert {export.hints[one].kind for one in disciplines} == {"multiple"}


@real
@pytest.mark.parametrize("name", ["us-2017.csv", "uk-2017.csv"])
@pytest.mark.parametrize(
    "start", ["edu1. ", "rse1. ", "soft2can. ", "currentEmp12. ", "currentWork1. ", "paper1. "]
)
def test_counts_and_shares_are_those_of_the_csv_module(name, start):
    header, rows = received(name)
    position = next(number for number, title in enumerate(header) if title.startswith(start))
    expected = Counter(row[position] for row in rows if row[position])
    given = read_export(EXPORTS, [name]).rows[header[position]].drop_nulls()
    assert len(expected) > 1
    assert Counter(given) == expected
    shares = {answer: count / expected.total() for answer, count in expected.items()}
    assert {one: count / given.len() for one, count in Counter(given).items()} == shares


@real
@pytest.mark.parametrize("name", ["us-2017.csv", "uk-2017.csv"])
def test_ticks_are_those_of_the_csv_module(name):
    header, rows = received(name)
    export = read_export(EXPORTS, [name])
    group = next(export.hints[one].group for one in header if one.startswith("currentEmp13["))
    expected = {
        title: sum(row[position] == "Yes" for row in rows)
        for position, title in enumerate(header)
        if title.startswith("currentEmp13[")
    }
    items = [one for one, hint in export.hints.items() if hint == Hint("multiple", group)]
    assert {one: export.rows[one].eq("Yes").sum() for one in items} == expected
    assert sum(expected.values()) > 100
