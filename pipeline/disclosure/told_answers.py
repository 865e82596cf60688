"""Which answers were given, for notes that name them without their numbers; pure."""

import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.results import EVERYONE


def told_answers(cells: pl.DataFrame, codebook: Codebook, smallest: int) -> pl.DataFrame:
    """Of the cells of figures: the answers that `smallest` or more gave, with `n` unknown.

    Answers to sensitive questions are none of them.
    """
    secret = [name for name, variable in codebook.variables.items() if variable.sensitive]
    of_all = cells.filter(pl.col("group") == EVERYONE, ~pl.col("variable").is_in(secret))
    by_answer = ["figure", "variable", "item", "group", "category"]
    counted = of_all.group_by(by_answer, maintain_order=True).agg(pl.col("n").sum())
    return counted.filter(pl.col("n") >= smallest).with_columns(n=pl.lit(None, pl.Int64))
