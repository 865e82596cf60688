"""The block on coded open answers: how many, and how far coders agree."""

import re

import polars as pl
import pytest

from pipeline.blocks.coding_quality import coding_html
from pipeline.codebooks.codebook import Codebook, Columns, Derivation, Item, Variable

ITEMS = {"digital": Item({"da": "Digitalt <b>"}), "outdoors": Item({"da": "Ude"})}
REMARK = Variable("remark", "text", {}, {"da": "Bemærkning"}, {"": Item({})})
THEMES = Variable(
    "themes",
    "themes",
    {},
    {"da": "Temaer"},
    ITEMS,
    derivation=Derivation((("remark", ""),)),
    coders=("A&B", "Bo"),
)
CODEBOOK = Codebook("s", "1", ("da",), Columns(), {"remark": REMARK, "themes": THEMES})
PROGRESS = pl.DataFrame({"variable": ["themes"], "answers": [120], "coded": [109]})
DOUBLE = pl.DataFrame(
    [
        ("themes", "A&B", "Bo", "digital", "digital", 31),
        ("themes", "A&B", "Bo", "digital", "", 12),
        ("themes", "A&B", "Bo", "", "digital", 4),
        ("themes", "A&B", "Bo", "", "", 58),
    ],
    schema=["variable", "first_coder", "second_coder", "first_themes", "second_themes", "n"],
    orient="row",
)


def read(double: pl.DataFrame = DOUBLE, invented: bool = False) -> list[str]:
    """The text of paragraphs and cells."""
    html = coding_html(PROGRESS, double, CODEBOOK, "da", 0.95, invented)
    return re.findall(r"<(?:p|th|td|caption)\b[^>]*>(.*?)</(?:p|th|td|caption)>", html)


def test_how_far_the_coding_has_come_and_who_counts() -> None:
    assert read(DOUBLE.clear()) == [
        "Svar på »Bemærkning«: 120. Heraf er kodet efter tema: 109. Hvor flere har kodet det samme "
        "svar, bruges det, de er blevet enige om; ellers gælder A&amp;B."
    ]
    assert "opfundet" in read(DOUBLE.clear(), invented=True)[0]


def test_how_far_two_coders_agree() -> None:
    """The table of tests/inference/test_agreement.py; nobody saw the other theme."""
    found = [text.replace("\u00a0", " ") for text in read()]
    assert found[1:-1] == [
        "Svar, som både A&amp;B og Bo har kodet: 105.",
        "Enighed mellem A&amp;B og Bo",
        *("Tema", "A&amp;B", "Bo", "Enige", "Kappa", "Interval"),
        *("Digitalt &lt;b&gt;", "43", "35", "85 pct.", "0,68", "0,53 – 0,82"),
        *("Ude", "0", "0", "100 pct.", "–", "–"),
        *("Alle temaer samlet", "", "", "92 pct.", "0,68", "0,53 – 0,82"),
    ]
    assert "intervallet (95 pct.)" in found[-1]


def test_nothing_is_said_without_themes() -> None:
    assert coding_html(PROGRESS.clear(), DOUBLE.clear(), CODEBOOK, "da", 0.95, True) == ""


@pytest.mark.parametrize("language", ["nb", "en"])
def test_other_languages_have_the_same_numbers(language: str) -> None:
    html = coding_html(PROGRESS, DOUBLE, CODEBOOK, language, 0.95, True)
    assert html.count("<tr>") == 4
    assert re.search(r"0[.,]53 – 0[.,]82", html)
