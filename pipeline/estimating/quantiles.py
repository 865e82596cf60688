"""Medians and other quantiles of numbers and scores."""

import numpy as np
import polars as pl

from pipeline.estimating.bases import Estimated, bases, by_group, named
from pipeline.estimating.counted_tables import Table
from pipeline.inference.design import Whole
from pipeline.inference.quantiles import Quantiles, design_quantiles, quantiles
from pipeline.planning.plan import Plan
from pipeline.results import quantile_name
from pipeline.sampling.sample import Sampling

MEDIAN = 0.5


def quantile_estimates(plan: Plan, counted: pl.DataFrame, sampled: Sampling) -> pl.DataFrame:
    """The quantile that each figure asks for; that of `probability` 0.9 has the category p90."""
    names = named(plan, "median", "quantile")
    in_figures = counted.filter(pl.col("figure").is_in(names))
    probabilities = {name: plan.figures[name].probability or MEDIAN for name in names}

    def estimate(figure: str, one: Table, group: Whole, groups: int) -> Estimated:
        found = _quantiles(one, group, groups, probabilities[figure], plan.level, sampled)
        low, high = found.interval.low[:, 0], found.interval.high[:, 0]
        return Estimated(found.quantile[:, 0], found.standard_error[:, 0], found.df, low, high)

    statistics = {name: plan.figures[name].statistic for name in names}
    categories = {
        name: quantile_name(probabilities[name]) if statistics[name] == "quantile" else ""
        for name in names
    }
    found = by_group(in_figures, estimate)
    return (
        bases(in_figures)
        .join(found, on=["figure", "item_order", "group"], how="left")
        .with_columns(
            statistic=pl.col("figure").replace_strict(statistics, return_dtype=pl.String),
            category=pl.col("figure").replace_strict(categories, return_dtype=pl.String),
            category_order=pl.lit(0, pl.UInt16),
        )
    )


def _quantiles(
    one: Table, group: Whole, groups: int, probability: float, level: float, sampled: Sampling
) -> Quantiles:
    p = np.array([probability])
    if sampled.is_declared:
        return design_quantiles(one.value, group, groups, one.atoms, sampled.sample, p, level)
    values, position = np.unique(one.value, return_inverse=True)
    counts = np.zeros((groups, len(values)))
    np.add.at(counts, (group, position), one.atoms.n)
    return quantiles(values, counts, p, level)
