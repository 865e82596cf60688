"""The standard of the US National Center for Health Statistics, rule by rule."""

from dataclasses import replace
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.inference.presentation import (
    Judgement,
    Presentation,
    Reason,
    Rules,
    ShareShown,
    is_tested,
    judged,
)

GOOD = ShareShown(share=0.4, low=0.35, high=0.45, n=400, effective_n=350, df=40)
NOT_SHOWN = Presentation.NOT_SHOWN


def test_a_share_of_a_large_base_is_shown():
    assert judged(GOOD) == Judgement(Presentation.SHOWN)


@pytest.mark.parametrize(
    ("change", "presentation", "reasons"),
    [
        ({"n": 0, "effective_n": 0, "share": nan}, NOT_SHOWN, [Reason.NO_ONE]),
        ({"n": 9, "low": 0.1, "high": 0.8}, Presentation.AS_COUNT, [Reason.VERY_FEW]),
        ({"n": 10}, NOT_SHOWN, [Reason.SMALL_BASE]),
        ({"n": 29, "effective_n": 29}, NOT_SHOWN, [Reason.SMALL_BASE]),
        ({"n": 30, "effective_n": 30}, Presentation.SHOWN, []),
        ({"effective_n": 29.9}, NOT_SHOWN, [Reason.SMALL_EFFECTIVE_BASE]),
        ({"low": 0.25, "high": 0.55}, NOT_SHOWN, [Reason.WIDE]),
        ({"low": 0.26, "high": 0.55}, Presentation.SHOWN, []),
        ({"low": nan, "high": nan}, NOT_SHOWN, [Reason.WIDE]),
        (
            {"n": 20, "low": 0.1, "high": 0.55},
            NOT_SHOWN,
            [Reason.SMALL_BASE, Reason.WIDE],
        ),
        # 0.053 wide beside a share of 0.04 is 132 percent; 0.05 wide is shown at any share.
        ({"share": 0.04, "low": 0.02, "high": 0.073}, NOT_SHOWN, [Reason.WIDE_BESIDE_SHARE]),
        ({"share": 0.041, "low": 0.02, "high": 0.073}, Presentation.SHOWN, []),
        ({"share": 0.01, "low": 0.0, "high": 0.05}, Presentation.SHOWN, []),
        ({"df": 7}, Presentation.WITH_WARNING, [Reason.FEW_DEGREES_OF_FREEDOM]),
        ({"df": 8}, Presentation.SHOWN, []),
        ({"df": inf}, Presentation.SHOWN, []),
        (
            {"share": 0.0, "low": 0.0, "high": 0.09},
            Presentation.WITH_WARNING,
            [Reason.NO_VARIATION],
        ),
        (
            {"share": 1.0, "low": 0.96, "high": 1.0, "df": 3},
            Presentation.WITH_WARNING,
            [Reason.FEW_DEGREES_OF_FREEDOM, Reason.NO_VARIATION],
        ),
    ],
)
def test_each_rule(change, presentation, reasons):
    assert judged(replace(GOOD, **change)) == Judgement(presentation, tuple(reasons))


def test_the_limits_can_be_moved():
    small = replace(GOOD, n=12, effective_n=12, low=0.15, high=0.7)
    lenient = Rules(counted_up_to=0, smallest_base=10, wide=0.6, widest_beside_share=1.4)
    assert judged(small).presentation == NOT_SHOWN
    assert judged(small, lenient) == Judgement(Presentation.SHOWN)
    assert judged(replace(small, n=5), lenient).presentation == NOT_SHOWN


def test_very_few_are_not_tested():
    assert [is_tested(n) for n in (0, 9, 10)] == [False, False, True]
    assert is_tested(3, Rules(smallest_tested=2))


@given(st.integers(0, 60), st.floats(0, 1), st.floats(0, 0.4), st.floats(1, 60))
def test_a_larger_base_is_never_shown_with_less(n, share, half_width, effective_n):
    low, high = max(0.0, share - half_width), min(1.0, share + half_width)
    small = ShareShown(share, low, high, n, effective_n, df=20)
    larger = replace(small, n=n + 100, effective_n=effective_n + 100)
    if judged(small).presentation == Presentation.SHOWN:
        assert judged(larger).presentation == Presentation.SHOWN
