"""Quantiles and Woodruff's intervals against R (reference/numbers.R)."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from number_samples import DESIGNS, counted, from_r, respondents

from pipeline.inference.design import Atoms, Sample
from pipeline.inference.quantiles import Quantiles, design_quantiles, quantiles

PROBABILITIES = np.array([0.1, 0.25, 0.5, 0.75, 0.9])


def estimated(table) -> Quantiles:
    return design_quantiles(table.value, table.group, 4, table.atoms, table.sample, PROBABILITIES)


def one_by_one(values: list[float], weights: list[float]) -> tuple[Atoms, Sample]:
    """A sample in which every respondent is a cell, without strata or clusters."""
    w = np.array(weights)
    zero = np.zeros(1, dtype=np.int64)
    whole = (np.array([float(len(w))]), np.array([w.sum()]), np.array([(w**2).sum()]))
    atoms = Atoms(np.zeros(len(w), dtype=np.int64), np.ones(len(w)), w, w**2)
    return atoms, Sample(zero, zero, zero, *whole, np.zeros(1))


@pytest.mark.parametrize("design", [*DESIGNS, "finite"])
@pytest.mark.parametrize(("variable", "topic"), [("number", "quantile"), ("amount", "amount")])
def test_quantiles_errors_and_intervals_equal_r(design, variable, topic):
    found = estimated(counted(design, variable))
    for group in range(4):
        for column, p in enumerate(PROBABILITIES):
            expected = from_r()[design, f"{topic}_{p}", str(group + 1)]
            at = group, column
            assert found.quantile[at] == pytest.approx(expected["estimate"], rel=1e-9)
            for name, value in (
                ("low", found.interval.low[at]),
                ("high", found.interval.high[at]),
                ("std_error", found.standard_error[at]),
            ):
                assert value == pytest.approx(expected[name], rel=1e-9, nan_ok=True), name


def test_without_ties_the_interval_is_that_of_svyquantile():
    # The design of the reference: the first 200 amounts, in a sample of 420.
    expected = from_r()["simple", "even_median", "all"]
    amounts = respondents()["amount"].drop_nulls()[:200].to_list()
    atoms, sample = one_by_one(amounts, [1.0] * 200)
    sample = replace(sample, n=np.array([420.0]), w=np.array([420.0]), w2=np.array([420.0]))
    found = design_quantiles(np.array(amounts), atoms.unit, 1, atoms, sample, np.array([0.5]))
    assert found.quantile.item() == pytest.approx(expected["estimate"], rel=1e-12)
    assert found.interval.low.item() == pytest.approx(expected["low"], rel=1e-12)
    assert found.interval.high.item() == pytest.approx(expected["high"], rel=1e-12)
    assert found.standard_error.item() == pytest.approx(expected["std_error"], rel=1e-9)


def test_classical_quantiles_equal_r():
    table = counted("simple", "number")
    values, position = np.unique(table.value, return_inverse=True)
    counts = np.zeros((4, len(values)))
    np.add.at(counts, (table.group, position), table.atoms.n)
    found = quantiles(values, counts, PROBABILITIES)
    for group in range(4):
        for column, p in enumerate(PROBABILITIES):
            expected = from_r()["none", f"quantile_{p}", str(group + 1)]
            assert found.quantile[group, column] == expected["estimate"]
            assert found.interval.low[group, column] == pytest.approx(expected["low"], nan_ok=True)
            assert found.interval.high[group, column] == pytest.approx(
                expected["high"], nan_ok=True
            )


@pytest.mark.parametrize(
    ("answers", "median"),
    [([7], 7), ([1, 2], 1.5), ([1, 2, 9], 2), ([1, 1, 2, 9], 1.5), ([3, 3, 3, 3, 8], 3)],
)
def test_the_median_of_school(answers, median):
    values, counts = np.unique(np.array(answers, dtype=float), return_counts=True)
    assert quantiles(values, [counts], np.array([0.5])).quantile.item() == median


def test_too_few_respondents_leave_a_bound_open():
    found = quantiles(np.array([1.0, 2.0, 3.0]), [[1, 1, 1], [0, 0, 0]], np.array([0.1]))
    assert found.quantile[0, 0] == 1
    assert np.isnan(found.interval.low[0, 0])
    assert np.isnan(found.quantile[1, 0])


def test_ties_do_not_cost_coverage():
    # Half a percentage point decides whether the median is 3 or 4. Around the share up to the
    # quantile, as in svyquantile, two thirds of these intervals hold the true median, 3.
    draws = np.random.default_rng(20240611).multinomial(200, [0.1, 0.2, 0.205, 0.3, 0.195], 2000)
    covered = 0
    whole = np.array([200.0])
    zero, unit = np.zeros(1, dtype=np.int64), np.zeros(5, dtype=np.int64)
    sample = Sample(zero, zero, zero, whole, whole, whole, np.zeros(1))
    for draw in draws.astype(float):
        atoms = Atoms(unit, draw, draw, draw)
        found = design_quantiles(
            np.arange(1.0, 6.0), unit, 1, atoms, sample, np.array([0.5])
        ).interval
        covered += found.low.item() <= 3 <= found.high.item()
    assert 0.94 < covered / 2000 < 0.99


@given(
    st.lists(st.tuples(st.integers(0, 9), st.floats(0.1, 10)), min_size=2, max_size=30),
    st.floats(0.02, 0.98),
)
def test_the_interval_holds_the_quantile_and_reaches_p(people, p):
    values, weights = (list(part) for part in zip(*people, strict=True))
    atoms, sample = one_by_one(values, weights)
    x = np.array(values, dtype=float)
    found = design_quantiles(x, atoms.unit, 1, atoms, sample, np.array([p]))
    quantile = found.quantile.item()
    low, high = found.interval.low.item(), found.interval.high.item()
    assert np.isnan(low) or low <= quantile
    assert np.isnan(high) or high >= quantile
    assert atoms.w[x <= quantile].sum() >= (p - 1e-9) * atoms.w.sum()
    assert atoms.w[x >= quantile].sum() >= (1 - p - 1e-9) * atoms.w.sum()


@given(st.lists(st.integers(0, 9), min_size=2, max_size=30), st.floats(0.1, 10))
def test_the_scale_of_the_weights_changes_nothing(values, scale):
    x = np.array(values, dtype=float)
    assume(len(set(values)) > 1)
    first, second = (
        design_quantiles(x, atoms.unit, 1, atoms, sample, PROBABILITIES)
        for atoms, sample in (
            one_by_one(values, [1.0] * len(values)),
            one_by_one(values, [scale] * len(values)),
        )
    )
    assert np.array_equal(first.quantile, second.quantile)
