"""Figure 6 of the report of 2020, and the ticks and scale of the tiny wave, counted by hand."""

import csv
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from waves import REPOSITORY, copied, loaded

from pipeline.codebook_tables import question_numbers
from pipeline.database import existing_database
from pipeline.paths import Places
from pipeline.plan import Figure, Plan
from pipeline.reading import read_inputs
from pipeline.tabulate import Results, compute

PUBLISHED = Path(__file__).parent / "published" / "innovation-2020.csv"


def results(places: Places, **figures: Figure) -> Results:
    codebook, wave = read_inputs(places)
    plan = Plan(survey=places.survey, figures=figures, small_numbers="off")
    return compute(places, plan, codebook, wave)


@pytest.fixture(scope="module")
def innovation(tmp_path_factory: pytest.TempPathFactory) -> Places:
    places = copied("innovation", "2020", REPOSITORY, tmp_path_factory.mktemp("ticks"))
    loaded(places)
    return places


FIG_06 = Figure(
    variable="new_partners", groups="org_type", base="ticks", interval="wald", test="chi_squared"
)


def test_figure_6_of_the_report_comes_out(innovation: Places) -> None:
    found = results(innovation, fig_06=FIG_06)
    with PUBLISHED.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines_without_comments(lines)))
    published = [row for row in rows if row["figure"] == "fig-06"]
    assert len(published) == 7
    for row in published:
        estimate = found.estimates.filter(
            item=row["item"], group=row["group"], statistic="share_of_ticks", category="yes"
        ).row(0, named=True)
        assert int(100 * estimate["estimate"] + 0.5) == int(row["value"]), row["item"]
        assert estimate["figure_n"] == int(row["base_n"]) == 746
    assert found.tests.select("test", "n", "significant").rows() == [
        ("chi_squared_ticks", 746, True)
    ]


def lines_without_comments(lines):
    return (line for line in lines if not line.startswith("#"))


def test_the_shares_of_each_group_are_of_its_ticks(innovation: Places) -> None:
    found = results(innovation, fig_06=FIG_06).estimates
    sums = found.group_by("group", maintain_order=True).agg(
        pl.col("estimate").sum(), pl.col("base_n").first()
    )
    assert sums["estimate"].to_list() == pytest.approx([1.0] * 3)
    everyone, *groups = sums["base_n"].to_list()
    assert everyone == sum(groups) == 746


def test_the_plain_interval_counts_each_tick_and_others_respect_who_ticked_them(
    innovation: Places,
) -> None:
    plain = results(innovation, fig_06=FIG_06).estimates
    p, n = plain["estimate"], plain["base_n"]
    assert plain["std_error"].to_list() == pytest.approx((p * (1 - p) / n).sqrt().to_list())
    respecting = FIG_06.model_copy(update={"interval": "recommended", "test": "recommended"})
    found = results(innovation, fig_06=respecting)
    assert found.estimates["estimate"].to_list() == plain["estimate"].to_list()
    # Nobody ticks an item twice, so the ticks of one respondent differ more than those of several.
    assert (found.estimates["std_error"] < plain["std_error"]).all()
    assert found.tests["test"].to_list() == ["rao_scott_ticks"]


def test_ticks_counted_by_hand(tiny_wave: Places) -> None:
    # Town: a1, a2, a5, a7. Firm: a2, a4. Other: a7, b3. b1 ticked more than allowed.
    figure = Figure(variable="partners", base="ticks", items=("town",), groups="kind")
    found = results(tiny_wave, fig_01=figure).estimates
    assert found.select("group", "estimate", "base_n", "figure_n").rows() == [
        ("all", 4 / 8, 8, 8),
        ("club", 4 / 7, 7, 8),
        ("house", 0.0, 1, 8),
    ]


def test_alpha_is_of_those_who_answered_every_item(tiny_wave: Places) -> None:
    # Both statements, as scores: a1 5 4, a2 4 4, a3 3 2, a7 5 4, b1 5 5, b2 4 3. Others say that
    # they do not know, or nothing. Variances 4/6 each (divided by 5) and 1.4 and sum below.
    figure = Figure(variable="views", statistic="alpha", groups="kind")
    found = results(tiny_wave, fig_01=figure)
    pairs = np.array([(5, 4), (4, 4), (3, 2), (5, 4), (5, 5), (4, 3)])
    alpha = 2 * (1 - pairs.var(axis=0).sum() / pairs.sum(axis=1).var())
    everyone, clubs, houses = found.estimates.rows(named=True)
    assert everyone["estimate"] == pytest.approx(alpha)
    assert (everyone["item"], everyone["base_n"], everyone["std_error"]) == ("", 6, None)
    assert everyone["ci_low"] < alpha < everyone["ci_high"]
    assert (clubs["base_n"], houses["base_n"], houses["figure_n"]) == (4, 2, 6)
    assert found.tests.is_empty()


def test_alpha_is_that_of_complete_answers_of_a_large_battery(innovation: Places) -> None:
    items = ("will_continue", "adjust_services", "others_can_learn", "new_target_group")
    found = results(
        innovation, fig_04=Figure(variable="innovation_quality", items=items, statistic="alpha")
    )
    codebook, _ = read_inputs(innovation)
    variable = codebook.variables["innovation_quality"]
    scores = {one.code: one.score for one in variable.categories.values()}
    numbers = question_numbers(codebook)
    with existing_database(innovation.database) as database:
        answers = database.table("answers").filter(state="answered")
    wide = pl.DataFrame({"respondent": []}, schema={"respondent": pl.UInt32})
    for item in items:
        one = answers.filter(question=numbers["innovation_quality", item]).select(
            "respondent", pl.col("code").replace_strict(scores, default=None).alias(item)
        )
        wide = wide.join(one, on="respondent", how="full", coalesce=True)
    complete = wide.select(items).drop_nulls().to_numpy()
    k = len(items)
    alpha = k / (k - 1) * (1 - complete.var(axis=0).sum() / complete.sum(axis=1).var())
    (row,) = found.estimates.rows(named=True)
    assert (row["estimate"], row["base_n"]) == (pytest.approx(alpha), len(complete))
    assert len(complete) > 300


def test_a_question_without_ticks_and_a_scale_without_answers_have_no_estimates(
    tiny_wave: Places,
) -> None:
    nobody = {"tried": ("no",), "partners.town": ("yes",)}
    found = results(
        tiny_wave,
        fig_01=Figure(variable="partners", base="ticks", where=nobody),
        fig_02=Figure(variable="views", statistic="alpha", where=nobody),
    )
    assert found.estimates.is_empty() and found.tests.is_empty()
