"""Days in the texts of an export."""

from datetime import date
from unittest.mock import Mock

import pytest

from pipeline.drafting import dates
from pipeline.drafting.dates import days_of, order_told, years_of


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


def test_a_day_is_read_once_however_many_times_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    # A hundred thousand respondents have as many times, within a few weeks.
    read = Mock(wraps=dates._day)
    monkeypatch.setattr(dates, "_day", read)
    assert len(days_of(f"2022-05-09 07:{number:04}" for number in range(1000))) == 1000
    assert days_of(["Ja", "Nej", "2022-05-09"]) == ()
    assert read.call_count == 1


def test_times_of_one_day_are_each_that_day() -> None:
    texts = [f"09/05/2022 07:{minute:02}" for minute in range(60)]
    assert days_of([*texts, "soon"]) == (date(2022, 5, 9),) * 60


def test_years_are_counted_by_answers() -> None:
    counts = {"2018-12-30 10:00": 5, "2018-12-31 23:59": 2, "2019-01-01 00:01": 3}
    assert years_of(counts) == {2018: 7, 2019: 3}
    assert years_of({"Ja": 1}) == {}


def test_the_order_that_fits_most_days_is_taken() -> None:
    texts = [f"{month}/{day}/2024" for month in (3, 4) for day in range(1, 13)] + ["3/13/2024"]
    assert max(days_of(texts)) == date(2024, 4, 12)
    assert order_told(texts) == "months stand before days, as in 3/13/2024"


def test_what_tells_the_order_of_days_and_months_is_said() -> None:
    assert order_told(["1/4/2024 10:00", "28/3/2024 9:00"]) == (
        "days stand before months, as in 28/3/2024"
    )
    assert "nothing in the file tells" in order_told(["1/4/2024", "2/3/2024"])
    assert order_told(["2024-04-01"]) == ""
    assert order_told(["Ja"]) == ""
