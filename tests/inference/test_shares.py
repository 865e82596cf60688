"""Shares under a design against R's survey package (reference/shares.R)."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from share_samples import DESIGNS, Table, counted, from_r

from pipeline.inference import proportions
from pipeline.inference.design import Atoms, Sample
from pipeline.inference.shares import Shares, shares

MEMBERS = {"answer": ("1", "2", "3", "4", "5", "net"), "items": ("1", "2", "3", "4")}


def estimated(table: Table) -> Shares:
    return shares(table.members, table.group, table.groups, table.atoms, table.sample)


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("topic", MEMBERS)
@pytest.mark.parametrize("by", [None, "group"])
def test_shares_errors_and_bases_equal_r(design, topic, by):
    found = estimated(counted(design, topic, by))
    for i, group in enumerate(["1", "2", "3", "4"] if by else ["all"]):
        for j, member in enumerate(MEMBERS[topic]):
            expected = from_r()[design, topic, group, member]
            assert found.share[i, j] == pytest.approx(expected["share"], rel=1e-10)
            assert found.standard_error[i, j] == pytest.approx(expected["std_error"], rel=1e-8)
            assert found.effective_n[i] == pytest.approx(expected["effective_n"], rel=1e-10)
            assert (found.df[i], found.n[i]) == (expected["df"], expected["n"])


def test_no_one_in_group_4_gave_answer_5():
    found = estimated(counted("clusters", "answer", "group"))
    assert (found.share[3, 4], found.standard_error[3, 4]) == (0, 0)


@pytest.mark.parametrize("design", ["clusters", "raked"])
def test_covariances_between_groups_and_answers_equal_r(design):
    table = counted(design, "answer", "group")
    found = estimated(replace(table, members=table.members[:, :5])).covariance
    assert found.shape == (20, 20)
    for i in range(20):
        for j in range(i + 1):
            expected = from_r()[design, "covariance", str(i), str(j)]["covariance"]
            assert found[i, j] == pytest.approx(expected, rel=1e-8, abs=1e-16)
            assert found[j, i] == pytest.approx(expected, rel=1e-8, abs=1e-16)


def test_four_respondents_by_hand():
    # Weights 1, 1, 2 and 4, of whom the first and the last tick: p = 5 / 8. Influences
    # w (y - p) / 8 are 3/64, -5/64, -10/64 and 12/64; they sum to 0, their squares to 278/4096.
    one = np.zeros(1, dtype=np.int64)
    weight = np.array([1.0, 1.0, 2.0, 4.0])
    sample = Sample(one, one, one, np.array([4.0]), np.array([8.0]), np.array([22.0]), np.zeros(1))
    atoms = Atoms(np.zeros(4, dtype=np.int64), np.ones(4), weight, weight**2)
    found = shares(np.array([[True], [False], [False], [True]]), atoms.unit, 2, atoms, sample)
    assert found.share[0, 0] == 5 / 8
    assert found.standard_error[0, 0] ** 2 == pytest.approx(4 / 3 * 278 / 4096)
    assert found.effective_n.tolist() == [pytest.approx(64 / 22), 0]
    assert (found.n.tolist(), found.df.tolist()) == ([4, 0], [3, 0])
    assert np.isnan([found.share[1, 0], found.standard_error[1, 0]]).all()


def test_without_a_design_it_is_the_classical_share_with_n_minus_1():
    everyone = counted("simple", "answer")
    whole = replace(everyone, sample=_only(everyone.atoms))
    found = estimated(whole)
    np.testing.assert_allclose(
        found.standard_error, proportions.standard_error(found.share, found.n - 1), rtol=1e-12
    )


def _only(atoms: Atoms) -> Sample:
    """A sample in which everyone is in the table."""
    zero = np.zeros(int(atoms.unit.max()) + 1, dtype=np.int64)
    n = np.bincount(atoms.unit, atoms.n)
    return Sample(zero, zero, zero, n, n, n, np.zeros(1))


def test_a_census_has_no_standard_error():
    table = counted("strata", "answer", "group")
    census = replace(table.sample, sampled=np.ones(5))
    assert not estimated(replace(table, sample=census)).standard_error.any()


def test_a_full_distribution_adds_to_one():
    table = counted("raked", "answer", "group")
    np.testing.assert_allclose(estimated(table).share[:, :5].sum(axis=1), 1, rtol=1e-12)


def test_merging_all_groups_gives_the_share_of_the_total():
    table = counted("clusters", "items", "group")
    found = estimated(table)
    merged = estimated(replace(table, group=0 * table.group, groups=1))
    np.testing.assert_allclose(
        (found.weight[:, None] * found.share).sum(axis=0) / found.weight.sum(), merged.share[0]
    )
    assert merged.n[0] == found.n.sum()


@given(st.floats(0.01, 100), st.integers(0, 2**32 - 1))
def test_the_scale_of_the_weights_and_the_order_of_the_atoms_change_nothing(scale, seed):
    table = counted("raked_clusters", "answer", "group")
    order = np.random.default_rng(seed).permutation(len(table.group))
    atoms, sample = table.atoms, table.sample
    mixed = Table(
        members=table.members[order],
        group=table.group[order],
        groups=4,
        atoms=Atoms(
            atoms.unit[order], atoms.n[order], scale * atoms.w[order], scale**2 * atoms.w2[order]
        ),
        sample=replace(sample, w=scale * sample.w, w2=scale**2 * sample.w2),
    )
    before, after = estimated(table), estimated(mixed)
    np.testing.assert_allclose(after.share, before.share, rtol=1e-12)
    np.testing.assert_allclose(after.standard_error, before.standard_error, rtol=1e-10)
    np.testing.assert_allclose(after.covariance, before.covariance, rtol=1e-8, atol=1e-14)
