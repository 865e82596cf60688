"""wave.yml of a new survey."""

from datetime import date

import yaml

from pipeline.drafting.survey_settings import draft_settings, has_year
from pipeline.drafting.wave_draft import Received

DAYS = (date(2024, 3, 1), date(2024, 3, 8))


def test_the_fieldwork_is_that_of_the_dates() -> None:
    text, findings = draft_settings("our_members", "2024", Received(("a.csv",), "csv", DAYS), "da")
    values = yaml.safe_load(text)
    assert values["fieldwork"] == {"from": DAYS[0], "to": DAYS[1]}
    assert values["title"] == {"da": "Our members 2024"}
    assert values["export"] == {"format": "csv", "files": ["a.csv"]}
    assert "demonstration" not in values
    assert [one.place for one in findings] == [("title",), ("fieldwork",), ("export",)]


def test_without_dates_it_is_the_year_of_the_wave() -> None:
    text, findings = draft_settings("members", "spring2024", Received(("a",), "csv", None), "en")
    fieldwork = yaml.safe_load(text)["fieldwork"]
    assert (fieldwork["from"], fieldwork["to"]) == (date(2024, 1, 1), date(2024, 12, 31))
    assert "the whole year" in findings[1].what


def test_a_name_may_hold_no_year() -> None:
    assert has_year("spring2024")
    assert not has_year("first")
