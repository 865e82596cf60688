"""Intervals of shares under a design against R's survey package (reference/shares.R)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest
from share_samples import DESIGNS, counted, from_r

from pipeline.inference.intervals import Interval
from pipeline.inference.proportions import clopper_pearson_interval, wilson_interval
from pipeline.inference.share_intervals import (
    FEW_EVENTS,
    design_wald_interval,
    design_wilson_interval,
    effective_base,
    few_events,
    korn_graubard_interval,
    logit_interval,
    recommended_interval,
)
from pipeline.inference.shares import Shares, shares

ANSWERS = ("1", "2", "3", "4", "5", "net")


def estimated(design: str) -> Shares:
    table = counted(design, "answer", "group")
    return shares(table.members, table.group, table.groups, table.atoms, table.sample)


def intervals_of(found: Shares) -> dict[str, Interval]:
    df, n, kish = found.df[:, None], found.n[:, None], found.effective_n[:, None]
    known = found.share, found.standard_error
    return {
        "mean": design_wald_interval(*known, df),
        "xlogit": logit_interval(*known, df, kish),
        "beta": korn_graubard_interval(*known, n, df, kish),
        "wilson": design_wilson_interval(*known, n, df, kish),
        "recommended": recommended_interval(*known, n, df, kish),
    }


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("method", ["mean", "xlogit", "beta"])
def test_intervals_equal_r(design, method):
    interval = intervals_of(estimated(design))[method]
    compared = 0
    for group in range(4):
        for column, member in enumerate(ANSWERS):
            expected = from_r()[design, "answer", str(group + 1), member]
            if f"{method}_low" in expected:
                at = group, column
                assert interval.low[at] == pytest.approx(expected[f"{method}_low"], rel=1e-8)
                assert interval.high[at] == pytest.approx(expected[f"{method}_high"], rel=1e-8)
                compared += 1
    assert compared == 23  # all but answer 5 in group 4, which no one gave


@pytest.mark.parametrize("design", DESIGNS)
def test_r_finds_the_logit_interval_also_by_regression(design):
    interval = intervals_of(estimated(design))["xlogit"]
    for column, member in enumerate(ANSWERS):
        expected = from_r()[design, "answer", "1", member]
        assert interval.low[0, column] == pytest.approx(expected["logit_low"], rel=1e-5)
        assert interval.high[0, column] == pytest.approx(expected["logit_high"], rel=1e-5)


def test_many_degrees_of_freedom_give_the_normal_interval_of_r():
    found = estimated("strata")
    interval = design_wald_interval(found.share, found.standard_error, np.inf)
    expected = from_r()["strata", "answer", "2", "3"]
    assert interval.low[1, 2] == pytest.approx(expected["normal_low"], rel=1e-8)
    assert interval.high[1, 2] == pytest.approx(expected["normal_high"], rel=1e-8)


@pytest.mark.parametrize(("events", "n"), [(0, 12), (12, 12), (1, 40), (37, 40), (250, 583)])
def test_clopper_pearson_equals_scipy(events, n):
    expected = binomtest(events, n).proportion_ci(method="exact")
    found = clopper_pearson_interval(events / n, n)
    assert float(found.low) == pytest.approx(expected.low, rel=1e-9)
    assert float(found.high) == pytest.approx(expected.high, rel=1e-9)


def test_without_events_the_effective_base_of_the_weights_counts():
    # 60 respondents as good as 45: 1 - (1 - .025 ^ (1 / 45)) is the exact upper bound.
    for method in (korn_graubard_interval, design_wilson_interval, recommended_interval):
        interval = method([0.0, 1.0], 0.0, 60, 55, 45)
        bound = 1 - 0.025 ** (1 / 45)
        np.testing.assert_allclose(interval.low, [0, 1 - bound], rtol=1e-10)
        np.testing.assert_allclose(interval.high, [bound, 1], rtol=1e-10)


def test_wilson_of_a_simple_random_sample_is_the_classical_one_of_n_minus_1():
    error = np.sqrt(0.2 * 0.8 / 99)
    found = design_wilson_interval(0.2, error, 100, 99, 100)
    expected = wilson_interval(0.2, 99)
    assert float(found.low) == pytest.approx(float(expected.low), rel=1e-12)
    assert float(found.high) == pytest.approx(float(expected.high), rel=1e-12)


def test_few_clusters_widen_wilson_as_student_widens_wald():
    # The quantiles are of R: qt(0.975, c(399, 5)).
    few = design_wilson_interval(0.3, 0.04, 400, 5, 300)
    many = design_wilson_interval(0.3, 0.04, 400, 399, 300)
    assert float(few.low) < float(many.low) < 0.3 < float(many.high) < float(few.high)
    base = float(effective_base(0.3, 0.04, 400, 5))
    assert base == pytest.approx(0.21 / 0.0016 * (1.96592729592 / 2.57058183564) ** 2, rel=1e-9)


def test_the_default_is_exact_for_few_events_and_wilson_otherwise():
    base = np.array([100.0, 100.0, 1000.0])
    share = np.array([0.5, 0.1, 0.1])
    error = np.sqrt(share * (1 - share) / base)
    known = share, error, base, base - 1, base
    assert few_events(share, base).tolist() == [False, True, False]
    assert FEW_EVENTS == 30
    found, wilson, exact = (
        method(*known)
        for method in (recommended_interval, design_wilson_interval, korn_graubard_interval)
    )
    assert found.low.tolist() == [wilson.low[0], exact.low[1], wilson.low[2]]
    assert found.high.tolist() == [wilson.high[0], exact.high[1], wilson.high[2]]


def test_a_share_without_sampling_error_is_its_own_interval():
    for method in (korn_graubard_interval, design_wilson_interval, recommended_interval):
        interval = method([0.3, 0.7], [0.0, 1e-17], 50, 45, 50)
        assert interval.low.tolist() == interval.high.tolist() == [0.3, 0.7]
        interval = method([0.0, 1.0], 0.0, 50, 45, np.inf)
        assert interval.low.tolist() == interval.high.tolist() == [0, 1]
    interval = logit_interval([0.3], 0.0, 45, 50)
    assert interval.low[0] == pytest.approx(0.3) == interval.high[0]


def test_an_empty_base_or_no_degree_of_freedom_gives_nan_without_a_warning():
    with np.errstate(all="raise"):
        for share, error, n, df, kish in [(np.nan, np.nan, 0, 0, 0), (0.5, 0.1, 4, 0, 4)]:
            for interval in (
                korn_graubard_interval(share, error, n, df, kish),
                design_wilson_interval(share, error, n, df, kish),
                recommended_interval(share, error, n, df, kish),
                logit_interval(share, error, df, kish),
                design_wald_interval(share, error, df),
            ):
                assert np.isnan([interval.low, interval.high]).all()


@given(
    st.floats(0, 1),
    st.floats(0.3, 4),
    st.integers(2, 5000),
    st.floats(0.02, 1),
    st.sampled_from([0.5, 0.9, 0.95, 0.999]),
)
def test_intervals_lie_in_0_to_1_and_contain_the_share(share, effect, n, part, level):
    error = effect * np.sqrt(share * (1 - share) / n)
    df, kish = max(1, int(part * n) - 1), max(1.0, part * n)
    for interval in (
        korn_graubard_interval(share, error, n, df, kish, level),
        design_wilson_interval(share, error, n, df, kish, level),
        recommended_interval(share, error, n, df, kish, level),
        logit_interval(share, error, df, kish, level),
    ):
        assert 0 <= interval.low <= share <= interval.high <= 1
