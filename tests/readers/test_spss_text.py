"""Values as SPSS stores them, and as text."""

import polars as pl
import pytest

from pipeline.readers.spss_text import as_text, is_moment, is_time, one_as_text

DAY = 86_400.0
FIRST_OF_2024 = 13_923_446_400.0
"""Seconds from 14 October 1582 to 1 January 2024: 161,151 days."""


@pytest.mark.parametrize(
    ("value", "format", "text"),
    [
        (1.0, "F8.2", "1"),
        (-0.0, "F8.2", "0"),
        (1.1, "F8.2", "1.1"),
        (0.1 + 0.2, "F8.2", "0.30000000000000004"),
        (1234567890123.0, "F15", "1234567890123"),
        (FIRST_OF_2024, "EDATE10", "2024-01-01"),
        (FIRST_OF_2024 + 61, "EDATE10", "2024-01-01 00:01:01"),
        (FIRST_OF_2024, "DATETIME20", "2024-01-01 00:00:00"),
        (FIRST_OF_2024 + 0.5, "DATETIME23.2", "2024-01-01 00:00:00.500000"),
        (FIRST_OF_2024, "YMDHMS16", "2024-01-01 00:00:00"),
        (FIRST_OF_2024, "QYR8", "2024-01-01"),
        (1e15, "DATE11", "1000000000000000"),
        (36_610.0, "TIME8", "10:10:10"),
        (DAY + 1, "DTIME10", "24:00:01"),
        (-1.5, "TIME11.2", "-00:00:01.500000"),
        (3.0, "WKDAY3", "3"),
    ],
)
def test_a_number_as_text(value, format, text):
    assert as_text(pl.Series([value, None]), format).to_list() == [text, None]
    assert one_as_text(value, format) == text


def test_texts_keep_what_stands_before_and_lose_nothing_else():
    texts = pl.Series(["  a", "", None, "NA"])
    assert as_text(texts, "A20").to_list() == ["  a", None, None, "NA"]
    assert one_as_text(" a  ", "A20") == " a"


def test_formats_tell_dates_and_times_from_numbers():
    assert [is_moment(one) for one in ("ADATE10", "DATETIME17.2", "TIME8", "F8.2", "A8")] == [
        True, True, False, False, False,
    ]  # fmt: skip
    assert is_time("MTIME8") and not is_time("DATE11")
