"""Whether a column tells who somebody is."""

import pytest
from drafting_samples import column

from pipeline.drafting.columns import Column
from pipeline.drafting.personal import is_number_of_person, is_personal


@pytest.mark.parametrize(
    ("found", "personal"),
    [
        (column("kontakt_mail", "x"), True),
        (column("q9", "a@example.org", "b@example.org", "ved ikke"), True),
        (column("Hvad er jeres navn på det?", "x", "y", "x", "y"), False),
        (column("Hvad er dit navn?", "Anna", "Bo", "Carl"), True),
        (column("s_5", "Anna", "Bo", question="Kontaktpersonens navn"), True),
        (column("q1", "e-mail", "e-mail"), False),
        (column("Kontaktperson", "Anna", "Anna", "Bo"), True),
        (column("E-post", "x", "y"), True),
        (column("Telefonnummer", "x", "y"), True),
        (column("Ansprechpartner", "Anna", "Bo"), True),
        (column("Förnamn", "Anna", "Bo"), True),
        (column("q3", "Anna", "Bo", "Carl", question="Må vi kontakte dig? Skriv navn"), True),
        (column("q4", "Grønærten", "Solen", question="Hvad hedder institutionen?"), True),
        (column("q5", "150672-4321", "010190-1234"), True),
        (column("q6", "84213000", "84213007"), False),
        (column("q7", "10.1.2.3", "192.168.0.7"), True),
        (column("q8", "Ja", "Nej", "Ja", "Ja", question="Har I kontakt med kommunen?"), False),
        (column("breddegrad", "55.1", "56.2"), True),
        (column("land", "Danmark", "Norge"), False),
        (column("Initialer", "AB", "CD", "AB"), True),
        (column("q10", "AB", "CD", "EF", question="Please write your initials"), True),
        (column("initial_status", "x", "y"), False),
        (column("q1"), False),
    ],
)
def test_who_somebody_is(found: Column, personal: bool) -> None:
    assert is_personal(found) == personal


@pytest.mark.parametrize(
    ("name", "is_of_person"),
    [
        ("Ansattnummer", True),
        ("Medarbejdernr.", True),
        ("medlemsnummer", True),
        ("Kunde-id", True),
        ("sagsnr", True),
        ("Journalnummer", True),
        ("Anställningsnummer", True),
        ("Personalnummer", True),
        ("Mitgliedsnummer", True),
        ("Kundennummer", True),
        ("Employee number", True),
        ("member_no", True),
        ("CustomerID", True),
        ("Patient Number", True),
        ("case_number", True),
        ("Pasientnummer", True),
        ("Antal medarbejdere", False),
        ("Number of employees", False),
        ("customers", False),
        ("nummer", False),
    ],
)
def test_numbers_by_which_an_organisation_knows_somebody(name: str, is_of_person: bool) -> None:
    assert is_number_of_person(column(name, "17", "18", "19")) == is_of_person


def test_a_number_of_a_person_is_told_by_its_question_and_yes_and_no_are_none() -> None:
    asked = column("s_4", "17", "18", "19", question="Hvad er dit medarbejdernummer?")
    assert is_number_of_person(asked)
    assert not is_number_of_person(column("member_no", *"0110"))
