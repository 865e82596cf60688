"""What a column of a new survey is."""

import pytest
from drafting_samples import column

from pipeline.drafting.columns import Column
from pipeline.drafting.survey_kinds import survey_kind
from pipeline.readers.export import Hint

AGES = tuple(str(age) for age in range(20, 60))


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        (column("q1", "1", "0"), "tick"),
        (column("q1", "Kommunen", question="Hvem? - Kommunen"), "tick"),
        (column("q1", "1", _1="Enig", _2="Uenig"), "single"),
        (column("q1", *AGES, "99", _99="Ved ikke"), "number"),
        (column("q1", *AGES), "number"),
        (column("q1", *"12345" * 3), "single"),
        (column("q1", *["Rød", "Grøn"] * 3), "single"),
        (column("q1", "En lang bemærkning", "En anden", "Noget"), "text"),
        (column("q1", *["Nej", "Fint"] * 9, question="Har du andet, du vil tilføje?"), "text"),
        (column("q1", *["a"] * 50, *["b"] * 50, *map(str, range(900, 920))), "own_words"),
        (column("q1"), "unused"),
        (column("q1", "1", _1="0", _2="1"), "unused"),
        (column("q1", "same", "same"), "unused"),
        (column("q1", "same", "same", question="What do you think of it?"), "single"),
        (column("q1", "2", question="What do you think of it?"), "single"),
        (column("q1", "2024-01-01", question="When was it?"), "unused"),
        (column("q1", "2024-01-01", "2024-01-02"), "unused"),
    ],
)
def test_by_labels_and_answers(asked: Column, kind: str) -> None:
    assert survey_kind(asked, Hint()) == kind


@pytest.mark.parametrize("kind", ["joined", "text", "number"])
def test_the_file_says_it(kind: str) -> None:
    assert survey_kind(column("q1", *"12345" * 3), Hint(kind)) == kind


def test_places_are_answers_however_many_there_are() -> None:
    places = [f"Kommune {number}" for number in range(98)] * 2
    assert survey_kind(column("Kommune", *places), Hint()) == "single"
    assert survey_kind(column("Navn på projekt", *places), Hint()) == "text"


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("I hvilken kommune bor du?", "single"),
        ("Which municipality do you live in?", "single"),
        ("Hvem i din kommune gør et godt arbejde?", "text"),
        ("Hvilken kommune har i dine øjne gjort mest for de unge og hvorfor?", "text"),
    ],
)
def test_questions_for_a_place_are_told_by_their_words(question: str, kind: str) -> None:
    places = [f"Sted {chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(98)] * 2
    assert survey_kind(column("q1", *places, question=question), Hint()) == kind


def test_remarks_are_open_answers_though_few_differ() -> None:
    remarks = ["For lidt tid", "God undersøgelse"] * 9
    assert survey_kind(column("Kommentar", *remarks), Hint()) == "text"
    assert survey_kind(column("Tid", *remarks), Hint()) == "single"


def test_codes_of_a_closed_question_are_answers_though_they_are_many() -> None:
    schools = [str(number) for number in range(1, 53)] * 2
    assert survey_kind(column("b_1_1", *schools), Hint("single")) == "single"
    assert survey_kind(column("b_1_1", *schools), Hint()) == "number"


def test_answers_that_tell_who_somebody_is_are_no_options() -> None:
    asked = ["Nej", "Ring til mig på 22 33 44 55"] * 9
    assert survey_kind(column("Mere?", *asked), Hint()) == "text"
    assert survey_kind(column("Mere?", *[one.rstrip("0123456789 ") for one in asked]), Hint()) == (
        "single"
    )


HEARD = ["Web"] * 20 + ["A friend"] * 20


@pytest.mark.parametrize(
    ("question", "rare", "kind"),
    [
        ("How did you hear about us?", ["My boss Peter Olsen at Acme"], "own_words"),
        ("How did you hear about us?", ["Radio", "Radio"], "single"),
        ("How did you hear about us?", ["Other", "Don't know", "7"], "single"),
        ("Which city?", ["Loppa"], "single"),
    ],
)
def test_what_one_respondent_alone_wrote_is_no_option(
    question: str, rare: list[str], kind: str
) -> None:
    assert survey_kind(column("q1", *HEARD, *rare, question=question), Hint()) == kind


def test_a_level_of_a_scale_is_an_option_though_one_alone_chose_it() -> None:
    agreed = ["Agree"] * 20 + ["Disagree"] * 20
    assert survey_kind(column("q1", *agreed, "Strongly agree"), Hint()) == "single"
    assert survey_kind(column("q1", *agreed, "As Peter said"), Hint()) == "own_words"
