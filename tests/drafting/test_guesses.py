"""What a column is that no codebook describes."""

import pytest
from drafting_samples import column

from pipeline.drafting.columns import Column
from pipeline.drafting.guesses import kind_of

MANY = [f"Vi gjorde noget nyt nummer {number}" for number in range(30)]


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (column("kontakt_mail", "x"), "personal"),
        (column("q9", "a@example.org", "b@example.org", "ved ikke"), "personal"),
        (column("Hvad er jeres navn på det?", "x", "y", "x", "y"), "single"),
        (column("Hvad er dit navn?", "Anna", "Bo", "Carl"), "personal"),
        (column("s_5", "Anna", "Bo", question="Kontaktpersonens navn"), "personal"),
        (column("q1", "Ja", "Nej", "Ja", "Nej"), "single"),
        (column("q1", "1", "2", "1", _1="Ja", _2="Nej"), "single"),
        (column("q1", *"1234123412"), "single"),
        (column("q1", *map(str, range(11)), "10"), "number"),
        (column("q1", "12", "7,5", "250"), "number"),
        (column("q1", *MANY), "text"),
        (column("q1", "2022-05-09", "2022-05-10"), "unused"),
        (column("q1", "e-mail", "e-mail"), "unused"),
        (column("q1"), "unused"),
    ],
)
def test_kinds(found: Column, kind: str) -> None:
    assert kind_of(found) == kind
