"""Which tests are published beside which numbers."""

from collections.abc import Mapping

import polars as pl
import pytest
from waves import tabulated

from pipeline.codebooks.codebook import Codebook
from pipeline.disclosure.parts import Part
from pipeline.disclosure.told_tests import NO_TEST, told_tests
from pipeline.paths import Places
from pipeline.planning.figure import Figure
from pipeline.planning.plan import Disclosure, Plan
from pipeline.reading import known_results, read_inputs
from pipeline.results import ESTIMATES, TESTS

NOTHING_TOLD = {
    "test": "",
    "effect": "",
    "p_value": None,
    "p_adjusted": None,
    "effect_size": None,
    "n": None,
    "significant": False,
    "warning": NO_TEST,
}


@pytest.fixture
def codebook(tiny_wave: Places) -> Codebook:
    return read_inputs(tiny_wave)[0]


def told(
    bases: Mapping[str, int],
    hidden: set[str],
    pair: tuple[str, str] | None,
    codebook: Codebook,
    statistic: str = "share",
) -> dict[str, object]:
    """The published row of a pair of groups, or without one of the test of all."""
    figure = Figure.model_validate({"variable": "v", "groups": "g", "statistic": statistic})
    category = "yes" if statistic == "share" else ""
    same = {"figure": "f", "variable": "v", "item": ""}
    marked = pl.DataFrame(
        [
            same
            | {"group": name, "category": category, "base_n": n, "estimate": 0.5}
            | {"suppressed": name in hidden}
            for name, n in bases.items()
        ],
        schema_overrides=ESTIMATES,
    )
    first, second = pair or ("", "")
    tests = pl.DataFrame(
        [
            same
            | {"group": first, "other_group": second, "category": category if pair else ""}
            | {"test": "t", "effect": "difference", "warning": "", "significant": True}
            | {"p_value": 0.01, "p_adjusted": 0.02, "effect_size": 0.25, "n": 50}
        ],
        schema=TESTS,
    )
    part = Part(Plan(survey="s", figures={"f": figure}), marked, tests, pl.DataFrame())
    found = told_tests(part, marked, codebook, Disclosure(), set()).row(0, named=True)
    return {name: found[name] for name in NOTHING_TOLD}


def is_told(row: Mapping[str, object]) -> bool:
    assert row == NOTHING_TOLD or row["p_adjusted"] == 0.02
    return row != NOTHING_TOLD


@pytest.mark.parametrize(
    ("hidden", "expected"), [(set(), True), ({"c"}, True), ({"a"}, False), ({"a", "b"}, False)]
)
def test_a_pair_is_told_where_both_shares_are(
    hidden: set[str], expected: bool, codebook: Codebook
) -> None:
    bases = {"a": 40, "b": 50, "c": 60}
    assert is_told(told(bases, hidden, ("a", "b"), codebook)) is expected


@pytest.mark.parametrize(
    ("bases", "hidden", "expected"),
    [
        ({"a": 40, "b": 50}, "", True),
        ({"a": 40, "b": 50}, "a", False),
        ({"a": 40, "b": 50, "c": 60}, "a", True),
        ({"a": 40, "b": 50, "c": 60}, "ab", False),
        ({"a": 4, "b": 50, "c": 60}, "a", True),
        ({"a": 4, "b": 5, "c": 60, "d": 70}, "ab", False),
        ({"a": 0, "b": 5, "c": 60, "d": 70}, "ab", True),
    ],
)
def test_a_whole_table_is_told_where_two_groups_are_and_few_are_small(
    bases: Mapping[str, int], hidden: str, expected: bool, codebook: Codebook
) -> None:
    assert is_told(told(bases, set(hidden), None, codebook)) is expected


def test_small_groups_take_no_part_in_a_test_of_means(codebook: Codebook) -> None:
    bases = {"a": 4, "b": 5, "c": 60, "d": 70}
    assert is_told(told(bases, {"a", "b"}, None, codebook, "mean"))
    assert not is_told(told(bases, {"a", "b", "c"}, None, codebook, "mean"))


def test_the_difference_of_hidden_shares_is_private(tiny_copy: Places) -> None:
    """The whole way: the exact table has it, the published one and claims have not."""
    text = tiny_copy.plan.read_text(encoding="utf-8")
    lettered = text.replace("chart: paired}", "chart: paired, letters: true}")
    for smallest, expected in ((2, True), (1000, False)):
        rules = f"disclosure: {{smallest_base: {smallest}}}"
        tiny_copy.plan.write_text(lettered.replace("disclosure: off", rules), encoding="utf-8")
        results = tabulated(tiny_copy)
        pairs = results.tests.filter(pl.col("other_group") != "")
        assert pairs["effect_size"].null_count() == 0 < pairs.height
        published = pl.read_parquet(tiny_copy.published("tests"))
        for tests in (published, known_results([tiny_copy]).tests):
            assert (tests["p_adjusted"].null_count() == 0) is expected
        numbers = published.select("statistic", "effect_size", "p_value", "p_adjusted", "n")
        assert (numbers.null_count().sum_horizontal()[0] == 5 * published.height) is not expected
