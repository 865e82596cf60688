"""Changes between waves as they may be published; pure.

A change stands only between two numbers that are published themselves. What it adds to them, its
interval and test, is rounded like everything that leaves; of sensitive questions and groups no
change is published, since an interval beside two rounded shares tells of the counts behind them.
"""

import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.disclosure.precision import published_number
from pipeline.wording.numbers import published_p

NUMBERS = ("estimate", "other_estimate", "difference", "ci_low", "ci_high")
LEFT_OUT = ("std_error", "df")


def published_changes(exact: pl.DataFrame, *codebooks: Codebook) -> pl.DataFrame:
    """The same rows in published precision, without those of variables that are sensitive in one
    of the waves compared, whose `codebooks` these are."""
    secret = [
        name
        for codebook in codebooks
        for name, variable in codebook.variables.items()
        if variable.sensitive
    ]
    return exact.filter(
        ~pl.col("variable").is_in(secret) & ~pl.col("group_variable").is_in(secret)
    ).with_columns(
        *(published_number(name) for name in NUMBERS),
        *(pl.lit(None, pl.Float64).alias(name) for name in LEFT_OUT),
        *(
            pl.col(name).map_elements(published_p, return_dtype=pl.Float64)
            for name in ("p_value", "p_adjusted")
        ),
        pl.lit(None, pl.Int64).alias("both_n"),
    )
