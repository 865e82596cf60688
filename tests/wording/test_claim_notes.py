"""What readers are shown of a claim, in three languages."""

import pytest

from pipeline.wording.claim_notes import (
    Stated,
    difference_note,
    number_note,
    outcome_note,
    unsupported_note,
)

CLUBS = Stated("percent", 0.698, 0.638, 0.758, 222, "answers")
SERVICES = Stated("percent", 0.839, 0.81, 0.868, 621, "answers")


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("da", "69,8 pct. af 222 svar. 95 pct. sikkerhedsinterval: 63,8 til 75,8 pct."),
        ("nb", "69,8 prosent av 222 svar. 95 prosent konfidensintervall: 63,8 til 75,8 prosent."),
        (
            "en",
            "69.8 per cent of 222 answers. 95 per cent confidence interval: 63.8 to 75.8 per cent.",
        ),
    ],
)
def test_a_share(language: str, expected: str) -> None:
    assert spaced(number_note(CLUBS, 0.95, language)) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (Stated("count", 2304.0, None, None, 2304, ""), "2.304."),
        (Stated("percent", 0.392, None, None, 2304, "all"), "39,2 pct. af 2.304."),
        (Stated("percent", 0.1, None, None, 746, "ticks"), "10,0 pct. af 746 krydser."),
        (
            Stated("decimal", 3.42, 3.3, 3.54, 402, "answers"),
            "3,42 (402 svar). 95 pct. sikkerhedsinterval: 3,30 til 3,54.",
        ),
    ],
)
def test_other_numbers(number: Stated, expected: str) -> None:
    assert spaced(number_note(number, 0.95, "da")) == expected


@pytest.mark.parametrize(("value", "ends"), [(0.141, (0.073, 0.209)), (-0.141, (-0.209, -0.073))])
def test_a_difference_is_told_without_a_sign(value: float, ends: tuple[float, float]) -> None:
    difference = Stated("percent", value, *ends, n=0, counted="")
    assert spaced(difference_note(SERVICES, CLUBS, difference, 0.0004, 0.95, "da")) == (
        "83,9 pct. af 621 svar mod 69,8 pct. af 222 svar. Forskel: 14,1 procentpoint. "
        "95 pct. sikkerhedsinterval: 7,3 til 20,9 procentpoint. Test: p < 0,001."
    )


def test_a_difference_of_counts_has_no_interval() -> None:
    first, second = (Stated("count", value, None, None, 9, "") for value in (668.0, 235.0))
    difference = Stated("count", 433.0, 433.0, 433.0, 0, "")
    assert difference_note(first, second, difference, None, 0.95, "en") == (
        "668 against 235. Difference: 433."
    )


def test_the_outcome_of_a_test_and_a_warning() -> None:
    assert spaced(outcome_note(0.54, "da")) == "Test af alle svar: p = 0,54."
    assert unsupported_note("Tal.", "da") == "Udsagnet kan ikke bekræftes af tallene. Tal."
    assert unsupported_note("", "en") == "The numbers do not support this statement."
