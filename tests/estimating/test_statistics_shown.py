"""How medians, scores, scales and shares of ticks read: notes, tables, descriptions and names."""

import pytest

from pipeline.charts import alternative_text, draw
from pipeline.codebooks.codebook import Codebook
from pipeline.estimating.cells import figure_cells
from pipeline.figures.facts import figure_facts
from pipeline.figures.headlines import headline
from pipeline.keys import keys
from pipeline.pages.variables import value
from pipeline.paths import Places
from pipeline.planning.plan import Figure, Plan
from pipeline.reading import read_inputs
from pipeline.tables import html_table, text_table
from pipeline.tabulate import Results, compute
from pipeline.wave import Wave
from pipeline.wording.notes import note

FIGURES = {
    "fig_01": Figure(variable="views", items=("faster",), statistic="median", groups="kind"),
    "fig_02": Figure(variable="staff", statistic="quantile", probability=0.9, groups="kind"),
    "fig_03": Figure(
        variable="views", items=("faster",), statistic="score", top=("agree",), bottom=("disagree",)
    ),
    "fig_04": Figure(variable="views", statistic="alpha"),
    "fig_05": Figure(variable="partners", base="ticks", groups="kind"),
    "fig_06": Figure(variable="partners", base="ticks", interval="wald"),
}
PLAN = Plan(survey="tiny", figures=FIGURES, small_numbers="off")


@pytest.fixture(scope="module")
def inputs(tiny_wave: Places) -> tuple[Codebook, Wave]:
    return read_inputs(tiny_wave)


@pytest.fixture(scope="module")
def results(tiny_wave: Places, inputs: tuple[Codebook, Wave]) -> Results:
    return compute(tiny_wave, PLAN, *inputs)


def said(name: str, results: Results, inputs: tuple[Codebook, Wave], language: str) -> str:
    codebook, wave = inputs
    facts = figure_facts(
        FIGURES[name],
        codebook,
        results.estimates.filter(figure=name),
        results.tests.filter(figure=name),
        figure_cells(PLAN, codebook, results.cells).filter(figure=name),
        language,
        PLAN.level,
        wave,
    )
    return " ".join(note(facts, language)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("fig_01", "The median is the middle value when answers are ordered by size."),
        ("fig_02", "90 per cent of the answers are at the value shown or below it."),
        (
            "fig_03",
            "The number is the share answering “Agree in all” minus the share answering "
            "“Disagree”.",
        ),
        ("fig_04", "Cronbach’s alpha shows how well the 2 statements hang together"),
        ("fig_05", "N = 8 ticks."),
        ("fig_05", "The shares are of all ticks; each respondent could set several."),
        ("fig_05", "The uncertainty allows for several ticks in one response."),
        ("fig_06", "The uncertainty counts each tick as a response of its own."),
    ],
)
def test_notes_say_what_the_numbers_are(
    name: str, expected: str, results: Results, inputs: tuple[Codebook, Wave]
) -> None:
    assert expected in said(name, results, inputs, "en")


def test_shares_of_ticks_never_add_up_to_more_than_all(
    results: Results, inputs: tuple[Codebook, Wave]
) -> None:
    assert "more than" not in said("fig_06", results, inputs, "en")


@pytest.mark.parametrize("language", ["da", "nb", "en"])
@pytest.mark.parametrize("name", FIGURES)
def test_every_language_has_words_for_all_of_it(
    name: str, language: str, results: Results, inputs: tuple[Codebook, Wave]
) -> None:
    figure, codebook = FIGURES[name], inputs[0]
    estimates = results.estimates.filter(figure=name)
    assert said(name, results, inputs, language)
    assert headline(figure, codebook, estimates, language)
    assert "<td" in html_table(figure, codebook, estimates, language)
    assert text_table(figure, codebook, estimates, language).row_count
    assert draw(figure, codebook, estimates, language).strip().startswith(b"<svg")
    assert alternative_text(figure, codebook, estimates, language)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("fig_01", "Dot plot. Median on a scale from 2 (“Disagree”) to 5 (“Strongly agree”)"),
        ("fig_02", "Dot plot. Quantile at 90 per cent: "),
        (
            "fig_03",
            "Dot plot. Share who answered “Agree in all” minus share who answered “Disagree”, in "
            "percentage points: ",
        ),
        ("fig_04", "Dot plot. Cronbach’s alpha: all 0."),
        ("fig_06", "Bar chart. Share of all ticks: The town 50 per cent, "),
    ],
)
def test_pictures_are_described(
    name: str, expected: str, results: Results, inputs: tuple[Codebook, Wave]
) -> None:
    estimates = results.estimates.filter(figure=name)
    words = alternative_text(FIGURES[name], inputs[0], estimates, "en").replace("\u00a0", " ")
    assert words.startswith(expected)


def test_tables_count_ticks(results: Results, inputs: tuple[Codebook, Wave]) -> None:
    estimates = results.estimates.filter(figure="fig_05")
    table = html_table(FIGURES["fig_05"], inputs[0], estimates, "en")
    assert '<th scope="col" class="number">Ticks</th>' in table
    assert "Answers" not in table


def test_a_headline_tells_shares_of_ticks(results: Results, inputs: tuple[Codebook, Wave]) -> None:
    estimates = results.estimates.filter(figure="fig_06")
    words = headline(FIGURES["fig_06"], inputs[0], estimates, "en").replace("\u00a0", " ")
    assert words == "50 per cent of the ticks are at “The town” and 25 per cent at “A firm”"


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("fig_01.faster.club.median", "4.0"),
        ("fig_02.p90", "40.0"),
        ("fig_03.faster.score", "56 percentage points"),
        ("fig_05.town.club.yes_of_ticks", "57 per cent"),
    ],
)
def test_pages_write_the_numbers_in_their_own_form(
    key: str, expected: str, results: Results
) -> None:
    words = value(f"tiny.w2024.{key}", keys(results.estimates), "en")
    assert words.replace("\u00a0", " ") == expected


def test_groups_are_compared_as_the_statistic_asks(results: Results) -> None:
    tests = dict(results.tests.select("figure", "test").iter_rows())
    assert tests == {
        "fig_01": "mann_whitney",
        "fig_02": "mann_whitney",
        "fig_05": "rao_scott_ticks",
    }
