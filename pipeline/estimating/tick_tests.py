"""Sets of ticks -> tests: does what is ticked depend on the group? Pure."""

from collections.abc import Iterator, Mapping
from math import nan

import numpy as np
import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.estimating.joint_cells import atoms_of, ticked_items
from pipeline.estimating.small_numbers import rules_of
from pipeline.inference.association import Caution, TestResult
from pipeline.inference.design import Atoms, Whole
from pipeline.inference.multiple_response import rao_scott_items
from pipeline.inference.presentation import is_tested
from pipeline.inference.ticks import chi_squared_ticks, rao_scott_ticks
from pipeline.planning.figure import tested_apart
from pipeline.planning.plan import Figure, Plan, items_of
from pipeline.results import EVERYONE
from pipeline.sampling.sample import Sampling


def tick_tests(
    plan: Plan, codebook: Codebook, ticks: pl.DataFrame, sampled: Sampling
) -> Mapping[str, TestResult]:
    """Figure -> its test; of all items of the question, also those that are not shown.

    `chi_squared` without a declared design is the plain test on ticks; every other one respects
    that a respondent ticks several items. `ticks` as in `joint_cells.JointCells`.
    """
    return {
        name: _of_ticks(plan.figures[name], cells, plan, codebook, sampled)
        for name, cells in _by_figure(ticks)
        if plan.figures[name].test != "none"
    }


def item_tests(
    plan: Plan, codebook: Codebook, items: pl.DataFrame, sampled: Sampling
) -> Mapping[tuple[str, str], TestResult]:
    """(figure, category that groups are tested within or '') -> the test of all its items shown.

    Those who answered every one take part, whether they ticked any or not. `items` as in
    `joint_cells.JointCells`.
    """
    return {
        (name, part): _of_items(
            plan.figures[name], cells.filter(pl.col("group").is_in(groups)), plan, codebook, sampled
        )
        for name, cells in _by_figure(items)
        for part, groups in tested_apart(plan.figures[name], codebook, cells["group"].unique())
    }


def _by_figure(counted: pl.DataFrame) -> Iterator[tuple[str, pl.DataFrame]]:
    """Each figure with groups, and its sets of ticks by group."""
    if not counted.is_empty():
        grouped = counted.filter(pl.col("group") != EVERYONE)
        for (name,), cells in grouped.group_by(["figure"], maintain_order=True):
            yield str(name), cells


def _of_ticks(
    figure: Figure, cells: pl.DataFrame, plan: Plan, codebook: Codebook, sampled: Sampling
) -> TestResult:
    atoms = atoms_of(cells)
    plain = figure.test == "chi_squared" and not sampled.is_declared
    if _too_few(atoms, plan):
        return _untested("chi_squared_ticks" if plain else "rao_scott_ticks", atoms)
    ticked = ticked_items(cells, tuple(codebook.variables[figure.variable].items))
    if plain:
        return chi_squared_ticks(ticked, _group(cells), atoms.n)
    return rao_scott_ticks(ticked, _group(cells), atoms, sampled.for_tests)


def _of_items(
    figure: Figure, cells: pl.DataFrame, plan: Plan, codebook: Codebook, sampled: Sampling
) -> TestResult:
    atoms = atoms_of(cells)
    if _too_few(atoms, plan):
        return _untested("rao_scott_items", atoms)
    ticked = ticked_items(cells, items_of(figure, codebook.variables[figure.variable]))
    return rao_scott_items(ticked, _group(cells), atoms, sampled.for_tests)


def _group(cells: pl.DataFrame) -> Whole:
    return cells["group_order"].to_numpy().astype(np.int64)


def _too_few(atoms: Atoms, plan: Plan) -> bool:
    rules = rules_of(plan)
    return rules is not None and not is_tested(int(atoms.n.sum()), rules)


def _untested(test: str, atoms: Atoms) -> TestResult:
    n = int(atoms.n.sum())
    return TestResult(test, nan, 0.0, None, nan, "", nan, n, Caution.TOO_FEW)
