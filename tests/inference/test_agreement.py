"""Kappa against published examples and R's survey package, and what must hold of any."""

from math import isnan, sqrt
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.inference.agreement import agreement

REFERENCE = Path(__file__).parents[1] / "reference"
BOTH, ONLY_FIRST, ONLY_SECOND, NEITHER = (1, 1), (1, 0), (0, 1), (0, 0)


def of_table(both: int, only_first: int, only_second: int, neither: int):
    """Two coders of one theme."""
    patterns = np.array([BOTH, ONLY_FIRST, ONLY_SECOND, NEITHER])
    counts = (both, only_first, only_second, neither)
    return agreement(patterns[:, :1], patterns[:, 1:], counts, 0.95)


def test_the_documented_example_of_statpsych() -> None:
    """R's package statpsych documents ci.kappa(.05, 31, 12, 4, 58), after Fleiss and Paik."""
    found = of_table(31, 12, 4, 58)
    assert found.n == 105
    assert found.kappa == pytest.approx(0.6756757, abs=5e-8)
    assert found.standard_error == pytest.approx(0.07344761, abs=5e-9)
    assert (found.low, found.high) == pytest.approx((0.5317210, 0.8196303), abs=5e-8)


def test_an_example_of_stata() -> None:
    """Stata's kapci on a table of 1932 (Statalist, December 2009)."""
    found = of_table(1395, 118, 261, 158)
    assert found.agreed == pytest.approx(0.8038302277432712, rel=1e-12)
    assert found.kappa == pytest.approx(0.3411969207847029, rel=1e-12)
    assert found.standard_error == pytest.approx(0.0262913719660408, rel=1e-12)
    assert found.low == pytest.approx(0.2896667786271169, rel=1e-9)
    assert found.high == pytest.approx(0.3927270629422889, rel=1e-9)


@pytest.mark.parametrize("row", pl.read_csv(REFERENCE / "agreement.csv", infer_schema=False).rows())
def test_one_theme_and_several_together_are_as_in_r(row: tuple[str, str, str]) -> None:
    """R divides variances by n - 1, Fleiss, Cohen and Everitt by n."""
    themes, kappa, error = row
    codes = pl.read_csv(REFERENCE / "agreement_sample.csv")
    first, second = (
        codes.select(f"{coder}{theme}" for theme in themes.split()).to_numpy()
        for coder in ("first", "second")
    )
    n = codes.height
    found = agreement(first, second, np.ones(n), 0.95)
    assert found.kappa == pytest.approx(float(kappa), rel=1e-9)
    assert found.standard_error * sqrt(n / (n - 1)) == pytest.approx(float(error), rel=1e-6)


def test_full_agreement_has_no_width_to_show() -> None:
    found = of_table(12, 0, 0, 30)
    assert (found.agreed, found.kappa, found.standard_error) == (1, 1, 0)
    assert isnan(found.low) and isnan(found.high)


def test_a_theme_that_nobody_saw_says_nothing() -> None:
    found = of_table(0, 0, 0, 30)
    assert (found.n, found.agreed) == (30, 1)
    assert isnan(found.kappa) and isnan(found.standard_error)
    assert isnan(of_table(0, 0, 0, 0).kappa)


def test_coders_who_always_differ() -> None:
    found = of_table(0, 15, 15, 0)
    assert (found.agreed, found.kappa) == (0, -1)


tables = st.lists(st.integers(0, 60), min_size=4, max_size=4).filter(any)


@given(tables)
def test_neither_the_order_of_coders_nor_what_counts_as_seen_matters(counts: list[int]) -> None:
    both, one, other, neither = counts
    found = of_table(both, one, other, neither)
    for turned in (of_table(both, other, one, neither), of_table(neither, other, one, both)):
        assert turned.kappa == pytest.approx(found.kappa, nan_ok=True)
        assert turned.standard_error == pytest.approx(found.standard_error, nan_ok=True, abs=1e-12)


@given(tables)
def test_the_interval_holds_kappa_and_lies_between_its_ends(counts: list[int]) -> None:
    found = of_table(*counts)
    if not isnan(found.low):
        assert -1 <= found.low <= found.kappa <= found.high <= 1
