"""Each interval that a plan may ask for is the function of its name, with and without a design."""

from collections.abc import Mapping
from typing import get_args

import numpy as np
import pytest

from pipeline.estimating.interval_choice import CLASSICAL, UNDER_DESIGN, Precision, chosen_interval
from pipeline.inference import proportions, share_intervals
from pipeline.inference.intervals import Floats, Interval
from pipeline.planning.figure import IntervalMethod

SHARE = np.array([0.0, 0.02, 0.3, 0.5, 0.97, 1.0])
N = np.array([40.0, 200.0, 55.0, 900.0, 300.0, 12.0])
LEVEL = 0.9

PLAIN = Precision(SHARE, proportions.standard_error(SHARE, N), N, np.full(6, np.inf), N)
DESIGNED = Precision(
    SHARE,
    1.3 * proportions.standard_error(SHARE, N),
    N,
    np.array([30.0, 180.0, 20.0, 700.0, 250.0, 9.0]),
    N / 1.4,
)


def of(one: Precision) -> tuple[Floats, ...]:
    return one.share, one.standard_error, one.n, one.df, one.effective_n


def expected_of_plain() -> Mapping[str, Interval]:
    return {
        "wald": proportions.wald_interval(SHARE, N, LEVEL),
        "wilson": proportions.wilson_interval(SHARE, N, LEVEL),
        "logit": share_intervals.logit_interval(SHARE, PLAIN.standard_error, np.inf, N, LEVEL),
        "korn_graubard": proportions.clopper_pearson_interval(SHARE, N, LEVEL),
    }


def expected_under_design() -> Mapping[str, Interval]:
    share, error, _, df, effective = of(DESIGNED)
    return {
        "wald": share_intervals.design_wald_interval(share, error, df, LEVEL),
        "wilson": share_intervals.design_wilson_interval(*of(DESIGNED), LEVEL),
        "logit": share_intervals.logit_interval(share, error, df, effective, LEVEL),
        "korn_graubard": share_intervals.korn_graubard_interval(*of(DESIGNED), LEVEL),
        "recommended": share_intervals.recommended_interval(*of(DESIGNED), LEVEL),
    }


def same(found: Interval, expected: Interval) -> None:
    np.testing.assert_array_equal(found.low, expected.low)
    np.testing.assert_array_equal(found.high, expected.high)


def every(method: str, one: Precision, is_declared: bool) -> Interval:
    return chosen_interval(np.array([method] * len(one.share)), one, LEVEL, is_declared)


def test_every_method_of_the_plan_is_known() -> None:
    assert set(CLASSICAL) == set(UNDER_DESIGN) == set(get_args(IntervalMethod))


@pytest.mark.parametrize("method", expected_of_plain())
def test_without_a_design(method: str) -> None:
    same(every(method, PLAIN, False), expected_of_plain()[method])


@pytest.mark.parametrize("method", expected_under_design())
def test_under_a_design(method: str) -> None:
    same(every(method, DESIGNED, True), expected_under_design()[method])


def test_what_is_recommended_is_wilsons_and_where_events_are_few_clopper_and_pearsons() -> None:
    found = every("recommended", PLAIN, False)
    wilson, exact = expected_of_plain()["wilson"], expected_of_plain()["korn_graubard"]
    # Events or, where they are rarer, non-events: 0, 4, 16.5, 450, 9 and 0; thirty are enough.
    for place, method in enumerate((exact, exact, exact, wilson, exact, exact)):
        assert (found.low[place], found.high[place]) == (method.low[place], method.high[place])
    assert wilson.low[0] != exact.low[0] or wilson.high[0] != exact.high[0]


def test_each_share_has_the_interval_of_its_own_figure() -> None:
    names = np.array(["wald", "wilson", "logit", "korn_graubard", "wald", "recommended"])
    found = chosen_interval(names, DESIGNED, LEVEL, True)
    for place, name in enumerate(names):
        one = expected_under_design()[str(name)]
        np.testing.assert_array_equal(
            (found.low[place], found.high[place]), (one.low[place], one.high[place])
        )


@pytest.mark.parametrize("method", ["wald", "logit"])
def test_a_design_in_which_everyone_was_drawn_alike_changes_nothing(method: str) -> None:
    """With equal weights, and the degrees of freedom of the normal distribution."""
    found, plain = every(method, PLAIN, True), every(method, PLAIN, False)
    np.testing.assert_allclose(found.low, plain.low, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(found.high, plain.high, rtol=1e-9, atol=1e-12)
