"""Top-minus-bottom scores by hand and against R (reference/numbers.R)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from number_samples import DESIGNS, counted, from_r

from pipeline.inference import proportions, scores

counts = st.tuples(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50)).filter(any)


@pytest.mark.parametrize("design", [*DESIGNS, "finite"])
def test_score_error_interval_and_df_equal_r(design):
    table = counted(design, "answer")
    found = scores.design_scores(
        table.value.astype(np.int64), [4, 5], [1, 2], table.group, 4, table.atoms, table.sample
    )
    for group in range(4):
        expected = from_r()[design, "score", str(group + 1)]
        assert found.mean[group] == pytest.approx(expected["estimate"], rel=1e-9)
        assert found.standard_error[group] == pytest.approx(expected["std_error"], rel=1e-9)
        assert found.interval.low[group] == pytest.approx(expected["low"], rel=1e-9)
        assert found.interval.high[group] == pytest.approx(expected["high"], rel=1e-9)
        assert found.df[group] == expected["df"]


def test_an_example_by_hand():
    # 50 of 100 at the top, 30 at the bottom: 0.2, with the variance (0.8 - 0.04) / 100.
    assert float(scores.score(100, 50, 30)) == 0.2
    assert float(scores.standard_error(100, 50, 30)) == pytest.approx(0.0076**0.5)
    interval = scores.wald_interval(100, 50, 30)
    assert float(interval.low) == pytest.approx(0.2 - 1.959964 * 0.0076**0.5)
    assert float(interval.high) == pytest.approx(0.2 + 1.959964 * 0.0076**0.5)


def test_without_respondents_there_is_no_score():
    with np.errstate(all="raise"):
        assert np.isnan(scores.score([0, 2], [0, 1], [0, 1])).tolist() == [True, False]
        assert np.isnan(scores.standard_error([0, 2], [0, 1], [0, 1])).tolist() == [True, False]


def test_no_category_is_both_top_and_bottom():
    table = counted("simple", "answer")
    with pytest.raises(ValueError, match="both"):
        scores.design_scores(
            table.value.astype(np.int64), [3, 4], [2, 3], table.group, 4, table.atoms, table.sample
        )


@given(counts)
def test_without_a_bottom_it_is_a_share(numbers):
    top, bottom, other = numbers
    n = top + bottom + other
    assert float(scores.standard_error(n, top, 0)) == pytest.approx(
        float(proportions.standard_error(top / n, n)), abs=1e-12
    )


@given(counts)
def test_exchanging_top_and_bottom_changes_the_sign_alone(numbers):
    top, bottom, other = numbers
    n = top + bottom + other
    assert scores.score(n, top, bottom) == -scores.score(n, bottom, top)
    assert scores.standard_error(n, top, bottom) == scores.standard_error(n, bottom, top)
