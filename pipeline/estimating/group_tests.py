"""Cells -> tests: does what a figure shows depend on the group? Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.estimating.cells import figure_cells
from pipeline.estimating.counted_tables import Table, tables
from pipeline.estimating.joint_cells import NOTHING_JOINT, JointCells
from pipeline.estimating.pair_tests import CORRECTIONS
from pipeline.estimating.small_numbers import rules_of
from pipeline.estimating.table_tests import table_test
from pipeline.estimating.tick_tests import item_tests, tick_tests
from pipeline.inference.association import TestResult
from pipeline.inference.corrections import corrected
from pipeline.planning.figure import tested_apart, top_and_bottom
from pipeline.planning.plan import RESPONSE, Figure, Plan, items_of
from pipeline.results import TESTS
from pipeline.sampling.sample import Sampling


def group_tests(
    plan: Plan,
    codebook: Codebook,
    cells: pl.DataFrame,
    sampled: Sampling,
    joint: JointCells = NOTHING_JOINT,
) -> pl.DataFrame:
    """One row a figure with groups and item, with the columns of `results.TESTS`.

    Where the plan tests a cross within the categories of one of its variables, there is a row for
    each of these, and `group` names it. Of shares the whole distribution of answers in the base is
    tested, not only what the figure shows. Several items to tick are tested one by one, and before
    that together, in a row without an item. Under a declared design or weights the tests are
    design-based. P-values are corrected over the tests of a figure where the plan says so, but for
    that of all items together: it asks another question.
    """
    tested = {name: test_of(figure) for name, figure in plan.figures.items() if test_of(figure)}
    counted = figure_cells(plan, codebook, cells).filter(pl.col("figure").is_in(list(tested)))
    answered = counted.filter(pl.col("category").is_not_null() | pl.col("x").is_not_null())
    rules = rules_of(plan)
    results = {
        (name, item, part): table_test(tested[name], one, sampled, rules)
        for (name, item), whole in tables(answered)
        if name in tested
        for part, one in _parts(plan.figures[name], codebook, whole)
    } | _together(plan, codebook, joint, sampled)
    order = {name: place for place, name in enumerate(plan.figures)}
    keys = sorted(results, key=lambda key: (order[key[0]], key[1]))
    adjusted = _adjusted(plan, {key: results[key].p_value for key in keys})
    return pl.DataFrame(
        [_row(plan, codebook, key, results[key], adjusted[key]) for key in keys], schema=TESTS
    )


Key = tuple[str, int, str]
"""Figure, number of the item, and the category that groups are tested within."""

TOGETHER = -1
"""The number of all items together, before each of them."""


def _together(
    plan: Plan, codebook: Codebook, joint: JointCells, sampled: Sampling
) -> dict[Key, TestResult]:
    """The tests of the items of a multiple-response question all together."""
    of_ticks = tick_tests(plan, codebook, joint.ticks, sampled)
    of_items = item_tests(plan, codebook, joint.items, sampled)
    return {(name, TOGETHER, ""): result for name, result in of_ticks.items()} | {
        (name, TOGETHER, part): result for (name, part), result in of_items.items()
    }


TESTS_OF = {"share": "independence", "mean": "means", "score": "means"} | dict.fromkeys(
    ("median", "quantile"), "ranks"
)
"""Statistic -> the test that is recommended for it; ticks have tests of their own."""


def test_of(figure: Figure) -> str:
    """The name of the test that a figure asks for; '' for none.

    Pearson's is of shares alone: where it is the plan's default, other statistics get theirs.
    """
    if figure.groups is None or figure.variable == RESPONSE or figure.test == "none":
        return ""
    recommended = TESTS_OF.get(figure.estimated, "")
    of_shares = recommended == "independence"
    if figure.test == "recommended" or (figure.test == "chi_squared" and not of_shares):
        return recommended
    return figure.test if recommended else ""


def _parts(figure: Figure, codebook: Codebook, whole: Table) -> Iterator[tuple[str, Table]]:
    """What is tested by itself: everyone, or each category that groups are tested within."""
    one = _of_score(figure, codebook, whole)
    for part, groups in tested_apart(figure, codebook, one.groups):
        yield part, one.of_groups(groups) if part else one


def _of_score(figure: Figure, codebook: Codebook, one: Table) -> Table:
    """The table with 1 for answers at the top, -1 at the bottom and 0 for others, of a score."""
    if figure.statistic != "score":
        return one
    top, bottom = top_and_bottom(figure, codebook.variables[figure.variable])
    value = [float(name in top) - float(name in bottom) for name in one.answers]
    return replace(one, value=np.array(value)[one.answer])


def _adjusted(plan: Plan, p_values: Mapping[Key, float]) -> dict[Key, float]:
    """P-values corrected over the tests of each figure; a test that was not possible counts not."""
    adjusted = dict(p_values)
    for name, figure in plan.figures.items():
        keys = [
            key
            for key, p in p_values.items()
            if key[0] == name and key[1] != TOGETHER and not np.isnan(p)
        ]
        if keys:
            found = corrected([p_values[key] for key in keys], CORRECTIONS[figure.correction])
            adjusted |= dict(zip(keys, map(float, found), strict=True))
    return adjusted


def _row(
    plan: Plan, codebook: Codebook, key: Key, result: TestResult, p_adjusted: float
) -> dict[str, object]:
    name, place, part = key
    figure = plan.figures[name]
    together = place == TOGETHER
    return {
        "survey": plan.survey,
        "wave": codebook.wave,
        "other_wave": "",
        "figure": name,
        "variable": figure.variable,
        "item": "" if together else items_of(figure, codebook.variables[figure.variable])[place],
        "group_variable": figure.groups,
        "category": "",
        "group": part,
        "other_group": "",
        "test": result.test,
        "statistic": _known(result.statistic),
        "df1": _known(result.df1),
        "df2": _known(result.df2),
        "p_value": _known(result.p_value),
        "correction": "none" if together else figure.correction,
        "p_adjusted": _known(p_adjusted),
        "effect": result.effect,
        "effect_size": _known(result.effect_size),
        "n": result.n,
        "significant": bool(p_adjusted < 1 - plan.level),
        "warning": str(result.warning or ""),
    }


def _known(number: float | None) -> float | None:
    return None if number is None or np.isnan(number) else number
