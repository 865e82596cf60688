"""Days in the texts of an export."""

from datetime import date

import pytest

from pipeline.drafting.dates import days_of, years_of


@pytest.mark.parametrize(
    "text",
    ["2022-05-09 07:39:00", "2022-05-09T07:39", "09-05-2022 07:39", "09.05.2022", "09/05/2022"],
)
def test_a_day_is_read_in_the_usual_ways(text: str) -> None:
    assert days_of([text]) == (date(2022, 5, 9),)


def test_one_way_of_writing_holds_for_the_whole_column() -> None:
    assert days_of(["05/09/2022", "05/31/2022"]) == (date(2022, 5, 9), date(2022, 5, 31))


def test_what_is_mostly_no_day_is_no_column_of_days() -> None:
    assert days_of(["2022-05-09", "Ja", "Nej"]) == ()
    assert days_of([]) == ()


def test_years_are_counted_by_answers() -> None:
    counts = {"2018-12-30 10:00": 5, "2018-12-31 23:59": 2, "2019-01-01 00:01": 3}
    assert years_of(counts) == {2018: 7, 2019: 3}
    assert years_of({"Ja": 1}) == {}
