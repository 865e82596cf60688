"""Questions that seem to have been asked of some respondents only."""

import polars as pl
import pytest
from drafting_samples import column

from pipeline.codebooks.codebook import Columns, Flag
from pipeline.drafting.asked_of_some import conditions, finished, seldom_answered
from pipeline.drafting.new_questions import NewQuestion
from pipeline.drafting.survey_questions import SurveyQuestion
from pipeline.readers.export import Hint


def question(name: str, *columns: str, type: str = "single") -> SurveyQuestion:
    found = tuple(column(one, "x") for one in columns or (name,))
    return SurveyQuestion(NewQuestion(name, type, found, "", name), "")


QUESTIONS = [
    question("a"),
    question("b"),
    question("remark", type="text"),
    question("c", "c1", "c2"),
    question("d"),
]
ROWS = pl.DataFrame(
    {
        "a": ["1"] * 8,
        "b": ["1", "1", *[None] * 6],
        "remark": [None] * 8,
        "c1": ["1", *[None] * 7],
        "c2": [None, *["1"] * 5, " ", None],
        "d": [*["1"] * 4, *[None] * 4],
    }
)


def test_what_few_answered_of_those_who_came_further_is_told() -> None:
    # Six came further than b; of the four that answered d all had answered c.
    assert seldom_answered(QUESTIONS, ROWS) == {"b": pytest.approx(2 / 6)}


def test_conditions_are_those_of_the_tool() -> None:
    assert conditions(QUESTIONS, {"b": Hint("single", condition="a == 1")}) == {"b": "a == 1"}


def test_only_those_who_got_to_the_end_count_where_the_file_tells() -> None:
    assert finished(ROWS, Columns(completed=Flag("b", ("1",)))).height == 2
    assert finished(ROWS, Columns(finished="d")).height == 4
    assert finished(ROWS, Columns()).height == 8
