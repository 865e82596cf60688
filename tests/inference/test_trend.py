"""Trends over ordered groups against R, a published table and each other."""

from dataclasses import replace
from math import isnan

import numpy as np
import pytest
from association_samples import DESIGNS, counted, from_r
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.inference.association import Caution
from pipeline.inference.trend import design_trend, linear_by_linear


def counts_of(table):
    counts = np.zeros((4, 5))
    np.add.at(counts, (table.group, table.values[:, 0].astype(int) - 1), table.atoms.n)
    return counts


def test_the_published_table_of_alcohol_and_malformations():
    """Agresti, Categorical Data Analysis, trend in proportions: M² = 6.6, p = .01, r = .0142."""
    births = [[17066, 48], [14464, 38], [788, 5], [126, 1], [37, 1]]
    result = linear_by_linear(births, [0, 0.5, 1.5, 4, 7], [0, 1])
    assert result.statistic == pytest.approx(6.57, abs=0.005)
    assert result.p_value == pytest.approx(0.0104, abs=5e-5)
    assert result.effect_size == pytest.approx(0.0142, abs=5e-5)
    assert (result.test, result.df1, result.df2, result.n) == ("trend", 1, None, 32574)


def test_without_a_design_equals_r():
    result = linear_by_linear(counts_of(counted("simple", "answer")), range(4), range(5))
    reference = from_r()["none", "trend", "answered"]
    assert result.statistic == pytest.approx(reference["statistic"], rel=1e-10)
    assert result.effect_size == pytest.approx(reference["effect_size"], rel=1e-10)


@pytest.mark.parametrize("design", DESIGNS)
def test_under_a_design_equals_r(design):
    table, reference = counted(design, "answer"), from_r()[design, "trend", "answered"]
    result = design_trend(table.atoms, table.group + 1.0, table.values[:, 0], table.sample)
    assert result.statistic == pytest.approx(reference["statistic"], rel=1e-8)
    assert result.p_value == pytest.approx(reference["p_value"], rel=1e-8)
    assert (result.test, result.df1, result.df2) == ("design_trend", 1, reference["df2"])
    assert np.sign(result.effect_size) == np.sign(reference["slope"])


@settings(deadline=None)
@given(st.sampled_from(DESIGNS), st.floats(1e-3, 1e3), st.floats(0.1, 9), st.floats(-50, 50))
def test_the_units_of_weights_and_scores_change_nothing(design, factor, unit, origin):
    table = counted(design, "answer")
    atoms, sample = table.atoms, table.sample
    result = design_trend(atoms, table.group.astype(float), table.values[:, 0], sample)
    scaled = design_trend(
        replace(atoms, w=factor * atoms.w, w2=factor**2 * atoms.w2),
        origin + unit * table.group,
        unit * table.values[:, 0] - origin,
        replace(sample, w=factor * sample.w, w2=factor**2 * sample.w2),
    )
    assert scaled.p_value == pytest.approx(result.p_value, rel=1e-6)
    assert scaled.effect_size == pytest.approx(result.effect_size, rel=1e-6)


def test_a_trend_that_goes_down_has_a_negative_correlation():
    result = linear_by_linear([[0, 1], [1, 0]], [1, 2], [1, 2])
    assert (result.effect_size, result.statistic) == (pytest.approx(-1), pytest.approx(1))


@pytest.mark.parametrize(
    ("counts", "warning"),
    [
        ([[0, 0], [0, 0]], Caution.NO_ANSWERS),
        ([[3, 4], [0, 0]], Caution.ONE_GROUP),
        ([[3, 0], [4, 0]], Caution.ONE_CATEGORY),
    ],
)
def test_what_cannot_be_tested_says_why(counts, warning):
    result = linear_by_linear(counts, [0, 1], [0, 1])
    assert result.warning == warning
    assert isnan(result.statistic) and isnan(result.p_value) and isnan(result.effect_size)


def test_a_score_is_needed_for_each_row_and_column():
    with pytest.raises(ValueError, match="one each"):
        linear_by_linear([[3, 4], [5, 6]], [0, 1, 2], [0, 1])


def test_under_a_design_something_must_vary():
    table = counted("clusters", "answer")
    atoms, group, sample = table.atoms, table.group.astype(float), table.sample
    one = design_trend(atoms, group, np.ones(len(group)), sample)
    line = design_trend(atoms, group, 2 * group + 1, sample)
    assert (one.warning, line.warning) == (Caution.ONE_CATEGORY, Caution.NO_SPREAD)
    assert isnan(one.p_value) and isnan(line.p_value)


def test_under_a_design_two_clusters_do_not_suffice():
    table = counted("clusters", "answer")
    two = replace(
        table.sample,
        stratum=np.zeros_like(table.sample.stratum),
        cluster=table.sample.cluster % 2,
        sampled=np.zeros(1),
    )
    result = design_trend(table.atoms, table.group.astype(float), table.values[:, 0], two)
    assert result.warning == Caution.FEW_CLUSTERS
    assert isnan(result.p_value)
