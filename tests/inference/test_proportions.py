"""Shares against R's prop.test, statsmodels and the published margins."""

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from pipeline.inference.proportions import (
    margin_of_error,
    standard_error,
    wald_interval,
    wilson_interval,
)

REFERENCE = Path(__file__).parent.parent / "reference" / "proportions.csv"

counts_and_bases = st.integers(1, 100_000).flatmap(
    lambda n: st.tuples(st.integers(0, n), st.just(n))
)


def reference_rows() -> list[dict[str, float]]:
    with REFERENCE.open() as lines:
        return [{key: float(value) for key, value in row.items()} for row in csv.DictReader(lines)]


def test_wilson_equals_r():
    rows = reference_rows()
    assert len(rows) == 90
    for row in rows:
        interval = wilson_interval(row["x"] / row["n"], row["n"], row["level"])
        assert float(interval.low) == pytest.approx(row["low"], rel=1e-9, abs=1e-12)
        assert float(interval.high) == pytest.approx(row["high"], rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("level", [0.8, 0.95, 0.99])
def test_wald_equals_statsmodels_where_that_does_not_clip(level):
    interval = wald_interval([0.7, 0.46, 0.5], [220, 582, 30], level)
    low, high = proportion_confint([154, 267.72, 15], [220, 582, 30], 1 - level, "normal")
    np.testing.assert_allclose(interval.low, low, rtol=1e-12)
    np.testing.assert_allclose(interval.high, high, rtol=1e-12)


@pytest.mark.parametrize(
    ("yes", "base", "published"),
    [
        (155, 222, 6),  # figure 1, volunteers
        (521, 621, 3),  # figure 1, social services
        (38, 138, 7),  # figure 5, volunteers
        (6, 40, 11),  # figure 9, not usually good at it
    ],
)
def test_margins_are_those_published(yes, base, published):
    assert round(float(margin_of_error(yes / base, base)) * 100) == published


def test_the_margin_is_half_the_wald_interval():
    interval = wald_interval(0.28, 138)
    assert float(interval.high - interval.low) / 2 == pytest.approx(
        float(margin_of_error(0.28, 138))
    )
    assert float(margin_of_error(0.28, 138)) == pytest.approx(
        1.959963985 * float(standard_error(0.28, 138))
    )


def test_wald_is_not_clipped_and_is_empty_at_the_ends():
    interval = wald_interval([0.02, 0.0], [20, 20])
    assert interval.low[0] < 0
    assert (interval.low[1], interval.high[1]) == (0, 0)


def test_a_base_of_zero_gives_nan_without_a_warning():
    with np.errstate(all="raise"):
        results = [
            standard_error([0.5, np.nan], [0, 0]),
            margin_of_error([0.5, np.nan], [0, 0]),
            wald_interval([0.5, np.nan], [0, 0]).low,
            wilson_interval([0.5, np.nan], [0, 0]).low,
            wilson_interval([0.0, 1.0], [0, 0]).low,
            wilson_interval([0.0, 1.0], [0, 0]).high,
        ]
    assert np.isnan(results).all()


def test_shares_and_bases_broadcast():
    assert wilson_interval([[0.1], [0.2]], [10, 20, 30]).low.shape == (2, 3)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_outside_0_and_1_is_refused(level):
    with pytest.raises(ValueError, match="between 0 and 1"):
        wilson_interval(0.5, 10, level)


@given(counts_and_bases, st.sampled_from([0.5, 0.9, 0.95, 0.999]))
def test_wilson_lies_in_the_unit_interval_and_contains_the_share(count_and_base, level):
    x, n = count_and_base
    interval = wilson_interval(x / n, n, level)
    assert 0 <= float(interval.low) <= x / n <= float(interval.high) <= 1


@given(counts_and_bases)
def test_the_interval_of_the_rest_is_the_mirror_image(count_and_base):
    x, n = count_and_base
    interval, rest = wilson_interval(x / n, n), wilson_interval((n - x) / n, n)
    assert float(rest.low) == pytest.approx(1 - float(interval.high), abs=1e-12)


@given(counts_and_bases, st.integers(2, 50))
def test_k_times_the_base_divides_the_standard_error_by_root_k(count_and_base, k):
    x, n = count_and_base
    assert float(standard_error(x / n, k * n)) == pytest.approx(
        float(standard_error(x / n, n)) / k**0.5
    )
