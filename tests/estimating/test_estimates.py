"""Cells -> estimates and tests: bases, nets, scores, totals and order.

The questions of the tiny wave, numbered as its codebook has them: 1 kind (1 club, 2 house),
3 tried (1 yes, 2 no), 7 views.faster (1 strongly agree to 4 disagree, 9 don't know).
"""

import polars as pl
import pytest

from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.tables import codebook_tables, question_numbers
from pipeline.estimating.cells import named_cells, weighted_cells
from pipeline.estimating.estimates import estimates
from pipeline.estimating.group_tests import group_tests
from pipeline.paths import Places
from pipeline.planning.plan import Figure, Plan
from pipeline.reading import read_inputs
from pipeline.results import ESTIMATES, TESTS
from pipeline.sampling.sample import Sampling, sampling

KIND, TRIED, FASTER = 1, 3, 7

RESPONSE = pl.DataFrame(schema={"variable": pl.String, "category": pl.String, "invited": pl.Int64})

Cell = tuple[int, int, int, str, int | None, int]
"""Question, group question, group code, state, code, respondents."""


UNIT = {"stratum": pl.UInt32, "cluster": pl.UInt32, "calibration_cell": pl.UInt32}


@pytest.fixture(scope="module")
def codebook(tiny_wave: Places) -> Codebook:
    return read_inputs(tiny_wave)[0]


@pytest.fixture(scope="module")
def sampled(tiny_wave: Places) -> Sampling:
    """A hundred respondents without a design."""
    schema = UNIT | dict.fromkeys(("n", "sum_w", "sum_w2", "population"), pl.Int64)
    units = pl.DataFrame([(0, 0, 0, 100, 100, 100, None)], schema=schema, orient="row")
    codebook, wave = read_inputs(tiny_wave)
    return sampling(units, pl.DataFrame(), wave, codebook)


def counted(codebook: Codebook, sampled: Sampling, *given: Cell) -> pl.DataFrame:
    """Cells as a database gives them, each respondent with weight 1, named."""
    tables = codebook_tables(codebook)
    cells = pl.DataFrame(
        [(*cell, float(cell[-1]), float(cell[-1]), None, 0, 0, 0) for cell in given],
        schema={
            "question": pl.UInt16,
            "group_question": pl.UInt16,
            "group_code": pl.Int16,
            "state": pl.String,
            "code": pl.Int16,
            "n": pl.Int64,
            "sum_w": pl.Float64,
            "sum_w2": pl.Float64,
            "value": pl.Float64,
            **UNIT,
        },
        orient="row",
    ).with_columns(filter=pl.lit(0, pl.UInt16))
    named = named_cells(cells, tables["questions"], tables["categories"])
    return weighted_cells(named, sampled.units)


def rows(
    codebook: Codebook, sampled: Sampling, figure: Figure, *cells: Cell
) -> list[tuple[str, str, float | None, int, int]]:
    """Group, category, estimate, base and the figure's N."""
    plan = Plan(survey="tiny", figures={"fig_01": figure})
    found = estimates(plan, codebook, counted(codebook, sampled, *cells), RESPONSE, sampled)
    assert found.schema == ESTIMATES
    return found.select("group", "category", "estimate", "base_n", "figure_n").rows()


def outcomes(
    codebook: Codebook, sampled: Sampling, figure: Figure, *cells: Cell
) -> list[dict[str, object]]:
    plan = Plan(survey="tiny", figures={"fig_01": figure})
    found = group_tests(plan, codebook, counted(codebook, sampled, *cells), sampled)
    assert found.schema == TESTS
    return found.rows(named=True)


ONE_STATEMENT = (
    (FASTER, 0, 0, "answered", 1, 10),
    (FASTER, 0, 0, "answered", 2, 20),
    (FASTER, 0, 0, "answered", 4, 10),
    (FASTER, 0, 0, "missing", 9, 10),
    (FASTER, 0, 0, "blank", None, 25),
    (FASTER, 0, 0, "invalid", None, 5),
    (FASTER, 0, 0, "not_asked", None, 100),
    (FASTER, 0, 0, "not_reached", None, 100),
)
"""40 answered, 10 do not know, 30 more were asked; 200 were not, or had broken off."""


def faster(**values: object) -> Figure:
    return Figure.model_validate({"variable": "views", "items": ("faster",), **values})


def test_the_numbers_of_the_questions(codebook: Codebook) -> None:
    numbers = question_numbers(codebook)
    assert (numbers["kind", ""], numbers["tried", ""]) == (KIND, TRIED)
    assert numbers["views", "faster"] == FASTER


