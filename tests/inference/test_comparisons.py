"""Comparisons of all groups and their letters against R and a published example."""

from dataclasses import replace

import numpy as np
import pytest
from association_samples import DESIGNS, counted, from_r
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.inference.association import chi_squared_independence
from pipeline.inference.comparisons import (
    Comparisons,
    column_letters,
    compared_proportions,
    compared_shares,
    letters,
)
from pipeline.inference.corrections import Correction
from pipeline.inference.shares import shares

SMOKERS, PATIENTS = np.array([83, 90, 129, 70]), np.array([86, 93, 136, 82])
R_NAMES = {Correction.BENJAMINI_HOCHBERG: "BH"}


def compared(design, correction=Correction.NONE, factor=1.0):
    """The five answers and the net of the upper two, of the generated sample."""
    table = counted(design, "answer")
    answer = table.values[:, 0].astype(int)
    members = np.column_stack([answer[:, None] == np.arange(1, 6), answer >= 4])
    atoms = replace(table.atoms, w=factor * table.atoms.w, w2=factor**2 * table.atoms.w2)
    sample = replace(table.sample, w=factor * table.sample.w, w2=factor**2 * table.sample.w2)
    found = shares(members, table.group, 4, atoms, sample)
    return compared_shares(found, table.group, atoms, sample, correction)


def pair(comparisons, first, second):
    """Groups as they are numbered in R, from 1."""
    places = (comparisons.first == first - 1) & (comparisons.second == second - 1)
    return int(np.flatnonzero(places)[0])


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        (Correction.NONE, {(1, 4): 0.011329, (2, 4): 0.007141, (3, 4): 0.016143}),
        (Correction.HOLM, {(1, 4): 0.056645, (2, 4): 0.042846, (3, 4): 0.064573}),
    ],
)
def test_the_published_example_of_four_groups(correction, expected):
    result = compared_proportions(SMOKERS[:, None], PATIENTS, correction)
    for (first, second), p_value in expected.items():
        assert result.p_adjusted[0, pair(result, first, second)] == pytest.approx(p_value, abs=5e-7)


def test_only_one_letter_of_the_published_example_is_left():
    def found(correction):
        return letters(compared_proportions(SMOKERS[:, None], PATIENTS, correction))

    assert found(Correction.NONE) == (("D", "D", "D", ""),)
    assert found(Correction.HOLM) == (("", "D", "", ""),)


@pytest.mark.parametrize("correction", Correction)
def test_unweighted_pairs_equal_r(correction):
    result = compared_proportions(SMOKERS[:, None], PATIENTS, correction)
    name = f"pairs_{R_NAMES.get(correction, correction)}"
    for place, (first, second) in enumerate(zip(result.first + 1, result.second + 1, strict=True)):
        reference = from_r()["none", name, f"{first} {second}"]["p_value"]
        assert result.p_adjusted[0, place] == pytest.approx(reference, rel=1e-10)
    assert np.isinf(result.df).all()


@pytest.mark.parametrize("design", DESIGNS)
def test_pairs_under_a_design_equal_r(design):
    """As svyttest() of each pair; its difference is that of the first group too."""
    result = compared(design)
    for answer in range(6):
        for place, (g, h) in enumerate(zip(result.first + 1, result.second + 1, strict=True)):
            reference = from_r().get((design, "pair", f"{answer + 1} {g} {h}"))
            here = result.difference[answer, place], result.p_value[answer, place]
            if reference is None:
                assert np.isnan(here).all()
                continue
            assert here[0] == pytest.approx(reference["difference"], rel=1e-8)
            assert here[1] == pytest.approx(reference["p_value"], rel=1e-8)
            assert result.statistic[answer, place] == pytest.approx(
                reference["statistic"], rel=1e-8
            )
            assert result.df[place] == reference["df"]


