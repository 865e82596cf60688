"""A wave under a declared design, from its export to its results, against R's survey package.

Shares are those of reference/shares.csv; totals, means and tests those of reference/wave.csv.
"""

from functools import cache
from pathlib import Path

import polars as pl
import pytest
from sample_wave import (
    CODES,
    DECLARED,
    IN_STRATA,
    METHODS,
    people,
    results,
    write_wave,
)
from scipy.stats import t
from share_samples import DESIGNS, REFERENCE
from share_samples import from_r as shares_of_r
from statsmodels.stats.proportion import proportion_confint
from waves import loaded, tabulated

from pipeline.tabulate import Results

GROUPS = {"all": "all", "1": "one", "2": "two", "3": "three", "4": "four"}
MEMBERS = {**{str(code): name for name, code in CODES.items()}, "net": "high"}
OF_R = {"wald": "mean", "logit": "xlogit", "korn_graubard": "beta"}
"""The intervals that R has, by its name of the method."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Results]:
    """The results under each design."""
    return {name: results(tmp_path_factory.mktemp(name), DECLARED[name]) for name in DESIGNS}


@cache
def from_r() -> dict[tuple[str, str, str], dict[str, float]]:
    """(design, topic, key) -> name -> number."""
    numbers: dict[tuple[str, str, str], dict[str, float]] = {}
    table = pl.read_csv(REFERENCE / "wave.csv", schema_overrides={"key": pl.String})
    for design, topic, key, name, value in table.iter_rows():
        numbers.setdefault((design, topic, key), {})[name] = value
    return numbers


def row(of: Results, figure: str, group: str, category: str, item: str = "") -> dict[str, float]:
    chosen = of.estimates.filter(figure=figure, group=group, category=category, item=item)
    assert chosen.height == 1
    return chosen.row(0, named=True)


def assert_share_equals(one: dict[str, float], expected: dict[str, float], method: str) -> None:
    assert one["estimate"] == pytest.approx(expected["share"], rel=1e-8)
    assert one["std_error"] == pytest.approx(expected["std_error"], rel=1e-8)
    assert one["effective_n"] == pytest.approx(expected["effective_n"], rel=1e-8)
    assert one["base_n"] == expected["n"]
    if f"{method}_low" in expected:
        assert one["ci_low"] == pytest.approx(expected[f"{method}_low"], rel=1e-8)
        assert one["ci_high"] == pytest.approx(expected[f"{method}_high"], rel=1e-8)


def test_a_wave_can_declare_every_design() -> None:
    assert tuple(DECLARED) == DESIGNS


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("method", OF_R)
def test_shares_by_group_equal_those_of_r(
    design: str, method: str, found: dict[str, Results]
) -> None:
    for group in ("1", "2", "3", "4"):
        for member, category in MEMBERS.items():
            one = row(found[design], f"answer_{method}", GROUPS[group], category)
            assert_share_equals(one, shares_of_r()[design, "answer", group, member], OF_R[method])


@pytest.mark.parametrize("design", DESIGNS)
def test_shares_of_everyone_and_of_items_equal_those_of_r(
    design: str, found: dict[str, Results]
) -> None:
    for member, category in MEMBERS.items():
        one = row(found[design], "answer", "all", category)
        assert_share_equals(one, shares_of_r()[design, "answer", "all", member], "mean")
    for group, name in GROUPS.items():
        figure = "items" if group == "all" else "items_grouped"
        for item in ("1", "2", "3", "4"):
            one = row(found[design], figure, name, "yes", f"item{item}")
            assert_share_equals(one, shares_of_r()[design, "items", group, item], "mean")


@pytest.mark.parametrize("design", DESIGNS)
def test_the_total_of_a_figure_by_groups_is_of_those_in_a_group(
    design: str, found: dict[str, Results]
) -> None:
    for category, code in CODES.items():
        one, expected = (
            row(found[design], "answer_wald", "all", category),
            from_r()[design, "total", str(code)],
        )
        for name, of_r in zip(
            ("estimate", "std_error", "ci_low", "ci_high", "effective_n"),
            ("estimate", "std_error", "low", "high", "effective_n"),
            strict=True,
        ):
            assert one[name] == pytest.approx(expected[of_r], rel=1e-8), name


@pytest.mark.parametrize("design", DESIGNS)
def test_wilsons_interval_and_which_is_recommended(design: str, found: dict[str, Results]) -> None:
    """Wilson's of the effective base, and Korn and Graubard's below 30 events; R has neither."""
    of_each = dict.fromkeys(("wilson", "korn_graubard"), 0)
    for group in ("1", "2", "3", "4"):
        for member, category in MEMBERS.items():
            of = {name: row(found[design], f"answer_{name}", GROUPS[group], category)
                  for name in METHODS}  # fmt: skip
            expected = shares_of_r()[design, "answer", group, member]
            share, n, df = (expected[name] for name in ("share", "n", "df"))
            if share == 0:
                continue
            base = share * (1 - share) / expected["std_error"] ** 2
            base *= (t(n - 1).ppf(0.975) / t(df).ppf(0.975)) ** 2
            wilson = proportion_confint(share * base, base, method="wilson")
            assert (of["wilson"]["ci_low"], of["wilson"]["ci_high"]) == pytest.approx(wilson)
            used = "korn_graubard" if base * min(share, 1 - share) < 30 else "wilson"
            of_each[used] += 1
            for end in ("ci_low", "ci_high"):
                assert of["recommended"][end] == of[used][end]
    assert all(of_each.values())


@pytest.mark.parametrize("method", [name for name in METHODS if name != "wald"])
def test_a_share_of_nobody_has_an_interval_by_the_effective_base(
    method: str, found: dict[str, Results]
) -> None:
    # No share above this has nobody in 2.5 percent of samples of the effective n.
    one = row(found["clusters"], f"answer_{method}", "four", "five")
    assert (one["estimate"], one["std_error"], one["ci_low"]) == (0, 0, 0)
    assert (1 - one["ci_high"]) ** one["effective_n"] == pytest.approx(0.025)


@pytest.mark.parametrize("design", DESIGNS)
def test_means_equal_those_of_r(design: str, found: dict[str, Results]) -> None:
    for group, name in GROUPS.items():
        figure = "number" if group == "all" else "number_grouped"
        chosen = found[design].estimates.filter(figure=figure, group=name, statistic="mean")
        one, expected = chosen.row(0, named=True), from_r()[design, "mean", group]
        assert one["estimate"] == pytest.approx(expected["estimate"], rel=1e-8)
        assert one["std_error"] == pytest.approx(expected["std_error"], rel=1e-8)
        assert one["effective_n"] == pytest.approx(expected["effective_n"], rel=1e-8)
        assert one["ci_low"] == pytest.approx(expected["low"], rel=1e-8)
        assert one["ci_high"] == pytest.approx(expected["high"], rel=1e-8)


TESTS = {
    ("answer_recommended", ""): ("rao_scott", "answer"),
    **{("items_grouped", f"item{k}"): ("rao_scott", f"item{k}") for k in range(1, 5)},
    ("items_grouped", ""): ("multiple", "items"),
    ("number_grouped", ""): ("test", "several"),
    ("two_groups", ""): ("test", "two"),
    ("ranks", ""): ("ranks", "several"),
}
"""Figure and item -> R's test."""


