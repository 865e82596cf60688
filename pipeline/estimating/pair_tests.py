"""Cells -> tests of all pairs of groups for each answer of a figure, and their letters; pure."""

from collections.abc import Iterator, Mapping
from itertools import product

import numpy as np
import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.estimating.cells import figure_cells
from pipeline.estimating.counted_tables import Table, tables
from pipeline.estimating.small_numbers import rules_of
from pipeline.inference.comparisons import (
    Comparisons,
    column_letters,
    compared_proportions,
    compared_shares,
)
from pipeline.inference.corrections import Correction
from pipeline.inference.presentation import Rules, is_tested
from pipeline.inference.shares import Members, shares
from pipeline.planning.plan import RESPONSE, Figure, Plan, shown
from pipeline.results import TESTS
from pipeline.sampling.sample import Sampling

CLASSICAL, UNDER_DESIGN = "pair_z", "pair_t"
"""The names of the tests of two groups' shares."""
CORRECTIONS: Mapping[str, Correction] = {
    "none": Correction.NONE,
    "holm": Correction.HOLM,
    "bonferroni": Correction.BONFERRONI,
    "benjamini_hochberg": Correction.BENJAMINI_HOCHBERG,
}


def pair_tests(
    plan: Plan, codebook: Codebook, cells: pl.DataFrame, sampled: Sampling
) -> pl.DataFrame:
    """One row a figure with letters, item, answer and pair of groups: `results.TESTS`.

    The pairs of one answer are corrected together. Groups that are too few to be tested are left
    out.
    """
    lettered = [name for name, figure in plan.figures.items() if has_letters(figure)]
    counted = figure_cells(plan, codebook, cells).filter(
        pl.col("figure").is_in(lettered) & pl.col("category").is_not_null()
    )
    items = {
        (row["figure"], row["item_order"]): row["item"]
        for row in counted.unique(["figure", "item_order"]).iter_rows(named=True)
    }
    rows = [
        row
        for (figure, item), one in tables(counted)
        for row in _rows(figure, items[figure, item], one, plan, codebook, sampled)
    ]
    return pl.DataFrame(rows, schema=TESTS)


def has_letters(figure: Figure) -> bool:
    """Whether the groups of a figure are compared with letters."""
    comparable = figure.groups is not None and figure.variable != RESPONSE
    return figure.letters and comparable and figure.estimated == "share"


def _rows(
    name: str, item: str, one: Table, plan: Plan, codebook: Codebook, sampled: Sampling
) -> Iterator[dict[str, object]]:
    figure = plan.figures[name]
    variable = codebook.variables[figure.variable]
    answers = shown(figure, variable)
    one = _large_enough(one, rules_of(plan))
    held = np.array(
        [[kind in variable.category_names(answer) for answer in answers] for kind in one.answers]
    )
    correction = CORRECTIONS[figure.correction]
    bases = np.bincount(one.group, one.atoms.n, len(one.groups))
    members = held[one.answer]
    if sampled.is_declared:
        sample = sampled.for_tests
        of_groups = shares(members, one.group, len(one.groups), one.atoms, sample)
        found = compared_shares(of_groups, one.group, one.atoms, sample, correction)
    else:
        found = compared_proportions(_holders(members, one), bases, correction)
    for (number, answer), pair in product(enumerate(answers), range(len(found.first))):
        first, second = int(found.first[pair]), int(found.second[pair])
        if not np.isnan(found.p_value[number, pair]):
            yield {
                "survey": plan.survey,
                "wave": codebook.wave,
                "other_wave": "",
                "figure": name,
                "variable": figure.variable,
                "item": item,
                "category": answer,
                "group_variable": figure.groups,
                "group": one.groups[first],
                "other_group": one.groups[second],
                "test": UNDER_DESIGN if sampled.is_declared else CLASSICAL,
                **_numbers(found, number, pair, plan.level),
                "correction": figure.correction,
                "n": int(bases[first] + bases[second]),
                "warning": "",
            }


def _large_enough(one: Table, rules: Rules | None) -> Table:
    """The table without the respondents of groups that are too few to be tested."""
    if rules is None:
        return one
    bases = np.bincount(one.group, one.atoms.n, len(one.groups))
    kept = np.array([is_tested(n, rules) for n in bases], dtype=np.bool_)
    return one.where(kept[one.group])


def _holders(members: Members, one: Table) -> np.ndarray:
    """Respondents who hold each answer, groups x answers."""
    counts = np.zeros((len(one.groups), members.shape[1]))
    np.add.at(counts, one.group, one.atoms.n[:, None] * members)
    return counts


def _numbers(found: Comparisons, answer: int, pair: int, level: float) -> dict[str, object]:
    df, adjusted = float(found.df[pair]), float(found.p_adjusted[answer, pair])
    return {
        "statistic": float(found.statistic[answer, pair]),
        "df1": None if np.isinf(df) else df,
        "df2": None,
        "p_value": float(found.p_value[answer, pair]),
        "p_adjusted": adjusted,
        "effect": "difference",
        "effect_size": float(found.difference[answer, pair]),
        "significant": adjusted < 1 - level,
    }


def letters(tests: pl.DataFrame, groups: tuple[str, ...]) -> dict[tuple[str, str, str], str]:
    """(item, answer, group) -> the letters of the groups whose share is smaller.

    `tests` are the rows of one figure (`results.TESTS`), `groups` as they are shown.
    """
    names = dict(zip(groups, column_letters(len(groups)), strict=True))
    found: dict[tuple[str, str, str], list[str]] = {}
    pairs = tests.filter((pl.col("other_group") != "") & pl.col("significant"))
    for row in pairs.iter_rows(named=True):
        larger, smaller = row["group"], row["other_group"]
        if row["effect_size"] < 0:
            larger, smaller = smaller, larger
        found.setdefault((row["item"], row["category"], larger), []).append(names[smaller])
    return {key: " ".join(sorted(own)) for key, own in found.items()}
