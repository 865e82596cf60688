"""Means of numbers and scores."""

import polars as pl

from pipeline.design_estimates import mean_spreads
from pipeline.estimating.bases import ROW, bases, columns, named
from pipeline.inference import means
from pipeline.inference.design_means import student_interval
from pipeline.plan import Plan
from pipeline.results import EVERYONE
from pipeline.sampling import Sampling


def mean_estimates(plan: Plan, counted: pl.DataFrame, sampled: Sampling) -> pl.DataFrame:
    """The means of numbers and scores, and the ranks of items by their means."""
    in_figures = counted.filter(pl.col("figure").is_in(named(plan, "mean")))
    grid = bases(in_figures)
    if sampled.is_declared:
        keys = ["figure", "item_order", "group"]
        grid = grid.join(mean_spreads(in_figures, sampled.sample), on=keys, how="left")
        mean, error = grid["mean"].to_numpy(), grid["std_error"].to_numpy()
        df = grid["df"].fill_null(0).to_numpy()
        interval = student_interval(mean, error, df, plan.level)
        grid = grid.drop("mean", "std_error", "df")
    else:
        sums = (
            in_figures.filter("in_base")
            .group_by(ROW)
            .agg(
                sum_x=(pl.col("n") * pl.col("x")).sum(),
                sum_x2=(pl.col("n") * pl.col("x") ** 2).sum(),
            )
        )
        summed = grid.select(ROW).join(sums, on=ROW, how="left")
        n, first, second = (
            grid["base_n"].to_numpy(),
            *(summed[name].to_numpy() for name in ("sum_x", "sum_x2")),
        )
        mean, error = means.mean(n, first), means.standard_error(n, first, second)
        interval = means.t_interval(n, first, second, plan.level)
    found = grid.with_columns(
        statistic=pl.lit("mean"),
        category=pl.lit(""),
        category_order=pl.lit(0, pl.UInt16),
        **columns(mean, error, interval.low, interval.high),
    )
    return pl.concat([found, item_ranks(found)], how="diagonal_relaxed")


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
        **dict.fromkeys(("std_error", "ci_low", "ci_high", "margin"), pl.lit(None, pl.Float64)),
    )
