"""Days in the texts of an export; pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime

FORMATS = (
    *("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%Y/%m/%d", "%Y.%m.%d"),
    *("%d-%m-%y", "%d.%m.%y", "%d/%m/%y", "%m/%d/%y"),
)
"""The one that fits most texts is taken; of those that fit as many, the first."""
EUROPEAN = {"%d/%m/%Y": "%m/%d/%Y", "%d/%m/%y": "%m/%d/%y"}
"""Days before months -> the same with months before days."""
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
    return _best(texts)[1]


def order_told(texts: Iterable[str]) -> str:
    """What tells whether days or months stand first, in words; "" where it cannot be mistaken."""
    written, days = _best(texts)
    if written in EUROPEAN:
        other = _days(days, EUROPEAN[written])
        late = next((text for text in days if text not in other), "")
        if late:
            return f"days stand before months, as in {late.split(' ')[0]}"
        return "days are read before months, but nothing in the file tells: it may be the reverse"
    if written in EUROPEAN.values():
        european = next(one for one, other in EUROPEAN.items() if other == written)
        late = next(text for text in days if text not in _days(days, european))
        return f"months stand before days, as in {late.split(' ')[0]}"
    return ""


def _best(texts: Iterable[str]) -> tuple[str, dict[str, date]]:
    """The way of writing that fits most texts, and their days; nothing where it fits too few."""
    given = list(texts)
    begins = [text for text in given if text[:1].isdigit()]
    written, days = "", dict[str, date]()
    # Most texts of respondents begin with no digit: they need not be read in every way.
    if len(begins) < MOST * len(given):
        return written, days
    for one in FORMATS:
        found = _days(begins, one)
        if len(found) > len(days):
            written, days = one, found
        if len(days) == len(given):
            break
    return (written, days) if days and len(days) >= MOST * len(given) else ("", {})


def _days(texts: Iterable[str], written: str) -> dict[str, date]:
    words = {text: text.replace("T", " ").split(" ")[0].rstrip(",") for text in texts}
    # Days recur where times do not: each is read once, since reading is slow.
    known = {word: _day(word, written) for word in frozenset(words.values())}
    return {text: day for text, word in words.items() if (day := known[word])}


def _day(word: str, written: str) -> date | None:
    try:
        return datetime.strptime(word, written).date()
    except ValueError:
        return None
