"""How carefully a wave was answered: checks that flag answers and change none of them."""

from collections import Counter

import polars as pl

from pipeline.coding.personal_data import KINDS, kinds_in
from pipeline.database import Database
from pipeline.results import QUALITY

CHECKS = ("speeders", "answers_alike", "straight_liners", "break_offs")
"""Queries of `sql/` that give variable, item, flagged and base."""


def answer_checks(database: Database, survey: str, wave: str) -> pl.DataFrame:
    """One row a check and question (`results.QUALITY`): how many were flagged, of how many.

    Checks that cannot be made, as no times are known, have no row.
    """
    database.make_temporary("response_times")
    counted = [database.query(name).with_columns(pl.lit(name).alias("check")) for name in CHECKS]
    table = pl.concat([*counted, _personal_data(database)], how="diagonal_relaxed")
    named = table.with_columns(survey=pl.lit(survey), wave=pl.lit(wave))
    return named.select(pl.col(name).cast(kind) for name, kind in QUALITY.items())


def _personal_data(database: Database) -> pl.DataFrame:
    """Of each open question and kind: how many answers hold an address or number of a person."""
    answers = database.table("open_answers").select("variable", "text")
    base = Counter(answers["variable"])
    found = Counter(
        (variable, kind) for variable, text in answers.iter_rows() for kind in kinds_in(text)
    )
    rows = [
        (kind, variable, "", found[variable, kind], base[variable])
        for variable in base
        for kind in KINDS
        if found[variable, kind]
    ]
    names = {"check": pl.String, "variable": pl.String, "item": pl.String}
    return pl.DataFrame(rows, schema=names | {"flagged": pl.Int64, "base": pl.Int64}, orient="row")
