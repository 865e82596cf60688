"""Those who answered in two waves: their joint cells, with names and weights; pure."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from pipeline.codebooks.codebook import Codebook, Variable
from pipeline.codebooks.tables import EVERYONE_QUESTION, question_numbers
from pipeline.estimating.cells import base_of, filter_of, filters_of
from pipeline.planning.plan import Plan
from pipeline.results import EVERYONE

Place = tuple[str, str]
"""A figure and an item: one table of the plan."""


@dataclass(frozen=True)
class Side:
    """One of two waves: `cells` as `cells.figure_cells` gives them, `estimates` those published,
    `units` those of `sampling.Sampling`."""

    plan: Plan
    codebook: Codebook
    estimates: pl.DataFrame
    cells: pl.DataFrame
    units: pl.DataFrame


def panel_tables(side: Side, places: Mapping[Place, int]) -> pl.DataFrame:
    """The numbers that one wave's database has for the tables that both waves have."""
    numbers = question_numbers(side.codebook)
    filters = filters_of(side.plan)
    rows = []
    for (name, item), place in places.items():
        figure = side.plan.figures[name]
        groups = numbers[figure.groups, ""] if figure.groups else EVERYONE_QUESTION
        rows.append((place, numbers[figure.variable, item], groups, filters[filter_of(figure)]))
    names = ("place", "question", "group_question", "filter")
    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.UInt16), orient="row")


def both_cells(
    panel: pl.DataFrame, earlier: Side, later: Side, places: Mapping[Place, int]
) -> dict[tuple[object, ...], pl.DataFrame]:
    """The cells of those in both bases, by figure, item and group of both waves."""
    named = panel.with_columns(ww=pl.col("sum_ww").cast(pl.Float64))
    for side, prefix in ((earlier, ""), (later, "later_")):
        factors = side.units.select(
            pl.col("calibration_cell").alias(f"{prefix}calibration_cell"),
            pl.col("factor").alias(f"{prefix}factor"),
        ).unique()
        named = (
            named.with_columns(pl.col(f"{prefix}state").cast(pl.String))
            .join(
                _answers(side, places, prefix),
                on=["place", f"{prefix}state", f"{prefix}code"],
                how="inner",
                nulls_equal=True,
            )
            .join(_groups(side, places, prefix), on=["place", f"{prefix}group_code"], how="left")
            .join(factors, on=f"{prefix}calibration_cell", how="left")
            .with_columns(
                pl.col(f"{prefix}group").fill_null(EVERYONE),
                pl.col("ww") * pl.col(f"{prefix}factor"),
                pl.coalesce(pl.col(f"{prefix}value").cast(pl.Float64), f"{prefix}score").alias(
                    f"{prefix}x"
                ),
            )
        )
    numbered = pl.DataFrame(
        [(*place, number) for place, number in places.items()],
        schema={"figure": pl.String, "item": pl.String, "place": pl.UInt16},
        orient="row",
    )
    named = named.join(numbered, on="place", how="left")
    grouped = named.filter(
        (pl.col("group") == pl.col("later_group")) & (pl.col("group") != EVERYONE)
    )
    everyone = named.with_columns(group=pl.lit(EVERYONE))
    return pl.concat([everyone, grouped]).partition_by(
        "figure", "item", "group", as_dict=True, include_key=False
    )


def _answers(side: Side, places: Mapping[Place, int], prefix: str) -> pl.DataFrame:
    """The states and codes that are in the base of each table, with category and score."""
    rows = [
        (place, state, *_coded(side.codebook.variables[figure.variable], category))
        for (name, _), place in places.items()
        for figure in (side.plan.figures[name],)
        for state, category in base_of(figure, side.codebook.variables[figure.variable])
    ]
    schema = {
        "place": pl.UInt16,
        f"{prefix}state": pl.String,
        f"{prefix}code": pl.Int16,
        f"{prefix}category": pl.String,
        f"{prefix}score": pl.Float64,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _coded(variable: Variable, category: str | None) -> tuple[int | None, str | None, float | None]:
    if category is None:
        return None, None, None
    one = variable.categories[category]
    return one.code, category, one.score


def _groups(side: Side, places: Mapping[Place, int], prefix: str) -> pl.DataFrame:
    rows = [
        (place, one.code, name)
        for (figure, _), place in places.items()
        if (groups := side.plan.figures[figure].groups)
        for name, one in side.codebook.variables[groups].categories.items()
    ]
    schema = {"place": pl.UInt16, f"{prefix}group_code": pl.Int32, f"{prefix}group": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")
