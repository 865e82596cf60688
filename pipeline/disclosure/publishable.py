"""Exact results that know what of them is published: what pages state is checked against them."""

import polars as pl


def publishable_estimates(exact: pl.DataFrame, published: pl.DataFrame) -> pl.DataFrame:
    """Exact estimates, each marked as suppressed where it is not published.

    What pages state of a number that is published is checked against the exact one: "all" and
    "more than half" are not true of everything that rounds to 100 or 51 per cent.
    """
    return exact.with_columns(published["suppressed"])


def publishable_tests(exact: pl.DataFrame, published: pl.DataFrame) -> pl.DataFrame:
    """Exact tests without the outcomes that are not published."""
    shown = published["p_adjusted"].is_not_null()
    return exact.with_columns(
        pl.when(shown).then("p_adjusted").alias("p_adjusted"),
        significant=pl.col("significant") & shown,
        warning=published["warning"],
    )
