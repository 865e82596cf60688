"""Sets of ticks -> tests: does what is ticked depend on the group? Pure."""

from collections.abc import Mapping
from math import nan

import numpy as np
import polars as pl

from pipeline.codebook import Codebook
from pipeline.inference.association import Caution, TestResult
from pipeline.inference.presentation import is_tested
from pipeline.inference.ticks import chi_squared_ticks, rao_scott_ticks
from pipeline.joint_cells import atoms_of, ticked_items
from pipeline.plan import Figure, Plan
from pipeline.results import EVERYONE
from pipeline.sampling import Sampling
from pipeline.small_numbers import rules_of


def tick_tests(
    plan: Plan, codebook: Codebook, ticks: pl.DataFrame, sampled: Sampling
) -> Mapping[str, TestResult]:
    """Figure -> its test; of all items of the question, also those that are not shown.

    `chi_squared` without a declared design is the plain test on ticks; every other one respects
    that a respondent ticks several items. `ticks` as in `joint_cells.JointCells`.
    """
    if ticks.is_empty():
        return {}
    return {
        str(name): _test(plan.figures[str(name)], cells, plan, codebook, sampled)
        for (name,), cells in ticks.filter(pl.col("group") != EVERYONE).group_by(
            ["figure"], maintain_order=True
        )
        if plan.figures[str(name)].test != "none"
    }


def _test(
    figure: Figure, cells: pl.DataFrame, plan: Plan, codebook: Codebook, sampled: Sampling
) -> TestResult:
    ticked = ticked_items(cells, tuple(codebook.variables[figure.variable].items))
    group, atoms = cells["group_order"].to_numpy().astype(np.int64), atoms_of(cells)
    plain = figure.test == "chi_squared" and not sampled.is_declared
    rules, n = rules_of(plan), int(atoms.n.sum())
    if rules and not is_tested(n, rules):
        name = "chi_squared_ticks" if plain else "rao_scott_ticks"
        return TestResult(name, nan, 0.0, None, nan, "", nan, n, Caution.TOO_FEW)
    if plain:
        return chi_squared_ticks(ticked, group, atoms.n)
    return rao_scott_ticks(ticked, group, atoms, sampled.for_tests)
