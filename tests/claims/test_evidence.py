"""Two estimates side by side: how their difference is known, and what backs that there is one.

In the tiny wave 5 of 6 clubs and 2 of 4 houses tried something new.
"""

from dataclasses import replace

import polars as pl
import pytest

from pipeline.claims.evidence import Evidence, Known, evidence, group_test, pair_test
from pipeline.codebooks.codebook import Codebook
from pipeline.inference.differences import Bounded, correlation_of_shares, difference
from pipeline.keys import Estimate, Keys
from pipeline.paths import Places
from pipeline.reading import known_results, read_inputs
from pipeline.results import TESTS
from pipeline.wave import Calibration, Design, Wave

ONE = Estimate(
    key="tiny.w2024.fig_01.club.yes",
    statistic="share",
    value=0.8,
    margin=0.05,
    base_n=200,
    figure_n=500,
    suppressed=False,
    low=0.75,
    high=0.85,
    survey="tiny",
    wave="2024",
    figure="fig_01",
    variable="tried",
    group_variable="kind",
    group="club",
    category="yes",
)
HOUSES = replace(ONE, key="...house.yes", group="house", value=0.7, low=0.65, high=0.74, base_n=300)
TEST = dict.fromkeys(TESTS) | {
    "survey": "tiny",
    "wave": "2024",
    "other_wave": "",
    "figure": "fig_01",
    "variable": "tried",
    "item": "",
    "category": "",
    "group_variable": "kind",
    "group": "",
    "other_group": "",
    "test": "chi_squared",
    "df1": 1.0,
    "p_adjusted": 0.2,
    "n": 500,
    "significant": False,
}
PAIR = {"category": "yes", "group": "house", "other_group": "club", "test": "pair_z", "df1": None}


@pytest.fixture(scope="module")
def inputs(tiny_wave: Places) -> tuple[Codebook, Wave]:
    return read_inputs(tiny_wave)


def known(inputs: tuple[Codebook, Wave], *tests: dict[str, object], **wave: object) -> Known:
    codebook, settings = inputs
    rows = pl.DataFrame([TEST | test for test in tests], schema=TESTS)
    changed = {("tiny", "2024"): (codebook, settings.model_copy(update=wave))}
    return Known(Keys({}), rows, {**changed, ("tiny", "2025"): changed["tiny", "2024"]})


def found(first: Estimate, second: Estimate, everything: Known) -> Evidence:
    one = evidence(first, second, everything)
    assert one is not None
    return one


def bounded(estimate: Estimate) -> Bounded:
    assert estimate.value is not None and estimate.low is not None and estimate.high is not None
    return Bounded(estimate.value, estimate.low, estimate.high)


def test_groups_are_independent(inputs: tuple[Codebook, Wave]) -> None:
    one = found(ONE, HOUSES, known(inputs))
    expected = difference(bounded(ONE), bounded(HOUSES))
    assert (one.value, one.low, one.high) == (expected.value, expected.low, expected.high)
    assert (one.source, one.is_shown, one.test) == ("independent groups", True, None)
    near = replace(HOUSES, value=0.78, low=0.73, high=0.83)
    assert found(ONE, near, known(inputs)).is_shown is False


@pytest.mark.parametrize(
    "declared",
    [
        {"design": Design(clusters="town")},
        {"calibration": Calibration(margins={"kind": {"club": 10.0}})},
    ],
)
def test_groups_that_share_clusters_or_weights_need_intervals_that_are_apart(
    declared: dict[str, object], inputs: tuple[Codebook, Wave]
) -> None:
    assert found(ONE, HOUSES, known(inputs, **declared)).is_shown is True
    near = replace(HOUSES, low=0.65, high=0.76)
    one = found(ONE, near, known(inputs, **declared))
    assert (one.is_shown, one.low) == (None, pytest.approx(0.75 - 0.76))


def test_two_answers_to_one_question(inputs: tuple[Codebook, Wave]) -> None:
    agree = replace(ONE, variable="views", item="faster", category="agree", group="all", value=0.45)
    agree = replace(agree, low=0.40, high=0.50)
    disagree = replace(agree, category="disagree", value=0.38, low=0.33, high=0.43)
    one = found(agree, disagree, known(inputs))
    expected = difference(bounded(agree), bounded(disagree), correlation_of_shares(0.45, 0.38))
    assert (one.low, one.high) == (expected.low, expected.high)
    assert one.source == "two answers to one question"
    weighted = known(inputs, design=Design(weight="w"))
    assert found(agree, disagree, weighted).is_shown is None


@pytest.mark.parametrize(
    "change",
    [
        {"item": "cheaper"},
        {"category": "agree_strongly"},
        {"group": "club"},
        {"figure": "fig_09"},
    ],
)
def test_other_answers_of_the_same_respondents_are_not_jointly_counted(
    change: dict[str, str], inputs: tuple[Codebook, Wave]
) -> None:
    agree = replace(ONE, variable="views", item="faster", category="agree", group="all")
    near = replace(agree, value=0.74, low=0.69, high=0.79, **change)
    assert found(agree, near, known(inputs)).is_shown is None
    far = replace(near, value=0.6, low=0.55, high=0.65)
    assert found(agree, far, known(inputs)).is_shown is True