def test_shares_are_of_those_who_answered_and_a_missing_category_is_an_answer(
    codebook: Codebook, sampled: Sampling
) -> None:
    assert rows(codebook, sampled, faster(show=("agree", "dont_know")), *ONE_STATEMENT) == [
        ("all", "agree", 30 / 50, 50, 50),
        ("all", "dont_know", 10 / 50, 50, 50),
    ]


def test_unless_it_is_left_out(codebook: Codebook, sampled: Sampling) -> None:
    figure = faster(show=("agree",), leave_out="missing")
    assert rows(codebook, sampled, figure, *ONE_STATEMENT) == [("all", "agree", 30 / 40, 40, 40)]


def test_or_all_who_were_asked_are_the_base(codebook: Codebook, sampled: Sampling) -> None:
    figure = faster(show=("agree",), base="asked")
    assert rows(codebook, sampled, figure, *ONE_STATEMENT) == [("all", "agree", 30 / 80, 80, 80)]


def test_every_category_is_shown_where_the_figure_names_none_also_one_that_nobody_chose(
    codebook: Codebook, sampled: Sampling
) -> None:
    assert rows(codebook, sampled, faster(), *ONE_STATEMENT) == [
        ("all", "agree_strongly", 0.2, 50, 50),
        ("all", "agree_somewhat", 0.4, 50, 50),
        ("all", "neither", 0.0, 50, 50),
        ("all", "disagree", 0.2, 50, 50),
        ("all", "dont_know", 0.2, 50, 50),
    ]


def test_a_mean_is_of_scores_with_their_deviation_and_who_does_not_know_has_none(
    codebook: Codebook, sampled: Sampling
) -> None:
    # (10 * 5 + 20 * 4 + 10 * 2) / 40, and 10 * 1.25^2 + 20 * 0.25^2 + 10 * 1.75^2 = 47.5
    figure = faster(statistic="mean")
    deviation = pytest.approx((47.5 / 39) ** 0.5)
    assert rows(codebook, sampled, figure, *ONE_STATEMENT) == [
        ("all", "", 3.75, 40, 40),
        ("all", "", deviation, 40, 40),
    ]


def test_items_that_are_compared_by_their_means_have_ranks(
    codebook: Codebook, sampled: Sampling
) -> None:
    figure = Figure(variable="views", statistic="mean")
    quality = FASTER + 1
    given = counted(
        codebook,
        sampled,
        (FASTER, 0, 0, "answered", 3, 10),
        (quality, 0, 0, "answered", 1, 10),
    )
    plan = Plan(survey="tiny", figures={"fig_01": figure})
    found = estimates(plan, codebook, given, RESPONSE, sampled)
    ranks = found.filter(statistic="rank")
    assert dict(ranks.select("item", "estimate").iter_rows())["faster"] == 2
    assert sorted(ranks["estimate"]) == [1, 2]
    assert ranks["margin"].null_count() == ranks["ci_low"].null_count() == 2
    alone = plan.model_copy(update={"figures": {"fig_01": faster(statistic="mean")}})
    assert estimates(alone, codebook, given, RESPONSE, sampled).filter(statistic="rank").is_empty()


def test_a_median_is_the_middle_score(codebook: Codebook, sampled: Sampling) -> None:
    # Scores 5 (10 respondents), 4 (20) and 2 (10): the 20th and 21st have 4.
    figure = faster(statistic="median")
    assert rows(codebook, sampled, figure, *ONE_STATEMENT) == [("all", "", 4.0, 40, 40)]


def test_a_quantile_is_named_for_its_probability(codebook: Codebook, sampled: Sampling) -> None:
    # The 4th of 40 has 2; exactly a quarter lies at 2 or below, so that quantile lies halfway to 4.
    for probability, name, value in ((0.1, "p10", 2.0), (0.25, "p25", 3.0)):
        figure = faster(statistic="quantile", probability=probability)
        assert rows(codebook, sampled, figure, *ONE_STATEMENT) == [("all", name, value, 40, 40)]


def test_a_score_is_top_minus_bottom_of_everyone_in_the_base(
    codebook: Codebook, sampled: Sampling
) -> None:
    figure = faster(statistic="score", top=("agree",), bottom=("disagree",))
    assert rows(codebook, sampled, figure, *ONE_STATEMENT) == [("all", "", (30 - 10) / 50, 50, 50)]
    without = figure.model_copy(update={"leave_out": "missing"})
    assert rows(codebook, sampled, without, *ONE_STATEMENT) == [("all", "", (30 - 10) / 40, 40, 40)]


