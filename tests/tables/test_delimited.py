"""The numbers of a figure as a file for spreadsheets."""

import csv
from dataclasses import replace
from io import StringIO

import pytest
from figure_examples import CODEBOOK, estimates, shares

from pipeline.codebooks.codebook import Category
from pipeline.planning.figure import Figure
from pipeline.results import FORMS
from pipeline.tables.delimited import OTHER_UNITS, delimited, harmless
from pipeline.tables.wording import UNITS
from pipeline.wording.numbers import ungrouped

BY_TYPE = Figure(variable="innovated", groups="org_type", show=("yes",))


def lines(figure, rows, language="da", codebook=CODEBOOK):
    rows = rows.with_columns(survey=rows["survey"] + "small", wave=rows["wave"] + "2020")
    file = delimited(figure, codebook, rows, language).decode("utf-8-sig")
    delimiter = "," if language == "en" else ";"
    return list(csv.reader(StringIO(file, newline=""), delimiter=delimiter))


def test_a_line_an_estimate_in_the_words_and_the_precision_of_the_page():
    head, total, volunteers = lines(
        BY_TYPE, estimates(*shares("all", yes=0.8), *shares("volunteer", yes=0.695))
    )
    assert head[2:7] == ["Gruppe", "Svar", "Enhed", "Tal", "Nedre"]
    assert total[:6] == ["Nye løsninger", "", "I alt", "Ja", "Procent", "80"]
    assert volunteers[2:10] == [
        "Frivillige foreninger",
        "Ja",
        "Procent",
        "70",
        "65",
        "75",
        "5",
        "100",
    ]
    assert volunteers[-1].endswith(".volunteer.yes")


def test_decimals_and_cells_are_parted_as_the_language_parts_them():
    figure = Figure(variable="changes", statistic="mean", items=("users",))
    rows = estimates({"item": "users", "estimate": 3.44, "margin": 0.084}, statistic="mean")
    assert lines(figure, rows, "da")[1][5:9] == ["3,4", "3,39", "3,49", "0,08"]
    assert lines(figure, rows, "en")[1][5:9] == ["3.4", "3.39", "3.49", "0.08"]
    assert delimited(figure, CODEBOOK, rows, "da").startswith(b"\xef\xbb\xbf")


def test_a_suppressed_number_is_not_in_the_file():
    hidden = {"group": "volunteer", "category": "yes", "estimate": 0.7, "suppressed": True}
    _, row = lines(BY_TYPE, estimates(hidden))
    assert row[5:9] == [""] * 4 and row[10] == "vises ikke"
    assert "70" not in ";".join(row)


@pytest.mark.parametrize("text", ["=1+1", "+45 12", "-x", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_no_label_is_a_formula(text):
    assert harmless(text) == f"'{text}"
    answers = {"yes": Category(1, {"da": text}), "no": Category(2, {"da": "Nej"})}
    strange = replace(CODEBOOK.variables["innovated"], categories=answers)
    codebook = replace(CODEBOOK, variables=CODEBOOK.variables | {"innovated": strange})
    _, row = lines(Figure(variable="innovated"), estimates(*shares(yes=0.5)), "da", codebook)
    assert row[3].startswith("'")
    assert harmless("Ja") == "Ja"


def test_table_1_has_counts_and_rates():
    figure = Figure(variable="response", chart="table", title={"da": "Svar"})
    rows = estimates(
        {"category": "invited", "statistic": "count", "estimate": 2304, "base_n": 2304},
        {"category": "responded", "statistic": "rate", "estimate": 0.392, "base_n": 2304},
    )
    found = lines(figure, rows)
    assert [row[3:6] for row in found[1:]] == [
        ["Inviterede", "Antal", "2304"],
        ["Svarprocent", "Procent", "39"],
    ]


def test_every_statistic_has_a_unit():
    assert (UNITS | OTHER_UNITS).keys() == FORMS.keys()


@pytest.mark.parametrize(
    ("number", "language", "written"),
    [(2304, "da", "2304"), (-3.45, "da", "-3,5"), (-3.45, "nb", "-3,5"), (-0.01, "en", "0.0")],
)
def test_numbers_have_no_thousands_apart_and_a_plain_minus(number, language, written):
    assert ungrouped(number, language, 0 if number == 2304 else 1) == written
