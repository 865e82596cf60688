"""Standard deviations under a design against R's survey package (reference/numbers.R)."""

from dataclasses import replace

import numpy as np
import pytest
from number_samples import DESIGNS, counted, from_r

from pipeline.inference import means
from pipeline.inference.design import Atoms, Sample
from pipeline.inference.deviations import Deviations, standard_deviations


def estimated(table) -> Deviations:
    return standard_deviations(table.value, table.group, 4, table.atoms, table.sample)


@pytest.mark.parametrize("design", [*DESIGNS, "finite"])
def test_deviation_error_interval_and_df_equal_r(design):
    found = estimated(counted(design, "number"))
    for group in range(4):
        expected = from_r()[design, "deviation", str(group + 1)]
        assert found.standard_deviation[group] == pytest.approx(expected["estimate"], rel=1e-9)
        assert found.standard_error[group] == pytest.approx(expected["std_error"], rel=1e-9)
        assert found.interval.low[group] == pytest.approx(expected["low"], rel=1e-9)
        assert found.interval.high[group] == pytest.approx(expected["high"], rel=1e-9)
        assert found.df[group] == expected["df"]


def of_four(values: list[float], group: list[int]) -> Deviations:
    """Four respondents of weight 1, in three groups."""
    one = np.zeros(1, dtype=np.int64)
    sample = Sample(one, one, one, np.array([4.0]), np.array([4.0]), np.array([4.0]), np.zeros(1))
    atoms = Atoms(np.zeros(4, dtype=np.int64), np.ones(4), np.ones(4), np.ones(4))
    return standard_deviations(np.array(values), np.array(group), 3, atoms, sample)


def test_by_hand_and_where_there_is_none():
    # 0, 2 and 4 have the variance (4 + 0 + 4) / 2; one respondent has none, and nobody neither.
    found = of_four([0, 2, 4, 7], [0, 0, 0, 1])
    assert found.standard_deviation[0] == pytest.approx(2)
    assert np.isnan(found.standard_deviation[1:]).all()
    assert np.isnan(found.standard_error[1:]).all()


def test_the_same_value_throughout_has_no_spread_and_no_interval():
    found = of_four([3, 3, 3, 3], [0, 0, 0, 0])
    assert found.standard_deviation[0] == 0
    assert np.isnan([found.standard_error[0], found.interval.low[0]]).all()


def test_without_strata_and_weights_it_is_the_usual_one():
    table = counted("simple", "margin_b")
    everyone, x, count = np.zeros_like(table.group), table.value, table.atoms.n
    found = standard_deviations(x, everyone, 1, table.atoms, table.sample)
    moments = count.sum(), (count * x).sum(), (count * x**2).sum()
    assert found.standard_deviation == pytest.approx(means.standard_deviation(*moments))


def test_the_interval_holds_the_deviation_and_stays_above_0():
    found = estimated(counted("clusters", "number"))
    assert (found.interval.low > 0).all()
    assert (found.interval.low < found.standard_deviation).all()
    assert (found.standard_deviation < found.interval.high).all()


def test_a_census_has_no_standard_error():
    table = counted("strata", "number")
    census = replace(table.sample, sampled=np.ones(5))
    assert estimated(replace(table, sample=census)).standard_error.tolist() == [0, 0, 0, 0]