def test_a_score_has_the_error_of_a_difference_of_two_shares(
    codebook: Codebook, sampled: Sampling
) -> None:
    plan = Plan(
        survey="tiny",
        figures={"fig_01": faster(statistic="score", top=("agree",), bottom=("disagree",))},
    )
    found = estimates(plan, codebook, counted(codebook, sampled, *ONE_STATEMENT), RESPONSE, sampled)
    # Shares .6 and .2 of 50: variance (.8 - .4^2) / 50.
    assert found["std_error"].to_list() == pytest.approx([(0.64 / 50) ** 0.5])
    assert found["margin"].to_list() == pytest.approx([1.959964 * (0.64 / 50) ** 0.5])


def test_counts_are_counts(codebook: Codebook, sampled: Sampling) -> None:
    figure = faster(statistic="count", show=("agree", "neither"))
    assert rows(codebook, sampled, figure, *ONE_STATEMENT) == [
        ("all", "agree", 30.0, 50, 50),
        ("all", "neither", 0.0, 50, 50),
    ]


BY_KIND = (
    (TRIED, KIND, 2, "answered", 1, 20),
    (TRIED, KIND, 2, "answered", 2, 20),
    (TRIED, KIND, 1, "answered", 1, 45),
    (TRIED, KIND, 1, "answered", 2, 15),
    (TRIED, KIND, 1, "not_reached", None, 9),
)
GROUPED = Figure(variable="tried", groups="kind", show=("yes",))


def test_groups_add_up_to_everyone_who_comes_first(codebook: Codebook, sampled: Sampling) -> None:
    assert rows(codebook, sampled, GROUPED, *BY_KIND) == [
        ("all", "yes", 65 / 100, 100, 100),
        ("club", "yes", 45 / 60, 60, 100),
        ("house", "yes", 20 / 40, 40, 100),
    ]


def test_an_empty_base_has_no_share(codebook: Codebook, sampled: Sampling) -> None:
    nobody = ((TRIED, KIND, 1, "not_asked", None, 9), *BY_KIND[:2])
    assert rows(codebook, sampled, GROUPED, *nobody) == [
        ("all", "yes", 0.5, 40, 40),
        ("club", "yes", None, 0, 40),
        ("house", "yes", 0.5, 40, 40),
    ]


def test_the_whole_distribution_is_tested_whatever_is_shown(
    codebook: Codebook, sampled: Sampling
) -> None:
    # 100 * (45 * 20 - 15 * 20)^2 / (60 * 40 * 65 * 35)
    (test,) = outcomes(codebook, sampled, GROUPED, *BY_KIND)
    assert test["test"] == "chi_squared"
    assert test["statistic"] == pytest.approx(100 * 600**2 / (60 * 40 * 65 * 35))
    assert (test["df1"], test["n"]) == (1, 100)
    assert (test["significant"], test["p_adjusted"]) == (True, test["p_value"])
    assert (test["group_variable"], test["correction"], test["warning"]) == ("kind", "holm", "")


def test_the_level_of_the_plan_decides_on_significance(
    codebook: Codebook, sampled: Sampling
) -> None:
    plan = Plan(survey="tiny", level=0.999, figures={"fig_01": GROUPED})
    strict = group_tests(plan, codebook, counted(codebook, sampled, *BY_KIND), sampled)
    assert strict["significant"].to_list() == [False]
    assert 0.001 < strict["p_value"][0] < 0.05


def test_nothing_is_tested_where_there_is_nothing_to_compare(
    codebook: Codebook, sampled: Sampling
) -> None:
    (test,) = outcomes(codebook, sampled, GROUPED, *BY_KIND[:2])
    assert (test["p_value"], test["statistic"], test["significant"]) == (None, None, False)
    assert test["warning"]


@pytest.mark.parametrize(
    "figure",
    [
        GROUPED.model_copy(update={"test": "none"}),
        GROUPED.model_copy(update={"statistic": "count"}),
        Figure(variable="tried"),
    ],
)
def test_figures_without_a_test(figure: Figure, codebook: Codebook, sampled: Sampling) -> None:
    assert outcomes(codebook, sampled, figure, *BY_KIND) == []


def test_answers_that_are_left_out_are_not_tested(codebook: Codebook, sampled: Sampling) -> None:
    cells = (
        (FASTER, KIND, 1, "answered", 1, 30),
        (FASTER, KIND, 1, "answered", 4, 30),
        (FASTER, KIND, 1, "missing", 9, 40),
        (FASTER, KIND, 2, "answered", 1, 30),
        (FASTER, KIND, 2, "answered", 4, 30),
    )
    (whole,) = outcomes(codebook, sampled, faster(groups="kind"), *cells)
    assert (whole["n"], whole["df1"], whole["significant"]) == (160, 2, True)
    (without,) = outcomes(codebook, sampled, faster(groups="kind", leave_out="missing"), *cells)
    assert (without["n"], without["df1"], without["significant"]) == (120, 1, False)
