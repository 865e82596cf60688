"""Columns of a new survey that are no questions."""

import pytest
from drafting_samples import column

from pipeline.codebooks.codebook import Columns, Flag
from pipeline.drafting.columns import Column
from pipeline.drafting.survey_roles import SurveyRoles, survey_roles
from pipeline.readers.export import Hint

IDS = tuple(str(number) for number in range(100, 140))


def roles(*columns: Column, **hints: Hint) -> SurveyRoles:
    return survey_roles(columns, hints, len(IDS))


def test_ids_dates_and_personal_columns_have_their_place() -> None:
    found = roles(
        column("RespondentID", *IDS),
        column("StartDate", "2024-03-01 10:00", "2024-03-02 11:00"),
        column("EndDate", "2024-03-01 10:10", "2024-03-02 11:10"),
        column("Email", "a@example.org", "b@example.org"),
        column("q1", "Ja", "Nej"),
    )
    assert found.columns == Columns(
        respondent="RespondentID", started="StartDate", finished="EndDate", personal=("Email",)
    )
    assert "q1" not in found.taken


def test_one_date_is_the_end() -> None:
    found = roles(column("Timestamp", "12/13/2019 9:50:30", "12/14/2019 9:50:30"))
    assert (found.columns.started, found.columns.finished) == (None, "Timestamp")


def test_ids_that_stand_twice_tell_nobody_apart() -> None:
    assert roles(column("id", *IDS, IDS[0])).columns.respondent is None


def test_the_status_that_means_the_end_is_found_with_its_columns() -> None:
    texts = ("Noen svar", "Gjennomført")
    found = roles(
        *(
            column(f"stato_{n}", "0", "1", question=f"Status - {text}", _0="Ikke valgt", _1="Valgt")
            for n, text in enumerate(texts)
        )
    )
    assert found.columns.completed == Flag("stato_1", ("1",))
    assert list(found.unused) == ["stato_0"]


def test_weights_are_listed_and_not_used() -> None:
    found = roles(column("weight", "0.9", "1.1"))
    assert (found.weights, list(found.unused)) == (("weight",), ["weight"])


@pytest.mark.parametrize(
    "label", ["Vægt", "Weight", "Vekt", "Gewicht", "Vikt", "Weighting factor", "Gewichtungsfaktor"]
)
def test_a_weight_is_told_by_its_label(label: str) -> None:
    assert roles(column("vgt", "0.863", "0.784", question=label)).weights == ("vgt",)


@pytest.mark.parametrize(
    "label", ["What is your weight?", "Hvad vejer du?", "Your weight", "Vægt (kg)", "Din vikt"]
)
def test_what_somebody_weighs_is_asked(label: str) -> None:
    found = roles(column("v7", "63.5", "80.2", question=label))
    assert (found.weights, found.taken) == ((), frozenset())


def test_numbers_of_rows_are_no_question() -> None:
    assert roles(column("column_1", *IDS)).unused == {"column_1": "numbers of rows"}


def test_what_the_file_says_comes_first() -> None:
    found = roles(
        column("a", *IDS),
        column("b", "x", "y"),
        column("c", "1", "2"),
        a=Hint("respondent"),
        b=Hint("personal"),
        c=Hint("technical"),
    )
    assert found.columns == Columns(respondent="a", personal=("b",))
    assert found.unused == {"c": "what the survey tool notes"}


def test_days_of_long_ago_are_no_fieldwork() -> None:
    found = roles(column("born", "1950-01-01", "1960-02-02"))
    assert (found.columns, list(found.unused)) == (Columns(), ["born"])


def test_open_answers_that_tell_who_somebody_is_are_personal_whatever_the_file_calls_them() -> None:
    found = roles(
        column("mail", *(f"a{n}@example.org" for n in range(9))), mail=Hint("text", "kontakt")
    )
    assert found.columns.personal == ("mail",)


def test_times_at_the_end_of_a_file_are_told_by_their_headings() -> None:
    questions = [column(f"s_{n}", "1", "2") for n in range(9)]
    found = roles(
        *questions,
        column("t1", "01-02-2024 09:00", "02-02-2024 09:00", question="Opprettet"),
        column("t2", "11-02-2024 09:00", "12-02-2024 09:00", question="Avsluttet"),
        column("s_20", "01-02-2024", "02-02-2024", question="Hvilken dato begynte du i jobben?"),
    )
    assert (found.columns.started, found.columns.finished) == ("t1", "t2")
    assert "s_20" not in found.taken


def test_a_running_number_in_the_language_of_the_file_is_the_respondent() -> None:
    assert roles(column("Löpnr", *IDS)).columns.respondent == "Löpnr"
    assert roles(column("Lfd. Nr.", *IDS)).columns.respondent == "Lfd. Nr."


def test_a_time_at_which_all_was_sent_means_the_end() -> None:
    sent = column("Completion time", "2024-03-01 10:00", "2024-03-02 11:00")
    asked = {"Completion time": Hint("time", sent=True)}
    assert roles(sent, **asked).columns.completed == Flag("Completion time")
    assert roles(sent, **{"Completion time": Hint("time")}).columns.completed is None


def test_numbers_of_persons_are_personal_unless_they_tell_respondents_apart() -> None:
    staff = column("Ansattnummer", *(str(number) for number in range(7000, 7040)))
    found = roles(column("Respondent-id", *IDS), staff, column("Initialer", "AB", "CD"))
    assert found.columns == Columns("Respondent-id", personal=("Ansattnummer", "Initialer"))
    assert roles(staff).columns == Columns("Ansattnummer")
