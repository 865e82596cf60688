"""The 2020 wave against every number that was published for its figures.

Every row is compared, but for those that the file itself says cannot hold.
"""

import csv
from collections import Counter
from dataclasses import dataclass
from math import floor
from pathlib import Path

import polars as pl
import pytest
from waves import REPOSITORY, copied, loaded, tabulated

from pipeline.load import Loaded
from pipeline.paths import Places
from pipeline.planning.plan import Figure, Plan, read_plan
from pipeline.reading import read_inputs
from pipeline.results import ESTIMATES, TESTS

PUBLISHED = Path(__file__).parent / "published" / "innovation-2020.csv"
PLAN = REPOSITORY / "reports" / "innovation" / "figures.yml"
CANNOT_HOLD = "cannot hold"
VOLUNTEERS = "235"
"""Printed as 236, which cannot be: with 668 social services there are 903 in all."""

Row = dict[str, str]


def published() -> list[Row]:
    with PUBLISHED.open(encoding="utf-8") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def planned() -> set[str]:
    """The figures of the plan, as the published numbers call them."""
    places = Places("innovation", "2020", REPOSITORY)
    plan = read_plan(places.plan, read_inputs(places)[0])
    return {name.replace("_", "-") for name in plan.figures}


FIGURES = planned()

# Numbers of the published report's text that no figure of it shows: (figure there, variable, item,
# group variable) -> the figure of the plan that holds them.
IN_THE_TEXT = {
    ("fig-12", "changes", "rules_helped_focus", "size"): "key_rules_by_size",
    ("key", "innovation_quality", "new_target_group", ""): "fig_04",
    ("key", "factor_role", "external_cooperation", "org_type"): "key_external_cooperation",
    ("key", "factor_role", "staff_open", ""): "key_factors",
    ("key", "factor_role", "cooperation_across", ""): "key_factors",
    ("key", "factor_role", "decision_paths", ""): "key_factors",
}
GROUPS = {"org_type*size": "org_type_by_size"}
"""Group variable of a published row -> its name in the codebook."""


def name_of(row: Row) -> str:
    """The figure of the plan that a published row belongs to."""
    about = (row["figure"], row["variable"], row["item"], row["group_variable"])
    return IN_THE_TEXT.get(about, row["figure"].replace("-", "_"))


ROWS = [
    row
    for row in published()
    if name_of(row).replace("_", "-") in FIGURES and not row["remark"].startswith(CANNOT_HOLD)
]


@dataclass(frozen=True)
class Made:
    """What the pipeline made of the wave."""

    places: Places
    plan: Plan
    loaded: Loaded
    estimates: pl.DataFrame
    tests: pl.DataFrame


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    places = copied("innovation", "2020", REPOSITORY, tmp_path_factory.mktemp("published"))
    summary = loaded(places)
    tabulated(places)
    plan = read_plan(places.plan, read_inputs(places)[0])
    return Made(
        places, plan, summary, pl.read_parquet(places.estimates), pl.read_parquet(places.tests)
    )


OF_OPEN_ANSWERS = {"open_innovation": "open_innovation_theme"}
"""What the published numbers call the open question, and the variable of its themes."""


def estimate_of(row: Row, made: Made) -> dict[str, object]:
    """The one estimate that a published row is about; the answers that were coded are a base."""
    if row["category"] == "answers":
        of_themes = made.estimates.filter(
            figure=name_of(row), variable=OF_OPEN_ANSWERS[row["variable"]], group=row["group"]
        )
        assert of_themes.height == 8
        (answers,) = of_themes["base_n"].unique()
        return {"estimate": answers, "figure_n": of_themes["figure_n"][0]}
    where = {name: row[name] for name in ("variable", "item", "group", "statistic", "category")}
    group_variable = "" if row["group"] == "all" else groups_of(row)
    found = made.estimates.filter(figure=name_of(row), group_variable=group_variable, **where)
    return found.row(0, named=True) if found.height == 1 else pytest.fail(f"{found.height} rows")


def groups_of(row: Row) -> str:
    return GROUPS.get(row["group_variable"], row["group_variable"])


def rounded(number: object) -> int:
    """Half up, as a person rounds; traces of binary arithmetic are no reason to round down."""
    return floor(float(str(number)) + 0.5 + 1e-9)


def label(row: Row) -> str:
    return " ".join(
        filter(None, (row["figure"], row["item"], row["group"], row["statistic"], row["category"]))
    )


@pytest.mark.parametrize("row", ROWS, ids=map(label, ROWS))
def test_the_number(row: Row, made: Made) -> None:
    number = float(str(estimate_of(row, made)["estimate"]))
    value = 100 * number if row["unit"] == "percent" else number
    assert rounded(value) == int(row["value"])


WITH_MARGIN = [row for row in ROWS if row["margin_pp"]]


