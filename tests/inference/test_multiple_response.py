"""Association of groups with multiple-response questions against R, and by simulation."""

from dataclasses import replace
from math import isnan, sqrt

import numpy as np
import pytest
from association_samples import DESIGNS, ITEMS, counted, from_r
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.inference.association import Caution, chi_squared_independence
from pipeline.inference.design import Atoms, Sample
from pipeline.inference.multiple_response import rao_scott_items
from pipeline.inference.rao_scott import rao_scott
from pipeline.inference.ticks import chi_squared_ticks


def result_of(table, items=slice(None)):
    ticked = table.values[:, items] == 1
    return rao_scott_items(ticked, table.group, table.atoms, table.sample)


def simple_sample(group, ticked):
    """Respondents of a simple random sample, each an atom."""
    ones, none = np.ones(len(group)), np.zeros(1, dtype=int)
    whole = np.array([float(len(group))])
    sample = Sample(none, none, none, whole, whole, whole, np.zeros(1))
    return ticked, group, Atoms(np.zeros(len(group), dtype=int), ones, ones, ones), sample


@pytest.mark.parametrize("design", DESIGNS)
def test_equals_the_joint_covariance_of_r(design):
    result = result_of(counted(design, *ITEMS))
    for name, value in from_r()[design, "multiple", "items"].items():
        assert getattr(result, name) == pytest.approx(value, rel=1e-8), name


@pytest.mark.parametrize("design", DESIGNS)
def test_one_item_is_the_test_of_rao_and_scott(design):
    table = counted(design, *ITEMS)
    result, reference = result_of(table, [1]), from_r()[design, "multiple", "one_item"]
    alone = rao_scott(table.atoms, table.group, table.values[:, 1].astype(int), table.sample)
    assert (result.statistic, result.p_value) == (alone.statistic, alone.p_value)
    assert result.p_value == pytest.approx(reference["p_value"], rel=1e-8)


@pytest.mark.parametrize("design", DESIGNS)
def test_an_item_asked_twice_counts_once(design):
    table = counted(design, *ITEMS)
    once, twice = result_of(table, [0]), result_of(table, [0, 0])
    assert twice.statistic == pytest.approx(once.statistic, rel=1e-10)
    assert twice.df1 == pytest.approx(once.df1, rel=1e-10)


@settings(deadline=None)
@given(st.sampled_from(DESIGNS), st.floats(1e-4, 1e4), st.permutations(range(4)))
def test_scale_of_weights_and_order_of_items_change_nothing(design, factor, order):
    table = counted(design, *ITEMS)
    atoms, sample = table.atoms, table.sample
    scaled = replace(
        table,
        values=table.values[:, list(order)],
        atoms=replace(atoms, w=factor * atoms.w, w2=factor**2 * atoms.w2),
        sample=replace(sample, w=factor * sample.w, w2=factor**2 * sample.w2),
    )
    assert result_of(scaled).p_value == pytest.approx(result_of(table).p_value, rel=1e-9)


def test_the_effect_is_the_mean_of_the_items():
    table = counted("simple", *ITEMS)
    squares = []
    for item in table.values.T:
        counts = np.zeros((4, 2))
        np.add.at(counts, (table.group, item.astype(int)), table.atoms.n)
        squares.append(chi_squared_independence(counts).effect_size ** 2)
    result = result_of(table)
    assert (result.effect, result.n) == ("cramers_v", int(table.atoms.n.sum()))
    assert result.effect_size == pytest.approx(sqrt(np.mean(squares)))


def test_holds_its_level_where_the_test_of_ticks_does_not():
    """No item depends on the group; whoever ticks the first of a pair mostly ticks the second."""
    random = np.random.default_rng(20240719)
    ours, ticks = [], []
    for _ in range(800):
        group = random.integers(0, 3, 150)
        likes = random.random((150, 3)) < (0.3, 0.4, 0.5)
        ticked = np.repeat(likes, 2, axis=1) ^ (random.random((150, 6)) < 0.05)
        ours.append(rao_scott_items(*simple_sample(group, ticked)).p_value)
        ticks.append(chi_squared_ticks(ticked, group, np.ones(150)).p_value)
    assert 0.035 < np.mean(np.array(ours) < 0.05) < 0.065
    assert np.mean(np.array(ticks) < 0.05) < 0.02


def test_items_that_everyone_or_no_one_ticks_are_left_out():
    table = counted("strata", *ITEMS)
    constant = np.tile([0.0, 1.0], (len(table.group), 1))
    wider = replace(table, values=np.hstack([table.values, constant]))
    assert result_of(wider) == result_of(table)


def test_what_cannot_be_tested_says_why():
    group, ticked = np.array([0, 0, 1, 1]), np.array([[0, 1], [1, 1], [1, 0], [0, 1]]) == 1
    none, one_group = ticked & False, np.zeros_like(group)
    for arguments, warning in (
        (simple_sample(group, none), Caution.ONE_CATEGORY),
        (simple_sample(one_group, ticked), Caution.ONE_GROUP),
        (simple_sample(group[:0], ticked[:0]), Caution.NO_ANSWERS),
        (simple_sample(group, ticked[:, :0]), Caution.NO_ANSWERS),
    ):
        result = rao_scott_items(*arguments)
        assert result.warning == warning
        assert isnan(result.statistic) and isnan(result.p_value) and isnan(result.effect_size)


def test_few_respondents_are_warned_of():
    group, ticked = np.array([0, 0, 0, 1, 1, 1]), np.array([[0], [1], [1], [1], [0], [0]]) == 1
    result = rao_scott_items(*simple_sample(group, ticked))
    assert result.warning == Caution.SMALL_EXPECTED
    assert 0 < result.p_value < 1
