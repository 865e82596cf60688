"""Top-minus-bottom scores: the share of some answers less that of others."""

import numpy as np
import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.estimating.bases import Estimated, bases, by_group, named, normal, of_means
from pipeline.estimating.counted_tables import Table
from pipeline.inference import scores
from pipeline.inference.design import Whole
from pipeline.planning.figure import top_and_bottom
from pipeline.planning.plan import Plan
from pipeline.sampling.sample import Sampling


def score_estimates(
    plan: Plan, codebook: Codebook, counted: pl.DataFrame, sampled: Sampling
) -> pl.DataFrame:
    """The scores of a plan's figures, -1 to 1."""
    names = named(plan, "score")
    in_figures = counted.filter(pl.col("figure").is_in(names))

    def estimate(figure: str, one: Table, group: Whole, groups: int) -> Estimated:
        asked = plan.figures[figure]
        top, bottom = top_and_bottom(asked, codebook.variables[asked.variable])
        of_top, of_bottom = (_numbers(part, one) for part in (top, bottom))
        if sampled.is_declared:
            found = scores.design_scores(
                one.answer, of_top, of_bottom, group, groups, one.atoms, sampled.sample, plan.level
            )
            return of_means(found)
        n, t, b = (
            np.bincount(group, one.atoms.n * held, groups)
            for held in (1.0, np.isin(one.answer, of_top), np.isin(one.answer, of_bottom))
        )
        interval = scores.wald_interval(n, t, b, plan.level)
        score, error = scores.score(n, t, b), scores.standard_error(n, t, b)
        return Estimated(score, error, normal(score), interval.low, interval.high)

    found = by_group(in_figures, estimate)
    return (
        bases(in_figures)
        .join(found, on=["figure", "item_order", "group"], how="left")
        .with_columns(
            statistic=pl.lit("score"), category=pl.lit(""), category_order=pl.lit(0, pl.UInt16)
        )
    )


def _numbers(names: frozenset[str], one: Table) -> list[int]:
    """The numbers in the table of these categories."""
    return [number for number, name in enumerate(one.answers) if name in names]
