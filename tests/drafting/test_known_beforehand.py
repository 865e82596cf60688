"""Columns that were filled in before anybody answered."""

import polars as pl
import pytest
from drafting_samples import export_of

from pipeline.drafting.columns import columns_of
from pipeline.drafting.known_beforehand import known_beforehand
from pipeline.drafting.survey_questions import survey_questions


def found(columns: dict[str, list[str | None]]) -> tuple[str, ...]:
    rows = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    drafted, _ = survey_questions(columns_of(export_of(rows)), {}, "da")
    return known_beforehand(rows, [one.question for one in drafted])


ANSWERED = ["Ja", "Nej", "Ja"] * 10
HALF = [*ANSWERED[:15], *[None] * 15]
SCHOOLS: list[str | None] = [str(row % 4) for row in range(30)]


def test_a_column_that_is_filled_in_where_nothing_is_answered() -> None:
    assert found({"q1": HALF, "q2": HALF, "school": SCHOOLS}) == ("school",)
    ticks = ["1" if row < 8 else "0" for row in range(30)]
    both = {"q2_2": ["0" if row < 8 else "1" for row in range(30)]}
    silent = {"q1": HALF, "q2_1": ticks, "q2_2": ticks, "school": SCHOOLS}
    assert found(silent) == ("school",)
    assert found({**silent, **both}) == ()


@pytest.mark.parametrize(
    "columns",
    [
        # They broke off after the first question.
        {"q1": ANSWERED, "q2": HALF},
        {"q1": ANSWERED, "q2": ANSWERED, "q3": HALF},
        # Everybody answered something else.
        {"q1": ANSWERED, "school": SCHOOLS},
        # Only three rows hold nothing else, or it is not filled in there.
        {"q1": [*ANSWERED[:27], *[None] * 3], "school": SCHOOLS},
        {"q1": HALF, "q2": HALF},
        {"q1": HALF, "q2": [None] * 30},
        {},
    ],
)
def test_others_are_answers(columns: dict[str, list[str | None]]) -> None:
    assert found(columns) == ()
