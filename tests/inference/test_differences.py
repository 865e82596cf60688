"""Intervals of differences, against published examples and the formulas that they reduce to."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep

from pipeline.inference.differences import (
    WORST_CORRELATION,
    Bounded,
    correlation_of_shares,
    difference,
)
from pipeline.inference.intervals import normal_quantile
from pipeline.inference.proportions import standard_error, wald_interval, wilson_interval


def wilson(events: int, n: int) -> Bounded:
    found = wilson_interval(events / n, n)
    return Bounded(events / n, float(found.low), float(found.high))


def wald(share: float, n: int) -> Bounded:
    found = wald_interval(share, n)
    return Bounded(share, float(found.low), float(found.high))


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((10, 10), (0, 20), 0.6791, 1.0000),
    ],
)
def test_method_10_of_newcombe(
    first: tuple[int, int], second: tuple[int, int], low: float, high: float
) -> None:
    """Table II of Newcombe (1998), Statistics in Medicine 17, 873-890."""
    found = difference(wilson(*first), wilson(*second))
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(0, 40), st.integers(1, 40), st.integers(0, 40), st.integers(1, 40))
def test_wilsons_intervals_give_newcombes_as_statsmodels_has_it(
    held: int, others: int, of_second: int, others_of_second: int
) -> None:
    first, second = (held, held + others), (of_second, of_second + others_of_second)
    found = difference(wilson(*first), wilson(*second))
    expected = confint_proportions_2indep(*first, *second, method="newcomb", compare="diff")
    assert (found.low, found.high) == pytest.approx(expected, abs=1e-9)


def test_walds_intervals_give_the_normal_interval_of_independent_shares() -> None:
    found = difference(wald(0.7, 222), wald(0.84, 621))
    error = sqrt(standard_error(0.7, 222) ** 2 + standard_error(0.84, 621) ** 2)
    half = normal_quantile(0.95) * error
    assert (found.low, found.high) == pytest.approx((-0.14 - half, -0.14 + half))


def test_two_answers_to_one_question_have_the_multinomial_variance() -> None:
    first, second, n = 0.47, 0.36, 582
    found = difference(wald(first, n), wald(second, n), correlation_of_shares(first, second))
    half = normal_quantile(0.95) * sqrt((first + second - (first - second) ** 2) / n)
    assert (found.low, found.high) == pytest.approx((0.11 - half, 0.11 + half))


def test_the_widest_interval_leaves_out_0_when_the_two_intervals_are_apart() -> None:
    first, second = Bounded(0.5, 0.45, 0.56), Bounded(0.4, 0.36, 0.44)
    found = difference(first, second, WORST_CORRELATION)
    assert (found.low, found.high) == pytest.approx((0.45 - 0.44, 0.56 - 0.36))


def test_yes_and_no_vary_together() -> None:
    assert correlation_of_shares(0.3, 0.7) == pytest.approx(-1)
    assert correlation_of_shares(0.0, 0.7) == correlation_of_shares(1.0, 0.0) == 0.0


def test_what_cannot_be() -> None:
    with pytest.raises(ValueError, match="given together"):
        correlation_of_shares(0.6, 0.5)
    with pytest.raises(ValueError, match="between -1 and 1"):
        difference(wald(0.5, 10), wald(0.5, 10), -1.5)
