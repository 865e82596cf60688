"""Columns that were filled in before anybody answered, as those of a list of whom to ask; pure."""

from collections.abc import Sequence

import polars as pl

from pipeline.drafting.columns import Column
from pipeline.drafting.new_questions import NewQuestion
from pipeline.drafting.ticks import tick_texts

WHY = "filled in where nothing else is answered: known beforehand, and no answer"
FILLED = 0.95
"""Of the rows, for a column to be known of everybody."""
SILENT = 0.1
"""Of the rows that hold nothing else: fewer may be those who went straight to one question."""
FEWEST = 5


def known_beforehand(rows: pl.DataFrame, questions: Sequence[NewQuestion]) -> tuple[str, ...]:
    """The columns of questions that hold something in rows where no other one does.

    rows: the export; questions: as drafted, in the order of the file. The first column is none of
    them: who breaks off after the first question leaves such a row. An option that is not ticked
    says nothing.
    """
    columns = [(column, one) for one in questions for column in one.columns]
    full = [
        column
        for column, one in columns[1:]
        if one.type != "multiple" and column.answered >= FILLED * rows.height
    ]
    if not full:
        return ()
    silent, needed = rows, max(FEWEST, SILENT * rows.height)
    for column, one in columns:
        if column not in full:
            silent = silent.filter(~_says(column, one))
        # Most exports are told by their first columns.
        if silent.height < needed:
            return ()
    filled = silent.select((_text(one) != "").fill_null(False).mean() for one in full).row(0)
    return tuple(one.name for one, share in zip(full, filled, strict=True) if share >= FILLED)


def _text(column: Column) -> pl.Expr:
    return pl.col(column.name).str.strip_chars()


def _says(column: Column, question: NewQuestion) -> pl.Expr:
    """Whether a cell holds an answer."""
    ticks = tick_texts(column) if question.type == "multiple" else None
    silent = ["", *ticks[1:]] if ticks else [""]
    return ~_text(column).is_in(silent).fill_null(True)
