"""Corrections against R's p.adjust and statsmodels."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from pipeline.inference.corrections import Correction, corrected, expected_by_chance

p_values = st.lists(st.floats(0, 1), min_size=1, max_size=8)
SAME = {
    Correction.HOLM: "holm",
    Correction.BONFERRONI: "bonferroni",
    Correction.BENJAMINI_HOCHBERG: "fdr_bh",
}


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        (Correction.NONE, [0.01, 0.04, 0.03, 0.2]),
        (Correction.BONFERRONI, [0.04, 0.16, 0.12, 0.8]),
        (Correction.HOLM, [0.04, 0.09, 0.09, 0.2]),
        (Correction.BENJAMINI_HOCHBERG, [0.04, 4 / 75, 4 / 75, 0.2]),
    ],
)
def test_four_tests_by_hand(correction, expected):
    assert corrected([0.01, 0.04, 0.03, 0.2], correction) == pytest.approx(expected)


@settings(max_examples=20, deadline=None)
@given(p_values)
@pytest.mark.parametrize("correction", SAME)
def test_equals_statsmodels(correction, p):
    expected = multipletests(p, method=SAME[correction])[1]
    assert corrected(p, correction) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("correction", SAME)
def test_tests_that_were_not_possible_do_not_count(correction):
    result = corrected([np.nan, 0.01, np.nan, 0.04], correction)
    assert np.isnan(result[[0, 2]]).all()
    assert result[[1, 3]] == pytest.approx(corrected([0.01, 0.04], correction))
    assert np.isnan(corrected([np.nan], correction)).all()


@pytest.mark.parametrize("correction", Correction)
def test_families_are_rows(correction):
    families = np.array([[0.01, 0.5, 0.02], [0.3, np.nan, 0.04]])
    result = corrected(families, correction)
    assert result == pytest.approx(
        np.array([corrected(row, correction) for row in families]), nan_ok=True
    )
    assert corrected(np.empty((2, 0)), correction).shape == (2, 0)


@settings(deadline=None)
@given(p_values)
def test_holm_finds_no_less_than_bonferroni_and_hochberg_no_less_than_holm(p):
    none, bonferroni, holm, hochberg = (
        corrected(p, Correction(name))
        for name in ("none", "bonferroni", "holm", "benjamini-hochberg")
    )
    rounding = 1e-12
    assert (none <= hochberg + rounding).all() and (hochberg <= holm + rounding).all()
    assert (holm <= bonferroni + rounding).all() and (bonferroni <= 1).all()


@pytest.mark.parametrize("p", [[-0.1], [0.2, 1.1]])
def test_only_probabilities_are_corrected(p):
    with pytest.raises(ValueError, match="between 0 and 1"):
        corrected(p, Correction.HOLM)


def test_one_in_twenty_by_chance():
    assert expected_by_chance(60, 0.95) == pytest.approx(3)
    with pytest.raises(ValueError, match="between 0 and 1"):
        expected_by_chance(60, 95)
