"""Which groups differ? All pairs of groups for each answer, with letters as in SPSS Custom Tables.

An answer is anything with a share: a category, a net or an item of a multiple-response question.
The pairs of one answer are one family of tests.
"""

from dataclasses import dataclass
from string import ascii_uppercase

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import ndtr, stdtr

from pipeline.inference.corrections import Correction, corrected
from pipeline.inference.design import Atoms, Sample, Whole
from pipeline.inference.intervals import Floats
from pipeline.inference.shares import Shares

# A variance below this is rounding: the smallest real one is that of a share among billions.
NO_VARIANCE = 1e-24


@dataclass(frozen=True)
class Comparisons:
    """All pairs of groups for J answers; nan where a pair is not compared.

    `first` and `second` (P) number the groups of each pair, first < second; `difference` is the
    share of first less that of second, `statistic` z or t, `p_value` two-sided and `p_adjusted`
    by `correction`: J x P. `df` (P) is infinite for z.
    """

    groups: int
    first: Whole
    second: Whole
    difference: Floats
    statistic: Floats
    df: Floats
    p_value: Floats
    p_adjusted: Floats
    correction: Correction


def compared_proportions(
    counts: ArrayLike, bases: ArrayLike, correction: Correction = Correction.HOLM
) -> Comparisons:
    """Compare the shares of unweighted groups.

    `counts` (groups x J) are those who hold each answer, `bases` whom it is a share of: one a
    group (groups) or one a group and answer (groups x J). z is the difference over its standard
    error with the pair's pooled share, sqrt(p (1 - p) (1 / n1 + 1 / n2)): z² is Pearson's
    chi-squared of the pair. As in SPSS a group in which no one or everyone holds the answer is
    not compared for it. Assumes independent respondents in groups that do not overlap. Raises
    ValueError for counts that are negative or above their base.
    """
    held = np.asarray(counts, dtype=np.float64)
    base = np.asarray(bases, dtype=np.float64)
    base = np.broadcast_to(base[:, None] if base.ndim == 1 else base, held.shape)
    if not ((held >= 0) & (held <= base)).all():
        raise ValueError("a count is negative or above its base: count respondents")
    share = np.divide(held, base, out=np.full(held.shape, np.nan), where=base > 0)
    first, second = np.triu_indices(len(held), 1)
    pooled = (held[first] + held[second]) / np.maximum(base[first] + base[second], 1)
    per_base = 1 / np.maximum(base, 1)
    variance = pooled * (1 - pooled) * (per_base[first] + per_base[second])
    return _compared(share, variance.T, np.full(len(first), np.inf), correction)


def compared_shares(
    shares: Shares,
    group: Whole,
    atoms: Atoms,
    sample: Sample,
    correction: Correction = Correction.HOLM,
) -> Comparisons:
    """Compare the shares of groups under weights or a design.

    `shares` comes from the same `group`, `atoms` and `sample`. t is the difference over its
    standard error from the covariance of the two shares (they depend on each other where
    clusters or calibration cut across groups), with clusters minus strata of the pair, minus 1,
    degrees of freedom: as R's svyttest() on the two groups. Which groups are not compared is as
    in `compared_proportions`.
    """
    groups, answers = shares.share.shape
    first, second = np.triu_indices(groups, 1)
    spread = shares.covariance.reshape(groups, answers, groups, answers)
    within = np.einsum("gjhj->jgh", spread)
    own = np.einsum("jgg->jg", within)
    variance = own[:, first] + own[:, second] - 2 * within[:, first, second]
    df = _degrees_of_freedom(first, second, groups, group, atoms, sample)
    return _compared(shares.share, variance, df, correction)


def letters(comparisons: Comparisons, level: float = 0.95) -> tuple[tuple[str, ...], ...]:
    """For each answer and group the letters of the groups with a significantly smaller share.

    Groups are A, B, C ...; the letters of a group are apart by spaces, "" for none. A pair
    differs where its p_adjusted is below 1 - level.
    """
    names = column_letters(comparisons.groups)
    found = [[list[str]() for _ in names] for _ in comparisons.p_adjusted]
    differs = comparisons.p_adjusted < 1 - level
    for answer, pair in np.argwhere(differs):
        first, second = comparisons.first[pair], comparisons.second[pair]
        larger_first = comparisons.difference[answer, pair] > 0
        larger, smaller = (first, second) if larger_first else (second, first)
        found[answer][larger].append(names[smaller])
    return tuple(tuple(" ".join(sorted(own, key=names.index)) for own in row) for row in found)


def column_letters(groups: int) -> tuple[str, ...]:
    """A to Z, then AA, AB ... as the columns of a spreadsheet."""
    return tuple(_letter(number) for number in range(groups))


def _letter(number: int) -> str:
    before, last = divmod(number, len(ascii_uppercase))
    return (_letter(before - 1) if before else "") + ascii_uppercase[last]


def _compared(share: Floats, variance: Floats, df: Floats, correction: Correction) -> Comparisons:
    """Of shares (groups x J) and the variances of their differences (J x P)."""
    first, second = np.triu_indices(len(share), 1)
    inside = np.where((share > 0) & (share < 1), share, np.nan).T
    difference = inside[:, first] - inside[:, second]
    possible = (variance > NO_VARIANCE) & (df >= 1)
    error = np.sqrt(np.where(possible, variance, np.nan))
    statistic = difference / error
    p_value = 2 * np.where(
        np.isinf(df), ndtr(-np.abs(statistic)), stdtr(np.maximum(df, 1), -np.abs(statistic))
    )
    return Comparisons(
        groups=len(share),
        first=first,
        second=second,
        difference=difference,
        statistic=statistic,
        df=df,
        p_value=p_value,
        p_adjusted=corrected(p_value, correction),
        correction=correction,
    )


def _degrees_of_freedom(
    first: Whole, second: Whole, groups: int, group: Whole, atoms: Atoms, sample: Sample
) -> Floats:
    """Clusters minus strata with respondents in the two groups, minus 1 (P)."""
    strata = _seen(sample.stratum, groups, group, atoms)
    clusters = np.bincount(group, atoms.n, groups)
    together = clusters[first] + clusters[second]
    if sample.clustered:
        seen = _seen(sample.cluster, groups, group, atoms)
        together = (seen[first] | seen[second]).sum(axis=1)
    return np.asarray(together - (strata[first] | strata[second]).sum(axis=1) - 1, dtype=np.float64)


def _seen(
    part: Whole, groups: int, group: Whole, atoms: Atoms
) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Which strata or clusters of the sample have respondents of which group."""
    seen = np.zeros((groups, int(part.max(initial=-1)) + 1), dtype=np.bool_)
    there = atoms.n > 0
    seen[group[there], part[atoms.unit[there]]] = True
    return seen
