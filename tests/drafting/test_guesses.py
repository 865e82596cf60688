"""Whether a column tells who somebody is."""

import pytest
from drafting_samples import column

from pipeline.drafting.columns import Column
from pipeline.drafting.guesses import is_personal


@pytest.mark.parametrize(
    ("found", "personal"),
    [
        (column("kontakt_mail", "x"), True),
        (column("q9", "a@example.org", "b@example.org", "ved ikke"), True),
        (column("Hvad er jeres navn på det?", "x", "y", "x", "y"), False),
        (column("Hvad er dit navn?", "Anna", "Bo", "Carl"), True),
        (column("s_5", "Anna", "Bo", question="Kontaktpersonens navn"), True),
        (column("q1", "e-mail", "e-mail"), False),
        (column("q1"), False),
    ],
)
def test_who_somebody_is(found: Column, personal: bool) -> None:
    assert is_personal(found) == personal
