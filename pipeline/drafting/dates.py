"""Days in the texts of an export; pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime

FORMATS = ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%Y/%m/%d", "%d-%m-%y")
"""Tried in this order: European before American."""
MOST = 0.95
"""The share of texts that must be days: a column of dates may hold a few that are none."""


def days_of(texts: Iterable[str]) -> tuple[date, ...]:
    """The days in texts that begin with one, such as `2020-06-11 07:02`; none where most do not.

    A text that is no day is left out.
    """
    return tuple(_day_by_text(texts).values())


def years_of(counts: Mapping[str, int]) -> Counter[int]:
    """Year -> how often texts that begin with a day hold it; `counts` tells how often each does."""
    years: Counter[int] = Counter()
    for text, day in _day_by_text(counts).items():
        years[day.year] += counts[text]
    return years


def _day_by_text(texts: Iterable[str]) -> dict[str, date]:
    first_words = {text: text.replace("T", " ").split(" ")[0] for text in texts}
    for one in FORMATS:
        days = {text: day for text, word in first_words.items() if (day := _day(word, one))}
        if days and len(days) >= MOST * len(first_words):
            return days
    return {}


def _day(word: str, written: str) -> date | None:
    try:
        return datetime.strptime(word, written).date()
    except ValueError:
        return None
