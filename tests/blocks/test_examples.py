"""Released open answers as quotations: under their first theme, escaped, and nothing else."""

import re

import polars as pl
import pytest

from pipeline.blocks.examples import examples_html
from pipeline.codebooks.codebook import Item, Variable

THEMES = Variable(
    "themes",
    "themes",
    {},
    {"da": "Temaer"},
    {
        "digital": Item({"da": "Digitalt & nyt"}, description={"da": "På skærm <b>"}),
        "outdoors": Item({"da": "Ude"}),
        "unused": Item({"da": "Ingen"}),
    },
)
RELEASED = pl.DataFrame(
    [
        ("themes", 7, 2, "digital", "Først ude, så på skærm"),
        ("themes", 3, 1, "digital", "<script>alert('x')</script>"),
        ("themes", 12, 1, "outdoors", "Ude"),
        ("themes", 7, 1, "outdoors", "Først ude, så på skærm"),
        ("others", 1, 1, "digital", "Et andet spørgsmål"),
    ],
    schema=["variable", "coding", "place", "theme", "text"],
    orient="row",
)


def parts(html: str) -> list[str]:
    return re.findall(r"<(?:h3|p|footer)>.*?</(?:h3|p|footer)>", html)


def test_answers_stand_under_the_theme_that_was_written_first() -> None:
    assert parts(examples_html(RELEASED, THEMES, "da", invented=True)) == [
        "<p>Svarene er opfundet til denne demonstration: ingen har skrevet dem.</p>",
        "<h3>Digitalt &amp; nyt</h3>",
        "<p>På skærm &lt;b&gt;</p>",
        "<p>&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;</p>",
        "<h3>Ude</h3>",
        "<p>Først ude, så på skærm</p>",
        "<footer>Handler også om »Digitalt &amp; nyt«.</footer>",
        "<p>Ude</p>",
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [("da", "frigivet det"), ("nb", "frigitt det"), ("en", "released it")],
)
def test_real_answers_were_released_by_a_person(language: str, said: str) -> None:
    assert said in examples_html(RELEASED, THEMES, language, invented=False)


def test_nothing_is_shown_when_nothing_is_released() -> None:
    assert examples_html(RELEASED.clear(), THEMES, "da", invented=True) == ""
