"""Google Forms: two files as received, and small ones written here as the tool's sheet has them."""

import csv
import io
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from pipeline.readers.export import Export, Hint
from pipeline.readers.reading import read_export

EXPORTS = Path(__file__).parents[3] / "shared" / "exports" / "google-forms"
HEADER = ["Tidsstempel", "Mailadresse", "Brug?", "Enig? [Mål]", "Enig? [Midler, nye]", "Mere?"]
TICKS = ["Mail", "Chat, Mail", "Mail, Brev (post, fax)", "Chat, Brev (post, fax)", "", "Chat"]
VIEWS = ["Enig", "Uenig", "Enig", "Uenig", "", "Enig"]
ROWS = [
    [
        f"06/12/2018 11.57.0{number}",
        f"{number}@example.org",
        ticks,
        view,
        view,
        f"Tekst {number}, b",
    ]
    for number, (ticks, view) in enumerate(zip(TICKS, VIEWS, strict=True))
]


def read(put: Any, rows: list[list[str]], name: str = "svar.csv", separator: str = ",") -> Export:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return read_export(put(name, text.getvalue().encode()))


@pytest.mark.parametrize(("name", "separator"), [("svar.csv", ","), ("svar.tsv", "\t")])
def test_a_sheet_of_answers(put, name, separator):
    export = read(put, [HEADER, *ROWS], name, separator)
    assert export.recognised.startswith("Google Forms: Tidsstempel first; ")
    assert export.format == "google_forms"
    assert export.rows.columns == HEADER
    assert export.rows.rows() == [tuple(cell or None for cell in row) for row in ROWS]
    assert export.questions == {
        "Brug?": "Brug?",
        "Enig? [Mål]": "Enig? - Mål",
        "Enig? [Midler, nye]": "Enig? - Midler, nye",
        "Mere?": "Mere?",
    }
    assert export.hints == {
        "Tidsstempel": Hint("time", sent=True),
        "Mailadresse": Hint("personal"),
        "Brug?": Hint("joined", separator=", "),
        "Enig? [Mål]": Hint("battery", "Enig?"),
        "Enig? [Midler, nye]": Hint("battery", "Enig?"),
    }


def test_a_workbook_is_read_like_the_text(put):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        for number, row in enumerate([HEADER, *ROWS]):
            sheet.write_row(number, 0, [cell or None for cell in row])
    export = read_export(put("svar.xlsx", content.getvalue()))
    assert export.recognised.startswith("Google Forms: Tidsstempel first; sheet ")
    assert export.rows.rows() == [tuple(cell or None for cell in row) for row in ROWS]
    assert export.hints["Brug?"] == Hint("joined", separator=", ")


def test_the_forms_own_csv_joins_with_semicolons(put):
    rows = [
        [f"2019/12/13 9:50:3{number} AM GMT+1", ticks.replace(", ", ";")]
        for number, ticks in enumerate(["A", "B;A", "A;C", "C;B", "B", "C"])
    ]
    export = read(put, [["Timestamp", "Q"], *rows])
    assert export.hints["Q"] == Hint("joined", separator=";")


def test_points_and_comments_of_a_quiz_are_technical(put):
    header = ["Timestamp", "Score", "Q", "Q [Score]", "Q [Feedback]"]
    row = ["2019/12/13 9:50:30 AM GMT+1", "5 / 10", "a", "1.00 / 1", ""]
    export = read(put, [header, row])
    assert {name: hint.kind for name, hint in export.hints.items()} == {
        "Timestamp": "time",
        "Score": "technical",
        "Q [Score]": "technical",
        "Q [Feedback]": "technical",
    }
    assert export.questions == {"Q": "Q"}


def test_a_question_about_points_is_one(put):
    rows = [["Timestamp", "Point"], ["12/6/2018 11:57:58", "Ved ikke"]]
    assert read(put, rows).hints == {"Timestamp": Hint("time", sent=True)}


@pytest.mark.parametrize("name", ["[a]", "Q []", "Q [a] b", "Q a]", "Q [ ]"])
def test_brackets_that_are_no_row_of_a_grid(put, name):
    rows = [["Timestamp", name], ["12/6/2018 11:57:58", "a"]]
    assert read(put, rows).questions == {name: name}


def test_questions_of_the_same_wording_are_told_apart(put):
    rows = [["Timestamp", "Q", "Q"], ["12/6/2018 11:57:58", "a", "b"]]
    assert read(put, rows).rows.columns == ["Timestamp", "Q", "Q (2)"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Timestamp", "Q"], ["first", "a"], ["second", "b"]],
        [["Q", "Timestamp"], ["a", "12/6/2018 11:57:58"]],
    ],
)
def test_another_table_is_none_of_this_tools(put, rows):
    assert read(put, rows).format == "csv"


JOINED = {
    "2018": [
        "What computer tools and/or languages have you used besides R?",
        "What applications do you use R for most? (check all that apply)",
        "Which tools do you use with your R applications? (please check all that apply)",
    ],
    "2019": [
        "What applications do you use R for most? (check all that apply)",
        "How do you discover new packages or packages that are unfamiliar to you?",
        "Which of the following events have you attended, if any? Check all that apply.",
    ],
}
SINGLE = {
    "2018": [
        "How would you rate your level of experience using R?",
        "How often do you use Shiny? Choose the statement that most closely matches your use.",
        "Did you use the tidyverse package to learn R?",
        "Roughly how long did it take you to achieve proficiency in R?",
        "What is the highest degree or level of school you have completed? If currently enrolled, "
        "please use the highest degree received.",
    ],
    "2019": [
        "How would you rate your level of experience using R?",
        "Do you use tidyverse packages when you use R now?",
        "How often do you use R today, either for professional or personal projects?",
        "Which category best describes the work you do?",
        "Looking ahead, how do you expect your use of R to change in 2020?",
    ],
}
FILES = {"2018": ("r-community-2018-en.tsv", "\t"), "2019": ("r-community-2019-en.csv", ",")}


@pytest.mark.skipif(not EXPORTS.is_dir(), reason="the real exports are not beside this checkout")
@pytest.mark.parametrize("year", ["2018", "2019"])
def test_real_files_count_as_the_csv_module_counts(year):
    name, separator = FILES[year]
    with (EXPORTS / name).open(newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file, delimiter=separator)
    export = read_export(EXPORTS, [name])
    assert export.recognised.startswith("Google Forms: Timestamp first")
    for question in SINGLE[year]:
        wanted = Counter(cell for row in rows if (cell := row[header.index(question)]))
        answers = export.rows[question].drop_nulls()
        assert dict(answers.value_counts().iter_rows()) == dict(wanted)
        shares = dict(answers.value_counts(normalize=True).iter_rows())
        for answer, count in wanted.items():
            assert shares[answer] == pytest.approx(count / wanted.total())
        assert export.hints.get(question, Hint()).kind == ""
    for question in JOINED[year]:
        assert export.hints[question] == Hint("joined", separator=", ")
