"""What real exports have and validation must find, on top of the 903 accepted rows.

How many of each there are stands in the docstring of reconstruct.py. Bad values are put where
the question would have been left blank otherwise, so that every published base stays.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from .chance import shuffled
from .records import (
    COMPLETED,
    DISTRIBUTED,
    PARTLY,
    TIME,
    Row,
    identity,
    page_of,
    question_columns,
    status,
)

BAD_EMPLOYEES = ("ca. 25", "-3", "120000", "mange")
BAD_INNOVATED = ("9", "0")
BAD_FUTURE = {"s_12_2": "8", "s_12_7": "0", "s_12_10": "33"}
# Doubles: how many pages the earlier answer has, where the accepted one is complete.
EARLIER_INCOMPLETE = (1, 2, 3, 5, 8)
EARLIER_COMPLETE = 2
NEW_KEY = 3_102_001  # below all keys of respondents
TEST_KEY = 3_100_001


def with_bad_values(rows: list[Row]) -> list[Row]:
    """The rows, with unknown codes, impossible numbers and answers to questions not asked."""
    changed = [dict(row) for row in rows]
    unnumbered = _some(changed, "employees", lambda row: row["s_2"] == "" and row["s_3"] != "")
    for row, text in zip(unnumbered, BAD_EMPLOYEES, strict=False):
        row["s_2"] = text
    unknown = _some(changed, "innovated", lambda row: row["s_3"] == "")
    for row, text in zip(unknown, BAD_INNOVATED, strict=False):
        row["s_3"] = text
    for column, text in BAD_FUTURE.items():
        _some(changed, column, lambda row, at=column: row[at] == "" and _complete(row))[0][
            column
        ] = text
    turned_no = _some(changed, "turned no", lambda row: row["s_3"] == "2" and _complete(row))[0]
    turned_no.update({"s_7": "1", "s_8_1": "2", "s_8_2": "3", "s_8_3": "1", "s_8_4": "3"})
    alone = _some(changed, "alone", lambda row: row["s_4_2"] == "0" and _complete(row))[0]
    alone.update({f"s_6_{number}": str(int(number in (1, 5))) for number in range(1, 12)})
    return changed


def doubles(rows: list[Row], codebook: Mapping[str, Any]) -> list[Row]:
    """Other submissions of respondents among the rows; the rows are those that must stay."""
    chosen = iter(
        _some(
            rows, "doubles", lambda row: _complete(row) and "06-14" < row["created"][5:] < "06-27"
        )
    )
    extra = [
        moved(cut(row, page, codebook), hours=-26, minutes=2 + page)
        for row, page in zip(chosen, EARLIER_INCOMPLETE, strict=False)
    ]
    for row in (next(chosen) for _ in range(EARLIER_COMPLETE)):
        earlier = {**row, "s_12_1": "3", "s_12_3": "2", "s_12_10": "7"}
        extra.append(moved(earlier, hours=-45, minutes=14))
    extra.append(moved(cut(next(chosen), 1, codebook), hours=47, minutes=2))
    stopped = _some(
        rows,
        "stopped",
        lambda row: not _complete(row) and row["s_4_1"] != "" and row["created"][5:] > "06-14",
    )
    extra.append(moved(cut(stopped[0], 1, codebook), hours=-26, minutes=3))
    return extra


def opened(rows: list[Row]) -> list[Row]:
    """Six who opened the questionnaire and answered nothing."""
    empty = dict.fromkeys(rows[0], "")
    extra = []
    for number in range(6):
        created = datetime(2020, 6, 12, 9, 17, 5) + timedelta(hours=49 * number)
        closed = created + timedelta(seconds=20 + number)
        person = identity(NEW_KEY + number, created, closed, 1 + number % 2)
        extra.append({**empty, **person, **status(DISTRIBUTED)})
    return extra


def tests(rows: list[Row]) -> list[Row]:
    """Five test answers of the office; the first has an organisation type that does not exist."""
    extra = []
    for number, row in enumerate(_some(rows, "tests", _complete)[:5]):
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


def broken(rows: list[Row], line: Callable[[list[str]], str]) -> list[tuple[str, str]]:
    """Three lines with a wrong number of separators, each with the time it was started."""
    lines = []
    for number, fields in enumerate((21, 44, None)):
        created = datetime(2020, 6, 15, 10, 41, 12) + timedelta(hours=71 * number)
        source = _some(rows, f"broken {number}", lambda row: _complete(row) and row["s_5"] != "")[0]
        person = identity(NEW_KEY + 100 + number, created, created + timedelta(minutes=9), 1)
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


def _complete(row: Row) -> bool:
    return row[COMPLETED] == "1"


def _some(rows: list[Row], purpose: str, condition: Callable[[Row], bool]) -> list[Row]:
    """The rows that meet a condition, in a random order of their own."""
    return shuffled(f"irregular {purpose}", [row for row in rows if condition(row)])
