"""Cells -> estimates: one row a published share, mean, count or rate; pure."""

import numpy as np
import polars as pl

from pipeline.cells import figure_cells
from pipeline.codebook import Codebook
from pipeline.design_estimates import mean_spreads, share_spreads
from pipeline.inference import means, proportions
from pipeline.inference.design_means import student_interval
from pipeline.interval_choice import Precision, chosen_interval
from pipeline.plan import RESPONSE, RESPONSE_COUNTS, Figure, Plan, shown
from pipeline.results import ESTIMATES, EVERYONE
from pipeline.sampling import Sampling

ROW = ["figure", "figure_order", "item_order", "variable", "item", "group_variable", "group"]
"""What tells the bases of a plan apart; `group_order` only sorts."""


def estimates(
    plan: Plan,
    codebook: Codebook,
    cells: pl.DataFrame,
    response: pl.DataFrame,
    sampled: Sampling,
) -> pl.DataFrame:
    """The estimates of a plan, in its order, with the columns of `results.ESTIMATES`.

    With a declared design or weights they are design-based, else classical. `cells` as
    `cells.weighted_cells` gives them; `response` one row a category of the frame with
    `invited`, `responded` and `completed`.
    """
    counted = figure_cells(plan, codebook, cells)
    parts = [
        _shares_and_counts(plan, codebook, counted, sampled),
        _means(plan, counted, sampled),
        _response(plan, codebook, response),
    ]
    order = ["figure_order", "item_order", "group_order", "category_order"]
    return (
        pl.concat(parts, how="diagonal_relaxed")
        .sort(order, maintain_order=True)
        .with_columns(
            survey=pl.lit(plan.survey),
            wave=pl.lit(codebook.wave),
            suppressed=pl.lit(False),
            note=pl.lit(""),
        )
        .select(pl.col(name).cast(kind) for name, kind in ESTIMATES.items())
    )


def _named(plan: Plan, *statistics: str) -> list[str]:
    return [
        name
        for name, figure in plan.figures.items()
        if figure.statistic in statistics and figure.variable != RESPONSE
    ]


def _bases(counted: pl.DataFrame) -> pl.DataFrame:
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


def _shares_and_counts(
    plan: Plan, codebook: Codebook, counted: pl.DataFrame, sampled: Sampling
) -> pl.DataFrame:
    names = _named(plan, "share", "count")
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
        _bases(in_figures)
        .join(members.drop("category").unique(), on="figure")
        .join(counts, on=[*ROW, "answer"], how="left")
        .with_columns(pl.col("count").fill_null(0))
        .rename({"answer": "category"})
    )
    is_share = pl.col("figure").is_in(_named(plan, "share"))
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
        share = _quotient(grid["count"].to_numpy(), base)
        error, df = proportions.standard_error(share, base), np.full(len(base), np.inf)
    precision = Precision(share, error, base, df, grid["effective_n"].to_numpy())
    methods = np.array([plan.figures[name].interval for name in grid["figure"]], dtype=object)
    interval = chosen_interval(methods.astype(str), precision, plan.level, sampled.is_declared)
    return grid.with_columns(
        statistic=pl.lit("share"), **_columns(share, error, interval.low, interval.high)
    )


def _means(plan: Plan, counted: pl.DataFrame, sampled: Sampling) -> pl.DataFrame:
    in_figures = counted.filter(pl.col("figure").is_in(_named(plan, "mean")))
    grid = _bases(in_figures)
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
    return grid.with_columns(
        statistic=pl.lit("mean"),
        category=pl.lit(""),
        category_order=pl.lit(0, pl.UInt16),
        **_columns(mean, error, interval.low, interval.high),
    )


def _columns(
    estimate: np.ndarray, std_error: np.ndarray, low: np.ndarray, high: np.ndarray
) -> dict[str, pl.Series]:
    """The margin is half the interval's width; what is undefined is null."""
    values = {
        "estimate": estimate,
        "std_error": std_error,
        "ci_low": low,
        "ci_high": high,
        "margin": (high - low) / 2,
    }
    return {name: pl.Series(value, nan_to_null=True) for name, value in values.items()}


def _quotient(count: np.ndarray, base: np.ndarray) -> np.ndarray:
    """Count / base; nan for a base of 0."""
    return np.asarray(count / np.where(base > 0, base, np.nan))


def _response(plan: Plan, codebook: Codebook, response: pl.DataFrame) -> pl.DataFrame:
    """Counts of those invited, who responded and who completed, and the two rates.

    A rate has no margin: it is of everyone who was invited, or of everyone who responded.
    """
    group_orders = {
        (variable.name, category): group_order
        for variable in codebook.variables.values()
        for group_order, category in enumerate(variable.categories, start=1)
    }
    rows = []
    for order, (name, figure) in enumerate(plan.figures.items()):
        if figure.variable != RESPONSE:
            continue
        for line in response.iter_rows(named=True):
            if line["category"] != EVERYONE and figure.groups != line["variable"]:
                continue
            for kind, category, value, base in _response_values(line):
                rows.append(
                    {
                        "figure": name,
                        "figure_order": order,
                        "item_order": 0,
                        "group_order": group_orders.get((line["variable"], line["category"]), 0),
                        "category_order": RESPONSE_COUNTS.index(category),
                        "variable": RESPONSE,
                        "item": "",
                        "group_variable": line["variable"],
                        "group": line["category"],
                        "statistic": kind,
                        "category": category,
                        "estimate": value,
                        "base_n": base,
                        "figure_n": response.filter(category=EVERYONE)["responded"][0],
                    }
                )
    return pl.DataFrame(rows, infer_schema_length=None)


def _response_values(line: dict[str, object]) -> list[tuple[str, str, float, int]]:
    """What is known: without a frame nobody knows how many were invited."""
    known = {name: int(str(line[name])) for name in RESPONSE_COUNTS if line[name] is not None}
    bases = {
        "invited": known.get("invited"),
        "responded": known.get("invited"),
        "completed": known["responded"],
    }
    counts = [
        ("count", name, float(count), count if (base := bases[name]) is None else base)
        for name, count in known.items()
    ]
    rates = [
        ("rate", name, known[name] / base, base)
        for name in ("responded", "completed")
        if name in known and (base := bases[name])
    ]
    return counts + rates
