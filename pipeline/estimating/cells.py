"""The figure plan -> the tables that are counted, and the counted cells of each figure."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from pipeline.codebooks.codebook import Codebook, Variable
from pipeline.codebooks.tables import EVERYONE_QUESTION, question_numbers
from pipeline.planning.figure import OF_VALUES
from pipeline.planning.plan import RESPONSE, Figure, Plan, items_of, left_out
from pipeline.results import EVERYONE

NO_FILTER = 0

Filter = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Wanted:
    """What is counted: `tables` one row a figure, question, group variable and filter;
    `filter_rules` one row a filter, rule and code that satisfies it."""

    tables: pl.DataFrame
    filter_rules: pl.DataFrame


def wanted(plan: Plan, codebook: Codebook) -> Wanted:
    """The tables that a plan asks for: each figure by its groups, or of everyone."""
    numbers = question_numbers(codebook)
    filters = filters_of(plan)
    rows = [
        (
            order,
            name,
            item_order,
            numbers[figure.variable, item],
            numbers[figure.groups, ""] if figure.groups else EVERYONE_QUESTION,
            filters[filter_of(figure)],
        )
        for order, (name, figure) in enumerate(plan.figures.items())
        if figure.variable != RESPONSE
        for item_order, item in enumerate(items_of(figure, codebook.variables[figure.variable]))
    ]
    schema = {
        "figure_order": pl.UInt16,
        "figure": pl.String,
        "item_order": pl.UInt16,
        "question": pl.UInt16,
        "group_question": pl.UInt16,
        "filter": pl.UInt16,
    }
    return Wanted(
        pl.DataFrame(rows, schema=schema, orient="row"),
        _filter_rules(filters, codebook, numbers),
    )


def filter_of(figure: Figure) -> Filter:
    """What tells the filter of a figure apart."""
    return tuple(sorted(figure.where.items()))


def filters_of(plan: Plan) -> dict[Filter, int]:
    """The filters of a plan by number; 0 is the one that everyone passes."""
    distinct = dict.fromkeys(filter_of(figure) for figure in plan.figures.values())
    used = [one for one in distinct if one]
    return {(): NO_FILTER} | {one: number for number, one in enumerate(used, start=1)}


def _filter_rules(
    filters: Mapping[Filter, int], codebook: Codebook, numbers: Mapping[tuple[str, str], int]
) -> pl.DataFrame:
    rows = []
    for conditions, number in filters.items():
        for rule, (reference, names) in enumerate(conditions):
            variable, item = codebook.question(reference)
            for name in names:
                for category in variable.category_names(name):
                    code = variable.categories[category].code
                    rows.append((number, rule, numbers[variable.name, item], code))
    schema = {"filter": pl.UInt16, "rule": pl.UInt16, "question": pl.UInt16, "code": pl.Int16}
    return pl.DataFrame(rows, schema=schema, orient="row")


def named_cells(
    cells: pl.DataFrame, questions: pl.DataFrame, categories: pl.DataFrame
) -> pl.DataFrame:
    """Cells with `variable`, `item`, `category`, `group_variable` and `group` by name.

    `x` is the number answered, or the score of the category; null where there is neither.
    """
    names = questions.select("question", "variable", "item")
    codes = categories.select("variable", "code", "category", "score")
    groups = categories.select(
        group_variable="variable", group_code=pl.col("code").cast(pl.Int32), group="category"
    )
    return (
        cells.with_columns(pl.col("state").cast(pl.String), pl.col("group_code").cast(pl.Int32))
        .join(names, on="question", how="left")
        .join(
            names.select(group_question="question", group_variable="variable"),
            on="group_question",
            how="left",
        )
        .join(codes, on=["variable", "code"], how="left")
        .join(groups, on=["group_variable", "group_code"], how="left")
        .with_columns(
            pl.col("group_variable").fill_null(""),
            pl.when(group_question=EVERYONE_QUESTION)
            .then(pl.lit(EVERYONE))
            .otherwise("group")
            .alias("group"),
            pl.col("n").cast(pl.Int64),
            pl.col("sum_w", "sum_w2").cast(pl.Float64),
            pl.coalesce(pl.col("value").cast(pl.Float64), "score").alias("x"),
        )
        .drop("value", "score")
    )


def weighted_cells(cells: pl.DataFrame, units: pl.DataFrame) -> pl.DataFrame:
    """Cells with the number of their unit of the sample, and with calibrated weights `w`, `w2`.

    `units` has stratum, cluster, calibration cell, unit and factor.
    """
    factor = pl.col("factor")
    return (
        cells.join(units, on=["stratum", "cluster", "calibration_cell"], how="left")
        .with_columns(w=pl.col("sum_w") * factor, w2=pl.col("sum_w2") * factor**2)
        .drop("sum_w", "sum_w2", "factor")
    )


def figure_cells(plan: Plan, codebook: Codebook, cells: pl.DataFrame) -> pl.DataFrame:
    """One row a figure, question, group, state and category, with `in_base`.

    `in_base` tells whether the respondents count in the figure's percentages. Where there are
    groups, everyone is everyone in a group: the total that the groups add up to.
    """
    asked = wanted(plan, codebook).tables
    base = pl.DataFrame(
        [
            (name, state, category)
            for name, figure in plan.figures.items()
            if figure.variable != RESPONSE
            for state, category in base_of(figure, codebook.variables[figure.variable])
        ],
        schema={"figure": pl.String, "state": pl.String, "category": pl.String},
        orient="row",
    ).with_columns(in_base=True)
    counted = asked.join(cells, on=["question", "group_question", "filter"], how="inner")
    totals = counted.filter(pl.col("group_variable") != "").with_columns(
        group_variable=pl.lit(""), group=pl.lit(EVERYONE)
    )
    return (
        pl.concat([totals, counted])
        .join(base, on=["figure", "state", "category"], how="left", nulls_equal=True)
        .join(group_orders(codebook), on=["group_variable", "group"], how="left")
        .with_columns(pl.col("in_base").fill_null(False))
    )


def base_of(figure: Figure, variable: Variable) -> list[tuple[str, str | None]]:
    """The states and categories (None where there is none) that count in a figure's base."""
    absent = left_out(figure, variable)
    if figure.statistic in OF_VALUES and not variable.is_numeric:
        absent = tuple(name for name, one in variable.categories.items() if one.score is None)
    counted: list[tuple[str, str | None]] = [
        ("missing" if one.missing else "answered", name)
        for name, one in variable.categories.items()
        if name not in absent
    ]
    if variable.is_numeric:
        counted.append(("answered", None))
    if figure.base == "asked":
        counted += [("blank", None), ("invalid", None)]
    return counted


def group_orders(codebook: Codebook) -> pl.DataFrame:
    """Everyone first, then the groups as the codebook lists them."""
    rows = [("", EVERYONE, 0)] + [
        (variable.name, name, order)
        for variable in codebook.variables.values()
        for order, name in enumerate(variable.categories, start=1)
    ]
    schema = {"group_variable": pl.String, "group": pl.String, "group_order": pl.UInt16}
    return pl.DataFrame(rows, schema=schema, orient="row")
