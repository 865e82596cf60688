"""Figure 6 of the report of 2020, and the ticks and scale of the tiny wave, counted by hand."""

import csv

import numpy as np
import polars as pl
import pytest
from waves import REPOSITORY, copied, loaded

from pipeline.codebooks.tables import question_numbers
from pipeline.database import existing_database
from pipeline.inference.association import Caution, chi_squared_independence
from pipeline.inference.corrections import corrected
from pipeline.inference.design import Atoms, Sample
from pipeline.inference.multiple_response import rao_scott_items
from pipeline.paths import Places
from pipeline.planning.plan import Figure, Plan
from pipeline.reading import read_inputs
from pipeline.tabulate import Results, compute

PUBLISHED = REPOSITORY / "tests" / "published" / "innovation-2020.csv"


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


INNOVATIONS = Figure(variable="innovation_type", groups="size", show=("yes",))


def ticked_by_respondent(places: Places, variable: str, by: str) -> tuple[np.ndarray, np.ndarray]:
    """The group of each respondent who answered both, and which items he ticked."""
    codebook, _ = read_inputs(places)
    numbers = question_numbers(codebook)
    columns = {item: numbers[variable, item] for item in codebook.variables[variable].items}
    with existing_database(places.database) as database:
        answers = database.table("answers").filter(state="answered")
    wide = answers.pivot("question", index="respondent", values="code", sort_columns=False)
    known = wide.drop_nulls(["respondent", str(numbers[by, ""]), *map(str, columns.values())])
    group = known[str(numbers[by, ""])].rank("dense").to_numpy().astype(np.int64) - 1
    return group, known.select(map(str, columns.values())).to_numpy() == 1


def test_items_are_tested_together_and_then_one_by_one(innovation: Places) -> None:
    tests = results(innovation, fig_02=INNOVATIONS).tests
    codebook, _ = read_inputs(innovation)
    items = [*codebook.variables["innovation_type"].items]
    assert tests["item"].to_list() == ["", *items]
    together, *single = tests.rows(named=True)
    group, ticked = ticked_by_respondent(innovation, "innovation_type", "size")
    of_each = [
        np.array([[np.sum(item[group == each] == tick) for tick in (0, 1)] for each in range(3)])
        for item in ticked.T
    ]
    plain = [chi_squared_independence(counts) for counts in of_each]
    assert [row["statistic"] for row in single] == pytest.approx([one.statistic for one in plain])
    # A simple random sample of all 903 who responded, each respondent a cell of his own.
    n, none, whole = len(group), np.zeros(1, dtype=np.int64), np.array([903.0])
    sample = Sample(none, none, none, whole, whole, whole, np.zeros(1))
    ones = np.ones(n)
    atoms = Atoms(np.zeros(n, dtype=np.int64), ones, ones, ones)
    expected = rao_scott_items(ticked, group, atoms, sample)
    for name in ("test", "statistic", "df1", "df2", "p_value", "effect_size", "n"):
        value = getattr(expected, name)
        assert together[name] == (value if name == "test" else pytest.approx(value, rel=1e-9)), name


def test_the_test_of_all_items_takes_no_part_in_the_correction(innovation: Places) -> None:
    together, *single = results(innovation, fig_02=INNOVATIONS).tests.rows(named=True)
    assert (together["correction"], together["p_adjusted"]) == ("none", together["p_value"])
    assert {row["correction"] for row in single} == {"holm"}
    expected = corrected([row["p_value"] for row in single], "holm")
    assert [row["p_adjusted"] for row in single] == pytest.approx(list(expected))


@pytest.mark.parametrize("base", ["answered", "asked"])
def test_items_not_shown_are_not_tested_and_both_bases_are(base: str, innovation: Places) -> None:
    two = INNOVATIONS.model_copy(
        update={"items": ("outreach", "flexible_access"), "base": base, "groups": "org_type"}
    )
    together, *single = results(innovation, fig_02=two).tests.rows(named=True)
    assert (together["item"], together["test"]) == ("", "rao_scott_items")
    assert [row["item"] for row in single] == ["outreach", "flexible_access"]
    assert {row["n"] for row in (together, *single)} == {662}
    group, ticked = ticked_by_respondent(innovation, "innovation_type", "org_type")
    assert len(ticked) == 662
    effects = [np.corrcoef(group, ticked[:, place])[0, 1] ** 2 for place in (0, 4)]
    assert together["effect_size"] == pytest.approx(np.sqrt(np.mean(effects)))


@pytest.mark.parametrize(
    "changed",
    [{"test": "chi_squared"}, {"test": "none"}, {"items": ("outreach",)}, {"groups": None}],
)
def test_what_is_not_tested_together(changed: dict[str, object], innovation: Places) -> None:
    tests = results(innovation, fig_02=INNOVATIONS.model_copy(update=changed)).tests
    assert "" not in tests["item"].to_list()
    assert tests.is_empty() == ("groups" in changed or changed.get("test") == "none")


def test_groups_within_a_category_are_tested_together_apart(innovation: Places) -> None:
    codebook, _ = read_inputs(innovation)
    cross = next(one for one in codebook.variables.values() if "size" in one.crossed)
    within = INNOVATIONS.model_copy(update={"groups": cross.name, "within": "org_type"})
    apart = results(innovation, fig_02=within).tests.filter(item="")
    assert apart["group"].to_list() == [*codebook.variables["org_type"].categories]
    for part in apart.iter_rows(named=True):
        alone = INNOVATIONS.model_copy(update={"where": {"org_type": (part["group"],)}})
        (expected,) = results(innovation, fig_02=alone).tests.filter(item="").rows(named=True)
        for name in ("statistic", "df1", "p_value", "effect_size"):
            assert part[name] == pytest.approx(expected[name], rel=1e-9), name
        assert (part["test"], part["n"]) == ("rao_scott_items", expected["n"])


def test_very_few_respondents_are_not_tested_together(tiny_wave: Places) -> None:
    codebook, wave = read_inputs(tiny_wave)
    figure = Figure(variable="partners", groups="kind")
    plan = Plan(survey="tiny", figures={"fig_01": figure})
    together, *single = compute(tiny_wave, plan, codebook, wave).tests.rows(named=True)
    # a1 a2 a4 a5 a7 b3 answered.
    assert (together["item"], together["n"], together["p_value"]) == ("", 6, None)
    assert together["warning"] == str(Caution.TOO_FEW)
    assert {row["warning"] for row in single} == {str(Caution.TOO_FEW)}


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
