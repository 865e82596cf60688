"""The 2020 wave against every number that was published for its figures.

Which rows of the published numbers apply follows from the figure plan: those of its figures, but
for rows that the file itself says cannot hold. Figures that join the plan are compared as well.
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
from pipeline.plan import Figure, Plan, read_plan
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
ROWS = [
    row
    for row in published()
    if row["figure"] in FIGURES and not row["remark"].startswith(CANNOT_HOLD)
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


def name_of(row: Row) -> str:
    return row["figure"].replace("-", "_")


def estimate_of(row: Row, made: Made) -> dict[str, object]:
    """The one estimate that a published row is about."""
    where = {name: row[name] for name in ("variable", "item", "group", "statistic", "category")}
    group_variable = "" if row["group"] == "all" else row["group_variable"]
    found = made.estimates.filter(figure=name_of(row), group_variable=group_variable, **where)
    return found.row(0, named=True) if found.height == 1 else pytest.fail(f"{found.height} rows")


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
    """That of the row, or the largest of the figure where its note gives one for all."""
    figure: Figure = made.plan.figures[name_of(row)]
    largest = made.estimates.filter(figure=name_of(row))["margin"].max()
    margin = largest if figure.margin == "maximum" else estimate_of(row, made)["margin"]
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
    test = made.tests.filter(
        figure=name_of(row), item=row["item"], group_variable=row["group_variable"]
    )
    assert test["significant"].to_list() == [row["significant"] == "yes"]
    assert test["n"].to_list() == [int(row["base_n"])]


def test_every_row_of_every_figure_is_compared() -> None:
    """Counted once more from the lines as they stand."""
    lines = PUBLISHED.read_text(encoding="utf-8").splitlines()
    expected = {
        figure: sum(line.startswith(f"{figure},") and CANNOT_HOLD not in line for line in lines)
        for figure in FIGURES
    }
    assert Counter(row["figure"] for row in ROWS) == expected
    assert all(expected.values())
    assert {"table-1"} | {f"fig-{one:02}" for one in (1, 2, 3, 4, 5, 8, 11, 13)} <= FIGURES
    assert min(map(len, (WITH_MARGIN, WITH_BASE, WITH_TEST))) > 10


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
