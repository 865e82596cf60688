"""Cells -> estimates: one row a published share, mean, score, count or rate; pure."""

import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.estimating.alphas import alpha_estimates
from pipeline.estimating.cells import figure_cells
from pipeline.estimating.joint_cells import NOTHING_JOINT, JointCells
from pipeline.estimating.means import mean_estimates
from pipeline.estimating.quantiles import quantile_estimates
from pipeline.estimating.response import response_estimates
from pipeline.estimating.scores import score_estimates
from pipeline.estimating.shares import share_and_count_estimates
from pipeline.estimating.ticks import tick_estimates
from pipeline.planning.plan import Plan
from pipeline.results import ESTIMATES
from pipeline.sampling.sample import Sampling


def estimates(
    plan: Plan,
    codebook: Codebook,
    cells: pl.DataFrame,
    response: pl.DataFrame,
    sampled: Sampling,
    joint: JointCells = NOTHING_JOINT,
) -> pl.DataFrame:
    """The estimates of a plan, in its order, with the columns of `results.ESTIMATES`.

    With a declared design or weights they are design-based, else classical. `cells` as
    `cells.weighted_cells` gives them; `response` one row a category of the frame with
    `invited`, `responded` and `completed`; `joint` what the plan needs counted over several items.
    """
    counted = figure_cells(plan, codebook, cells)
    parts = [
        share_and_count_estimates(plan, codebook, counted, sampled),
        mean_estimates(plan, counted, sampled),
        quantile_estimates(plan, counted, sampled),
        score_estimates(plan, codebook, counted, sampled),
        tick_estimates(plan, codebook, joint.ticks, sampled),
        alpha_estimates(plan, codebook, joint.scales, sampled),
        response_estimates(plan, codebook, response),
    ]
    order = ["figure_order", "item_order", "group_order", "category_order"]
    return (
        pl.concat([pl.DataFrame(schema=ESTIMATES), *parts], how="diagonal_relaxed")
        .sort(order, maintain_order=True)
        .with_columns(
            survey=pl.lit(plan.survey),
            wave=pl.lit(codebook.wave),
            suppressed=pl.lit(False),
            note=pl.col("note").fill_null(""),
        )
        .select(pl.col(name).cast(kind) for name, kind in ESTIMATES.items())
    )
