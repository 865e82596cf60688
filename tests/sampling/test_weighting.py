"""Calibrated weights against R's rake and postStratify (reference/shares.R), and bad input."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from share_samples import FRAME, MARGINS, REFERENCE, respondents

from pipeline.errors import CodebookError
from pipeline.inference.design import Whole
from pipeline.sampling.margins import Margin, margin_problems
from pipeline.sampling.weighting import (
    Bounds,
    calibration,
    post_stratified,
    raked,
)

CELLS = respondents().group_by("margin_a", "margin_b").agg(pl.col("weight").sum()).sort(pl.all())
WEIGHT = CELLS["weight"].to_numpy()


def margin(name: str, counts: list[float] | None = None) -> Margin:
    frame = FRAME[name] if counts is None else np.array(counts)
    names = tuple(f"{name} {number + 1}" for number in range(len(frame)))
    return Margin(name, names, frame, CELLS[name].to_numpy() - 1)


BOTH = (margin("margin_a"), margin("margin_b"))


def two_by_two(counts: tuple[list[float], list[float]], cells: list[tuple[int, int]]):
    number: Whole = np.array(cells)
    return tuple(
        Margin(name, ("low", "high"), np.array(each), number[:, column])
        for column, (name, each) in enumerate(zip(("size", "sector"), counts, strict=True))
    )


@pytest.mark.parametrize("design", MARGINS)
def test_weights_equal_those_of_r(design):
    margins = tuple(margin(name) for name in MARGINS[design])
    found = raked(WEIGHT, margins) if len(margins) > 1 else post_stratified(WEIGHT, margins[0])
    assert found.converged and found.difference < 1e-10 and found.trimmed == 0
    after = respondents().join(
        CELLS.with_columns(factor=found.factor), on=["margin_a", "margin_b"], maintain_order="left"
    )
    expected = pl.read_csv(REFERENCE / "calibration.csv")[design].to_numpy()
    np.testing.assert_allclose((after["weight"] * after["factor"]).to_numpy(), expected, rtol=1e-8)


def test_post_stratification_needs_one_round():
    found = post_stratified(np.array([20.0, 10.0]), margin_of_two := _margin([60, 60]))
    assert found.factor.tolist() == [3, 6]
    assert found.rounds == 1
    assert calibration((margin_of_two,)).margins[0].tolist() == [0, 1]


def _margin(counts: list[float]) -> Margin:
    return Margin("size", ("small", "large"), np.array(counts, dtype=float), np.array([0, 1]))


@given(st.floats(0.01, 100))
def test_the_scale_of_the_design_weights_does_not_matter(scale):
    before, after = raked(WEIGHT, BOTH), raked(scale * WEIGHT, BOTH)
    np.testing.assert_allclose(scale * after.factor, before.factor, rtol=1e-8)


def test_wide_bounds_change_nothing():
    free, bounded = raked(WEIGHT, BOTH), raked(WEIGHT, BOTH, Bounds(0.1, 10))
    np.testing.assert_allclose(bounded.factor, free.factor, rtol=1e-12)
    assert bounded.trimmed == 0


def test_trimmed_weights_keep_the_bounds_and_still_meet_margins_that_can_be_met():
    margins = (margin("margin_a", [600, 800, 490]), BOTH[1])
    mean = 1890 / WEIGHT.sum()
    free = raked(WEIGHT, margins).factor / mean
    upper = 0.97 * float(free.max())
    found = raked(WEIGHT, margins, Bounds(0.1, upper))
    assert found.converged and found.trimmed >= 1
    assert float((found.factor / mean).max()) <= upper * (1 + 1e-12)
    for each in margins:
        sums = np.bincount(each.of_cell, found.factor * WEIGHT)
        np.testing.assert_allclose(sums, each.counts, rtol=1e-7)


def test_narrow_bounds_leave_a_difference_that_is_reported():
    found = post_stratified(np.array([50.0, 50.0]), _margin([80, 20]), Bounds(0.5, 1.5))
    assert found.factor.tolist() == [1.5, 0.5]
    assert (found.converged, found.trimmed) == (False, 2)
    assert found.difference == pytest.approx(0.05)  # 75 of 100 instead of 80


@pytest.mark.parametrize(("lower", "upper"), [(1.2, 3), (0.3, 0.9), (-1, 3)])
def test_bounds_must_enclose_the_mean(lower, upper):
    with pytest.raises(ValueError, match="both sides of 1"):
        Bounds(lower, upper)


def test_all_that_is_wrong_with_the_frame_is_said_at_once():
    margins = two_by_two(([60, 40], [70, 31]), [(0, 0), (0, 1)])
    with pytest.raises(CodebookError) as caught:
        raked(np.array([5.0, 5.0]), margins)
    lacking, totals = caught.value.messages
    assert lacking == (
        'wave.yml, the frame of size, "high": the frame has 40, the sample no one; '
        "merge the category with another, or calibrate without size"
    )
    assert "100 by size, 101 by sector; give the same population" in totals


def test_respondents_in_a_category_that_the_frame_has_not_are_a_mistake():
    (problem,) = margin_problems(np.array([5.0, 5.0]), (_margin([100, 0]),))
    assert '"large": the sample has respondents, the frame no one' in problem


def test_margins_that_contradict_the_sample_do_not_converge():
    # Everyone small is in the low sector and everyone large in the high one, but the frame has
    # 60 small and 50 in the low sector.
    margins = two_by_two(([60, 40], [50, 50]), [(0, 0), (1, 1)])
    with pytest.raises(CodebookError, match="raking to size and sector did not converge") as caught:
        raked(np.array([5.0, 5.0]), margins)
    assert "10 percent of the population" in str(caught.value)
    assert "merge categories" in str(caught.value)
