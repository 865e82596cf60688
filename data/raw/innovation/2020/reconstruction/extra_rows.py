"""Rows that must not be accepted, on top of the 903.

How many of each there are stands in the docstring of reconstruct.py.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from .questionnaire import page_of, question_columns
from .records import DISTRIBUTED, PARTLY, TIME, Row, complete, identity, some, status

# Doubles: how many pages the earlier answer has where the accepted one is complete.
EARLIER_INCOMPLETE = (1, 2, 3, 5, 8)
EARLIER_COMPLETE = 2
OPENED_KEY, TEST_KEY, BROKEN_KEY = 3_102_001, 3_100_001, 3_102_101  # below those of respondents
DAYS_WITH_DOUBLES = ("2020-06-14", "2020-06-27")  # leaves room for another day before and after


def doubles(rows: list[Row], codebook: Mapping[str, Any]) -> list[Row]:
    """Other submissions of respondents among the rows; the rows are those that must stay."""
    first, last = DAYS_WITH_DOUBLES
    between = [row for row in rows if first < row["created"] < last]
    chosen = some(between, "doubles", complete)
    extra = [
        moved(cut(row, page, codebook), hours=-26, minutes=2 + page)
        for page, row in zip(EARLIER_INCOMPLETE, chosen, strict=False)
    ]
    completed_twice = chosen[len(EARLIER_INCOMPLETE) :][:EARLIER_COMPLETE]
    for row in completed_twice:
        earlier = {**row, "s_12_1": "3", "s_12_3": "2", "s_12_10": "7"}
        extra.append(moved(earlier, hours=-45, minutes=14))
    extra.append(moved(cut(chosen[-1], 1, codebook), hours=47, minutes=2))
    stopped = some(between, "stopped", lambda row: not complete(row) and row["s_4_1"] != "")
    extra.append(moved(cut(stopped[0], 1, codebook), hours=-26, minutes=3))
    return extra


def opened(rows: list[Row]) -> list[Row]:
    """Six who opened the questionnaire and answered nothing."""
    empty = dict.fromkeys(rows[0], "")
    extra = []
    for number in range(6):
        created = datetime(2020, 6, 12, 9, 17, 5) + timedelta(hours=49 * number)
        closed = created + timedelta(seconds=20 + number)
        person = identity(OPENED_KEY + number, created, closed, 1 + number % 2)
        extra.append({**empty, **person, **status(DISTRIBUTED)})
    return extra


def tests(rows: list[Row]) -> list[Row]:
    """Five test answers of the office; the first has an organisation type that does not exist."""
    extra = []
    for number, row in enumerate(some(rows, "tests", complete)[:5]):
        created = datetime(2020, 6, 11, 7, 2, 0) + timedelta(minutes=9 * number)
        test = {
            **row,
            **identity(TEST_KEY + number, created, created + timedelta(minutes=6), 1),
            "distribution": "test",
            "email": f"test-{number + 1}@example.org",
            "contact_name": "Test Testesen",
        }
        extra.append(test)
    extra[0]["s_1"] = "3"
    return extra


def broken(rows: list[Row], line: Callable[[Sequence[str]], str]) -> list[tuple[str, str]]:
    """Three lines with a wrong number of separators, each with the time it was started."""
    lines = []
    for number, fields in enumerate((21, 44, None)):
        created = datetime(2020, 6, 15, 10, 41, 12) + timedelta(hours=71 * number)
        source = some(rows, f"broken {number}", lambda row: complete(row) and row["s_5"] != "")[0]
        person = identity(BROKEN_KEY + number, created, created + timedelta(minutes=9), 1)
        row = {**source, **person}
        if fields is None:
            row["s_5"] = "SEPARATOR"
        text = line(list(row.values())[:fields])
        lines.append((row["created"], text.replace("SEPARATOR", "Vi mødtes ude; også om vinteren")))
    return lines


def cut(row: Row, last_page: int, codebook: Mapping[str, Any]) -> Row:
    """The row as it would be had the respondent stopped after a page."""
    later = [
        column
        for question, column in question_columns(codebook).items()
        if page_of(question) > last_page
    ]
    return {**row, **dict.fromkeys(later, ""), **status(PARTLY)}


def moved(row: Row, hours: int, minutes: int) -> Row:
    """The row as if started some hours later (or earlier) and left after some minutes."""
    created = datetime.strptime(row["created"], TIME) + timedelta(hours=hours)
    modified = created + timedelta(minutes=minutes)
    return {**row, "created": created.strftime(TIME), "modified": modified.strftime(TIME)}
