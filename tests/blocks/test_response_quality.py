"""Who responded: rates, and the sample beside the frame, as tables of the data-quality page."""

import re
from dataclasses import replace

import polars as pl
import pytest
from scipy.stats import chisquare

from pipeline.blocks.response_quality import SHOWN_RATES, WORDS, response_html
from pipeline.codebooks.codebook import Category, Codebook
from pipeline.database import existing_database
from pipeline.inference.proportions import wilson_interval
from pipeline.paths import Places
from pipeline.reading import read_inputs
from pipeline.sampling.representativeness import MARGIN_TESTS, margin_counts
from pipeline.wording.numbers import decimal, p_value, percent

LANGUAGES = ("da", "nb", "en")
NO_MARGINS = pl.DataFrame(
    schema={
        "variable": pl.String,
        "category": pl.String,
        "units": pl.Float64,
        "respondents": pl.Int64,
        "weight": pl.Float64,
    }
)
NO_TESTS = pl.DataFrame(schema=MARGIN_TESTS)


@pytest.fixture(scope="module")
def codebook(tiny_wave: Places) -> Codebook:
    return read_inputs(tiny_wave)[0]


def everyone(invited: int | None, responded: int, completed: int | None) -> pl.DataFrame:
    schema = {"category": pl.String} | dict.fromkeys(
        ("invited", "responded", "completed"), pl.Int64
    )
    return pl.DataFrame([("all", invited, responded, completed)], schema=schema, orient="row")


def of_kind(*counts: tuple[str, float, int]) -> pl.DataFrame:
    rows = [("kind", *count, float(count[-1])) for count in counts]
    return pl.DataFrame(rows, schema=NO_MARGINS.schema, orient="row")


def fit_of(margins: pl.DataFrame, test: str = "chi_squared_fit") -> pl.DataFrame:
    """The plain test of the margin, by whatever name."""
    found = chisquare(
        margins["respondents"],
        margins["units"] / margins["units"].sum() * margins["respondents"].sum(),
    )
    row = {"variable": "kind", "test": test, "p_value": found.pvalue}
    return pl.DataFrame([row], schema=MARGIN_TESTS)


def rows(html: str) -> list[list[str]]:
    """The texts of the cells of each row, heads too."""
    found = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    return [
        [text.replace("\u00a0", " ") for text in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in found
    ]


def test_the_tiny_wave(tiny_wave: Places, codebook: Codebook) -> None:
    # Of 20 in the frame 11 responded, of whom 9 completed; 7 of 12 clubs and 4 of 8 houses.
    with existing_database(tiny_wave.database) as database:
        response, margins = database.query("response"), database.query("sample_margins")
    counts = margin_counts(margins)
    html = response_html(response, counts, fit_of(counts), codebook, "en", 0.95)
    low, high = (
        f"{percent(float(end[0]), 'en', 1)}".replace("\u00a0", " ")
        for end in (
            wilson_interval([0.45], [20], 0.95).low,
            wilson_interval([0.45], [20], 0.95).high,
        )
    )
    assert rows(html) == [
        ["Measure", "Number", "Of", "Share", "Interval"],
        ["RR1: completed, of those invited", "9", "20", "45.0 per cent", f"{low} – {high}"],
        [
            "RR2: responded, of those invited",
            "11",
            "20",
            "55.0 per cent",
            "34.2 per cent – 74.2 per cent",
        ],
        [
            "Completed, of those who began",
            "9",
            "11",
            "81.8 per cent",
            "52.3 per cent – 94.9 per cent",
        ],
        ["Type", "Of everyone", "Of those who responded"],
        ["Club", "60.0 per cent", "63.6 per cent"],
        ["House", "40.0 per cent", "36.4 per cent"],
    ]
    p = chisquare([7, 4], [11 * 0.6, 11 * 0.4]).pvalue
    sentence = "It cannot be ruled out that those who responded are spread as everyone"
    assert f"<p>{sentence} (chi-squared test, {p_value(p, 'en')}).</p>" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sample_that_differs_from_everyone(language: str, codebook: Codebook) -> None:
    margins = of_kind(("club", 500, 90), ("house", 500, 10))
    html = response_html(
        everyone(None, 100, None), margins, fit_of(margins), codebook, language, 0.95
    )
    words = WORDS[language]
    assert words["differs"].partition("(")[0] in html
    assert words["fits"].partition("(")[0] not in html
    assert words["rates"] not in html


def test_the_level_decides_what_differs(codebook: Codebook) -> None:
    # chi-squared 4 with one degree of freedom: p = 0.0455.
    margins = of_kind(("club", 500, 60), ("house", 500, 40))
    for level, key in ((0.95, "differs"), (0.99, "fits")):
        html = response_html(
            everyone(None, 100, None), margins, fit_of(margins), codebook, "en", level
        )
        assert WORDS["en"][key].partition(" (")[0] in html


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (everyone(None, 11, 9), "11 answered. How many were asked is not known here."),
        (everyone(20, 11, None), "11 answered, of 20 invited (55.0 per cent)."),
    ],
)
def test_without_a_frame_or_a_column_for_completion_the_number_stands_alone(
    known: pl.DataFrame, said: str, codebook: Codebook
) -> None:
    html = response_html(known, NO_MARGINS, NO_TESTS, codebook, "en", 0.95)
    assert re.sub("[\u00a0\u202f]", " ", html) == f"<p>{said}</p>"


