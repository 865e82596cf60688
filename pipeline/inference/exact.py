"""Fisher's exact test of independence, for tables too small for the chi-squared test."""

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import gammaln

from pipeline.inference.association import (
    Caution,
    TestResult,
    bias_corrected_cramers_v,
    checked,
    chi_squared_independence,
    without_empty,
)
from pipeline.inference.design import Whole
from pipeline.inference.intervals import Floats

# Tables of two groups and two categories are exact whatever their size. Others are with at most
# this many answers, if their margins can be walked through in at most this many nodes (which
# leaves out many groups by many categories): a test takes less than a tenth of a second. Fixed
# numbers, so that the same table is always tested the same way.
LARGEST_EXACT = 40
MOST_NODES = 5_000

# Probabilities this close (relatively) are equal, as in R's fisher.test().
RELATIVE_TOLERANCE = 1e-7


def independence(counts: ArrayLike) -> TestResult:
    """The test of independence for a table of unweighted counts, groups x categories.

    Pearson's chi-squared test; where Cochran's rule finds its expected counts too small and the
    table is two by two or has at most LARGEST_EXACT answers, Fisher's exact test ("fisher_exact",
    whose statistic and degrees of freedom are nan). A larger table stays with the chi-squared
    test and its warning. The effect is Cramér's V with Bergsma's bias correction.
    Assumes independent respondents, each counted once. Raises ValueError for a table that is not
    two-dimensional or has a negative count.
    """
    result = chi_squared_independence(counts)
    if np.isnan(result.statistic):
        return replace(result, effect="cramers_v_corrected")
    table = without_empty(checked(counts))
    corrected = replace(
        result,
        effect="cramers_v_corrected",
        effect_size=bias_corrected_cramers_v(result.statistic / result.n, result.n, *table.shape),
    )
    if result.warning != Caution.SMALL_EXPECTED or not _is_small(table):
        return corrected
    return replace(
        corrected,
        test="fisher_exact",
        statistic=np.nan,
        df1=np.nan,
        p_value=fisher_exact(table),
        warning=None,
    )


def fisher_exact(counts: ArrayLike) -> float:
    """The probability, with these margins, of a table no more probable than `counts`.

    The extension of Fisher's exact test to r x c tables by Freeman and Halton (1951, Biometrika
    38, 141-149). Walks through the columns as the network algorithm of Mehta and Patel (1983,
    Journal of the American Statistical Association 78, 427-434) does: what is left of the rows is
    a node, and a path is not followed once all or none of its tables count. Time and memory grow
    with the product of the row sums: for small tables. Raises ValueError as `independence`.
    """
    table = _thinner(without_empty(checked(counts)))
    if len(table) < 2:
        return 1.0
    if table.shape == (2, 2):
        return _hypergeometric(table)
    return _freeman_halton(table)


def _is_small(table: Floats) -> bool:
    few = table.sum() <= LARGEST_EXACT and _nodes(_thinner(table)) <= MOST_NODES
    return table.shape == (2, 2) or bool(few)


def _thinner(table: Floats) -> Floats:
    return table if _nodes(table) <= _nodes(table.T) else table.T


def _nodes(table: Floats) -> float:
    return float(np.prod(table.sum(axis=1) + 1))


def _hypergeometric(table: Floats) -> float:
    (first, second), column = table.sum(axis=1), table[:, 0].sum()
    upper = np.arange(max(0.0, column - second), min(first, column) + 1)
    cells = np.stack([upper, first - upper, column - upper, second - column + upper])
    log_weight = -gammaln(cells + 1.0).sum(axis=0)
    weight = np.exp(log_weight - log_weight.max())
    observed = log_weight[int(table[0, 0] - upper[0])] + RELATIVE_TOLERANCE
    return float(weight[log_weight <= observed].sum() / weight.sum())


def _freeman_halton(table: Floats) -> float:
    rows = table.sum(axis=1).astype(np.int64)
    columns = -np.sort(-table.sum(axis=0).astype(np.int64))
    nodes = np.array(list(np.ndindex(*(rows + 1))), dtype=np.int64)
    sums = nodes.sum(axis=1)
    log_weight = -gammaln(nodes + 1.0).sum(axis=1)
    log_all = gammaln(rows.sum() + 1.0) + log_weight[-1] - gammaln(columns + 1.0).sum()
    observed = -gammaln(table + 1.0).sum() + RELATIVE_TOLERANCE
    steps = _steps(nodes, sums, columns)
    node, past, paths = np.array([len(nodes) - 1]), np.zeros(1), np.ones(1)
    counted = 0.0
    for level, (most, least) in enumerate(_bounds(log_weight, steps)):
        rest = gammaln(columns[level:] + 1.0).sum()
        log_rest = past + gammaln(sums[node] + 1.0) + log_weight[node] - rest
        all_count = past + most[node] <= observed
        counted += float(np.sum((paths * np.exp(log_rest - log_all))[all_count]))
        undecided = ~all_count & (past + least[node] <= observed)
        if not undecided.any():
            break
        paths_left = node[undecided], past[undecided], paths[undecided]
        node, past, paths = _followed(*paths_left, *steps[level], log_weight)
    return min(counted, 1.0)


def _steps(nodes: Whole, sums: Whole, columns: Whole) -> list[tuple[Whole, Whole]]:
    """For each column but the last: pairs of a node and a column that its rows can hold."""
    left, steps = int(columns.sum()), []
    for size in columns[:-1]:
        here, filled = np.flatnonzero(sums == left), np.flatnonzero(sums == size)
        fits = (nodes[here][:, None, :] >= nodes[filled][None, :, :]).all(axis=2)
        from_node, by_column = np.nonzero(fits)
        steps.append((here[from_node], filled[by_column]))
        left -= int(size)
    return steps


def _bounds(log_weight: Floats, steps: list[tuple[Whole, Whole]]) -> list[tuple[Floats, Floats]]:
    """The largest and smallest log weight of what can follow a node, level by level.

    Nodes are numbered so that a node less a column is the difference of their numbers. At the
    last column what is left of the rows is the column, so there the two are equal.
    """
    bounds = [(log_weight, log_weight)]
    for start, column in reversed(steps):
        most, least = np.full(len(log_weight), -np.inf), np.full(len(log_weight), np.inf)
        np.maximum.at(most, start, log_weight[column] + bounds[0][0][start - column])
        np.minimum.at(least, start, log_weight[column] + bounds[0][1][start - column])
        bounds.insert(0, (most, least))
    return bounds


def _followed(
    node: Whole, past: Floats, paths: Floats, start: Whole, column: Whole, log_weight: Floats
) -> tuple[Whole, Floats, Floats]:
    """One column further: paths that reach the same node with the same weight are put together."""
    first = np.searchsorted(start, node)
    count = np.searchsorted(start, node, side="right") - first
    path = np.repeat(np.arange(len(node)), count)
    step = np.arange(len(path)) - np.repeat(np.cumsum(count) - count, count) + first[path]
    to = node[path] - column[step]
    weight = np.round(past[path] + log_weight[column[step]], 9)
    order = np.lexsort((weight, to))
    to, weight = to[order], weight[order]
    new = np.ones(len(to), dtype=bool)
    new[1:] = (to[1:] != to[:-1]) | (weight[1:] != weight[:-1])
    place = np.cumsum(new) - 1
    together = np.bincount(place, paths[path[order]], int(new.sum())).astype(np.float64)
    return to[new], weight[new], together
