"""Values of SPSS as text: whole numbers without decimals, dates and times as ISO 8601; pure.

SPSS keeps a date as the seconds since the start of its calendar and a time as seconds; a column's
format tells which it is.
"""

import re
from datetime import datetime, timedelta

import polars as pl

START_OF_CALENDAR = datetime(1582, 10, 14)
DATES = frozenset(("DATE", "ADATE", "EDATE", "JDATE", "SDATE", "QYR", "MOYR", "WKYR"))
MOMENTS = frozenset(("DATETIME", "YMDHMS"))
TIMES = frozenset(("TIME", "DTIME", "MTIME"))
LARGEST_WHOLE = 2.0**53
"""Beyond it, a number of this kind cannot tell a whole from the next."""


def is_moment(format: str) -> bool:
    """Whether a format such as "EDATE10" shows a date, with or without a time of day."""
    return _name(format) in DATES | MOMENTS


def is_time(format: str) -> bool:
    """Whether a format such as "TIME8" shows a time of day or a duration."""
    return _name(format) in TIMES


def as_text(values: pl.Series, format: str) -> pl.Series:
    """The values as String; null for system missing and for a text without content."""
    if values.dtype == pl.String:
        return values.replace("", None)
    numbers = values.cast(pl.Float64).fill_nan(None)
    texts = _number_texts(numbers)
    if not (is_moment(format) or is_time(format)):
        return texts
    known = numbers.drop_nulls().unique().sort()
    shown = [_moment_text(number, format) for number in known]
    moments = numbers.replace_strict(known, shown, default=None, return_dtype=pl.String)
    return moments.fill_null(texts)


def one_as_text(value: float | str, format: str) -> str:
    """A value as `as_text` writes it; "" for one without content. Padding at the end is none."""
    if isinstance(value, str):
        return value.rstrip(" ")
    return str(as_text(pl.Series([value], dtype=pl.Float64), format)[0] or "")


def _name(format: str) -> str:
    return re.split(r"[\d.]", format.upper(), maxsplit=1)[0]


def _number_texts(numbers: pl.Series) -> pl.Series:
    whole = (numbers == numbers.round()) & (numbers.abs() < LARGEST_WHOLE)
    integers = numbers.cast(pl.Int64, strict=False).cast(pl.String)
    return integers.zip_with(whole.fill_null(False), numbers.cast(pl.String))


def _moment_text(seconds: float, format: str) -> str | None:
    """None for what is no date between the years 1582 and 9999."""
    if is_time(format):
        return _time_text(seconds)
    try:
        moment = START_OF_CALENDAR + timedelta(seconds=seconds)
    except OverflowError:
        return None
    if _name(format) in DATES and not seconds % timedelta(days=1).total_seconds():
        return moment.date().isoformat()
    return moment.isoformat(sep=" ")


def _time_text(seconds: float) -> str:
    """Hours may be more than 24: the format shows durations, too."""
    whole, microseconds = divmod(round(abs(seconds) * 1_000_000), 1_000_000)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    fraction = f".{microseconds:06d}" if microseconds else ""
    return f"{'-' if seconds < 0 else ''}{hours:02d}:{minute:02d}:{second:02d}{fraction}"
