"""Shares of answers, and their counts."""

import numpy as np
import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.estimating.bases import ROW, Estimated, bases, columns, named, normal, quotient
from pipeline.estimating.design_estimates import share_spreads
from pipeline.estimating.interval_choice import Precision, chosen_interval
from pipeline.inference import proportions
from pipeline.planning.plan import Figure, Plan, shown
from pipeline.sampling.sample import Sampling


def share_and_count_estimates(
    plan: Plan, codebook: Codebook, counted: pl.DataFrame, sampled: Sampling
) -> pl.DataFrame:
    """The shares and counts of each answer that a figure shows."""
    names = named(plan, "share", "count")
    members = pl.DataFrame(
        [
            (name, order, answer, category)
            for name in names
            for order, answer in enumerate(_shown(plan.figures[name], codebook))
            for category in codebook.variables[plan.figures[name].variable].category_names(answer)
        ],
        schema={
            "figure": pl.String,
            "category_order": pl.UInt16,
            "answer": pl.String,
            "category": pl.String,
        },
        orient="row",
    )
    in_figures = counted.filter(pl.col("figure").is_in(names))
    counts = (
        in_figures.filter("in_base")
        .join(members, on=["figure", "category"])
        .group_by([*ROW, "answer"])
        .agg(count=pl.col("n").sum())
    )
    grid = (
        bases(in_figures)
        .join(members.drop("category").unique(), on="figure")
        .join(counts, on=[*ROW, "answer"], how="left")
        .with_columns(pl.col("count").fill_null(0))
        .rename({"answer": "category"})
    )
    is_share = pl.col("figure").is_in(named(plan, "share"))
    return pl.concat(
        [
            _with_shares(grid.filter(is_share), plan, in_figures, members, sampled),
            grid.filter(~is_share).with_columns(
                statistic=pl.lit("count"), estimate=pl.col("count").cast(pl.Float64)
            ),
        ],
        how="diagonal_relaxed",
    )


def _shown(figure: Figure, codebook: Codebook) -> tuple[str, ...]:
    return shown(figure, codebook.variables[figure.variable])


def _with_shares(
    grid: pl.DataFrame,
    plan: Plan,
    counted: pl.DataFrame,
    members: pl.DataFrame,
    sampled: Sampling,
) -> pl.DataFrame:
    base = grid["base_n"].cast(pl.Float64).to_numpy()
    if sampled.is_declared:
        of_shares = counted.filter(pl.col("figure").is_in(grid["figure"].unique().implode()))
        spreads = share_spreads(of_shares, members, sampled.sample).rename({"answer": "category"})
        grid = grid.join(spreads, on=["figure", "item_order", "group", "category"], how="left")
        share, error, df = (grid[name].to_numpy() for name in ("share", "std_error", "df"))
        grid = grid.drop("share", "std_error", "df")
    else:
        share = quotient(grid["count"].to_numpy(), base)
        error, df = proportions.standard_error(share, base), normal(share)
    precision = Precision(share, error, base, df, grid["effective_n"].to_numpy())
    methods = np.array([plan.figures[name].interval for name in grid["figure"]], dtype=object)
    interval = chosen_interval(methods.astype(str), precision, plan.level, sampled.is_declared)
    return grid.with_columns(
        statistic=pl.lit("share"),
        **columns(Estimated(share, error, df, interval.low, interval.high)),
    )
