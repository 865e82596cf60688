"""SurveyMonkey's tables: two files as received, and small ones written here.

The small ones have the columns that the tool's exports of all responses are known to have; no file
as received with ticks, grids or a workbook was at hand.
"""

import csv
import io
from collections import Counter
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import xlsxwriter

from pipeline.readers.export import Export, Hint
from pipeline.readers.reading import read_export

EXPORTS = Path(__file__).parents[3] / "shared" / "exports" / "surveymonkey"
OWN = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address",
       "First Name", "Last Name", "Custom Data 1"]  # fmt: skip
HEADER = [
    [*OWN, "Brug", "", "", "Enig?", "", "Alder", "Køn", "", "Mere?"],
    [*[""] * 9, "Mail", "Chat, tale", "Other (please specify)", "Mål", "Midler",
     "Open-Ended Response", "Response", "Other (please specify)", "Open-Ended Response"],
]  # fmt: skip
PERSON = ["2020-01-02 10:00:00", "2020-01-02 10:05:00", "10.0.0.1", "", "", "", ""]
ROWS = [
    ["118", "7", *PERSON, "Mail", "", "", "Helt enig", "Uenig", "41", "Kvinde", "", "Nej"],
    ["119", "7", *PERSON, "Mail", "Chat, tale", "Brev", "Uenig", "Uenig", "", "", "x", ""],
    ["120", "7", *PERSON, "", "", "", "Helt enig", "", "39", "Mand", "", "Tak\nfor nu"],
]


def read(put: Any, rows: list[list[str]]) -> Export:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return read_export(put("svar.csv", text.getvalue().encode()))


def test_questions_and_options_name_the_columns(put):
    export = read(put, [*HEADER, *ROWS])
    assert export.recognised == "SurveyMonkey: two header rows, Respondent ID; commas, UTF-8"
    assert export.format == "surveymonkey"
    assert export.rows.columns == [
        *OWN, "Brug - Mail", "Brug - Chat, tale", "Brug - Other (please specify)",
        "Enig? - Mål", "Enig? - Midler", "Alder", "Køn", "Køn - Other (please specify)", "Mere?",
    ]  # fmt: skip
    assert export.rows.rows() == [tuple(cell or None for cell in row) for row in ROWS]
    assert export.row_numbers.to_list() == [3, 4, 5]
    assert list(export.questions) == export.rows.columns[len(OWN) :]


def test_what_the_file_tells_of_its_columns(put):
    hints = read(put, [*HEADER, *ROWS]).hints
    kinds = ["respondent", "technical", "time", "time", *["personal"] * 5]
    assert [hints[name] for name in OWN] == [Hint(kind) for kind in kinds]
    assert hints["Brug - Mail"] == hints["Brug - Chat, tale"] == Hint("multiple", "Brug")
    assert hints["Brug - Other (please specify)"] == Hint("other_text", "Brug")
    assert hints["Enig? - Mål"] == hints["Enig? - Midler"] == Hint("battery", "Enig?")
    assert hints["Køn"] == Hint("single", "Køn")
    assert hints["Mere?"] == Hint("text")
    assert "Alder" not in hints  # a text field that holds numbers alone tells nothing


def test_older_and_newer_names_of_the_tools_own_columns(put):
    old = read(put, [["RespondentID", "StartDate", "Q"], ["", "", "Response"], ["1", "2", "3"]])
    new = read(put, [["respondent_id", "date_created", "Q"], ["", "", "Response"], ["1", "2", "3"]])
    assert [hint.kind for hint in old.hints.values()] == ["respondent", "time"]
    assert [hint.kind for hint in new.hints.values()] == ["respondent", "time"]
    assert old.rows.columns == ["RespondentID", "StartDate", "Q"]


def test_a_condensed_export_has_all_ticks_of_a_question_in_one_cell(put):
    header = [["Respondent ID", "Brug", "Køn"], ["", "Response", "Response"]]
    ticks = ["Mail", "Mail, Chat", "Chat", "Mail, Brev", "Chat, Brev", "Brev", "Mail, Chat, Brev"]
    rows = [[str(118 + n), one, ("Kvinde", "Mand")[n % 2]] for n, one in enumerate(ticks * 4)]
    export = read(put, [*header, *rows])
    assert export.hints["Brug"] == Hint("joined", separator=", ")
    assert export.hints["Køn"] == Hint("single")


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("Other", "other_text"),
        ("Andet (angiv venligst)", "other_text"),
        ("Other people", ""),
        ("Others", ""),
    ],
)
def test_what_people_wrote_instead_of_an_option(put, part, kind):
    header = [["RespondentID", "Q", ""], ["", "A", part]]
    hints = read(put, [*header, ["1", "A", "x y"], ["2", "A", "z"]]).hints
    assert hints[f"Q - {part}"].kind == kind


def test_questions_of_the_same_wording_are_told_apart(put):
    header = [["RespondentID", "Q", "A", "Q"], ["", "Response", "Response", "Response"]]
    assert read(put, [*header, ["1", "a", "b", "c"]]).rows.columns[1:] == ["Q", "A", "Q (2)"]


def test_tags_stay_in_names_and_leave_wordings(put):
    header = [["RespondentID", "Hvor <b>tit</b>?<br>Om ugen"], ["", "Response"]]
    export = read(put, [*header, ["1", "a < b"]])
    assert export.questions == {"Hvor <b>tit</b>?<br>Om ugen": "Hvor tit ? Om ugen"}


def test_a_workbook_is_read_like_the_text(put):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        for number, row in enumerate([*HEADER, *ROWS]):
            sheet.write_row(number, 0, [cell or None for cell in row])
    export = read_export(put("svar.xlsx", content.getvalue()))
    assert export.recognised.startswith("SurveyMonkey: two header rows, Respondent ID; sheet ")
    assert export.rows.rows() == [tuple(cell or None for cell in row) for row in ROWS]
    assert export.hints["Brug - Mail"] == Hint("multiple", "Brug")


def test_a_table_without_respondents_number_is_another_tools(put):
    assert read(put, [["id", "Q"], ["1", "Response"], ["2", "b"]]).format == "csv"


@pytest.mark.skipif(not EXPORTS.is_dir(), reason="the real exports are not beside this checkout")
@pytest.mark.parametrize(
    ("name", "header_rows", "questions"),
    [
        (
            "steak-risk-survey.csv",
            2,
            ["Do you ever smoke cigarettes?", "How do you like your steak prepared?", "Gender",
             "Age", "Education"],
        ),
        (
            "flying-etiquette.csv",
            1,
            ["How often do you travel by plane?", "How tall are you?", "Gender",
             "Who should have control over the window shade?", "Household Income"],
        ),
    ],
)  # fmt: skip
def test_real_files_count_as_the_csv_module_counts(name, header_rows, questions):
    with (EXPORTS / name).open(newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    rows = rows[header_rows - 1 :]
    export = read_export(EXPORTS, [name])
    assert export.format == "surveymonkey"
    assert export.hints["RespondentID"] == Hint("respondent")
    for question in questions:
        wanted = Counter(row[header.index(question)] for row in rows) - Counter({"": len(rows)})
        answers = export.rows[question].drop_nulls()
        assert dict(answers.value_counts().iter_rows()) == dict(wanted)
        shares = answers.value_counts(normalize=True).select(pl.col("proportion").round(12))
        assert sorted(shares.to_series()) == sorted(
            round(count / wanted.total(), 12) for count in wanted.values()
        )
