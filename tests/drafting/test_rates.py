"""How often in a year answers mean."""

import pytest

from pipeline.drafting.rates import rates_of


def test_rates_of_a_year() -> None:
    rates = rates_of(["2-3 gange om ugen", "Hver måned", "Sjældnere", "Aldrig"])
    assert rates is not None
    assert rates["2-3 gange om ugen"] == pytest.approx(2.5 * 52)
    assert rates["Hver måned"] == 12
    assert rates["Hver måned"] > rates["Sjældnere"] > rates["Aldrig"] == 0


def test_days_of_a_week_are_counted_in_the_week() -> None:
    rates = rates_of(["Hver dag", "3-4 dage om ugen", "Mindre end en gang om ugen"])
    assert rates is not None
    assert rates["Hver dag"] > rates["3-4 dage om ugen"] == 3.5 * 52
    assert rates["Mindre end en gang om ugen"] < 52


def test_spans_of_time_are_no_rates() -> None:
    assert rates_of(["Under 2 år", "2-5 år", "Over 5 år"]) is None
    assert rates_of(["1 week", "2 weeks", "A month"]) is None
