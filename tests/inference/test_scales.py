"""Cronbach's alpha against R's svycralpha and the analysis of variance (reference/numbers.R)."""

from math import isnan

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from number_samples import DESIGNS, from_r, respondents

from pipeline.inference.scales import Reliability, cronbachs_alpha, weighted_alpha

ITEMS = ("score1", "score2", "score3", "score4")
WEIGHTS = {"simple": None, "raked": "raked", "post_stratified": "post_stratified"}


def answers() -> pl.DataFrame:
    return respondents().drop_nulls(ITEMS)


def classical(rows: list[list[int]]) -> Reliability:
    x = np.array(rows, dtype=float)
    items = tuple(f"item {number}" for number in range(x.shape[1]))
    return cronbachs_alpha(items, len(x), x.sum(axis=0), x.T @ x)


@pytest.mark.parametrize("design", DESIGNS)
def test_weighted_alpha_equals_r(design):
    people = answers()
    x = people.select(ITEMS).to_numpy().astype(float)
    column = WEIGHTS.get(design, "weight")
    w = people[column].to_numpy() if column else np.ones(len(x))
    found = weighted_alpha(ITEMS, len(x), w.sum(), w @ x, (w[:, None] * x).T @ x)
    assert found.alpha == pytest.approx(from_r()[design, "alpha", "all"]["alpha"], rel=1e-9)
    assert (found.items, found.against, found.n) == (ITEMS, (), people.height)
    assert isnan(found.low)
    assert isnan(found.high)


def test_alpha_and_feldts_interval_equal_the_analysis_of_variance():
    x = answers().select(ITEMS).to_numpy().astype(float)
    found, expected = cronbachs_alpha(ITEMS, len(x), x.sum(axis=0), x.T @ x), from_r()
    for name, value in expected["none", "alpha", "all"].items():
        assert getattr(found, name) == pytest.approx(value, rel=1e-9), name


def test_two_items_by_hand():
    # Variances 1 and 1, covariance 1/2 (by n - 1): alpha = 2 (1 - 2 / 3).
    assert classical([[1, 1], [2, 3], [3, 2]]).alpha == pytest.approx(2 / 3)


def test_an_item_the_wrong_way_round_is_named():
    rows = [[1, 1, 5], [2, 3, 4], [3, 2, 3], [4, 5, 1], [5, 4, 2]]
    assert classical(rows).against == ("item 2",)
    assert classical([[a, b, 6 - c] for a, b, c in rows]).against == ()


def test_equal_answers_in_rounded_weights_have_no_alpha():
    weight = 0.1 + 0.7 + 0.3
    found = weighted_alpha(
        ("a", "b"), 3, weight, np.full(2, 3 * weight), np.full((2, 2), 9 * weight)
    )
    assert isnan(found.alpha)


@pytest.mark.parametrize("rows", [[[3, 4]], [[3], [4]], [[2, 2], [2, 2]]])
def test_what_has_no_alpha(rows):
    found = classical(rows)
    assert isnan(found.alpha)
    assert isnan(found.low)


def test_without_respondents_there_is_no_alpha():
    nothing = cronbachs_alpha(("a", "b"), 0, np.zeros(2), np.zeros((2, 2)))
    assert isnan(nothing.alpha)
    assert nothing.against == ()


def test_moments_that_do_not_fit_the_items_are_refused():
    with pytest.raises(ValueError, match="3 x 3"):
        cronbachs_alpha(("a", "b", "c"), 5, np.zeros(2), np.zeros((2, 2)))


rows = st.lists(st.lists(st.integers(1, 5), min_size=3, max_size=3), min_size=3, max_size=30)


@given(rows)
def test_the_interval_holds_alpha_and_the_items_order_does_not_matter(people):
    found = classical(people)
    # Items that are the same have an alpha of 1, and so have the ends of its interval.
    assert isnan(found.alpha) or found.low <= found.alpha <= found.high <= 1 + 1e-9
    assert isnan(found.alpha) or found.low < found.alpha or found.alpha == pytest.approx(1)
    mirrored = classical([person[::-1] for person in people])
    assert mirrored.alpha == pytest.approx(found.alpha, rel=1e-9, abs=1e-9, nan_ok=True)


@given(rows)
def test_equal_items_are_perfectly_reliable(people):
    found = classical([[person[0]] * 3 for person in people])
    assert isnan(found.alpha) or found.alpha == pytest.approx(1)