@pytest.mark.parametrize("design", DESIGNS)
def test_tests_equal_those_of_r_and_know_no_finite_population(
    design: str, found: dict[str, Results]
) -> None:
    for (figure, item), key in TESTS.items():
        (one,) = found[design].tests.filter(figure=figure, item=item).rows(named=True)
        expected = from_r()["strata" if design == "finite" else design, *key]
        for name, value in expected.items():
            assert one[name] == pytest.approx(value, rel=1e-8), (figure, item, name)


@pytest.mark.parametrize("design", ["weighted", "clusters", "raked"])
@pytest.mark.parametrize("factor", [0.5, 100])
def test_the_scale_of_the_weights_changes_no_share_and_no_p_value(
    design: str, factor: float, found: dict[str, Results], tmp_path: Path
) -> None:
    rows = people().with_columns((pl.col("weight") * factor).round(3))
    scaled = results(tmp_path, DECLARED[design], rows)
    for name in ("estimate", "std_error", "ci_low", "ci_high", "effective_n"):
        assert scaled.estimates[name].to_list() == pytest.approx(
            found[design].estimates[name].to_list(), rel=1e-8, abs=1e-12
        )
    for name in ("statistic", "df1", "p_value", "effect_size"):
        assert scaled.tests[name].to_list() == pytest.approx(
            found[design].tests[name].to_list(), rel=1e-8, abs=1e-12
        )


def test_a_census_has_no_sampling_error_but_tests_as_any_sample(
    found: dict[str, Results], tmp_path: Path
) -> None:
    everyone = {str(stratum): n for stratum, n in people()["stratum"].value_counts().iter_rows()}
    census = results(tmp_path, {"design": {**IN_STRATA, "population": everyone}})
    errors = census.estimates["std_error"].drop_nulls()
    assert errors.len() > 100
    assert errors.max() == pytest.approx(0, abs=1e-9)
    inside = census.estimates.filter(pl.col("estimate").is_between(0, 1, closed="none"))
    assert inside["margin"].max() == pytest.approx(0, abs=1e-8)
    assert census.tests.equals(found["strata"].tests)


@pytest.mark.parametrize("design", ["simple", "finite", "raked_clusters"])
def test_the_order_of_the_rows_changes_no_byte(design: str, tmp_path: Path) -> None:
    written = []
    for seed in (None, 1, 2):
        rows = people() if seed is None else people().sample(fraction=1, shuffle=True, seed=seed)
        places = write_wave(tmp_path / str(seed), DECLARED[design], rows)
        loaded(places)
        tabulated(places)
        written.append(
            [(places.processed / f"{name}.csv").read_bytes() for name in ("estimates", "tests")]
        )
    assert written[1] == written[0]
    assert written[2] == written[0]
