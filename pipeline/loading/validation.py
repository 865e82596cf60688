"""Codebook -> Pandera schema; which values fail it, where and why."""

from collections.abc import Iterator, Sequence

import pandera.polars as pa
import polars as pl
from pandera.errors import SchemaErrors

from pipeline.codebooks.codebook import Codebook, Variable
from pipeline.codebooks.tables import texts_of

NUMBER = r"^\s*-?[0-9]+([.,][0-9]+)?\s*$"
WHOLE_NUMBER = r"^\s*-?[0-9]+\s*$"

LARGEST_NUMBER = 1e12
"""Beyond this the exact sums of squares of a million respondents would overflow."""

UNKNOWN_LABEL = "unknown label"
NOT_A_NUMBER = "not a number"
NOT_WHOLE = "not a whole number"
OUT_OF_RANGE = "out of range"

FAILED_VALUES = pl.Schema(
    {"row": pl.UInt32(), "column_name": pl.String(), "value": pl.String(), "reason": pl.String()}
)


def schema(codebook: Codebook) -> pa.DataFrameSchema:
    """The schema of the answers as text: labels, types and ranges; blanks are no failures."""
    columns = {
        column: pa.Column(pl.String, _checks(variable, item), nullable=True)
        for column, (variable, item) in codebook.question_columns.items()
        if variable.type != "text"
    }
    return pa.DataFrameSchema(columns)


def _checks(variable: Variable, item: str) -> list[pa.Check]:
    if variable.type != "number":
        return [_labels([*texts_of(variable, item), *variable.no_answer])]
    pattern, name = (WHOLE_NUMBER, NOT_WHOLE) if variable.whole else (NUMBER, NOT_A_NUMBER)
    absent = ["", *variable.no_answer]
    return [_pattern(pattern, name, absent), _range(variable.low, variable.high, absent)]


def _labels(known: Sequence[str]) -> pa.Check:
    def has_known_label(data: pa.PolarsData) -> pl.LazyFrame:
        text = pl.col(data.key)
        return data.lazyframe.select(text.is_null() | text.is_in([*known, ""]))

    return pa.Check(has_known_label, name=UNKNOWN_LABEL)


def _pattern(pattern: str, name: str, absent: Sequence[str]) -> pa.Check:
    def looks_like_a_number(data: pa.PolarsData) -> pl.LazyFrame:
        text = pl.col(data.key)
        blank = text.is_null() | text.is_in(absent)
        return data.lazyframe.select(blank | text.str.contains(pattern))

    return pa.Check(looks_like_a_number, name=name)


def _range(low: float | None, high: float | None, absent: Sequence[str]) -> pa.Check:
    def lies_in_range(data: pa.PolarsData) -> pl.LazyFrame:
        text = pl.col(data.key)
        number = number_in(text)
        inside = number.abs() < LARGEST_NUMBER
        if low is not None:
            inside &= number >= low
        if high is not None:
            inside &= number <= high
        return data.lazyframe.select(number.is_null() | inside | text.is_in(absent))

    return pa.Check(lies_in_range, name=OUT_OF_RANGE)


def number_in(text: pl.Expr) -> pl.Expr:
    """The number that a text states, with a comma or a point before the decimals; else null."""
    return text.str.strip_chars().str.replace(",", ".", literal=True).cast(pl.Float64, strict=False)


def failed_values(rows: pl.DataFrame, row_numbers: pl.Series, codebook: Codebook) -> pl.DataFrame:
    """One row a value that fails the schema: row of the file, column, value and reason.

    `rows` is the trimmed export as text (one row a received row), with every question's column.
    """
    checked = rows.select(list(codebook.question_columns)).with_columns(_ungrouped(codebook))
    try:
        schema(codebook).validate(checked, lazy=True)
    except SchemaErrors as problem:
        return _failures(problem.failure_cases, row_numbers)
    return FAILED_VALUES.to_frame()


def _ungrouped(codebook: Codebook) -> Iterator[pl.Expr]:
    """Columns of numbers whose digits stand in groups, without what parts them."""
    for variable in codebook.variables.values():
        if variable.thousands:
            yield from (
                pl.col(item.column).str.replace_all(variable.thousands, "", literal=True)
                for item in variable.items.values()
                if item.column
            )


def _failures(cases: pl.DataFrame, row_numbers: pl.Series) -> pl.DataFrame:
    """A value that fails two checks is reported once, for the first of them."""
    return (
        cases.select(
            row=pl.lit(row_numbers).gather(pl.col("index")).cast(pl.UInt32),
            column_name="column",
            value=pl.col("failure_case").cast(pl.String),
            reason="check",
        )
        .unique(["row", "column_name"], keep="first", maintain_order=True)
        .sort("row", "column_name")
    )
