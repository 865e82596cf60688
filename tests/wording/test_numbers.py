"""Numbers and dates in the three languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import PipelineError
from pipeline.wording.numbers import (
    date_range,
    decimal,
    listing,
    p_value,
    percent,
    percentage_points,
    whole,
)

LANGUAGES = ("da", "nb", "en")


def spaced(words: str) -> str:
    """No-break spaces as plain ones, so that the examples read."""
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("write", "danish", "norwegian", "english"),
    [
        (lambda language: percent(0.7, language), "70 pct.", "70 prosent", "70 per cent"),
        (
            lambda language: percent(0.125, language, 1),
            "12,5 pct.",
            "12,5 prosent",
            "12.5 per cent",
        ),
        (
            lambda language: percentage_points(0.0603, language),
            "6 procentpoint",
            "6 prosentpoeng",
            "6 percentage points",
        ),
        (
            lambda language: percentage_points(-0.01, language),
            "-1 procentpoint",
            "-1 prosentpoeng",
            "-1 percentage point",
        ),
        (lambda language: whole(2304, language), "2.304", "2 304", "2,304"),
        (lambda language: whole(903, language), "903", "903", "903"),
        (lambda language: decimal(1234.5, language, 2), "1.234,50", "1 234,50", "1,234.50"),
        (lambda language: p_value(0.03, language), "p = 0,03", "p = 0,03", "p = 0.03"),
        (lambda language: p_value(6e-6, language), "p < 0,001", "p < 0,001", "p < 0.001"),
        (lambda language: listing(["a"], language), "a", "a", "a"),
        (lambda language: listing("ab", language), "a og b", "a og b", "a and b"),
        (lambda language: listing("abc", language), "a, b og c", "a, b og c", "a, b and c"),
        (
            lambda language: date_range(date(2020, 6, 11), date(2020, 6, 29), language),
            "11.–29. juni 2020",
            "11.–29. juni 2020",
            "11–29 June 2020",
        ),
        (
            lambda language: date_range(date(2020, 5, 29), date(2020, 6, 3), language),
            "29. maj til 3. juni 2020",
            "29. mai til 3. juni 2020",
            "29 May to 3 June 2020",
        ),
        (
            lambda language: date_range(date(2020, 12, 29), date(2021, 1, 3), language),
            "29. december 2020 til 3. januar 2021",
            "29. desember 2020 til 3. januar 2021",
            "29 December 2020 to 3 January 2021",
        ),
        (
            lambda language: date_range(date(2020, 6, 1), date(2020, 6, 1), language),
            "1. juni 2020",
            "1. juni 2020",
            "1 June 2020",
        ),
    ],
)
def test_each_language_writes_its_own_way(write, danish, norwegian, english):
    assert [spaced(write(language)) for language in LANGUAGES] == [danish, norwegian, english]


def test_a_number_and_its_unit_never_part():
    for language in LANGUAGES:
        for words in (
            percent(0.7, language),
            percentage_points(0.06, language),
            p_value(0.2, language),
            whole(2304, language),
            date_range(date(2020, 6, 11), date(2020, 6, 29), language),
        ):
            assert " " not in words


@pytest.mark.parametrize(
    ("share", "decimals", "expected"),
    [
        (57 / 200, 0, "29"),  # 28.5: half goes up ...
        (0.285, 0, "29"),  # ... though 0.285 * 100 is 28.499999999999996
        (0.575, 0, "58"),
        (0.295, 0, "30"),  # 29.5, which banker's rounding would also make 30 ...
        (0.305, 0, "31"),  # ... and 30.5, which it would not make 31
        (0.0049999999, 0, "0"),  # below the half, and not by a trace
        (0.1 + 0.2 - 0.015, 0, "29"),  # 0.285 with a trace of arithmetic
        (0.1234567, 2, "12.35"),
        (0.99951, 1, "100.0"),
        (-0.0001, 0, "0"),
        (-0.065, 0, "-7"),  # symmetric
    ],
)
def test_rounding_is_half_up(share, decimals, expected):
    assert spaced(percent(share, "en", decimals)) == f"{expected} per cent"


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_of_a_count_rounds_as_its_fraction_does(count_and_base):
    x, n = count_and_base
    exactly = (200 * x + n) // (2 * n)
    assert spaced(percent(x / n, "en")) == f"{exactly} per cent"


@pytest.mark.parametrize(
    ("p", "expected"),
    [
        (0.2961, "p = 0.30"),
        (0.0100, "p = 0.01"),
        (0.0056, "p = 0.006"),
        (0.0496, "p = 0.0496"),  # never rounded onto the significance level
        (0.0502, "p = 0.0502"),
        (0.05, "p = 0.05"),
        (0.001, "p = 0.001"),
        (0.0, "p < 0.001"),
        (1.0, "p > 0.99"),
    ],
)
def test_p_values(p, expected):
    assert spaced(p_value(p, "en")) == expected


@pytest.mark.parametrize("p", [-0.1, 1.1, float("nan")])
def test_what_is_no_probability_is_refused(p):
    with pytest.raises(ValueError, match="between 0 and 1"):
        p_value(p, "da")


def test_a_missing_number_is_not_written():
    with pytest.raises(ValueError, match="missing number"):
        percent(float("nan"), "da")


def test_an_unknown_language_is_told_the_known_ones():
    with pytest.raises(PipelineError, match='"sv" is no known language: write one of da, nb, en'):
        percent(0.5, "sv")
    with pytest.raises(PipelineError, match="da, nb, en"):
        listing(["a", "b"], "sv")
