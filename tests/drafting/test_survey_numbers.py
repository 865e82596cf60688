"""Numbers that nobody has described."""

import pytest
from drafting_samples import column

from pipeline.drafting.new_questions import NewQuestion
from pipeline.drafting.survey_kinds import survey_kind
from pipeline.drafting.survey_numbers import number_question, thousands_in
from pipeline.readers.export import Hint


@pytest.mark.parametrize(
    ("texts", "sign"),
    [
        (["12.345,50", "900"], "."),
        (["1.234.567", "12"], "."),
        (["1.198", "2.031", "14.500", "3.100", "5.250", "800"], "."),
        (["1,250", "12,500", "3,100", "5,250", "9,000", "120.5"], ","),
        (["12 500", "1 250", "3 100", "5 250", "9 000"], " "),
        (["0.198", "2.031", "1.500", "3.100", "5.250", "8.123"], ""),
        (["1.5", "2.25", "3"], ""),
        (["1.198", "12"], ""),
        (["7,5", "10"], ""),
        ([], ""),
    ],
)
def test_what_parts_thousands_is_told_by_all_numbers(texts: list[str], sign: str) -> None:
    assert thousands_in(texts) == sign


def test_numbers_among_words_for_no_answer_are_numbers() -> None:
    ages = [*map(str, range(20, 60)), "vet ej", "-", "n/a"]
    found = column("age", *ages)
    assert survey_kind(found, Hint()) == "number"
    made, why = number_question(NewQuestion("age", "text", (found,), "", "Age"))
    assert (made.low, made.high, made.whole) == (20, 59, True)
    assert set(made.missing) == {"vet ej", "-", "n/a"}
    assert "no answer: " in why


def test_thousands_are_in_the_range() -> None:
    found = column("budget", "1.250", "12.500", "3.100", "5.250", "9.000,5", "750")
    made, _ = number_question(NewQuestion("budget", "text", (found,), "", "Budget"))
    assert (made.thousands, made.low, made.high, made.whole) == (".", 750, 12_500, False)
