"""Fisher's exact test against R and all tables with the same margins, and when it is chosen."""

from math import factorial, isnan, prod, sqrt

import numpy as np
import pytest
from association_samples import from_r
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from pipeline.inference.association import Caution, chi_squared_independence
from pipeline.inference.exact import fisher_exact, independence

FROM_R = {key: found for (_, topic, key), found in from_r().items() if topic == "fisher"}


def all_tables(rows, columns):
    """Every table with these margins, as tuples of columns."""
    if len(columns) == 1:
        return [(rows,)]
    firsts = [
        first for first in np.ndindex(*(size + 1 for size in rows)) if sum(first) == columns[0]
    ]
    return [
        (first, *rest)
        for first in firsts
        for rest in all_tables(tuple(np.subtract(rows, first).tolist()), columns[1:])
    ]


def by_counting(table):
    """The p-value in whole numbers: the ways in which each column falls on the rows."""

    def ways(cells):
        return prod(factorial(column) for column in columns) // prod(
            factorial(int(cell)) for column in cells for cell in column
        )

    rows, columns = tuple(table.sum(axis=1).tolist()), tuple(table.sum(axis=0).tolist())
    every = [ways(cells) for cells in all_tables(rows, columns)]
    observed = ways(table.T.tolist())
    return sum(way for way in every if way <= observed) / sum(every)


@pytest.mark.parametrize("text", FROM_R)
def test_equals_r(text):
    table = [[int(count) for count in row.split()] for row in text.split("/")]
    assert fisher_exact(table) == pytest.approx(FROM_R[text]["p_value"], rel=1e-8)


def test_the_lady_tasting_tea():
    """Fisher (1935): 3 of 4 cups right, both tails: 34 of the 70 choices of four cups."""
    assert fisher_exact([[3, 1], [1, 3]]) == pytest.approx(34 / 70)


@settings(deadline=None)
@given(
    arrays(np.int64, st.tuples(st.integers(2, 3), st.integers(2, 4)), elements=st.integers(0, 3))
)
def test_equals_counting_every_table(table):
    filled = table[table.any(axis=1)][:, table.any(axis=0)]
    expected = by_counting(filled) if filled.size else 1.0
    assert fisher_exact(table) == pytest.approx(expected, rel=1e-9)


def test_rows_columns_and_their_order_do_not_matter():
    table = np.array([[3, 0, 2, 5], [1, 4, 0, 1], [2, 2, 2, 0]])
    assert fisher_exact(table.T) == pytest.approx(fisher_exact(table), rel=1e-12)
    assert fisher_exact(table[::-1, [2, 0, 3, 1]]) == pytest.approx(fisher_exact(table), rel=1e-12)


def test_a_small_table_is_tested_exactly():
    result = independence([[3, 0, 2], [1, 4, 1], [0, 2, 5]])
    assert result.test == "fisher_exact"
    assert result.p_value == pytest.approx(FROM_R["3 0 2/1 4 1/0 2 5"]["p_value"], rel=1e-8)
    assert isnan(result.statistic) and isnan(result.df1) and result.df2 is None
    assert (result.n, result.warning) == (18, None)


def test_a_table_with_large_expected_counts_is_not():
    table = [[20, 30], [25, 15]]
    result, pearson = independence(table), chi_squared_independence(table)
    assert (result.test, result.p_value) == ("chi_squared", pearson.p_value)
    assert result.effect == "cramers_v_corrected"
    phi2 = pearson.statistic / 90
    assert result.effect_size == pytest.approx(sqrt((phi2 - 1 / 89) / (1 - 1 / 89)))


def test_two_by_two_is_exact_whatever_its_size():
    result = independence([[1, 2000], [5, 1500]])
    assert result.test == "fisher_exact"


def test_other_large_tables_keep_the_warning():
    many_answers, many_nodes = [[30, 9, 1], [40, 8, 0]], np.diag([4] * 8)
    for table in (many_answers, many_nodes):
        result = independence(table)
        assert (result.test, result.warning) == ("chi_squared", Caution.SMALL_EXPECTED)


@pytest.mark.parametrize("table", [[[0, 0]], [[4, 5]], [[4], [5]]])
def test_what_cannot_be_tested_is_left_to_the_chi_squared_test(table):
    result = independence(table)
    assert result.warning == chi_squared_independence(table).warning is not None
    assert isnan(result.p_value) and isnan(result.effect_size)
    assert fisher_exact(table) == 1