def test_more_respondents_than_were_invited_have_no_rates_and_it_is_said(
    codebook: Codebook,
) -> None:
    html = response_html(everyone(20, 21, 9), NO_MARGINS, NO_TESTS, codebook, "en", 0.95)
    assert html == (
        "<p>There are more respondents (21) than units in the population (20), so there are no "
        "response rates.</p>"
    )


def test_nobody_of_a_margin_gives_no_table(codebook: Codebook) -> None:
    margins = of_kind(("club", 12, 0), ("house", 8, 0))
    nothing = pl.DataFrame([{"variable": "kind", "test": "chi_squared_fit"}], schema=MARGIN_TESTS)
    html = response_html(everyone(None, 0, None), margins, nothing, codebook, "en", 0.95)
    assert "<table" not in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_weighted_sample_is_shown_with_its_weights_and_says_which_test(
    language: str, codebook: Codebook
) -> None:
    margins = of_kind(("club", 500, 90), ("house", 500, 10)).with_columns(
        weight=pl.Series([60.0, 20.0])
    )
    tests = fit_of(margins, "rao_scott_fit")
    html = response_html(everyone(None, 100, None), margins, tests, codebook, language, 0.95)
    assert rows(html)[0][1:] == [WORDS[language][name] for name in ("frame", "sample", "weighted")]
    assert [text.split()[0].rstrip("%") for text in rows(html)[1][1:]] == [
        decimal(number, language, 1) for number in (50, 90, 75)
    ]
    assert WORDS[language]["rao_scott_fit"] in html


def test_labels_are_escaped(codebook: Codebook) -> None:
    kind = codebook.variables["kind"]
    hostile = replace(
        kind,
        label={"en": "<b>Kind</b>"},
        categories={**kind.categories, "club": Category(1, {"en": "<script>x</script>"})},
    )
    of_hostile = replace(codebook, variables={**codebook.variables, "kind": hostile})
    margins = of_kind(("club", 12, 7), ("house", 8, 4))
    html = response_html(everyone(None, 11, None), margins, fit_of(margins), of_hostile, "en", 0.95)
    assert "<script>" not in html
    assert "<b>" not in html
    assert html.count("&lt;b&gt;Kind") == 3


def test_every_language_has_all_words() -> None:
    assert set(WORDS["da"]) == set(WORDS["nb"]) == set(WORDS["en"])
    assert set(WORDS["da"]) >= {name.value for name in SHOWN_RATES}
