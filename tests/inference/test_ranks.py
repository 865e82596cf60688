"""Rank tests against R and SciPy (reference/numbers.R)."""

from dataclasses import replace
from math import isnan

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from number_samples import DESIGNS, counted, from_r
from scipy.stats import kruskal, mannwhitneyu

from pipeline.inference import association
from pipeline.inference.association import Caution
from pipeline.inference.design import Atoms
from pipeline.inference.ranks import design_rank_test, midranks, rank_test

tables = st.tuples(st.integers(2, 5), st.integers(2, 8)).flatmap(
    lambda shape: arrays(np.int64, shape, elements=st.integers(0, 12))
)


def of_design(table) -> association.TestResult:
    return design_rank_test(table.value, table.group, table.atoms, table.sample)


def counts_of(table) -> np.ndarray:
    values, position = np.unique(table.value, return_inverse=True)
    counts = np.zeros((table.group.max() + 1, len(values)))
    np.add.at(counts, (table.group, position), table.atoms.n)
    return counts


def assert_equals(result: association.TestResult, expected: dict[str, float]) -> None:
    for name in ("statistic", "df1", "df2", "p_value"):
        if name in expected:
            assert getattr(result, name) == pytest.approx(expected[name], rel=1e-8), name


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize(
    ("variable", "topic"),
    [
        ("amount", "amount_ranks"),  # svyranktest, on a number without ties
        ("number", "ranks"),  # svyttest and regTermTest on weighted midranks
    ],
)
def test_the_design_based_tests_equal_r(design, variable, topic):
    two = of_design(counted(design, variable, (1, 2)))
    several = of_design(counted(design, variable))
    expected = from_r()[design, topic, "two"]
    assert_equals(two, expected)
    assert_equals(several, from_r()[design, topic, "all"])
    assert two.effect_size == pytest.approx(2 * expected["difference"], rel=1e-8)
    assert (two.test, several.test) == ("design_mann_whitney", "design_kruskal_wallis")
    assert (two.effect, several.effect) == ("rank_biserial", "epsilon_squared")


def test_with_equal_weights_ties_are_met_as_by_svyranktest():
    assert_equals(
        of_design(counted("simple", "number", (1, 2))), from_r()["simple", "svyranktest", "two"]
    )
    assert_equals(of_design(counted("simple", "number")), from_r()["simple", "svyranktest", "all"])


def test_the_classical_tests_equal_r():
    counts = counts_of(counted("simple", "number", (1, 2)))
    two, expected = rank_test(counts), from_r()["none", "ranks", "two"]
    assert two.p_value == pytest.approx(expected["p_value"], rel=1e-9)
    # R's W is the number of pairs in which the first group's answer is the larger.
    larger = 1 - expected["first_w"] / counts.sum(axis=1).prod()
    assert two.effect_size == pytest.approx(2 * larger - 1)
    assert isnan(two.df1)
    several = rank_test(counts_of(counted("simple", "number")))
    assert_equals(several, from_r()["none", "ranks", "all"])


def test_a_small_example_by_hand():
    # Answers 1, 1, 2 against 2, 3: of six pairs the second is larger in five, equal in one.
    result = rank_test([[2, 1, 0], [0, 1, 1]])
    assert result.effect_size == pytest.approx(2 * 5.5 / 6 - 1)
    assert midranks(np.array([2.0, 2.0, 1.0])) == pytest.approx([0.2, 0.6, 0.9])
    assert result.warning is Caution.SMALL_GROUPS


@given(tables)
def test_the_classical_tests_equal_scipy(table):
    table = table[table.any(axis=1)]
    assume(len(table) > 1 and np.count_nonzero(table.any(axis=0)) > 1)
    answers = [np.repeat(np.arange(table.shape[1]), row) for row in table]
    result = rank_test(table)
    if len(table) == 2:
        expected = mannwhitneyu(*answers, use_continuity=False, method="asymptotic")
        assert result.effect_size == pytest.approx(
            1 - 2 * expected.statistic / table.sum(axis=1).prod(), abs=1e-9
        )
    else:
        expected = kruskal(*answers)
        assert result.statistic == pytest.approx(expected.statistic, rel=1e-8, abs=1e-9)
    # Of a statistic that rounding made negative scipy has no p-value.
    p_value = expected.pvalue if expected.statistic >= 0 else 1.0
    assert result.p_value == pytest.approx(p_value, rel=1e-8)


def test_with_equal_weights_the_effects_are_the_classical_ones():
    for groups in ((1, 2), (1, 2, 3, 4)):
        table = counted("simple", "number", groups)
        assert of_design(table).effect_size == pytest.approx(
            rank_test(counts_of(table)).effect_size
        )


@pytest.mark.parametrize(
    ("counts", "warning"),
    [
        ([[0, 0], [0, 0]], Caution.NO_ANSWERS),
        ([[3, 4], [0, 0]], Caution.ONE_GROUP),
        ([[3, 0], [5, 0]], Caution.NO_SPREAD),
    ],
)
def test_what_cannot_be_tested_says_why(counts, warning):
    result = rank_test(counts)
    assert result.warning is warning
    assert isnan(result.p_value)


def test_what_the_design_cannot_test_says_why():
    table = counted("clusters", "number")
    equal = replace(table, value=np.ones_like(table.value))
    assert of_design(equal).warning is Caution.NO_SPREAD
    assert of_design(replace(table, group=np.zeros_like(table.group))).warning is Caution.ONE_GROUP


@pytest.mark.parametrize("counts", [[1, 2, 3], [[1, -2], [3, 4]]])
def test_what_is_no_table_of_counts_is_refused(counts):
    with pytest.raises(ValueError, match="counts"):
        rank_test(counts)


@given(st.floats(0.01, 100), st.floats(0.1, 10), st.integers(0, 2**32 - 1))
def test_weights_order_and_a_rising_transformation_change_nothing(scale, power, seed):
    table = counted("strata", "number")
    order = np.random.default_rng(seed).permutation(len(table.value))
    atoms, sample = table.atoms, table.sample
    mixed = replace(
        table,
        value=(1 + table.value[order]) ** power,
        group=table.group[order],
        atoms=Atoms(
            atoms.unit[order], atoms.n[order], scale * atoms.w[order], scale**2 * atoms.w2[order]
        ),
        sample=replace(sample, w=scale * sample.w, w2=scale**2 * sample.w2),
    )
    assert of_design(mixed).statistic == pytest.approx(of_design(table).statistic, rel=1e-10)
