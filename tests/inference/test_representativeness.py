"""The sample against the frame: R's chisq.test and svygofchisq (reference/shares.R)."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from share_samples import FRAME, counted, from_r, respondents

from pipeline.inference import association
from pipeline.inference.association import Caution
from pipeline.inference.design import Atoms, Sample
from pipeline.inference.representativeness import design_goodness_of_fit, goodness_of_fit


def everyone(design: str) -> tuple[np.ndarray, Atoms, Sample]:
    """The category of margin_a of every unit, and the units as atoms."""
    sample = counted(design, "answer").sample
    cells = respondents().select("margin_a", "margin_b").unique().sort(pl.all())
    category = cells["margin_a"].to_numpy()[sample.calibration] - 1
    return category, Atoms(np.arange(len(sample.n)), sample.n, sample.w, sample.w2), sample


def fit(design: str) -> association.TestResult:
    category, atoms, sample = everyone(design)
    return design_goodness_of_fit(category, FRAME["margin_a"], atoms, sample)


def test_without_a_design_it_equals_r():
    counts = respondents()["margin_a"].value_counts().sort("margin_a")["count"].to_numpy()
    found = goodness_of_fit(counts, FRAME["margin_a"])
    expected = from_r()["classical", "fit", "all", "margin_a"]
    assert (found.statistic, found.df1, found.p_value) == pytest.approx(
        (expected["statistic"], expected["df"], expected["p_value"]), rel=1e-12
    )
    assert found.effect_size == pytest.approx((found.statistic / 600) ** 0.5)
    assert (found.n, found.warning) == (600, None)


@pytest.mark.parametrize("design", ["simple", "weighted", "strata", "clusters"])
def test_under_a_design_it_equals_r(design):
    found, expected = fit(design), from_r()[design, "fit", "all", "margin_a"]
    assert (found.statistic, found.df1, found.p_value) == pytest.approx(
        (expected["statistic"], expected["df"], expected["p_value"]), rel=1e-9
    )


def test_a_sample_like_the_frame_fits_perfectly():
    found = goodness_of_fit([10, 20, 30, 0], [100, 200, 300, 0])
    assert (found.statistic, found.df1, found.p_value, found.effect_size) == (0, 2, 1, 0)


def test_few_expected_respondents_are_a_caution():
    assert goodness_of_fit([3, 5], [100, 100]).warning == Caution.SMALL_EXPECTED


@pytest.mark.parametrize(
    ("counts", "frame", "caution"),
    [([0, 0], [10, 20], Caution.NO_ANSWERS), ([5], [10], Caution.ONE_CATEGORY)],
)
def test_what_cannot_be_tested_is_said(counts, frame, caution):
    found = goodness_of_fit(counts, frame)
    assert found.warning == caution
    assert np.isnan([found.statistic, found.p_value, found.effect_size]).all()


@pytest.mark.parametrize(
    ("counts", "frame", "said"),
    [
        ([1, 2], [1, 2, 3], "one number for each category"),
        ([1, -2], [1, 2], "negative or missing"),
        ([1, 2], [3, 0], "of which the frame has no one"),
    ],
)
def test_counts_that_do_not_match_the_frame_are_refused(counts, frame, said):
    with pytest.raises(ValueError, match=said):
        goodness_of_fit(counts, frame)


def test_a_category_that_neither_has_changes_nothing():
    category, atoms, sample = everyone("strata")
    wider = np.array([900.0, 0.0, 600.0, 390.0])
    moved = np.where(category > 0, category + 1, 0)
    assert design_goodness_of_fit(moved, wider, atoms, sample).p_value == pytest.approx(
        fit("strata").p_value, rel=1e-12
    )


@given(st.floats(0.01, 100))
def test_the_scale_of_the_weights_changes_no_p_value(scale):
    category, atoms, sample = everyone("clusters")
    atoms = replace(atoms, w=scale * atoms.w, w2=scale**2 * atoms.w2)
    sample = replace(sample, w=scale * sample.w, w2=scale**2 * sample.w2)
    found = design_goodness_of_fit(category, FRAME["margin_a"], atoms, sample)
    assert found.p_value == pytest.approx(fit("clusters").p_value, rel=1e-9)
