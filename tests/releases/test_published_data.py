"""The tables that readers may download."""

import csv
import io

import polars as pl

from pipeline.codebooks.reading import read_codebook
from pipeline.paths import Places
from pipeline.releases.published_data import codebook_csv, published_csv, published_tables
from pipeline.results import CHANGES

ESTIMATES = pl.DataFrame(
    {
        "figure": ["fig_01", "fig_01"],
        "estimate": [1 / 3, 0.25],
        "std_error": [0.1, 0.2],
        "ci_low": [0.1, 0.2],
        "ci_high": [0.1, 0.2],
        "margin": [0.1, 0.2],
        "base_n": [6, 4],
        "suppressed": [False, True],
    }
)


def rows(text: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.decode())))


def test_numbers_have_four_decimals_and_suppressed_ones_are_left_out() -> None:
    assert published_csv(ESTIMATES).decode().splitlines() == [
        "figure,estimate,std_error,ci_low,ci_high,margin,base_n,suppressed",
        "fig_01,0.3333,0.1,0.1,0.1,0.1,6,false",
        "fig_01,,,,,,4,true",
    ]


def test_comparisons_of_two_groups_that_are_not_shown_are_left_out() -> None:
    """They are only made where an answer was given: that there is one would tell of it."""
    tests = pl.DataFrame(
        {"other_group": ["", "", "small", "small"], "p_value": [0.2, None, 0.03, None]}
    )
    assert published_csv(tests).decode().splitlines() == [
        "other_group,p_value",
        '"",0.2',
        '"",',
        "small,0.03",
    ]


def test_the_codebook_has_a_row_an_answer(tiny_wave: Places) -> None:
    found = rows(codebook_csv(read_codebook(tiny_wave.codebook)))
    assert [row["category_label"] for row in found if row["variable"] == "kind"] == [
        "Forening",
        "Hus",
    ]
    assert {row["item_label"] for row in found if row["variable"] == "views"} == {
        "Vi er hurtigere",
        "Vi er modigere",
    }
    (staff,) = (row for row in found if row["variable"] == "staff")
    assert (staff["type"], staff["question"]) == ("number", "Hvor mange ansatte har I?")


def test_no_text_is_a_formula_in_a_spreadsheet(tiny_copy: Places) -> None:
    path = tiny_copy.codebook
    text = path.read_text(encoding="utf-8").replace("{da: Forening,", "{da: '=1+1',")
    path.write_text(text, encoding="utf-8")
    found = rows(codebook_csv(read_codebook(path)))
    assert "'=1+1" in {row["category_label"] for row in found}


def test_every_table_has_a_name(tiny_wave: Places) -> None:
    codebook = read_codebook(tiny_wave.codebook)
    banners = {"by-kind": (ESTIMATES, ESTIMATES)}
    changes = pl.DataFrame({"difference": [0.25]})
    made = published_tables(codebook, ESTIMATES, ESTIMATES, changes, banners)
    assert list(made) == [
        "estimates.csv",
        "tests.csv",
        "changes.csv",
        "codebook.csv",
        "banner-by-kind-estimates.csv",
        "banner-by-kind-tests.csv",
    ]


def test_a_wave_without_changes_has_no_table_of_them(tiny_wave: Places) -> None:
    codebook = read_codebook(tiny_wave.codebook)
    made = published_tables(codebook, ESTIMATES, ESTIMATES, pl.DataFrame(schema=CHANGES), {})
    assert list(made) == ["estimates.csv", "tests.csv", "codebook.csv"]
