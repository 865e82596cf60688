"""Rows that people wrote into a file of codes, and what is said of their mistakes."""

from textwrap import dedent

import polars as pl
import pytest

from pipeline.codebooks.codebook import Item, Variable
from pipeline.coding.codings import CodesFile, Coding, codes_file, neutral, plain

THEMES = Variable(
    "themes_of_remark",
    "themes",
    {},
    {"da": "Temaer"},
    {
        "digital": Item({"da": "Digitalt", "en": "Digital"}),
        "outdoors": Item({"da": "Ude i det fri"}),
        "telephone": Item({"da": "Telefon"}),
    },
    coders=("Anna", "Bo"),
)


def read(text: str) -> CodesFile:
    """A file whose cells stand between bars; the header is row 1."""
    header, *rows = (
        [cell.strip() or None for cell in line.split("|")]
        for line in dedent(text).strip().splitlines()
    )
    frame = pl.DataFrame(rows, schema=dict.fromkeys(header, pl.String), orient="row")
    return codes_file("codes.csv", THEMES, frame, pl.Series(range(2, len(rows) + 2)))


def test_what_a_row_says() -> None:
    file = read(
        """
        respondent | coder    | themes                   | released | note | answer
        17         | Anna     | digital + telephone      | yes      | hm   | Vi ringer på video
        17         | bo       | Telefon + ude i det fri  | no       |      |
        18         | final    | none                     |          |      | Intet
        19         | proposal | digital                  |          |      | '-video
        20         |          |                          |          |      | Noget
        21         | Bo       |                          |          |      |
        """
    )
    assert file.problems == ()
    assert file.codings == (
        Coding(2, "17", "Anna", ("digital", "telephone"), True, "Vi ringer på video"),
        Coding(3, "17", "Bo", ("telephone", "outdoors"), False, ""),
        Coding(4, "18", "final", (), False, "Intet"),
        Coding(5, "19", "proposal", ("digital",), False, "-video"),
        Coding(6, "20", "", None, False, "Noget"),
        Coding(7, "21", "Bo", None, False, ""),
    )


def test_only_what_a_person_has_coded_counts() -> None:
    file = read(
        """
        respondent | coder    | themes  | released
        17         | Anna     | digital |
        18         | final    | none    |
        19         | proposal | digital |
        20         | Anna     |         |
        21         |          |         |
        """
    )
    assert [coding.respondent for coding in file.codings if coding.counts] == ["17", "18"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            "17 | Ana | digital | ",
            '"Ana" is no coder of themes_of_remark; did you mean "Anna"?',
        ),
        (
            "17 | Anna | digitl | ",
            '"digitl" is no theme of themes_of_remark; did you mean "digital"?',
        ),
        (
            "17 | Anna | digital, telephone | ",
            '"digital, telephone" is no theme of themes_of_remark; write "+" between themes',
        ),
        ("17 | Anna | digital + Digital | ", '"Digital" stands twice; remove one'),
        (
            "17 | Anna | none + digital | ",
            '"none" stands beside themes; write one or the other',
        ),
        ("17 | | digital | ", "has themes and no coder; write who coded, or proposal"),
        ("17 | Anna | digital | ja", 'released is "ja"; write yes or no'),
        (
            "17 | proposal | digital | yes",
            "is released, but no person has coded it; write the themes and who coded",
        ),
        (
            " | Anna | digital | ",
            "says no respondent; write whose answer this is, or empty the row",
        ),
    ],
)
def test_what_is_said_of_a_mistake(row: str, said: str) -> None:
    file = read(f"respondent | coder | themes | released\n{row}")
    assert file.problems == (f"codes.csv, row 2: {said}",)
    assert file.codings == ()


def test_all_mistakes_are_told_in_one_go() -> None:
    file = read(
        """
        respondent | coder | themes        | released
        17         | Ana   | digitl + none | perhaps
        18         | Anna  | outdoor       | no
        """
    )
    assert [problem.split(": ")[0] for problem in file.problems] == (
        ["codes.csv, row 2"] * 4 + ["codes.csv, row 3"]
    )


def test_a_coder_codes_an_answer_once() -> None:
    file = read(
        """
        respondent | coder    | themes   | released
        17         | Anna     | digital  |
        17         | Bo       | digital  |
        17         | anna     | outdoors |
        18         | proposal | digital  |
        18         | proposal | digital  |
        """
    )
    assert file.problems == (
        "codes.csv, row 4: Anna has coded respondent 17 in row 2 already; remove one of them",
    )


def test_a_column_that_is_missing_is_named() -> None:
    file = read("respondent | coders | themes | released\n17 | Anna | digital |")
    assert file.problems == ('codes.csv: the column "coder" is missing; did you mean "coders"?',)


@pytest.mark.parametrize("text", ["-video", "=1+1", "+45", "@her", "video", "'n gang", ""])
def test_a_text_that_no_spreadsheet_computes_comes_back(text: str) -> None:
    assert not neutral(text).startswith(("=", "+", "-", "@"))
    assert plain(neutral(text)) == text
