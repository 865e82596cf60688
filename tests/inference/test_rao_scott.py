"""The test of Rao and Scott against svychisq() of R's survey package."""

from dataclasses import replace
from math import isnan
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from association_samples import CLUSTERED, DESIGNS, EVERYONE, REFERENCE, counted, from_r
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import fdtrc

from pipeline.inference.association import Caution, chi_squared_independence
from pipeline.inference.design import Atoms, Sample
from pipeline.inference.rao_scott import rao_scott

DOMAIN = (pl.col("stratum") <= 3) & (pl.col("margin_a") == 1)
NOT_CALIBRATED = ("simple", "strata", "clusters")


def result_of(design, where=EVERYONE, net=False):
    table = counted(design, "answer", where=where)
    answer = table.values[:, 0].astype(int) - 1
    answer = (answer >= 3).astype(int) if net else answer
    return rao_scott(table.atoms, table.group, answer, table.sample)


def one_stratum(table):
    """Atoms and a simple random sample of a table of counts, with groups and answers."""
    counts = np.array(table, dtype=float)
    group, answer = np.nonzero(counts)
    n, unit = counts[group, answer], np.zeros(len(group), dtype=int)
    whole, none = counts.sum(keepdims=True)[0], np.zeros(1, dtype=int)
    sample = Sample(none, none, none, whole, whole, whole, np.zeros(1))
    return Atoms(unit, n, n, n), group, answer, sample


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("case", ["answered", "domain", "two_groups", "net"])
def test_equals_r(design, case):
    where = {"domain": DOMAIN, "two_groups": pl.col("group") <= 2}.get(case, EVERYONE)
    result = result_of(design, where, net=case == "net")
    for name, value in from_r()[design, "rao_scott", case].items():
        assert getattr(result, name) == pytest.approx(value, rel=1e-8), name


@pytest.mark.parametrize("design", DESIGNS)
def test_respondents_without_an_answer_are_outside_the_table(design):
    """R's svychisq() takes them off the table too, but counts their clusters unless told."""
    reference, result = from_r()[design, "rao_scott", "missing"], result_of(design)
    assert result.statistic == pytest.approx(reference["statistic"], rel=1e-8)
    assert result.df1 == pytest.approx(reference["df1"], rel=1e-8)
    counts_fewer = design in NOT_CALIBRATED and design not in CLUSTERED
    assert (result.df2 < reference["df2"] * (1 - 1e-8)) == counts_fewer


def test_the_documented_example_of_r():
    schools = pl.read_csv(Path(REFERENCE) / "apiclus1.csv").with_columns(
        unit=pl.col("dnum").rank("dense").cast(pl.Int64) - 1,
        group=pl.col("stype").rank("dense").cast(pl.Int64) - 1,
        answer=(pl.col("sch.wide") == "Yes").cast(pl.Int64),
        w=pl.col("schools") * pl.col("pw"),
        w2=pl.col("schools") * pl.col("pw") ** 2,
    )
    units = schools.group_by("unit").agg(pl.col("schools", "w", "w2").sum()).sort("unit")
    zeros = np.zeros(len(units), dtype=int)
    cluster = units["unit"].to_numpy()
    sampled = np.array([len(units) / schools["fpc"][0]])
    moments = [units[name].to_numpy().astype(float) for name in ("schools", "w", "w2")]
    sample = Sample(zeros, cluster, zeros, *moments, sampled=sampled, clustered=True)
    n, w, w2 = (schools[name].to_numpy().astype(float) for name in ("schools", "w", "w2"))
    atoms = Atoms(schools["unit"].to_numpy(), n, w, w2)
    result = rao_scott(atoms, schools["group"].to_numpy(), schools["answer"].to_numpy(), sample)
    assert result.statistic == pytest.approx(5.19337, abs=5e-6)
    assert (result.df1, result.df2) == pytest.approx((1.49464, 20.92496), abs=5e-6)
    assert result.p_value == pytest.approx(0.021747, abs=5e-7)
    assert result.n == 183


def test_a_simple_random_sample_is_close_to_pearsons_test():
    table = [[400, 300, 500], [350, 420, 480]]
    result, pearson = rao_scott(*one_stratum(table)), chi_squared_independence(table)
    assert result.df1 == pytest.approx(2, abs=0.01)
    assert result.statistic == pytest.approx(pearson.statistic / 2, rel=0.02)
    assert result.p_value == fdtrc(result.df1, result.df2, result.statistic)


@settings(deadline=None)
@given(st.sampled_from(DESIGNS), st.floats(1e-6, 1e6))
def test_scaling_the_weights_changes_nothing(design, factor):
    table = counted(design, "answer")
    answer, atoms, sample = table.values[:, 0].astype(int) - 1, table.atoms, table.sample
    scaled = rao_scott(
        replace(atoms, w=factor * atoms.w, w2=factor**2 * atoms.w2),
        table.group,
        answer,
        replace(sample, w=factor * sample.w, w2=factor**2 * sample.w2),
    )
    result = rao_scott(atoms, table.group, answer, sample)
    assert scaled.p_value == pytest.approx(result.p_value, rel=1e-9)
    assert scaled.effect_size == pytest.approx(result.effect_size, rel=1e-9)


@settings(deadline=None)
@given(st.permutations(range(340)))
def test_the_order_of_the_atoms_changes_nothing(order):
    table = counted("clusters", "answer")
    answer, atoms = table.values[:, 0].astype(int) - 1, table.atoms
    order = np.array(order)
    mixed = Atoms(*(each[order] for each in (atoms.unit, atoms.n, atoms.w, atoms.w2)))
    result = rao_scott(mixed, table.group[order], answer[order], table.sample)
    assert result.p_value == pytest.approx(result_of("clusters").p_value, rel=1e-12)


def test_empty_groups_and_answers_are_left_out():
    atoms, group, answer, sample = one_stratum([[30, 12], [21, 25]])
    apart = rao_scott(atoms, 2 * group, 3 * answer + 1, sample)
    assert apart == rao_scott(atoms, group, answer, sample)


@pytest.mark.parametrize(
    ("table", "warning"),
    [
        ([[0, 0], [0, 0]], Caution.NO_ANSWERS),
        ([[9, 5], [0, 0]], Caution.ONE_GROUP),
        ([[9, 0], [5, 0]], Caution.ONE_CATEGORY),
        ([[8, 0], [0, 8]], Caution.NO_SPREAD),
        ([[9, 0, 0], [0, 9, 0], [0, 0, 9]], Caution.EMPTY_COMBINATIONS),
    ],
)
def test_what_cannot_be_tested_says_why(table, warning):
    result = rao_scott(*one_stratum(table))
    assert result.warning == warning
    assert isnan(result.p_value) and isnan(result.statistic) and isnan(result.effect_size)


def test_a_single_cluster_cannot_be_result_of():
    atoms, group, answer, sample = one_stratum([[30, 12], [21, 25]])
    result = rao_scott(atoms, group, answer, replace(sample, clustered=True))
    assert result.warning == Caution.FEW_CLUSTERS
    assert isnan(result.p_value)


def test_expected_counts_are_judged_at_the_effective_base():
    atoms, group, answer, sample = one_stratum([[12, 12], [12, 12]])
    uneven = replace(atoms, w2=4 * atoms.w2)
    assert rao_scott(atoms, group, answer, sample).warning is None
    assert rao_scott(uneven, group, answer, sample).warning == Caution.SMALL_EXPECTED
