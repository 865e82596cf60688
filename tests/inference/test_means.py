"""Means from moments against R's t.test, and where the moments nearly cancel."""

import csv
import statistics
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.inference import means

REFERENCE = Path(__file__).parent.parent / "reference" / "means.csv"


def moments(values: list[float]) -> tuple[int, float, float]:
    return len(values), sum(values), sum(value**2 for value in values)


def test_mean_deviation_error_and_interval_equal_r():
    with REFERENCE.open() as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == 10
    for row in rows:
        n, sum_x, sum_x2 = moments([float(value) for value in row["values"].split()])
        interval = means.t_interval(n, sum_x, sum_x2, float(row["level"]))
        found = {
            "mean": means.mean(n, sum_x),
            "standard_deviation": means.standard_deviation(n, sum_x, sum_x2),
            "standard_error": means.standard_error(n, sum_x, sum_x2),
            "low": interval.low,
            "high": interval.high,
        }
        for name, value in found.items():
            assert float(value) == pytest.approx(float(row[name]), rel=1e-9), name


def test_a_large_mean_does_not_swallow_the_spread():
    # The sums are exact in a double, the square of the first is not.
    values = [2.0**25, 2.0**25 + 1, 2.0**25 + 2]
    n, sum_x, sum_x2 = moments(values)
    assert (sum_x2 - sum_x**2 / n) / (n - 1) != pytest.approx(1, rel=0.1)
    assert float(means.standard_deviation(n, sum_x, sum_x2)) == 1


def test_small_bases_give_nan_without_a_warning():
    with np.errstate(all="raise"):
        assert np.isnan(means.mean([0, 1], [0, 4])).tolist() == [True, False]
        assert np.isnan(means.standard_deviation([0, 1, 2], [0, 4, 8], [0, 16, 32])).tolist() == [
            True,
            True,
            False,
        ]
        assert np.isnan(means.t_interval([0, 1], [0, 4], [0, 16]).low).all()


@given(st.floats(-1e6, 1e6), st.integers(2, 1000))
def test_equal_values_have_no_spread(value, n):
    # The sums are rounded once, so a trace of the last digit may remain.
    deviation = float(means.standard_deviation(n, n * value, n * value**2))
    assert deviation <= 1e-7 * abs(value)


@given(st.lists(st.integers(1, 5), min_size=2, max_size=200))
def test_scores_agree_with_pythons_exact_statistics(scores):
    assert float(means.standard_deviation(*moments(scores))) == pytest.approx(
        statistics.stdev(scores), rel=1e-12
    )


@given(st.lists(st.integers(1, 5), min_size=2, max_size=200), st.integers(-1000, 1000))
def test_adding_a_constant_moves_the_interval_and_keeps_its_width(scores, constant):
    before = means.t_interval(*moments(scores))
    after = means.t_interval(*moments([score + constant for score in scores]))
    assert float(after.low) == pytest.approx(float(before.low) + constant, abs=1e-9)
    assert float(after.high) == pytest.approx(float(before.high) + constant, abs=1e-9)
