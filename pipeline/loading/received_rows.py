"""Export -> one row a received row: who sent it, was it a test, how much did it answer; pure."""

from dataclasses import replace

import polars as pl

from pipeline.codebooks.codebook import Codebook, Flag
from pipeline.loading.validation import number_in
from pipeline.readers.column_names import ROW
from pipeline.readers.export import Export
from pipeline.wave import Design


def trimmed(export: Export) -> Export:
    """The export without white space around its texts, which is removed here, once.

    SQL would leave tabs and line ends. Columns without any are the same in memory.
    """
    return replace(export, rows=pl.DataFrame([_trimmed(column) for column in export.rows]))


def _trimmed(column: pl.Series) -> pl.Series:
    without = column.str.strip_chars()
    return column if without.equals(column) else without


def received_rows(export: Export, codebook: Codebook, design: Design) -> pl.DataFrame:
    """Row of the file, respondent key, test, completed, number of answers, times and design.

    Takes a trimmed export. Without a column that identifies respondents each row is one. Whether
    a respondent completed is unknown (null) where the codebook names no column for it.
    """
    columns = codebook.columns
    return export.rows.select(
        row=export.row_numbers,
        respondent_key=_text(columns.respondent)
        if columns.respondent
        else export.row_numbers.cast(pl.String),
        is_test=_flag(columns.test, pl.lit(False)),
        completed=_flag(columns.completed, pl.lit(None, pl.Boolean)),
        answers=_answers(codebook),
        started=_text(columns.started),
        finished=_text(columns.finished),
        weight=number_in(pl.col(design.weight)) if design.weight else pl.lit(1.0),
        stratum_label=_text(design.strata),
        cluster_label=_text(design.clusters),
    )


def _text(column: str | None) -> pl.Expr:
    if column is None:
        return pl.lit(None, pl.String)
    text = pl.col(column)
    return pl.when(text != "").then(text)


def _flag(flag: Flag | None, without: pl.Expr) -> pl.Expr:
    if flag is None:
        return without
    text = pl.col(flag.column)
    means_it = text.is_in(list(flag.values)) if flag.values else text != ""
    return means_it.fill_null(False)


def _answers(codebook: Codebook) -> pl.Expr:
    """How many cells hold an answer; that an option was not ticked is none."""
    answered = []
    for column, (variable, _) in codebook.question_columns.items():
        says_nothing = pl.col(column).is_in(["", *variable.not_ticked])
        answered.append((~says_nothing).fill_null(False).cast(pl.UInt32))
    return pl.sum_horizontal(answered)


def stored_columns(export: Export, codebook: Codebook) -> list[str]:
    """The columns that do not tell who a respondent is."""
    identifying = (*codebook.columns.personal, codebook.columns.respondent)
    return [column for column in export.rows.columns if column not in identifying]


def without_personal(export: Export, codebook: Codebook) -> pl.DataFrame:
    """The export as text with its row numbers, and without what tells who a respondent is."""
    kept = stored_columns(export, codebook)
    return export.rows.select(export.row_numbers.alias(ROW), *kept)
