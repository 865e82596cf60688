"""The bases of a plan's figures, and what all estimates are made with."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl

from pipeline.estimating.counted_tables import Table, tables
from pipeline.inference.design import Whole
from pipeline.inference.design_means import DesignMeans
from pipeline.inference.intervals import Floats
from pipeline.planning.plan import RESPONSE, Plan
from pipeline.results import EVERYONE

ROW = ["figure", "figure_order", "item_order", "variable", "item", "group_variable", "group"]
"""What tells the bases of a plan apart; `group_order` only sorts."""


@dataclass(frozen=True)
class Estimated:
    """Estimates with standard errors, degrees of freedom and intervals: arrays of one length.

    `df` is infinite where the interval rests on the normal distribution.
    """

    estimate: Floats
    std_error: Floats
    df: Floats
    low: Floats
    high: Floats


def named(plan: Plan, *statistics: str) -> list[str]:
    """The figures with one of these statistics."""
    return [
        name
        for name, figure in plan.figures.items()
        if figure.estimated in statistics and figure.variable != RESPONSE
    ]


def bases(counted: pl.DataFrame) -> pl.DataFrame:
    """The base of each figure, question and group, and the N printed under the figure.

    That N is the base of everyone, and over several items the largest.
    """
    return (
        counted.group_by([*ROW, "group_order"])
        .agg(
            base_n=pl.col("n").filter("in_base").sum(),
            weighted_n=pl.col("w").filter("in_base").sum(),
            squared_weights=pl.col("w2").filter("in_base").sum(),
        )
        .with_columns(
            effective_n=pl.when(pl.col("squared_weights") > 0)
            .then(pl.col("weighted_n") ** 2 / pl.col("squared_weights"))
            .otherwise(0.0),
            figure_n=pl.col("base_n").max().over("figure"),
        )
    )


def by_group(
    counted: pl.DataFrame, estimate: Callable[[str, Table, Whole, int], Estimated]
) -> pl.DataFrame:
    """An estimate of each group and of everyone, by figure and item.

    `estimate` is given the figure, its table, the group of each atom and how many groups there
    are. The result has the columns that `columns` gives.
    """
    parts = []
    for (figure, item), one in tables(counted):
        for names, group in groupings(one):
            found = estimate(figure, one, group, len(names))
            part = pl.DataFrame({"group": list(names)}).with_columns(
                figure=pl.lit(figure),
                item_order=pl.lit(item, pl.UInt16),
                **columns(found),
            )
            parts.append(part)
    return pl.concat([_nothing_estimated(), *parts], how="diagonal")


def _nothing_estimated() -> pl.DataFrame:
    nothing = np.zeros(0)
    return pl.DataFrame(
        {"figure": [], "item_order": [], "group": []},
        schema={"figure": pl.String, "item_order": pl.UInt16, "group": pl.String},
    ).with_columns(**columns(Estimated(nothing, nothing, nothing, nothing, nothing)))


def groupings(one: Table) -> Iterator[tuple[tuple[str, ...], Whole]]:
    """The groups, and then everyone, where that is not the only group."""
    yield one.groups, one.group
    if one.groups != (EVERYONE,):
        yield (EVERYONE,), np.zeros_like(one.group)


def columns(found: Estimated) -> dict[str, pl.Series]:
    """The margin is half the interval's width; what is undefined is null."""
    values = {
        "estimate": found.estimate,
        "std_error": found.std_error,
        "df": np.where(np.isinf(found.df), np.nan, found.df),
        "ci_low": found.low,
        "ci_high": found.high,
        "margin": (found.high - found.low) / 2,
    }
    return {name: pl.Series(value, nan_to_null=True) for name, value in values.items()}


def of_means(found: DesignMeans) -> Estimated:
    """Means under a design as estimates."""
    df = found.df.astype(np.float64)
    return Estimated(found.mean, found.standard_error, df, found.interval.low, found.interval.high)


def normal(estimate: Floats) -> Floats:
    """The degrees of freedom of intervals that rest on the normal distribution."""
    return np.full(len(estimate), np.inf)


def quotient(count: np.ndarray, base: np.ndarray) -> np.ndarray:
    """Count / base; nan for a base of 0."""
    return np.asarray(count / np.where(base > 0, base, np.nan))
