"""Means of numbers and scores, and their standard deviations."""

import numpy as np
import polars as pl

from pipeline.estimating.bases import Estimated, bases, by_group, named, of_means
from pipeline.estimating.counted_tables import Table
from pipeline.inference import means
from pipeline.inference.design import Whole
from pipeline.inference.design_means import design_means
from pipeline.inference.deviations import standard_deviations
from pipeline.planning.plan import Plan
from pipeline.results import EVERYONE
from pipeline.sampling.sample import Sampling

TABLE = ["figure", "item_order", "group"]


def mean_estimates(plan: Plan, counted: pl.DataFrame, sampled: Sampling) -> pl.DataFrame:
    """The means of numbers and scores, the standard deviations of the values and the ranks of
    items by their means."""
    in_figures = counted.filter(pl.col("figure").is_in(named(plan, "mean")))

    def mean(figure: str, one: Table, group: Whole, groups: int) -> Estimated:
        return _mean(one, group, groups, plan.level, sampled)

    def deviation(figure: str, one: Table, group: Whole, groups: int) -> Estimated:
        found = standard_deviations(one.value, group, groups, one.atoms, sampled.sample, plan.level)
        return Estimated(
            found.standard_deviation,
            found.standard_error,
            found.df.astype(np.float64),
            found.interval.low,
            found.interval.high,
        )

    grid = bases(in_figures)
    found = [
        grid.join(by_group(in_figures, estimate), on=TABLE, how="left").with_columns(
            statistic=pl.lit(statistic),
            category=pl.lit(""),
            category_order=pl.lit(order, pl.UInt16),
        )
        for order, (statistic, estimate) in enumerate(
            {"mean": mean, "standard_deviation": deviation}.items()
        )
    ]
    return pl.concat([*found, item_ranks(found[0])])


def _mean(one: Table, group: Whole, groups: int, level: float, sampled: Sampling) -> Estimated:
    if sampled.is_declared:
        return of_means(design_means(one.value, group, groups, one.atoms, sampled.sample, level))
    n, first, second = (
        np.bincount(group, one.atoms.n * one.value**power, groups) for power in (0, 1, 2)
    )
    interval = means.t_interval(n, first, second, level)
    return Estimated(
        means.mean(n, first),
        means.standard_error(n, first, second),
        np.maximum(n - 1, 0),
        interval.low,
        interval.high,
    )


def item_ranks(means: pl.DataFrame) -> pl.DataFrame:
    """The place of each item among the items of its figure, 1 for the largest mean of everyone.

    Items with the same mean share the better place. A rank has no interval: whether two items
    differ, their means tell.
    """
    among = ["figure", "group"]
    return means.filter(
        (pl.col("group") == EVERYONE)
        & pl.col("estimate").is_not_null()
        & (pl.len().over(among) > 1)
    ).with_columns(
        statistic=pl.lit("rank"),
        estimate=pl.col("estimate").rank("min", descending=True).over(among).cast(pl.Float64),
        **dict.fromkeys(
            ("std_error", "df", "ci_low", "ci_high", "margin"), pl.lit(None, pl.Float64)
        ),
    )
