"""Variances under a sampling design: strata, clusters, weights and calibration.

The estimators here are functions of weighted totals. Each is linearised: a respondent's
*influence* on it is the weight w times a value e, and the variance of the estimate is that of the
total of w e (Taylor linearisation; Binder 1983, International Statistical Review 51, 279-292; the
ultimate cluster variance of Wolter 2007, Introduction to Variance Estimation, 2). Influences are
the same for everyone in a cell, so cells suffice: nothing here sees a respondent.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.inference.intervals import Floats

Whole = NDArray[np.int64]

# R's survey package projects influences on the margins of a raking ten times over, which is
# enough for six digits unless the margins nearly determine each other.
PROJECTIONS = 10


@dataclass(frozen=True)
class Calibration:
    """Which category of each margin a calibration cell has: arrays of one entry a cell.

    One margin is post-stratification; several are raking.
    """

    margins: tuple[Whole, ...]


@dataclass(frozen=True)
class Sample:
    """The whole sample in units: respondents of one stratum, cluster and calibration cell.

    Arrays of one entry a unit: its `stratum`, `cluster` (numbered over the whole sample) and
    `calibration` cell, all counted from 0; `n` respondents, the sum of their weights `w` and of
    the weights' squares `w2`. `sampled` has one entry a stratum: the share of the stratum's
    clusters that were drawn, for the finite population correction; zeros without one.
    Without clusters each respondent is one (`clustered` false).
    """

    stratum: Whole
    cluster: Whole
    calibration: Whole
    n: Floats
    w: Floats
    w2: Floats
    sampled: Floats
    clustered: bool = False
    margins: Calibration | None = None

    @property
    def clusters(self) -> Floats:
        """The number of clusters in each stratum."""
        strata = len(self.sampled)
        if not self.clustered:
            return np.asarray(np.bincount(self.stratum, self.n, strata), dtype=np.float64)
        _, first = np.unique(self.cluster, return_index=True)
        return np.bincount(self.stratum[first], minlength=strata).astype(np.float64)

    @property
    def lonely_strata(self) -> int:
        """How many strata have a single cluster, from which no variance can be seen.

        Such a stratum counts with its distance from the mean of all (R's lonely.psu "adjust"):
        an upper estimate, never nothing.
        """
        return int(np.sum(self.clusters == 1))


@dataclass(frozen=True)
class Atoms:
    """The cells of one table: arrays of one entry a unit of the sample, group and answer.

    `unit` numbers the sample's units; `n`, `w` and `w2` are as there, of these respondents.
    Respondents outside the table are in no atom.
    """

    unit: Whole
    n: Floats
    w: Floats
    w2: Floats


def covariance(influence: Floats, atoms: Atoms, sample: Sample) -> Floats:
    """The covariance matrix (K x K) of K estimates.

    `influence` (atoms x K) holds e: what one unit of weight of a respondent of the atom
    contributes to each estimate; it is 0 for respondents in no atom.
    """
    adjustment = _projected(influence, atoms, sample)[sample.calibration]
    totals = _by_unit(atoms.w[:, None] * influence, atoms, sample)
    totals -= sample.w[:, None] * adjustment
    strata, clusters = len(sample.sampled), sample.clusters
    scale = (1 - sample.sampled) * clusters / np.maximum(clusters - 1, 1)
    sums = _grouped(totals, sample.stratum, strata)
    centred = np.where(clusters > 1, scale / np.maximum(clusters, 1), 0.0)
    between = (centred[:, None] * sums).T @ sums
    if sample.clustered:
        by_cluster = _grouped(totals, sample.cluster, int(sample.cluster.max(initial=-1)) + 1)
        of_stratum = np.zeros(len(by_cluster))
        of_stratum[sample.cluster] = scale[sample.stratum]
        return np.asarray((of_stratum[:, None] * by_cluster).T @ by_cluster - between)
    return np.asarray(_squares(influence, adjustment, atoms, sample, scale) - between)


def _squares(
    influence: Floats, adjustment: Floats, atoms: Atoms, sample: Sample, scale: Floats
) -> Floats:
    """The sum of w2 (e - adjustment)(e - adjustment)' over all respondents, times scale."""
    of_atom = scale[sample.stratum[atoms.unit]] * atoms.w2
    squares = (of_atom[:, None] * influence).T @ influence
    if sample.margins is None:
        return np.asarray(squares)
    crossed = (of_atom[:, None] * influence).T @ adjustment[atoms.unit]
    of_unit = scale[sample.stratum] * sample.w2
    return np.asarray(
        squares - crossed - crossed.T + (of_unit[:, None] * adjustment).T @ adjustment
    )


def _projected(influence: Floats, atoms: Atoms, sample: Sample) -> Floats:
    """What calibration takes off the influences in each calibration cell (cells x K).

    Weights that reproduce known totals leave only what the margins do not explain. As in R's
    survey package: post-stratification takes off the weighted mean of the cell, raking the
    margins' unweighted means, one after the other.
    """
    cells = int(sample.calibration.max(initial=-1)) + 1
    if sample.margins is None:
        return np.zeros((cells, influence.shape[1]))
    single = len(sample.margins.margins) == 1
    size = sample.w if single else sample.n
    of_atom = atoms.w if single else atoms.n
    totals = _grouped(of_atom[:, None] * influence, sample.calibration[atoms.unit], cells)
    sizes = np.bincount(sample.calibration, size, cells)
    taken = np.zeros_like(totals)
    for _ in range(1 if single else PROJECTIONS):
        for margin in sample.margins.margins:
            categories = int(margin.max(initial=-1)) + 1
            left = _grouped(totals - sizes[:, None] * taken, margin, categories)
            taken += (left / np.bincount(margin, sizes, categories)[:, None])[margin]
    return taken


def _by_unit(values: Floats, atoms: Atoms, sample: Sample) -> Floats:
    return _grouped(values, atoms.unit, len(sample.n))


def _grouped(values: Floats, group: Whole, groups: int) -> Floats:
    """Sums of the rows of `values` by group (groups x K)."""
    columns = values.shape[1]
    place = group[:, None] * columns + np.arange(columns)
    sums = np.bincount(place.ravel(), values.ravel(), groups * columns)
    return np.asarray(sums.reshape(groups, columns), dtype=np.float64)


def degrees_of_freedom(atoms: Atoms, sample: Sample) -> int:
    """Clusters minus strata, among those with respondents in the table (R's degf of a subset)."""
    seen = np.unique(atoms.unit[atoms.n > 0])
    strata = len(np.unique(sample.stratum[seen]))
    if sample.clustered:
        return len(np.unique(sample.cluster[seen])) - strata
    return int(atoms.n.sum()) - strata


def effective_n(w: Floats, w2: Floats) -> Floats:
    """Kish's effective sample size, (sum w)^2 / sum w^2; 0 without respondents."""
    return np.divide(w**2, w2, out=np.zeros_like(w), where=w2 > 0)


def design_effect(n: Floats, w: Floats, w2: Floats) -> Floats:
    """Kish's design effect of unequal weights: n / effective n (Survey Sampling, 1965, 11.7)."""
    effective = effective_n(w, w2)
    return np.divide(n, effective, out=np.full_like(w, np.nan), where=effective > 0)
