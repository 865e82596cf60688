"""What of the tables about the quality of the answers may be published; pure."""

from collections.abc import Mapping

import polars as pl

from pipeline.codebooks.codebook import Codebook

COUNTS_ANSWERS = ("item_nonresponse", "double_codes", "margin_counts", "margin_tests", "quality")
"""Tables that have, by `variable`, how many gave an answer, did not, or were coded with it."""
BY_RULE = ("contradictions", "left_out")
"""The checks that count answers by rules of the codebook, which stand in `item`."""


def published_quality(
    tables: Mapping[str, pl.DataFrame], codebook: Codebook
) -> dict[str, pl.DataFrame]:
    """The tables of `paths.QUALITY` and `paths.MARGINS`, without counts of sensitive answers."""
    secret = [name for name, variable in codebook.variables.items() if variable.sensitive]
    rules = [
        name
        for name, contradiction in codebook.contradictions.items()
        if any(condition.variable in secret for condition in contradiction.when)
    ]
    published = {
        name: table.filter(~pl.col("variable").is_in(secret)) if name in COUNTS_ANSWERS else table
        for name, table in tables.items()
    }
    if rules and "quality" in published:
        of_rules = pl.col("check").is_in(BY_RULE) & pl.col("item").is_in(rules)
        published["quality"] = published["quality"].filter(~of_rules)
    return published
