"""Shares of the ticks of a multiple-response question."""

import numpy as np
import polars as pl

from pipeline.codebooks.codebook import TICKED, Codebook
from pipeline.estimating.bases import Estimated, columns, normal
from pipeline.estimating.interval_choice import Precision, chosen_interval
from pipeline.estimating.joint_cells import atoms_of, ticked_items
from pipeline.inference import proportions
from pipeline.inference.intervals import Floats, Interval
from pipeline.inference.ticks import TickShares, tick_shares
from pipeline.planning.figure import counts_ticks_alone
from pipeline.planning.plan import Figure, Plan, items_of
from pipeline.results import EVERYONE
from pipeline.sampling.sample import Sampling


def tick_estimates(
    plan: Plan, codebook: Codebook, ticks: pl.DataFrame, sampled: Sampling
) -> pl.DataFrame:
    """Each item's share of the ticks of everyone and of each group; bases count ticks.

    `ticks` as in `joint_cells.JointCells`.
    """
    if ticks.is_empty():
        return pl.DataFrame()
    parts = [
        _of_group(str(figure), str(group), cells, plan, codebook, sampled)
        for (figure, group), cells in ticks.group_by(["figure", "group"], maintain_order=True)
    ]
    return pl.concat(parts).with_columns(figure_n=pl.col("base_n").max().over("figure"))


def _of_group(
    name: str, group: str, cells: pl.DataFrame, plan: Plan, codebook: Codebook, sampled: Sampling
) -> pl.DataFrame:
    figure = plan.figures[name]
    variable = codebook.variables[figure.variable]
    items = items_of(figure, variable)
    ticked = ticked_items(cells, tuple(variable.items))
    nobody = np.zeros(cells.height, dtype=np.int64)
    found = tick_shares(ticked, nobody, 1, atoms_of(cells), sampled.sample)
    places = [tuple(variable.items).index(item) for item in items]
    share = found.share[0, places]
    if counts_ticks_alone(figure, sampled.is_declared):
        error, df = proportions.standard_error(share, found.n), normal(share)
        interval = proportions.wald_interval(share, found.n, plan.level)
    else:
        error, df = found.standard_error[0, places], np.full(len(share), float(found.df[0]))
        interval = _interval(share, error, found, figure, plan.level)
    return pl.DataFrame({"item": items}).with_columns(
        figure=pl.lit(name),
        figure_order=pl.lit(list(plan.figures).index(name)),
        item_order=pl.int_range(pl.len()),
        group_order=pl.lit(cells["group_order"][0]),
        category_order=pl.lit(0),
        variable=pl.lit(figure.variable),
        group_variable=pl.lit("" if group == EVERYONE else figure.groups),
        group=pl.lit(group),
        statistic=pl.lit("share_of_ticks"),
        category=pl.lit(TICKED),
        **columns(Estimated(share, error, df, interval.low, interval.high)),
        base_n=pl.lit(int(found.n[0])),
        weighted_n=pl.lit(float(found.weight[0])),
        effective_n=pl.lit(float(found.effective_n[0])),
    )


def _interval(
    share: Floats, error: Floats, found: TickShares, figure: Figure, level: float
) -> Interval:
    whole = np.ones(len(share))
    precision = Precision(
        share, error, found.n * whole, found.df * whole, found.effective_n * whole
    )
    return chosen_interval(np.full(len(share), figure.interval), precision, level, True)
