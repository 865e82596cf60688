"""Ticks of a multiple-response question: shares of all ticks, and whether they depend on a group.

A respondent may tick several items, so ticks are clusters of answers: they come respondent by
respondent. An atom here is one entry a unit of the sample, group and set of ticks; `ticked`
(atoms x items) says which items it has.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from pipeline.inference.association import TestResult, chi_squared_independence
from pipeline.inference.design import Atoms, Sample, Whole, covariance, effective_n
from pipeline.inference.design_means import degrees_of_freedom_by_group
from pipeline.inference.intervals import Floats
from pipeline.inference.rao_scott import linearised, tested_table
from pipeline.inference.shares import Members


@dataclass(frozen=True)
class TickShares:
    """Shares of K items among the ticks of G groups; `share` and `standard_error` are G x K.

    One entry a group: `n` ticks, `weight` their weights, Kish's `effective_n` of the respondents'
    weights of ticks, and `df` degrees of freedom. A group without ticks has nan shares.
    """

    share: Floats
    standard_error: Floats
    df: Whole
    n: Floats
    weight: Floats
    effective_n: Floats


def tick_shares(
    ticked: Members, group: Whole, groups: int, atoms: Atoms, sample: Sample
) -> TickShares:
    """Each item's share of the ticks, with standard errors that respect who ticked what.

    The share is a ratio of totals, R = sum w y / sum w t, where y is 1 for those who ticked the
    item and t counts a respondent's ticks; it is linearised to (y - R t) / sum w t, as R's
    svyratio (Cochran 1977, Sampling Techniques, 6.3 and 6.4). Not-tickers contribute nothing.
    """
    y = ticked.astype(np.float64)
    t = y.sum(axis=1)
    inside = (group == np.arange(groups)[:, None]).astype(np.float64)
    held, weight = inside @ (atoms.w[:, None] * y), inside @ (atoms.w * t)
    filled = weight > 0
    share = np.divide(held, weight[:, None], out=np.full(held.shape, np.nan), where=filled[:, None])
    influence = np.zeros((len(group), groups, y.shape[1]))
    influence[np.arange(len(group)), group] = (y - share[group] * t[:, None]) / weight[group, None]
    spread = np.diag(covariance(influence.reshape(len(group), -1), atoms, sample))
    error = np.sqrt(np.maximum(spread, 0.0)).reshape(share.shape)
    error[(share == 0) | (share == 1)] = 0.0
    error[~filled] = np.nan
    return TickShares(
        share=share,
        standard_error=error,
        df=degrees_of_freedom_by_group(group, groups, atoms, sample),
        n=inside @ (atoms.n * t),
        weight=weight,
        effective_n=effective_n(weight, inside @ (atoms.w2 * t**2)),
    )


def rao_scott_ticks(ticked: Members, group: Whole, atoms: Atoms, sample: Sample) -> TestResult:
    """Whether what is ticked depends on the group, for respondents who tick several items.

    Rao and Scott's second-order test of the table of ticks, groups x items, with the covariance
    of respondents' sets of ticks: R's svychisq() of one row a tick, with respondents (or the
    design's clusters) as clusters. Bilder and Loughin (2004), Testing for marginal independence
    between two categorical variables with multiple responses, Biometrics 60, 241-248, recommend
    corrections of this kind. `n` counts ticks.
    """
    y = ticked.astype(np.float64)
    t = y.sum(axis=1)
    weight = _table(group, atoms.w[:, None] * y)
    table = linearised(weight, lambda of_cell: np.einsum("ak,akm->am", y, of_cell[group]))
    ticks = Atoms(atoms.unit, atoms.n * t, atoms.w * t, atoms.w2 * t**2)
    found = tested_table(table, atoms, sample, "rao_scott_ticks")
    return replace(found, n=int(ticks.n.sum()))


def chi_squared_ticks(ticked: Members, group: Whole, n: ArrayLike) -> TestResult:
    """Pearson's test of the table of ticks, as if each tick were a respondent of its own.

    It is easily checked by hand, but its p-values are too small where people who tick one item
    tend to tick another as well, and too large where they tend not to.
    """
    counts = _table(group, np.asarray(n, dtype=np.float64)[:, None] * ticked)
    return replace(chi_squared_independence(counts), test="chi_squared_ticks")


def _table(group: Whole, of_items: Floats) -> Floats:
    """Sums by group, groups x items."""
    inside = group == np.arange(int(group.max(initial=-1)) + 1)[:, None]
    return np.asarray(inside.astype(np.float64) @ of_items)