@pytest.mark.parametrize("row", WITH_MARGIN, ids=map(label, WITH_MARGIN))
def test_the_margin(row: Row, made: Made) -> None:
    """That of the row, or the largest of what its note gives one for: the figure, or the groups
    that are compared within one category."""
    figure: Figure = made.plan.figures[name_of(row)]
    estimates = made.estimates.filter(figure=name_of(row))
    if figure.within:
        together = pl.col("group").str.starts_with(row["group"].partition("*")[0] + "*")
        margin = estimates.filter(together)["margin"].max()
    elif figure.margin == "maximum":
        margin = estimates["margin"].max()
    else:
        margin = estimate_of(row, made)["margin"]
    assert rounded(100 * float(str(margin))) == int(row["margin_pp"])


WITH_BASE = [row for row in ROWS if row["base_n"]]


@pytest.mark.parametrize("row", WITH_BASE, ids=map(label, WITH_BASE))
def test_the_base(row: Row, made: Made) -> None:
    """The N under the figure; in the table the base of the rate."""
    estimate = estimate_of(row, made)
    n = estimate["base_n"] if row["statistic"] == "rate" else estimate["figure_n"]
    assert n == int(row["base_n"].replace("236", VOLUNTEERS))


WITH_TEST = [row for row in ROWS if row["significant"]]


@pytest.mark.parametrize("row", WITH_TEST, ids=map(label, WITH_TEST))
def test_the_significance(row: Row, made: Made) -> None:
    """Ticks have one test for all items; groups within a category have one for each category, and
    together they are of everyone."""
    figure: Figure = made.plan.figures[name_of(row)]
    item = "" if figure.base == "ticks" else row["item"]
    tests = made.tests.filter(figure=name_of(row), item=item, group_variable=groups_of(row))
    assert tests.height == (2 if figure.within else 1)
    assert set(tests["significant"]) == {row["significant"] == "yes"}
    assert tests["n"].sum() == int(row["base_n"])


def test_every_published_row_is_compared() -> None:
    """Counted once more from the lines as they stand: only four cannot be."""
    lines = PUBLISHED.read_text(encoding="utf-8").splitlines()
    numbers = [one for one in lines if "," in one and not one.startswith(("#", "figure,"))]
    assert len(numbers) - len(ROWS) == sum(CANNOT_HOLD in line for line in numbers) == 4
    assert Counter(row["figure"] for row in ROWS)["key"] == 6
    assert min(map(len, (WITH_MARGIN, WITH_BASE, WITH_TEST))) > 20


def test_what_the_remark_says_of_the_means_holds(made: Made) -> None:
    """Figure 17: N from 442 to 696, and a margin of 0.1 at most on the scale from 1 to 5."""
    means = made.estimates.filter(figure="fig_17", statistic="mean")
    assert (means["base_n"].min(), means["base_n"].max()) == (442, 696)
    assert round(float(str(means["margin"].max())), 1) == 0.1
    assert means["estimate"].is_between(1, 5).all()


def test_the_rows_that_cannot_hold_are_those_that_are_known() -> None:
    wrong = [row for row in published() if row["remark"].startswith(CANNOT_HOLD)]
    assert [label(row) for row in wrong] == [
        "table-1 volunteer count responded",
        "table-1 social_service count completed",
        "fig-05 more_external_actors social_service share_of_all not_relevant",
        "fig-05 more_external_actors volunteer share_of_all not_relevant",
    ]


def test_what_they_should_say_comes_out(made: Made) -> None:
    counts = made.estimates.filter(figure="table_1", statistic="count")
    found = {(row["group"], row["category"]): row["estimate"] for row in counts.rows(named=True)}
    assert found["volunteer", "responded"] == int(VOLUNTEERS)
    assert found["social_service", "completed"] == 517


def test_received_rows_are_accounted_for(made: Made) -> None:
    assert made.loaded.accepted == 903
    assert made.loaded.received == made.loaded.accepted + made.loaded.rejected
    assert made.loaded.rejected > 0


def test_the_tables_follow_the_contract(made: Made) -> None:
    for name, schema in (("estimates", ESTIMATES), ("tests", TESTS)):
        stored = pl.read_parquet(made.places.processed / f"{name}.parquet")
        assert stored.schema == schema
        text = pl.read_csv(made.places.processed / f"{name}.csv", schema=schema)
        assert text.with_columns(pl.col(pl.String).fill_null("")).equals(stored)
    for name in ["survey", "wave", "figure", "variable", "item", "group_variable", "group"]:
        assert made.estimates[name].null_count() == 0


def test_shares_lie_within_their_intervals_and_add_up(made: Made) -> None:
    shares = made.estimates.filter(statistic="share")
    assert shares.filter(~pl.col("estimate").is_between(0, 1)).is_empty()
    assert shares.filter(
        (pl.col("ci_low") > pl.col("estimate")) | (pl.col("ci_high") < pl.col("estimate"))
    ).is_empty()
    assert shares.filter(pl.col("base_n") > pl.col("figure_n")).is_empty()
    whole = made.plan.figures["fig_08"]
    assert not whole.leave_out
    sums = shares.filter(figure="fig_08").group_by("group").agg(pl.col("estimate").sum())
    assert sums["estimate"].to_list() == pytest.approx([1.0] * 3)
