"""Cells -> tests: does what a figure shows depend on the group? Pure."""

import polars as pl

from pipeline.cells import figure_cells
from pipeline.codebook import Codebook
from pipeline.inference.association import TestResult, chi_squared_independence
from pipeline.plan import Figure, Plan
from pipeline.results import TESTS


def group_tests(plan: Plan, codebook: Codebook, cells: pl.DataFrame) -> pl.DataFrame:
    """One row a figure with groups and item, with the columns of `results.TESTS`.

    The whole distribution of answers in the base is tested, not only what the figure shows.
    """
    tested = [name for name, figure in plan.figures.items() if _is_tested(figure)]
    counts = figure_cells(plan, codebook, cells).filter(
        pl.col("in_base")
        & pl.col("category").is_not_null()
        & (pl.col("group_variable") != "")
        & pl.col("figure").is_in(tested)
    )
    keys = ["figure_order", "item_order", "figure", "variable", "item", "group_variable"]
    rows = []
    for key, table in counts.group_by(keys, maintain_order=True):
        result = chi_squared_independence(_table(table))
        rows.append((dict(zip(keys, key, strict=True)), result))
    rows.sort(key=lambda row: (row[0]["figure_order"], row[0]["item_order"]))
    return pl.DataFrame([_row(plan, codebook, key, result) for key, result in rows], schema=TESTS)


def _is_tested(figure: Figure) -> bool:
    return figure.groups is not None and figure.statistic == "share" and figure.test != "none"


def _table(cells: pl.DataFrame) -> list[list[int]]:
    """Respondents, groups x categories."""
    wide = (
        cells.group_by("group", "category")
        .agg(pl.col("n").sum())
        .sort("group", "category")
        .pivot("category", index="group", values="n")
        .fill_null(0)
        .drop("group")
    )
    return [list(row) for row in wide.iter_rows()]


def _row(
    plan: Plan, codebook: Codebook, key: dict[str, object], result: TestResult
) -> dict[str, object]:
    p_value = None if result.p_value != result.p_value else result.p_value
    return {
        "survey": plan.survey,
        "wave": codebook.wave,
        "other_wave": "",
        **{name: key[name] for name in ("figure", "variable", "item", "group_variable")},
        "category": "",
        "group": "",
        "other_group": "",
        "test": result.test,
        "statistic": None if p_value is None else result.statistic,
        "df1": result.df1,
        "df2": result.df2,
        "p_value": p_value,
        "correction": "none",
        "p_adjusted": p_value,
        "effect": result.effect,
        "effect_size": None if p_value is None else result.effect_size,
        "n": result.n,
        "significant": p_value is not None and p_value < 1 - plan.level,
        "warning": str(result.warning or ""),
    }
