"""What disclosure control works on: the results of a plan and of its banners, and what it hides."""

from dataclasses import dataclass

import polars as pl

from pipeline.planning.plan import Plan

FIGURES = ""
"""The name of the part that is no banner."""


@dataclass(frozen=True)
class Part:
    """The results of the figures, or of one banner, with the plan that they were counted by.

    Frames as `results.ESTIMATES` and `results.TESTS`, and the cells as `cells.figure_cells`.
    """

    plan: Plan
    estimates: pl.DataFrame
    tests: pl.DataFrame
    cells: pl.DataFrame


@dataclass(frozen=True)
class Tables:
    """Estimates and tests as they are published: the same rows in the same order."""

    estimates: pl.DataFrame
    tests: pl.DataFrame


LOG = pl.Schema(
    {
        "banner": pl.String(),
        "figure": pl.String(),
        "variable": pl.String(),
        "item": pl.String(),
        "group_variable": pl.String(),
        "group": pl.String(),
        "statistic": pl.String(),
        "category": pl.String(),
        "estimate": pl.Float64(),
        "base_n": pl.Int64(),
        "reason": pl.String(),
    }
)
"""One row a hidden number, with the number; `banner` is '' for a figure. For the analyst alone."""