def test_a_group_without_the_answer_or_with_nothing_else_is_not_compared():
    result = compared_proportions([[0, 4], [10, 5], [3, 9]], [10, 10, 10])
    assert np.isnan(result.p_value[0]).tolist() == [True, True, True]
    assert np.isnan(result.p_value[1]).tolist() == [False, False, False]
    three = compared_proportions([[0], [4], [9]], [10, 10, 10], Correction.BONFERRONI)
    assert three.p_adjusted[0].tolist()[2] == pytest.approx(three.p_value[0, 2])


def test_a_group_without_respondents_is_not_compared():
    result = compared_proportions([[0], [4], [9]], [0, 10, 10])
    assert np.isnan(result.p_value[0]).tolist() == [True, True, False]


def test_items_may_have_bases_of_their_own():
    both = compared_proportions([[4, 8], [9, 2]], [[10, 20], [15, 12]])
    second = compared_proportions([[8], [2]], [20, 12])
    assert both.p_value[1] == pytest.approx(second.p_value[0])


@settings(deadline=None)
@given(st.integers(1, 39), st.integers(1, 59))
def test_the_square_of_z_is_pearsons_statistic(first, second):
    result = compared_proportions([[first], [second]], [40, 60])
    pearson = chi_squared_independence([[first, 40 - first], [second, 60 - second]])
    assert result.statistic[0, 0] ** 2 == pytest.approx(pearson.statistic, rel=1e-9, abs=1e-12)
    assert result.p_value[0, 0] == pytest.approx(pearson.p_value, rel=1e-9)


@settings(deadline=None)
@given(st.sampled_from(DESIGNS), st.floats(1e-4, 1e4))
def test_scaling_the_weights_changes_nothing(design, factor):
    scaled, result = compared(design, factor=factor), compared(design)
    assert scaled.p_value == pytest.approx(result.p_value, rel=1e-9, nan_ok=True)


@pytest.mark.parametrize("correction", Correction)
def test_the_pairs_of_an_answer_are_a_family(correction):
    counts, bases = np.array([[30, 5], [20, 25], [8, 9]]), [40, 50, 45]
    both = compared_proportions(counts, bases, correction)
    alone = compared_proportions(counts[:, :1], bases, correction)
    assert both.p_adjusted[0] == pytest.approx(alone.p_adjusted[0])


def test_the_larger_share_carries_the_letters_of_the_smaller_in_order():
    comparisons = Comparisons(
        groups=3,
        first=np.array([0, 0, 1]),
        second=np.array([1, 2, 2]),
        difference=np.array([[-0.2, -0.4, -0.2], [0.3, np.nan, 0.1]]),
        statistic=np.full((2, 3), np.nan),
        df=np.full(3, np.inf),
        p_value=np.full((2, 3), np.nan),
        p_adjusted=np.array([[0.2, 0.001, 0.04], [0.02, np.nan, 0.06]]),
        correction=Correction.HOLM,
    )
    assert letters(comparisons) == (("", "", "A B"), ("B", "", ""))
    assert letters(comparisons, level=0.99) == (("", "", "A"), ("", "", ""))


def test_the_letters_after_z():
    names = column_letters(54)
    assert (names[0], names[25], names[26], names[53]) == ("A", "Z", "AA", "BB")


def test_too_few_clusters_are_not_compared():
    table = counted("clusters", "answer")
    few = replace(
        table.sample,
        stratum=np.zeros_like(table.sample.stratum),
        cluster=table.sample.cluster % 2,
        sampled=np.zeros(1),
    )
    members = table.values >= 4
    found = shares(members, table.group, 4, table.atoms, few)
    result = compared_shares(found, table.group, table.atoms, few)
    assert (result.df == 0).all() and np.isnan(result.p_value).all()


@pytest.mark.parametrize("counts", [[[-1], [3]], [[11], [3]], [[np.nan], [3]]])
def test_counts_are_of_the_base(counts):
    with pytest.raises(ValueError, match="base"):
        compared_proportions(counts, [10, 10])
