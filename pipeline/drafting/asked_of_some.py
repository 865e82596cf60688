"""Questions that seem to have been asked of some respondents only; pure."""

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from pipeline.codebooks.codebook import Columns
from pipeline.drafting.survey_questions import SurveyQuestion
from pipeline.readers.export import Hint

MOST_ANSWERED = 0.75
"""Of those who answered a later question: where fewer answered this one, not all were asked."""


def conditions(questions: Sequence[SurveyQuestion], hints: Mapping[str, Hint]) -> dict[str, str]:
    """Question -> the condition under which the survey tool asked it, in the tool's words."""
    told = {
        one.question.name: hints[one.question.columns[0].name].condition
        for one in questions
        if one.question.columns[0].name in hints
    }
    return {name: condition for name, condition in told.items() if condition}


def seldom_answered(questions: Sequence[SurveyQuestion], rows: pl.DataFrame) -> dict[str, float]:
    """Question -> the share that answered it, where few did of those who answered a later one.

    Open answers are left out: many leave them blank.
    """
    asked = [one for one in questions if one.question.type != "text"]
    return dict(_shares(asked, rows))


def finished(rows: pl.DataFrame, columns: Columns) -> pl.DataFrame:
    """The respondents who got to the end, where the file tells; else all.

    What was filled in beforehand, as a school's name, would else make all before it seem skipped.
    """
    if columns.completed:
        text, values = pl.col(columns.completed.column), columns.completed.values
        return rows.filter(text.is_in(values) if values else text.is_not_null())
    if columns.finished:
        return rows.filter(pl.col(columns.finished).is_not_null())
    return rows


def _shares(asked: Sequence[SurveyQuestion], rows: pl.DataFrame) -> Iterator[tuple[str, float]]:
    later = pl.repeat(False, rows.height, eager=True)
    found = []
    for one in reversed(asked):
        answered = _answered(one, rows)
        reached = int(later.sum())
        share = int((answered & later).sum()) / reached if reached else 1.0
        if share < MOST_ANSWERED:
            found.append((one.question.name, share))
        later = later | answered
    yield from reversed(found)


def _answered(one: SurveyQuestion, rows: pl.DataFrame) -> pl.Series:
    """Whether each respondent answered any column of a question."""
    filled = [rows[column.name].str.strip_chars() != "" for column in one.question.columns]
    answered = filled[0].fill_null(False)
    for column in filled[1:]:
        answered = answered | column.fill_null(False)
    return answered
