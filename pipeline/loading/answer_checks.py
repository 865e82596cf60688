"""Checks of how carefully a wave was answered, and the respondents whom a declared one leaves out.

A check flags respondents or answers and changes none; who is left out is declared in wave.yml.
"""

from collections import Counter

import polars as pl

from pipeline.codebooks.codebook import RESPONDENT_CHECKS
from pipeline.coding.personal_data import KINDS, kinds_in
from pipeline.database import Database
from pipeline.results import ANSWER_CHECKS
from pipeline.wave import Wave

CONTRADICTIONS = "contradictions"
LEFT_OUT = "left_out"
NOBODY = pl.DataFrame(schema={"row": pl.UInt32, "name": pl.String})
"""The table of rows that are left out, and by which check, where it is nobody."""


def make_flags(database: Database) -> None:
    """Make the table of `sql/flags.sql`: who is flagged by which check."""
    for table in ("response_times", *RESPONDENT_CHECKS, CONTRADICTIONS, "flags"):
        database.make_temporary(table)


def answer_checks(database: Database) -> pl.DataFrame:
    """One row a check and question (`results.ANSWER_CHECKS`): how many were flagged, of how many.

    Needs the flags. Checks that cannot be made, as no times are known, have no row.
    """
    break_offs = database.query("break_offs").with_columns(pl.lit("break_offs").alias("check"))
    counted = [database.query("flags_counted"), break_offs, _personal_data(database)]
    return pl.concat([_as_checks(one) for one in counted])


def left_out(database: Database, wave: Wave) -> pl.DataFrame:
    """The received rows of those whom the checks of a wave leave out, each with one; as `NOBODY`.

    Needs the flags.
    """
    names = wave.quality.leave_out
    declared = {
        "place": list(range(len(names))),
        "name": names,
        "check": [name if name in RESPONDENT_CHECKS else CONTRADICTIONS for name in names],
        "item": ["" if name in RESPONDENT_CHECKS else name for name in names],
    }
    schema = {"place": pl.Int64, "name": pl.String, "check": pl.String, "item": pl.String}
    database.load_temporary("leave_out", pl.DataFrame(declared, schema=schema))
    return database.query("left_out_rows").match_to_schema(NOBODY.schema)


def left_out_counted(rows: pl.DataFrame, wave: Wave, respondents: int) -> pl.DataFrame:
    """How many each declared check left out, of `respondents`; rows as `results.ANSWER_CHECKS`."""
    numbers = Counter(rows["name"])
    counted = [(LEFT_OUT, "", one, numbers[one], respondents) for one in wave.quality.leave_out]
    return pl.DataFrame(counted, schema=ANSWER_CHECKS, orient="row")


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
    return pl.DataFrame(rows, schema=ANSWER_CHECKS, orient="row")


def _as_checks(table: pl.DataFrame) -> pl.DataFrame:
    return table.select(pl.col(name).cast(kind) for name, kind in ANSWER_CHECKS.items())
