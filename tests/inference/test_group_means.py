"""Comparisons of means against R: classical and design-based (reference/numbers.R)."""

from dataclasses import replace
from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from number_samples import DESIGNS, counted, from_r
from scipy.stats import f_oneway, ttest_ind

from pipeline.inference import association
from pipeline.inference.association import Caution
from pipeline.inference.design import Atoms
from pipeline.inference.group_means import design_mean_test, welch_test

samples = st.lists(
    st.lists(st.integers(0, 9), min_size=2, max_size=20).filter(lambda x: len(set(x)) > 1),
    min_size=2,
    max_size=5,
)


def of_design(table) -> association.TestResult:
    return design_mean_test(table.value, table.group, table.atoms, table.sample)


def welch(*groups: list[float]) -> association.TestResult:
    return welch_test(
        [len(x) for x in groups], [sum(x) for x in groups], [sum(y * y for y in x) for x in groups]
    )


def moments(table) -> list[np.ndarray]:
    return [np.bincount(table.group, table.atoms.n * table.value**power) for power in (0, 1, 2)]


def assert_equals(result: association.TestResult, expected: dict[str, float]) -> None:
    for name in ("statistic", "df1", "df2", "p_value"):
        if name in expected:
            assert getattr(result, name) == pytest.approx(expected[name], rel=1e-8), name


@pytest.mark.parametrize("design", DESIGNS)
def test_the_design_based_tests_equal_r(design):
    two = of_design(counted(design, "number", (1, 2)))
    several = of_design(counted(design, "number"))
    assert (two.test, two.effect, two.df2) == ("design_t", "cohens_d", None)
    assert (several.test, several.effect) == ("design_f", "eta_squared")
    assert_equals(two, from_r()[design, "test", "two"])
    assert_equals(several, from_r()[design, "test", "all"])


def test_welchs_tests_equal_r():
    two = welch_test(*moments(counted("simple", "number", (1, 2))))
    several = welch_test(*moments(counted("simple", "number")))
    assert (two.test, two.n, two.df2) == ("welch_t", 258, None)
    assert_equals(two, from_r()["none", "test", "two"])
    assert (several.test, several.n) == ("welch_f", 390)
    assert_equals(several, from_r()["none", "test", "all"])
    assert several.effect_size == pytest.approx(from_r()["none", "test", "all"]["eta_squared"])


@given(samples)
def test_welch_equals_scipy(groups):
    result = welch(*groups)
    if len(groups) == 2:
        expected = ttest_ind(groups[1], groups[0], equal_var=False)
    else:
        expected = f_oneway(*groups, equal_var=False)
    assert result.statistic == pytest.approx(expected.statistic, rel=1e-8, abs=1e-9)
    assert result.p_value == pytest.approx(expected.pvalue, rel=1e-8)


def test_cohens_d_is_in_pooled_standard_deviations():
    # Means 2 and 5, variances 1 and 4 of three each: pooled sqrt(5 / 2).
    assert welch([1, 2, 3], [3, 5, 7]).effect_size == pytest.approx(3 / 2.5**0.5)


def test_with_equal_weights_the_effect_is_the_classical_one():
    for groups in ((1, 2), (1, 2, 3, 4)):
        table = counted("simple", "number", groups)
        assert of_design(table).effect_size == pytest.approx(
            welch_test(*moments(table)).effect_size
        )


@pytest.mark.parametrize(
    ("groups", "warning"),
    [
        ([[], []], Caution.NO_ANSWERS),
        ([[1, 2, 3], []], Caution.ONE_GROUP),
        ([[1, 2, 3], [4]], Caution.SMALL_GROUP),
        ([[2, 2], [3, 3]], Caution.NO_SPREAD),
        ([[0.1] * 3, [0.7] * 3], Caution.NO_SPREAD),  # a trace of rounding remains in the sums
        ([[1, 2], [3, 4], [3, 3]], Caution.NO_SPREAD),
    ],
)
def test_what_cannot_be_tested_says_why(groups, warning):
    result = welch(*groups)
    assert result.warning is warning
    assert isnan(result.p_value)
    assert isnan(result.statistic)
    assert result.n == sum(map(len, groups))


def test_one_group_without_spread_is_no_obstacle_to_a_t_test():
    assert welch([2, 2, 2], [3, 4, 5]).p_value < 0.1


def test_what_the_design_cannot_test_says_why():
    table = counted("clusters", "number")
    for same in (1.0, 0.1):
        equal = replace(table, value=np.full_like(table.value, same))
        assert of_design(equal).warning is Caution.NO_SPREAD
    assert of_design(replace(table, group=np.zeros_like(table.group))).warning is Caution.ONE_GROUP
    nobody = np.zeros(0)
    none = Atoms(nobody.astype(np.int64), nobody, nobody, nobody)
    assert design_mean_test(nobody, none.unit, none, table.sample).warning is Caution.NO_ANSWERS


def test_as_many_groups_as_clusters_leave_no_degree_of_freedom():
    table = counted("clusters", "number")
    sample = table.sample
    few = sample.cluster[table.atoms.unit] < 3  # three clusters of one stratum: two degrees
    atoms = Atoms(*(part[few] for part in vars(table.atoms).values()))
    result = design_mean_test(table.value[few], table.group[few], atoms, sample)
    assert result.warning is Caution.FEW_CLUSTERS
    assert isnan(result.p_value)


def test_groups_are_named_by_any_numbers():
    table = counted("strata", "number", (1, 2))
    renamed = replace(table, group=table.group * 3 + 1)
    assert of_design(renamed) == of_design(table)


@given(st.floats(0.01, 100), st.integers(0, 2**32 - 1))
def test_the_scale_of_the_weights_and_the_order_of_the_atoms_change_no_p_value(scale, seed):
    table = counted("raked", "number")
    order = np.random.default_rng(seed).permutation(len(table.value))
    atoms, sample = table.atoms, table.sample
    mixed = replace(
        table,
        value=table.value[order],
        group=table.group[order],
        atoms=Atoms(
            atoms.unit[order], atoms.n[order], scale * atoms.w[order], scale**2 * atoms.w2[order]
        ),
        sample=replace(sample, w=scale * sample.w, w2=scale**2 * sample.w2),
    )
    before, after = of_design(table), of_design(mixed)
    assert after.statistic == pytest.approx(before.statistic, rel=1e-10)
    assert after.effect_size == pytest.approx(before.effect_size, rel=1e-10)
