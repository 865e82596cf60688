"""Whether respondents have what a sampling design and its weights need."""

import polars as pl

# How many rows a message names.
NAMED = 5


def design_problems(
    respondents: pl.DataFrame, weight: str, variables: tuple[str, ...]
) -> list[str]:
    """What keeps respondents from being weighted, one message a column and kind.

    `respondents` has the columns `row` (of the export), `weight` (numbers), named `weight` in the
    export, and the design's `variables`: stratum, cluster, margins.
    """
    value = pl.col("weight")
    checks = {
        f'column "{weight}": the design weight is missing': value.is_null() | value.is_nan(),
        f'column "{weight}": a design weight of 0': value == 0,
        f'column "{weight}": a negative design weight': value < 0,
        f'column "{weight}": an infinite design weight': value.is_infinite() & (value > 0),
    } | {
        f'column "{variable}": blank, although the design needs it': pl.col(variable).is_null()
        for variable in variables
    }
    found = ((what, respondents.filter(wrong)["row"].to_list()) for what, wrong in checks.items())
    return [
        f"{_rows(rows)}, {what}; correct the export or leave these out"
        for what, rows in found
        if rows
    ]


def _rows(rows: list[int]) -> str:
    named = ", ".join(str(row) for row in rows[:NAMED])
    more = f" and {len(rows) - NAMED} more" if len(rows) > NAMED else ""
    return f"row{'s' if len(rows) > 1 else ''} {named}{more}"
