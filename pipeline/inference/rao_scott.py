"""Pearson's chi-squared under weights or a design: the second-order test of Rao and Scott.

Rao and Scott (1984), On chi-squared tests for multiway contingency tables with cell proportions
estimated from survey data, Annals of Statistics 12, 46-60; with the F distribution of Thomas and
Rao (1987), Journal of the American Statistical Association 82, 630-636, as R's svychisq().
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import nan

import numpy as np
from scipy.special import fdtrc

from pipeline.inference.association import (
    Caution,
    TestResult,
    bias_corrected_cramers_v,
    expected_too_small,
    why_untestable,
)
from pipeline.inference.design import (
    Atoms,
    Sample,
    Whole,
    covariance,
    degrees_of_freedom,
    effective_n,
)
from pipeline.inference.intervals import Floats

# A sum of design effects below this is rounding: answers that never differ within a group.
NO_VARIANCE = 1e-9


@dataclass(frozen=True)
class TwoWayTable:
    """Weighted shares of a table (groups x answers, adding to 1) and its interactions.

    `phi2` is X² / n. The interactions are m contrasts of the logarithms of the shares, one for
    each degree of freedom, all 0 where group and answer are independent: `influence` (atoms x m)
    is their linearisation, `simple` (m x m) is n times the covariance that a simple random
    sample would give them.
    """

    shares: Floats
    phi2: float
    influence: Floats
    simple: Floats


@dataclass(frozen=True)
class SecondOrder:
    """F with df1 and df2, and what the design makes of n: n over the mean design effect."""

    statistic: float
    df1: float
    df2: float
    p_value: float
    effective_n: float


def rao_scott(atoms: Atoms, group: Whole, answer: Whole, sample: Sample) -> TestResult:
    """Test that answers do not depend on the group, for respondents drawn by a design.

    `group` and `answer` number the category of each atom from 0; empty groups and answers say
    nothing and are dropped. X² of the weighted shares is divided by the sum of its generalised
    design effects (eigenvalues) and compared with F: df1 = (sum)² / (sum of squares), df2 = df1
    times clusters minus strata. The effect is Cramér's V with Bergsma's bias correction, n
    divided by the mean design effect. Expected counts are judged at the effective n of the
    weights. Nothing can be tested where answers vary in too few clusters, or where so many
    combinations are empty that the interactions are not determined: nan with a warning.
    """
    return tested_table(two_way(atoms, group, answer), atoms, sample, "rao_scott")


def tested_table(table: TwoWayTable, atoms: Atoms, sample: Sample, name: str) -> TestResult:
    """The test of one table under a name; `atoms` are what was put in its combinations."""
    groups, answers = table.shares.shape
    untested = TestResult(
        test=name,
        statistic=nan,
        df1=nan,
        df2=nan,
        p_value=nan,
        effect="cramers_v_corrected",
        effect_size=nan,
        n=int(atoms.n.sum()),
        warning=why_untestable(groups, answers),
    )
    if untested.warning:
        return untested
    tested = second_order([table], atoms, sample)
    if isinstance(tested, Caution):
        return replace(untested, warning=tested)
    return replace(
        untested,
        statistic=tested.statistic,
        df1=tested.df1,
        df2=tested.df2,
        p_value=tested.p_value,
        effect_size=bias_corrected_cramers_v(table.phi2, tested.effective_n, groups, answers),
        warning=Caution.SMALL_EXPECTED if expects_little(table, atoms) else None,
    )


def two_way(atoms: Atoms, group: Whole, answer: Whole) -> TwoWayTable:
    """The table of groups and answers that have respondents, linearised."""
    weight = np.zeros((int(group.max(initial=-1)) + 1, int(answer.max(initial=-1)) + 1))
    np.add.at(weight, (group, answer), atoms.w)
    return linearised(weight, lambda of_cell: of_cell[group, answer])


def linearised(weight: Floats, of_atoms: Callable[[Floats], Floats]) -> TwoWayTable:
    """The table of these weights (groups x answers) without what is empty.

    `of_atoms` takes the influence of a unit of weight in each combination (groups x answers x
    m) to that of each atom (atoms x m). The algebra of svychisq(): contrasts C (any basis of the
    interactions) of the logarithms of the shares p, linearised to C' p / p; an empty combination
    contributes nothing.
    """
    kept = np.ix_(weight.any(axis=1), weight.any(axis=0))
    total = max(float(weight.sum()), np.finfo(np.float64).tiny)
    shares = weight[kept] / total
    groups, answers = shares.shape
    if groups < 2 or answers < 2:
        nothing = of_atoms(np.zeros((*weight.shape, 0)))
        return TwoWayTable(shares, nan, nothing, np.zeros((0, 0)))
    interactions = np.einsum("ga,hb->ghab", _contrasts(groups), _contrasts(answers))
    basis = interactions.reshape(groups, answers, -1)
    over_share = basis / np.where(shares > 0, shares, np.inf)[:, :, None]
    of_cell = np.zeros((*weight.shape, basis.shape[2]))
    of_cell[kept] = over_share - np.tensordot(shares, over_share, 2)
    independent = np.outer(shares.sum(axis=1), shares.sum(axis=0))
    return TwoWayTable(
        shares=shares,
        phi2=float(((shares - independent) ** 2 / independent).sum()),
        influence=of_atoms(of_cell) / total,
        simple=np.tensordot(over_share, basis, ((0, 1), (0, 1))),
    )


def second_order(tables: list[TwoWayTable], atoms: Atoms, sample: Sample) -> SecondOrder | Caution:
    """The test of the sum of the tables' X², all of the same respondents; or why there is none.

    With one table the test of Rao and Scott. The generalised design effects are the eigenvalues
    of the covariance under the design relative to that of simple random samples table by table,
    so tables of the same respondents (items ticked together) may depend on each other.
    """
    joint = covariance(np.hstack([table.influence for table in tables]), atoms, sample)
    relative = np.zeros_like(joint)
    start = 0
    for table in tables:
        rank = len(table.simple)
        if np.linalg.matrix_rank(table.simple, hermitian=True) < rank:
            return Caution.EMPTY_COMBINATIONS
        rows = slice(start, start + rank)
        relative[rows] = np.linalg.solve(table.simple, joint[rows])
        start += rank
    total, squares = float(np.trace(relative)), float(np.sum(relative * relative.T))
    clusters = denominator_df(atoms, sample)
    if clusters <= 0:
        return Caution.FEW_CLUSTERS
    if total * float(atoms.n.sum()) < NO_VARIANCE:
        return Caution.NO_SPREAD
    statistic, df1 = sum(table.phi2 for table in tables) / total, total**2 / squares
    df2 = df1 * clusters
    return SecondOrder(
        statistic, df1, df2, float(fdtrc(df1, df2, statistic)), len(relative) / total
    )


def denominator_df(atoms: Atoms, sample: Sample) -> int:
    """Clusters minus strata as svychisq() counts them.

    Those with respondents in the table, but all of the sample's where weights are calibrated:
    there R's subset() keeps everyone, because the margins hold for the whole sample only.
    """
    if sample.margins is None:
        return degrees_of_freedom(atoms, sample)
    clusters = sample.clusters
    return int(clusters.sum()) - int(np.count_nonzero(clusters))


def _contrasts(categories: int) -> Floats:
    """Helmert's orthonormal contrasts (categories x categories - 1)."""
    steps = np.arange(1, categories)
    upper = np.triu(np.ones((categories, categories - 1)))
    upper[steps, steps - 1] = -steps
    return np.asarray(upper / np.sqrt(steps * (steps + 1)))


def expects_little(table: TwoWayTable, atoms: Atoms) -> bool:
    """Whether Cochran's rule finds the table small, expected counts being of the effective n."""
    n = float(effective_n(atoms.w.sum(keepdims=True), atoms.w2.sum(keepdims=True))[0])
    return expected_too_small(n * np.outer(table.shares.sum(axis=1), table.shares.sum(axis=0)))
