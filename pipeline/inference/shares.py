"""Shares by group under a sampling design: of categories, of nets, of ticked items.

A share is a ratio of weighted totals: of those who hold the answer to all in the base.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.inference.design import Atoms, Sample, Whole, covariance, effective_n
from pipeline.inference.design_means import degrees_of_freedom_by_group
from pipeline.inference.intervals import Floats

Members = NDArray[np.bool_]


@dataclass(frozen=True)
class Shares:
    """Shares of J answers in G groups: `share` and `standard_error` are G x J, 0..1.

    One entry a group: `df` (clusters minus strata among its respondents), `n` respondents, the
    sum of their weights, and Kish's `effective_n`. `covariance` is (G J) x (G J), the answers
    inside the groups. A group without respondents has nan shares and errors, and no covariance
    with others.
    """

    share: Floats
    standard_error: Floats
    df: Whole
    n: Floats
    weight: Floats
    effective_n: Floats
    covariance: Floats


def shares(members: Members, group: Whole, groups: int, atoms: Atoms, sample: Sample) -> Shares:
    """The share of each answer in each group, with linearised standard errors.

    `members` (atoms x J) says which atoms hold which answer: one column a category, net or item;
    an atom may hold several or none. `group` numbers the atoms' groups from 0 (all 0 without
    groups) and `groups` counts them, empty ones included.

    The share p = sum w y / sum w is linearised to (y - p) / sum w; the rest of the sample stays
    in the variance, as in R's svymean of a subset of the design. Calibration is allowed for where
    the sample has it.
    """
    n, weight = _sums(atoms.n, group, groups), _sums(atoms.w, group, groups)
    share = _shares(members, group, n, weight, atoms)
    influence = _influences(members, group, share, weight)
    spread = covariance(influence, atoms, sample)
    error = np.sqrt(np.maximum(np.diag(spread), 0.0)).reshape(share.shape)
    # Nothing varies where everyone or no one holds the answer; rounding must not say otherwise.
    error[(share == 0) | (share == 1)] = 0.0
    error[n == 0] = np.nan
    return Shares(
        share=share,
        standard_error=error,
        df=degrees_of_freedom_by_group(group, groups, atoms, sample),
        n=n,
        weight=weight,
        effective_n=effective_n(weight, _sums(atoms.w2, group, groups)),
        covariance=spread,
    )


def _shares(members: Members, group: Whole, n: Floats, weight: Floats, atoms: Atoms) -> Floats:
    """Exactly 0 and 1 where no one or everyone holds the answer (groups x J)."""
    holders = _sums_by_group(atoms.n[:, None] * members, group, len(n))
    held = _sums_by_group(atoms.w[:, None] * members, group, len(n))
    filled = (n > 0)[:, None]
    share = np.divide(held, weight[:, None], out=np.full(held.shape, np.nan), where=filled)
    return np.where((holders == n[:, None]) & filled, 1.0, share)


def _influences(members: Members, group: Whole, share: Floats, weight: Floats) -> Floats:
    """What a unit of weight of each atom contributes to each share (atoms x groups J)."""
    answers = members.shape[1]
    influence = np.zeros((len(group), len(weight), answers))
    deviation = (members - share[group]) / weight[group, None]
    influence[np.arange(len(group)), group] = deviation
    return np.asarray(influence.reshape(len(group), len(weight) * answers))


def _sums(values: Floats, group: Whole, groups: int) -> Floats:
    return np.bincount(group, values, groups).astype(np.float64)


def _sums_by_group(values: Floats, group: Whole, groups: int) -> Floats:
    belongs = (group == np.arange(groups)[:, None]).astype(np.float64)
    return np.asarray(belongs @ values)
