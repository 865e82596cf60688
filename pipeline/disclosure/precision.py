"""Results rounded as they are published: nothing that leaves is more precise than a page shows.

A standard error, a test statistic or a mean in full precision can give a count away.
"""

import polars as pl

from pipeline.disclosure.parts import Tables
from pipeline.results import FORMS, decimals
from pipeline.wording.numbers import SPURIOUS_DIGITS, published_p

WITHOUT_INTERVAL = ("estimate", "other_estimate")
"""Differences of means have one more decimal as well: they are small beside the means."""
NUMBERS = ("estimate", "ci_low", "ci_high", "margin")
LEFT_OUT = ("std_error", "df", "weighted_n")
"""No page shows them."""
LEFT_OUT_OF_TESTS = ("statistic", "df1", "df2")
EFFECT_DECIMALS = 2


def rounded(exact: Tables) -> Tables:
    """The same tables in published precision; what is hidden has no number and tells no reason."""
    hidden = pl.col("suppressed")
    estimates = exact.estimates.with_columns(
        *(pl.when(~hidden).then(published_number(name)).alias(name) for name in NUMBERS),
        *(pl.lit(None, pl.Float64).alias(name) for name in LEFT_OUT),
        pl.col("effective_n").round(0, mode="half_away_from_zero"),
        pl.when(hidden).then(pl.lit("")).otherwise("note").alias("note"),
    )
    tests = exact.tests.with_columns(
        *(pl.lit(None, pl.Float64).alias(name) for name in LEFT_OUT_OF_TESTS),
        *(
            pl.col(name).map_elements(published_p, return_dtype=pl.Float64)
            for name in ("p_value", "p_adjusted")
        ),
        _half_up(pl.col("effect_size"), EFFECT_DECIMALS).alias("effect_size"),
    )
    return Tables(estimates, tests)


def published_number(name: str) -> pl.Expr:
    """A number of a row as its statistic is written; ends of a mean's interval have one more."""
    number = pl.col(name)
    places = {
        statistic: decimals(statistic, name not in WITHOUT_INTERVAL)
        + (2 if FORMS[statistic] in ("percent", "points") else 0)
        for statistic in FORMS
    }
    return pl.coalesce(
        pl.when(
            pl.col("statistic").is_in([one for one, own in places.items() if own == wanted])
        ).then(_half_up(number, wanted))
        for wanted in sorted(set(places.values()))
    )


def _half_up(number: pl.Expr, places: int) -> pl.Expr:
    """Rounded as `wording.numbers` rounds: a trace of binary arithmetic is no digit."""
    times = float(10**places)
    scaled = (number * times).round(SPURIOUS_DIGITS)
    return scaled.round(0, mode="half_away_from_zero") / times
