"""Means under a design against R's survey package (reference/numbers.R)."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from number_samples import DESIGNS, counted, from_r

from pipeline.inference import means
from pipeline.inference.design import Atoms, Sample
from pipeline.inference.design_means import DesignMeans, design_means


def estimated(table) -> DesignMeans:
    return design_means(table.value, table.group, 4, table.atoms, table.sample)


@pytest.mark.parametrize("design", [*DESIGNS, "finite"])
def test_mean_error_interval_and_df_equal_r(design):
    found = estimated(counted(design, "number"))
    for group in range(4):
        expected = from_r()[design, "mean", str(group + 1)]
        assert found.mean[group] == pytest.approx(expected["estimate"], rel=1e-9)
        assert found.standard_error[group] == pytest.approx(expected["std_error"], rel=1e-9)
        assert found.interval.low[group] == pytest.approx(expected["low"], rel=1e-9)
        assert found.interval.high[group] == pytest.approx(expected["high"], rel=1e-9)
        assert found.df[group] == expected["df"]


def test_three_respondents_by_hand():
    # Weights 1, 1 and 2, values 0, 2 and 4: the mean is (0 + 2 + 8) / 4 = 2.5.
    # Influences w (x - 2.5) / 4 are -0.625, -0.125 and 0.75; they sum to 0; the variance of
    # their total is 3/2 (0.390625 + 0.015625 + 0.5625) = 1.453125.
    one = np.zeros(1, dtype=np.int64)
    sample = Sample(one, one, one, np.array([3.0]), np.array([4.0]), np.array([6.0]), np.zeros(1))
    weight = np.array([1.0, 1.0, 2.0])
    atoms = Atoms(np.zeros(3, dtype=np.int64), np.ones(3), weight, weight**2)
    found = design_means(np.array([0.0, 2.0, 4.0]), atoms.unit, 2, atoms, sample)
    assert found.mean[0] == 2.5
    assert found.standard_error[0] ** 2 == pytest.approx(1.453125)
    assert found.df.tolist() == [2, 0]
    assert found.n.tolist() == [3, 0]
    assert np.isnan([found.mean[1], found.standard_error[1], found.interval.low[1]]).all()


def test_without_strata_and_weights_it_is_the_classical_mean():
    table = counted("simple", "margin_b")  # everyone has one
    everyone, x, count = np.zeros_like(table.group), table.value, table.atoms.n
    found = design_means(x, everyone, 1, table.atoms, table.sample)
    moments = count.sum(), (count * x).sum(), (count * x**2).sum()
    assert found.standard_error == pytest.approx(means.standard_error(*moments), rel=1e-12)
    assert found.interval.low == pytest.approx(means.t_interval(*moments).low, rel=1e-12)


def test_a_census_has_no_standard_error():
    table = counted("strata", "number")
    census = replace(table.sample, sampled=np.ones(5))
    assert estimated(replace(table, sample=census)).standard_error.tolist() == [0, 0, 0, 0]


@given(st.floats(0.01, 100), st.integers(0, 2**32 - 1))
def test_the_scale_of_the_weights_and_the_order_of_the_atoms_change_nothing(scale, seed):
    table = counted("clusters", "number")
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
    for name in ("mean", "standard_error"):
        before, after = getattr(estimated(table), name), getattr(estimated(mixed), name)
        assert after == pytest.approx(before, rel=1e-12)
