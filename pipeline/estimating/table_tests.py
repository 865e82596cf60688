"""The test of one table, by its name in a plan: classical, or under a design; pure."""

from collections.abc import Callable, Mapping
from math import nan

import numpy as np

from pipeline.estimating.counted_tables import Table
from pipeline.inference.association import Caution, TestResult, chi_squared_independence
from pipeline.inference.design import Sample
from pipeline.inference.exact import independence
from pipeline.inference.group_means import design_mean_test, welch_test
from pipeline.inference.intervals import Floats
from pipeline.inference.presentation import Rules, is_tested
from pipeline.inference.ranks import design_rank_test, rank_test
from pipeline.inference.rao_scott import rao_scott
from pipeline.inference.trend import design_trend, linear_by_linear
from pipeline.sampling.sample import Sampling

UNTESTED = {
    "independence": "chi_squared",
    "chi_squared": "chi_squared",
    "means": "welch_t",
    "ranks": "mann_whitney",
    "trend": "trend",
}
"""What the results call a test for which there are too few answers."""


def _counts(one: Table) -> Floats:
    """Respondents, groups x answers."""
    counts = np.zeros((len(one.groups), len(one.answers)))
    np.add.at(counts, (one.group, one.answer), one.atoms.n)
    return counts


def _by_value(one: Table) -> Floats:
    """Respondents, groups x distinct values in ascending order."""
    values, value = np.unique(one.value, return_inverse=True)
    counts = np.zeros((len(one.groups), len(values)))
    np.add.at(counts, (one.group, value), one.atoms.n)
    return counts


def _welch(one: Table) -> TestResult:
    n, first, second = (
        np.bincount(one.group, one.atoms.n * one.value**power, len(one.groups))
        for power in (0, 1, 2)
    )
    return welch_test(n, first, second)


def _scored(one: Table) -> Table:
    """The table without answers that have no score."""
    return one.where(~np.isnan(one.value))


def _trend(one: Table) -> TestResult:
    scored = _scored(one)
    groups = np.arange(len(scored.groups))
    return linear_by_linear(_by_value(scored), groups, np.unique(scored.value))


def _design_trend(one: Table, sample: Sample) -> TestResult:
    scored = _scored(one)
    return design_trend(scored.atoms, scored.group.astype(np.float64), scored.value, sample)


CLASSICAL: Mapping[str, Callable[[Table], TestResult]] = {
    "independence": lambda one: independence(_counts(one)),
    "chi_squared": lambda one: chi_squared_independence(_counts(one)),
    "means": _welch,
    "ranks": lambda one: rank_test(_by_value(_scored(one))),
    "trend": _trend,
}


def _design_ranks(scored: Table, sample: Sample) -> TestResult:
    return design_rank_test(scored.value, scored.group, scored.atoms, sample)


UNDER_DESIGN: Mapping[str, Callable[[Table, Sample], TestResult]] = {
    "independence": lambda one, sample: rao_scott(one.atoms, one.group, one.answer, sample),
    "chi_squared": lambda one, sample: rao_scott(one.atoms, one.group, one.answer, sample),
    "means": lambda one, sample: design_mean_test(one.value, one.group, one.atoms, sample),
    "ranks": lambda one, sample: _design_ranks(_scored(one), sample),
    "trend": _design_trend,
}


def _of_large_groups(one: Table, rules: Rules) -> Table:
    """The table of the groups that are large enough to have a spread of their own.

    The mean of a single respondent has none: under a design it would count as known exactly.
    """
    n = np.bincount(one.group, one.atoms.n, len(one.groups))
    large = [name for name, each in zip(one.groups, n, strict=True) if is_tested(each, rules)]
    return one if len(large) == len(one.groups) else one.of_groups(large)


def table_test(test: str, one: Table, sampled: Sampling, rules: Rules | None) -> TestResult:
    """The test of the groups of a table, unless the rules find too few answers.

    `test` is a name of `CLASSICAL` and `UNDER_DESIGN`; `rules` is None where a plan has none.
    """
    if rules and test == "means":
        one = _of_large_groups(one, rules)
    n = int(one.atoms.n.sum())
    if rules and not is_tested(n, rules):
        return TestResult(UNTESTED[test], nan, 0.0, None, nan, "", nan, n, Caution.TOO_FEW)
    if sampled.is_declared:
        return UNDER_DESIGN[test](one, sampled.for_tests)
    return CLASSICAL[test](one)