def test_two_waves_are_two_samples(inputs: tuple[Codebook, Wave]) -> None:
    one = found(
        replace(ONE, wave="2025"), replace(ONE, value=0.7, low=0.65, high=0.74), known(inputs)
    )
    assert (one.is_shown, one.source) == (True, "samples of two waves, taken as independent")


def test_counts_are_exact(inputs: tuple[Codebook, Wave]) -> None:
    first = replace(ONE, statistic="count", value=668.0, low=None, high=None)
    one = found(first, replace(first, value=235.0, group="house"), known(inputs))
    assert (one.value, one.is_shown, one.source) == (433, True, "exact counts")


def test_an_estimate_without_an_interval_backs_nothing(inputs: tuple[Codebook, Wave]) -> None:
    everyone = replace(ONE, value=1.0, low=1.0, high=1.0)
    assert evidence(everyone, HOUSES, known(inputs)) is None
    assert evidence(replace(ONE, low=None, high=None), HOUSES, known(inputs)) is None


def test_a_test_of_the_two_decides_over_the_interval(inputs: tuple[Codebook, Wave]) -> None:
    for test in ({}, PAIR):
        one = found(ONE, HOUSES, known(inputs, test))
        assert one.test is not None
        assert (one.test.p_adjusted, one.is_shown) == (0.2, False)
    significant = PAIR | {"p_adjusted": 0.001, "significant": True}
    near = replace(HOUSES, value=0.78, low=0.73, high=0.83)
    assert found(ONE, near, known(inputs, significant)).is_shown is True


@pytest.mark.parametrize(
    "test",
    [
        {"df1": 5.0},
        {"n": 800},
        {"p_adjusted": None},
        {"item": "faster"},
        {"group_variable": "size"},
        {"wave": "2025"},
        PAIR | {"category": "no"},
        PAIR | {"other_group": "school"},
    ],
)
def test_a_test_of_something_else_backs_no_single_answer(test: dict[str, object]) -> None:
    rows = pl.DataFrame([TEST | test], schema=TESTS)
    assert pair_test(ONE, HOUSES, rows) is None


def test_the_figures_own_test_comes_before_that_of_a_table_of_tests() -> None:
    banner = PAIR | {"figure": "tried__kind", "p_adjusted": 0.01, "significant": True}
    rows = pl.DataFrame([TEST | banner, TEST], schema=TESTS)
    one, other = pair_test(ONE, HOUSES, rows), pair_test(ONE, HOUSES, rows.head(1))
    assert one is not None and other is not None
    assert (one.figure, other.figure) == ("fig_01", "tried__kind")


def test_means_are_compared_by_the_test_of_means_of_their_own_figure() -> None:
    first, second = (replace(one, statistic="mean", category="") for one in (ONE, HOUSES))
    test = {"test": "welch_t", "df1": 400.0}
    rows = pl.DataFrame([TEST | test], schema=TESTS)
    assert pair_test(first, second, rows) is not None
    assert pair_test(first, second, rows.with_columns(figure=pl.lit("fig_02"))) is None
    assert pair_test(first, second, pl.DataFrame([TEST], schema=TESTS)) is None


def test_a_test_of_all_answers_that_shows_nothing_is_told(inputs: tuple[Codebook, Wave]) -> None:
    one = found(ONE, HOUSES, known(inputs, {"df1": 5.0}))
    assert one.is_shown is True
    assert one.caution == "the test of all answers of fig_01 is not significant"
    shown = {"df1": 5.0, "significant": True, "p_adjusted": 0.01}
    assert found(ONE, HOUSES, known(inputs, shown)).caution == ""


def test_the_tests_of_a_figure() -> None:
    items = [{"figure": "fig_04", "item": item} for item in ("faster", "cheaper")]
    rows = pl.DataFrame([TEST | test for test in ({}, PAIR, *items)], schema=TESTS)
    assert [one.name for one in group_test("fig_01", "tiny", "2024", rows)] == ["chi_squared"]
    assert len(group_test("fig_04", "tiny", "2024", rows)) == 2
    assert len(group_test("fig_04.faster", "tiny", "2024", rows)) == 1
    assert group_test("fig_01", "tiny", "2025", rows) == []


def test_the_tiny_wave_as_it_was_tabulated(tiny_wave: Places) -> None:
    everything = known_results([tiny_wave])
    clubs, houses = (everything.keys.find(f"fig_01.{kind}.yes") for kind in ("club", "house"))
    one = found(clubs, houses, everything)
    assert one.value == pytest.approx(5 / 6 - 2 / 4)
    assert one.is_shown is False
