"""The chi-squared test against R, SciPy and published examples."""

import csv
from math import isnan, sqrt
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import chi2_contingency

from pipeline.inference import association
from pipeline.inference.association import Caution, chi_squared_independence

REFERENCE = Path(__file__).parent.parent / "reference" / "independence.csv"

tables = st.tuples(st.integers(1, 6), st.integers(1, 6)).flatmap(
    lambda shape: arrays(np.int64, shape, elements=st.integers(0, 500))
)


def test_the_documented_example_of_four_groups():
    smokers, patients = np.array([83, 90, 129, 70]), np.array([86, 93, 136, 82])
    result = chi_squared_independence(np.column_stack([smokers, patients - smokers]))
    assert result.statistic == pytest.approx(12.6004, abs=5e-5)
    assert result.p_value == pytest.approx(0.0055855, abs=5e-8)
    assert (result.test, result.df1, result.df2, result.n) == ("chi_squared", 3, None, 397)
    assert result.effect == "cramers_v"
    assert result.effect_size == pytest.approx(sqrt(12.6004 / 397), rel=1e-5)


def test_equals_r():
    with REFERENCE.open() as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == 9
    for row in rows:
        table = [[int(count) for count in group.split()] for group in row["counts"].split("/")]
        result = chi_squared_independence(table)
        assert result.statistic == pytest.approx(float(row["statistic"]), rel=1e-9, abs=1e-12)
        assert result.p_value == pytest.approx(float(row["p_value"]), rel=1e-9)
        assert result.effect_size == pytest.approx(float(row["cramers_v"]), rel=1e-9, abs=1e-9)
        assert (result.df1, result.n) == (float(row["df"]), int(row["n"]))


def test_figure_8_is_not_significant_though_its_net_would_be():
    whole = chi_squared_independence([[42, 38, 38, 13, 12], [174, 98, 101, 33, 33]])
    net = chi_squared_independence([[42, 101], [174, 265]])
    assert whole.p_value > 0.05 > net.p_value


def test_empty_groups_and_categories_are_left_out():
    with_empty = [[5, 0, 20], [0, 0, 0], [15, 0, 10]]
    assert chi_squared_independence(with_empty) == chi_squared_independence([[5, 20], [15, 10]])


@pytest.mark.parametrize(
    ("counts", "warning"),
    [
        ([[10, 20], [20, 10]], None),
        ([[4, 16], [4, 16]], Caution.SMALL_EXPECTED),  # 2 of 4 expected counts are 4
        ([[4, 96, 100], [100, 100, 100]], None),  # small observed counts do not matter
        ([[400, 1], [100, 0]], Caution.SMALL_EXPECTED),  # one is 0.2
    ],
)
def test_small_expected_counts_are_warned_of(counts, warning):
    assert chi_squared_independence(counts).warning == warning


def test_exactly_a_fifth_of_small_expected_counts_is_still_accepted():
    # Expected counts of the last category are 4 and 4, two of ten; the rest are 20.
    fifth = [[20, 20, 20, 20, 4], [20, 20, 20, 20, 4]]
    quarter = [[20, 20, 20, 4], [20, 20, 20, 4]]
    assert chi_squared_independence(fifth).warning is None
    assert chi_squared_independence(quarter).warning is Caution.SMALL_EXPECTED


@pytest.mark.parametrize(
    ("counts", "warning", "n"),
    [
        ([[0, 0], [0, 0]], Caution.NO_ANSWERS, 0),
        (np.zeros((0, 3), dtype=int), Caution.NO_ANSWERS, 0),
        ([[3, 4], [0, 0]], Caution.ONE_GROUP, 7),
        ([[3, 0], [5, 0]], Caution.ONE_CATEGORY, 8),
    ],
)
def test_what_cannot_be_tested_says_why(counts, warning, n):
    result = chi_squared_independence(counts)
    assert isnan(result.p_value)
    assert isnan(result.statistic)
    assert isnan(result.effect_size)
    assert (result.warning, result.n, result.df1) == (warning, n, 0)


@pytest.mark.parametrize("counts", [[1, 2, 3], [[1, -2], [3, 4]], [[1, float("nan")], [3, 4]]])
def test_what_is_no_table_of_counts_is_refused(counts):
    with pytest.raises(ValueError, match="counts"):
        chi_squared_independence(counts)


@given(tables)
def test_equals_scipy(table):
    result = chi_squared_independence(table)
    filled = table[table.any(axis=1)][:, table.any(axis=0)]
    assume(min(filled.shape) > 1)
    expected = chi2_contingency(filled, correction=False)
    assert result.statistic == pytest.approx(expected.statistic, rel=1e-9, abs=1e-9)
    assert result.p_value == pytest.approx(expected.pvalue, rel=1e-9)
    assert result.df1 == expected.dof


@given(tables, st.randoms())
def test_the_order_of_groups_and_categories_does_not_matter(table, random):
    rows, columns = list(range(table.shape[0])), list(range(table.shape[1]))
    random.shuffle(rows)
    random.shuffle(columns)
    assume(not isnan(chi_squared_independence(table).p_value))
    mixed = chi_squared_independence(table[rows][:, columns].T)
    result = chi_squared_independence(table)
    assert mixed.statistic == pytest.approx(result.statistic, rel=1e-9, abs=1e-9)
    assert mixed.p_value == pytest.approx(result.p_value, rel=1e-6)
    assert mixed.effect_size == pytest.approx(result.effect_size, rel=1e-6, abs=1e-6)


@given(tables, st.integers(2, 10))
def test_k_times_the_counts_is_k_times_the_statistic_and_the_same_effect(table, k):
    result, larger = chi_squared_independence(table), chi_squared_independence(k * table)
    assume(not isnan(result.p_value))
    assert larger.statistic == pytest.approx(k * result.statistic, rel=1e-9, abs=1e-9)
    assert larger.effect_size == pytest.approx(result.effect_size, rel=1e-9, abs=1e-9)


@given(tables)
def test_the_effect_size_lies_between_0_and_1(table):
    result = association.chi_squared_independence(table)
    assume(not isnan(result.p_value))
    assert 0 <= result.effect_size <= 1 + 1e-12


@given(tables)
def test_merging_groups_with_the_same_answers_changes_nothing(table):
    split = chi_squared_independence(np.vstack([table, table[-1]]))
    merged = chi_squared_independence(np.vstack([table[:-1], 2 * table[-1]]))
    assume(not isnan(split.p_value) and not isnan(merged.p_value))
    assert split.statistic == pytest.approx(merged.statistic, rel=1e-9, abs=1e-9)
    assert split.n == merged.n


def test_the_corrected_effect_of_the_documented_example():
    """As by hand: phi² = 12.6004 / 397 less 3 / 396; two categories: 2 - 1 / 396."""
    expected = sqrt((12.6004 / 397 - 3 / 396) / (1 - 1 / 396))
    assert association.bias_corrected_cramers_v(12.6004 / 397, 397, 4, 2) == pytest.approx(expected)


def test_the_corrected_effect_is_zero_where_chance_explains_more():
    assert association.bias_corrected_cramers_v(0.001, 100, 3, 4) == 0
    assert isnan(association.bias_corrected_cramers_v(0.5, 1, 2, 2))
    assert isnan(association.bias_corrected_cramers_v(0.5, 1.4, 4, 4))
