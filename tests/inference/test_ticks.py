"""Shares of ticks and their tests against R's survey package, and what must hold of any."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from pipeline.inference.association import chi_squared_independence
from pipeline.inference.design import Atoms, Sample
from pipeline.inference.shares import Members
from pipeline.inference.ticks import chi_squared_ticks, rao_scott_ticks, tick_shares

REFERENCE = Path(__file__).parents[1] / "reference"
ITEMS = ["item1", "item2", "item3", "item4"]
DESIGNS = ("simple", "stratified", "clustered")


@cache
def from_r() -> dict[tuple[str, str, str, str], float]:
    """(design, group, item, name) -> number."""
    texts = dict.fromkeys(("group", "item"), pl.String)
    table = pl.read_csv(REFERENCE / "ticks.csv", schema_overrides=texts)
    rows = table.with_columns(pl.col("group", "item").fill_null("")).rows()
    return {(design, group, item, name): value for design, group, item, name, value in rows}


@cache
def counted(design: str) -> tuple[Members, np.ndarray, Atoms, Sample]:
    """Everyone a unit of his own; those without a group or ticks in no atom."""
    people = pl.read_csv(REFERENCE / "sample.csv", null_values="NA").with_columns(
        pl.col(ITEMS).fill_null(0)
    )
    one = np.ones(people.height)
    w = one if design == "simple" else people["weight"].to_numpy()
    flat = np.zeros(people.height, dtype=np.int64)
    stratum = flat if design == "simple" else people["stratum"].to_numpy() - 1
    cluster = people.select(pl.struct("stratum", "cluster").rank("dense")).to_series().to_numpy()
    sample = Sample(
        stratum=stratum,
        cluster=cluster.astype(np.int64) - 1,
        calibration=flat,
        n=one,
        w=w,
        w2=w**2,
        sampled=np.zeros(len(np.unique(stratum))),
        clustered=design == "clustered",
    )
    ticked = people[ITEMS].to_numpy() == 1
    inside = ticked.any(axis=1) & people["group"].is_not_null().to_numpy()
    atoms = Atoms(np.flatnonzero(inside), one[inside], w[inside], w[inside] ** 2)
    return ticked[inside], people["group"].to_numpy()[inside].astype(np.int64) - 1, atoms, sample


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("by", ["all", "group"])
def test_shares_and_errors_are_those_of_svyratio(design: str, by: str) -> None:
    ticked, group, atoms, sample = counted(design)
    groups = int(group.max()) + 1 if by == "group" else 1
    number = group if by == "group" else np.zeros_like(group)
    found = tick_shares(ticked, number, groups, atoms, sample)
    assert found.share.sum(axis=1) == pytest.approx(np.ones(groups))
    for each in range(groups):
        name = str(each + 1) if by == "group" else "all"
        for place, item in enumerate(ITEMS):
            expected = from_r()[design, name, item, "share"]
            assert found.share[each, place] == pytest.approx(expected, rel=1e-8)
            error = from_r()[design, name, item, "error"]
            assert found.standard_error[each, place] == pytest.approx(error, rel=1e-8)
        assert found.df[each] == from_r()[design, name, "", "df"]
        assert found.n[each] == from_r()[design, name, "", "n"]


@pytest.mark.parametrize("design", DESIGNS)
def test_the_test_is_that_of_svychisq_with_a_row_a_tick(design: str) -> None:
    ticked, group, atoms, sample = counted(design)
    found = rao_scott_ticks(ticked, group, atoms, sample)
    expected = [from_r()[design, "", "", name] for name in ("F", "df1", "df2", "p")]
    numbers = [found.statistic, found.df1, found.df2, found.p_value]
    assert numbers == pytest.approx(expected, rel=1e-8)
    assert (found.test, found.n) == ("rao_scott_ticks", ticked.sum())


def test_the_plain_test_counts_every_tick_as_a_respondent() -> None:
    ticked, group, atoms, _ = counted("simple")
    counts = np.array([ticked[group == each].sum(axis=0) for each in range(group.max() + 1)])
    found = chi_squared_ticks(ticked, group, atoms.n)
    assert found == replace(chi_squared_independence(counts), test="chi_squared_ticks")


def test_weights_times_ten_change_neither_shares_nor_the_test() -> None:
    ticked, group, atoms, sample = counted("clustered")
    heavier = replace(atoms, w=10 * atoms.w, w2=100 * atoms.w2)
    whole = replace(sample, w=10 * sample.w, w2=100 * sample.w2)
    first, second = (
        tick_shares(ticked, group, 4, one, of) for one, of in ((atoms, sample), (heavier, whole))
    )
    assert second.share == pytest.approx(first.share, rel=1e-12)
    assert second.standard_error == pytest.approx(first.standard_error, rel=1e-12)
    assert rao_scott_ticks(ticked, group, heavier, whole).p_value == pytest.approx(
        rao_scott_ticks(ticked, group, atoms, sample).p_value, rel=1e-12
    )


def test_a_group_without_ticks_has_no_shares() -> None:
    ticked, group, atoms, sample = counted("simple")
    found = tick_shares(ticked, group, 5, atoms, sample)
    assert np.isnan(found.share[4]).all() and np.isnan(found.standard_error[4]).all()
    assert found.n[4] == 0
