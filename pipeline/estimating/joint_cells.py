"""What a plan needs counted jointly over items: sets of ticks, and moments of scales; pure."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.tables import EVERYONE_QUESTION, question_numbers
from pipeline.estimating.cells import filter_of, filters_of, group_orders
from pipeline.inference.design import Atoms
from pipeline.inference.shares import Members
from pipeline.planning.plan import Figure, Plan, items_of
from pipeline.results import EVERYONE
from pipeline.sampling.sample import UNIT

FIGURE = ["item_set", "figure", "group_variable"]


@dataclass(frozen=True)
class JointCells:
    """`ticks`: one row a figure, group, unit and set of ticks, `ticked` the items of the set,
    with n, w and w2, of those who ticked any. `items`: the same of those who answered every item
    that a figure shows. `scales`: one row a figure, group, unit and pair of items, `first` and
    `second`, with n, w, wx (of the first) and wxx. All have `group_order`; where there are
    groups, everyone is everyone in a group.
    """

    ticks: pl.DataFrame
    items: pl.DataFrame
    scales: pl.DataFrame


NOTHING_JOINT = JointCells(pl.DataFrame(), pl.DataFrame(), pl.DataFrame())
"""Of a plan that needs no joint counts."""


def item_sets(plan: Plan, codebook: Codebook) -> pl.DataFrame:
    """One row a figure with joint counts and item; of ticks all items, also those not shown.

    `item_list` numbers the distinct lists of items of a kind, which several figures may share.
    """
    numbers, filters = question_numbers(codebook), filters_of(plan)
    lists: dict[tuple[str, str, tuple[str, ...]], int] = {}
    rows = [
        (
            order,
            lists.setdefault((kind, figure.variable, items), len(lists)),
            name,
            kind,
            numbers[figure.variable, item],
            item,
            numbers[figure.groups, ""] if figure.groups else EVERYONE_QUESTION,
            figure.groups or "",
            filters[filter_of(figure)],
        )
        for order, (name, figure) in enumerate(plan.figures.items())
        if (kind := _kind(figure, codebook))
        for items in (_items(figure, kind, codebook),)
        for item in items
    ]
    schema = {
        "item_set": pl.UInt16,
        "item_list": pl.UInt16,
        "figure": pl.String,
        "kind": pl.String,
        "question": pl.UInt16,
        "item": pl.String,
        "group_question": pl.UInt16,
        "group_variable": pl.String,
        "filter": pl.UInt16,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _kind(figure: Figure, codebook: Codebook) -> str:
    """What is counted jointly; `items` where those of one question are tested together."""
    if figure.estimated == "share_of_ticks":
        return "ticks"
    if figure.estimated == "alpha":
        return "scale"
    if figure.estimated != "share" or figure.test != "recommended" or not figure.groups:
        return ""
    variable = codebook.variables.get(figure.variable)
    several = variable and variable.takes_several and len(items_of(figure, variable)) > 1
    return "items" if several else ""


def _items(figure: Figure, kind: str, codebook: Codebook) -> tuple[str, ...]:
    variable = codebook.variables[figure.variable]
    return tuple(variable.items) if kind == "ticks" else items_of(figure, variable)


def joint_cells(
    ticks: pl.DataFrame,
    scales: pl.DataFrame,
    sets: pl.DataFrame,
    codebook: Codebook,
    units: pl.DataFrame,
) -> JointCells:
    """The joint cells with names and units, and with calibrated weights.

    `ticks` and `scales` as `sql/tick_patterns.sql` and `sql/scale_moments.sql` give them, `sets`
    as `item_sets`, `units` as `sampling.Sampling.units`.
    """
    factor = pl.col("factor")
    items = sets.select("item_set", "question", "item")
    numbers = ticks.with_row_index("pattern").select("pattern", "item_set", "ticked")
    named = (
        numbers.explode("ticked")
        .join(items, left_on=["item_set", "ticked"], right_on=["item_set", "question"], how="left")
        .group_by("pattern", maintain_order=True)
        .agg(ticked=pl.col("item"))
    )
    of_ticks = (
        _named(ticks.drop("ticked").with_row_index("pattern"), sets, codebook, units)
        .join(named, on="pattern", how="left")
        .with_columns(
            pl.col("ticked").fill_null(pl.lit([], dtype=pl.List(pl.String))),
            w=pl.col("sum_w").cast(pl.Float64) * factor,
            w2=pl.col("sum_w2").cast(pl.Float64) * factor**2,
        )
    )
    of_scales = _named(scales, sets, codebook, units)
    for place in ("first", "second"):
        names = items.rename({"question": f"{place}_question", "item": place})
        of_scales = of_scales.join(names, on=["item_set", f"{place}_question"])
    weighted = (pl.col(f"sum_{name}").cast(pl.Float64).alias(name) for name in ("w", "wx", "wxx"))
    of_scales = of_scales.with_columns(each * factor for each in weighted)
    common = [*FIGURE, "group", "group_order", "unit", "n"]
    of_ticks = _with_everyone(of_ticks.select(*common, "w", "w2", "ticked"))
    shown = sets.filter(kind="items")["item_set"].unique().implode()
    return JointCells(
        of_ticks.filter(~pl.col("item_set").is_in(shown)),
        of_ticks.filter(pl.col("item_set").is_in(shown)),
        _with_everyone(of_scales.select(*common, "first", "second", "w", "wx", "wxx")),
    )


def ticked_items(ticks: pl.DataFrame, items: tuple[str, ...]) -> Members:
    """Which items each set of ticks holds, sets x items."""
    held = [ticks["ticked"].list.contains(item).to_numpy() for item in items]
    return np.array(held, dtype=np.bool_).reshape(len(items), ticks.height).T


def atoms_of(ticks: pl.DataFrame) -> Atoms:
    """The sets of ticks as atoms."""
    n, w, w2 = (ticks[name].cast(pl.Float64).to_numpy() for name in ("n", "w", "w2"))
    return Atoms(ticks["unit"].to_numpy().astype(np.int64), n, w, w2)


def _named(
    counted: pl.DataFrame, sets: pl.DataFrame, codebook: Codebook, units: pl.DataFrame
) -> pl.DataFrame:
    """Counts with figure, group and unit."""
    codes = pl.DataFrame(
        [
            (variable.name, category.code, name)
            for variable in codebook.variables.values()
            for name, category in variable.categories.items()
        ],
        schema={"group_variable": pl.String, "group_code": pl.Int32, "group": pl.String},
        orient="row",
    )
    return (
        counted.with_columns(pl.col("group_code").cast(pl.Int32), pl.col("n").cast(pl.Int64))
        .join(sets.select(FIGURE).unique(), on="item_set")
        .join(codes, on=["group_variable", "group_code"], how="left")
        .with_columns(pl.col("group").fill_null(EVERYONE))
        .join(group_orders(codebook), on=["group_variable", "group"], how="left")
        .join(units, on=UNIT, how="left")
    )


def _with_everyone(named: pl.DataFrame) -> pl.DataFrame:
    totals = named.filter(pl.col("group_variable") != "").with_columns(
        group_variable=pl.lit(""),
        group=pl.lit(EVERYONE),
        group_order=pl.lit(0, named.schema["group_order"]),
    )
    return pl.concat([totals, named]).sort("item_set", "group_order", "unit", maintain_order=True)
