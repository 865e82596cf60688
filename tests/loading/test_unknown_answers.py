"""What messages about unknown answers repeat of them."""

import pytest

from pipeline.loading.unknown_answers import told


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Måske", "Måske"),
        ("x" * 70, "x" * 60),
        ("Ring til Anna, anna@firma.example", "(hidden: it holds contact data)"),
        ("Ring 22 33 44 55", "(hidden: it holds contact data)"),
    ],
)
def test_no_message_tells_an_address_or_a_number_of_a_person(value: str, expected: str) -> None:
    assert told(value) == expected
