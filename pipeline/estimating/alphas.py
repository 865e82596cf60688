"""Cronbach's alpha of declared scales: the items of a battery."""

import numpy as np
import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.estimating.bases import Estimated, columns
from pipeline.inference.scales import Reliability, cronbachs_alpha, weighted_alpha
from pipeline.planning.plan import Plan, items_of
from pipeline.results import EVERYONE
from pipeline.sampling.sample import Sampling


def alpha_estimates(
    plan: Plan, codebook: Codebook, scales: pl.DataFrame, sampled: Sampling
) -> pl.DataFrame:
    """Alpha of everyone and of each group, of those who answered every item.

    It has no standard error; without a design or weights it has Feldt's interval. `scales` as in
    `joint_cells.JointCells`. The note names items that run against the others.
    """
    if scales.is_empty():
        return pl.DataFrame()
    rows = []
    for (name, group), moments in scales.group_by(["figure", "group"], maintain_order=True):
        figure = plan.figures[str(name)]
        items = items_of(figure, codebook.variables[figure.variable])
        found, weight = _alpha(items, moments, plan.level, sampled.is_declared)
        rows.append(
            {
                "figure": str(name),
                "figure_order": list(plan.figures).index(str(name)),
                "item_order": 0,
                "group_order": moments["group_order"][0],
                "category_order": 0,
                "variable": figure.variable,
                "item": "",
                "group_variable": "" if group == EVERYONE else figure.groups,
                "group": str(group),
                "statistic": "alpha",
                "category": "",
                "base_n": found.n,
                "weighted_n": weight,
                "note": f"{AGAINST}{', '.join(found.against)}" if found.against else "",
                **_numbers(found),
            }
        )
    return pl.DataFrame(rows, infer_schema_length=None).with_columns(
        figure_n=pl.col("base_n").max().over("figure")
    )


AGAINST = "runs against the other items: "
"""How the note of an alpha begins whose scale has items that should be reversed."""


def items_against(note: str) -> list[str]:
    """The items that the note of an estimate names."""
    named = note.split("; ")[0]
    return named.removeprefix(AGAINST).split(", ") if named.startswith(AGAINST) else []


def _alpha(
    items: tuple[str, ...], moments: pl.DataFrame, level: float, is_declared: bool
) -> tuple[Reliability, float]:
    """Alpha, and the sum of the weights."""
    place = {item: number for number, item in enumerate(items)}
    sums, products = np.zeros(len(items)), np.zeros((len(items), len(items)))
    added = moments.group_by("first", "second").agg(pl.col("n", "w", "wx", "wxx").sum())
    for first, second, wx, wxx in added.select("first", "second", "wx", "wxx").iter_rows():
        one, other = place[first], place[second]
        products[one, other] = products[other, one] = wxx
        if one == other:
            sums[one] = wx
    n, weight = added.select("n", "w").row(0)
    if is_declared:
        return weighted_alpha(items, n, weight, sums, products), weight
    return cronbachs_alpha(items, n, sums, products, level), weight


def _numbers(found: Reliability) -> dict[str, float | None]:
    numbers = (found.alpha, np.nan, np.nan, found.low, found.high)
    one = columns(Estimated(*(np.array([number]) for number in numbers)))
    return {name: values[0] for name, values in one.items()}
