"""The plan of 2020 with a sensitive question: what a reader with a solver finds out.

The attacker is told more than the site tells: of every share that is published the very count.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from scipy.optimize import linprog
from waves import REPOSITORY, copied, loaded, tabulated

from pipeline.codebooks.codebook import Codebook
from pipeline.paths import Places
from pipeline.planning.plan import Plan, read_plan
from pipeline.reading import read_inputs

SENSITIVE = "factor_role"
BANNER = "background"
WIDTH = 5
"""The default."""
WITH_OTHERS = "another number that is hidden could be worked out from it"


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    places = copied("innovation", "2020", REPOSITORY, tmp_path_factory.mktemp("sensitive"))
    edited(places.plan, "small_numbers: off, disclosure: off", "small_numbers: off")
    edited(
        places.plan, "by: [org_type, size]", f"by: [org_type, size]\n    questions: [{SENSITIVE}]"
    )
    edited(places.codebook, f"  {SENSITIVE}:\n", f"  {SENSITIVE}:\n    sensitive: true\n")
    loaded(places)
    tabulated(places)
    return places


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@dataclass(frozen=True)
class Told:
    """A share or base: which unknown counts it is the sum of, its value, and what the log says."""

    item: str
    row: np.ndarray
    count: int
    base_row: np.ndarray
    base: int
    hidden: bool
    reason: str


def told(places: Places) -> Iterator[Told]:
    """Every share of the sensitive question in figures and banner."""
    codebook = read_inputs(places)[0]
    plan = read_plan(places.plan, codebook)
    log = pl.read_parquet(places.disclosure_log)
    for banner, exact in (("", places.estimates), (BANNER, places.banner(BANNER)[0])):
        published = pl.read_parquet(places.published("estimates", banner))
        both = pl.read_parquet(exact).with_columns(hidden=published["suppressed"])
        names = ["figure", "item", "group", "category"]
        reasons = log.filter(banner=banner).select(*names, "reason")
        shares = both.filter(variable=SENSITIVE).join(reasons, on=names, how="left")
        for row in shares.iter_rows(named=True):
            groups = groups_of(row["figure"], plan)
            inside = members(codebook, groups, row["group"])
            answers = codebook.variables[SENSITIVE].category_names(row["category"])
            kinds = list(codebook.variables[SENSITIVE].categories)
            yield Told(
                row["item"],
                np.outer([kind in answers for kind in kinds], inside).ravel().astype(float),
                round(row["estimate"] * row["base_n"]),
                np.outer(np.ones(len(kinds)), inside).ravel(),
                row["base_n"],
                row["hidden"],
                row["reason"] or "",
            )


def groups_of(figure: str, plan: Plan) -> str:
    if "__" not in figure:
        return plan.figures[figure].groups or ""
    by = figure.partition("__")[2]
    return "" if by == "total" else by


def members(codebook: Codebook, groups: str, group: str) -> np.ndarray:
    """Of each kind of organisation and size (also unknown) whether it is in the group."""
    kinds = [[*codebook.variables[name].categories, "?"] for name in ("org_type", "size")]

    def holds(kind: str, size: str) -> bool:
        own = {"": "all", "org_type": kind, "size": size, "org_type_by_size": f"{kind}*{size}"}
        return (group == "all" and "?" not in own[groups]) or group == own[groups]

    return np.array([holds(kind, size) for kind, size in product(*kinds)])


def narrowed(shares: list[Told]) -> list[Told]:
    """The hidden counts that lie in a range below the width, or below what bases alone tell."""
    found = []
    for item in dict.fromkeys(one.item for one in shares):
        own = [one for one in shares if one.item == item]
        known = [(one.base_row, one.base) for one in own]
        shown = known + [(one.row, one.count) for one in own if not one.hidden]
        for one in own:
            if one.hidden and reach(one, shown) < min(WIDTH, reach(one, known)) - 1e-6:
                found.append(one)
    return found


def reach(one: Told, known: list[tuple[np.ndarray, int]]) -> float:
    rows, values = (np.array(part) for part in zip(*known, strict=True))
    low, high = (linprog(sign * one.row, A_eq=rows, b_eq=values) for sign in (1, -1))
    assert low.success and high.success
    return float(-high.fun - low.fun)


def test_a_solver_that_knows_every_published_count_finds_no_hidden_one(places: Places) -> None:
    shares = list(told(places))
    hidden = [one for one in shares if one.hidden]
    assert {one.reason for one in hidden} > {WITH_OTHERS}
    assert len(hidden) < len(shares) / 2
    assert narrowed(shares) == []


def test_it_finds_some_where_only_small_counts_are_hidden(places: Places) -> None:
    """So that the test above can fail."""
    shares = [
        Told(**(vars(one) | {"hidden": one.hidden and one.reason != WITH_OTHERS}))
        for one in told(places)
    ]
    assert len(narrowed(shares)) > 5


def test_every_small_count_is_hidden_also_what_a_share_leaves(places: Places) -> None:
    shares = list(told(places))
    assert all(one.hidden for one in shares if min(one.count, one.base - one.count) < 5)


def test_a_hidden_number_has_nothing_beside_it_that_tells_why(places: Places) -> None:
    for banner in ("", BANNER):
        published = pl.read_parquet(places.published("estimates", banner)).filter("suppressed")
        numbers = published.select("estimate", "std_error", "ci_low", "ci_high", "margin")
        assert numbers.null_count().sum_horizontal()[0] == 5 * published.height
        assert set(published["note"]) <= {""}


def test_tests_of_a_question_with_hidden_numbers_tell_nothing(places: Places) -> None:
    for banner, exact in (("", places.tests), (BANNER, places.banner(BANNER)[2])):
        tests = pl.read_parquet(places.published("tests", banner))
        secret = tests.filter(variable=SENSITIVE)
        assert pl.read_parquet(exact).filter(variable=SENSITIVE)["p_value"].null_count() == 0
        for name in ("statistic", "df1", "df2", "p_value", "p_adjusted", "effect_size", "n"):
            assert secret[name].null_count() == secret.height > 0
        assert not secret["significant"].any()
        assert secret["warning"].n_unique() == 1
        assert set(secret["test"]) == {""}
    others = pl.read_parquet(places.published("tests")).filter(pl.col("variable") != SENSITIVE)
    assert others["p_value"].null_count() == 0 < others.height
