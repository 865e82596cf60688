"""Numbers and dates as the reader's language writes them.

Every number is rounded half up (half away from zero), as published tables are: 28.5 percent
reads 29. What stands between a number and its unit is a no-break space.
"""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from math import isnan

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from pipeline.wording.languages import LOCALES, in_language

NO_BREAK_SPACE = "\u00a0"

PERCENT = {"da": "{} pct.", "nb": "{} prosent", "en": "{} per cent"}
PERCENT_SIGN = {"da": "{}\u00a0%", "nb": "{}\u00a0%", "en": "{}%"}
"""In pictures and in cells of tables, where words would be long."""
PERCENTAGE_POINTS = {
    "da": ("{} procentpoint", "{} procentpoint"),
    "nb": ("{} prosentpoeng", "{} prosentpoeng"),
    "en": ("{} percentage point", "{} percentage points"),
}
DAY_MONTH = {"da": "d. MMMM", "nb": "d. MMMM", "en": "d MMMM"}
DAY = {"da": "d.", "nb": "d.", "en": "d"}
UNTIL = {"da": "{} til {}", "nb": "{} til {}", "en": "{} to {}"}

# Binary arithmetic leaves 57/200 a trace below the half it is. Digits this far behind the last
# one shown are such traces, never information.
SPURIOUS_DIGITS = 10

# A p-value is never rounded onto the significance level, which would hide on which side it is.
SIGNIFICANCE_LEVEL = Decimal("0.05")
SMALLEST_P = 0.001
LARGEST_P = 0.99


def percent(share: float, language: str, decimals: int = 0) -> str:
    """A share of 0..1 as a percentage: "70 pct.", "70 prosent", "70 per cent"."""
    number = _rounded(_exact(share) * 100, decimals)
    return _with_unit(in_language(PERCENT, language), number, language)


def percent_in_cell(share: float, language: str) -> str:
    """A share of 0..1 as a cell of a table states it: "70 %", in English "70%"."""
    return _with_unit(
        in_language(PERCENT_SIGN, language), _rounded(_exact(share) * 100, 0), language
    )


def percentage_points(difference: float, language: str, decimals: int = 0) -> str:
    """A difference of shares (-1..1): "6 procentpoint", "6 prosentpoeng", "6 percentage points"."""
    number = _rounded(_exact(difference) * 100, decimals)
    one, several = in_language(PERCENTAGE_POINTS, language)
    return _with_unit(one if abs(number) == 1 else several, number, language)


def whole(number: float, language: str) -> str:
    """A count with its thousands apart: "2.304", "2 304", "2,304"."""
    return decimal(number, language, 0)


def decimal(number: float, language: str, decimals: int) -> str:
    """A number with a fixed number of decimals: "1.234,50", "1 234,50", "1,234.50"."""
    return _written(_rounded(_exact(number), decimals), language)


def ungrouped(number: float, language: str, decimals: int) -> str:
    """A number as spreadsheets of the language read it: "2304", "-3,5", "-3.5"."""
    written = decimal(abs(number), language, decimals)
    group = in_language(LOCALES, language).number_symbols["latn"]["group"]
    digits = written.replace(group, "")
    return f"-{digits}" if number < 0 and digits.strip("0,.") else digits


def p_value(p: float, language: str) -> str:
    """A p-value: "p = 0,03"; three decimals below 0.01; "p < 0,001"; "p > 0,99".

    Raises ValueError for a p that is not a probability.
    """
    if not 0 <= p <= 1:
        raise ValueError(f"a p-value lies between 0 and 1, not at {p}")
    if p < SMALLEST_P:
        return tied(f"p < {decimal(SMALLEST_P, language, 3)}")
    if p > LARGEST_P:
        return tied(f"p > {decimal(LARGEST_P, language, 2)}")
    return tied(f"p = {decimal(p, language, _decimals_of_p(p))}")


def published_p(p: float) -> float:
    """A p-value (0..1) as `p_value` writes it, so that it says no more: 0 for a smaller one than
    that writes, 1 for a larger one."""
    if p < SMALLEST_P:
        return 0.0
    return 1.0 if p > LARGEST_P else float(_rounded(_exact(p), _decimals_of_p(p)))


def _decimals_of_p(p: float) -> int:
    decimals = 2 if p >= 0.01 else 3
    while (
        _rounded(_exact(p), decimals) == SIGNIFICANCE_LEVEL != _rounded(_exact(p), SPURIOUS_DIGITS)
    ):
        decimals += 1
    return decimals


def file_size(size: int, language: str) -> str:
    """Bytes in thousands: "12 kB", "3,4 kB"."""
    kilobytes = size / 1000
    number = whole(kilobytes, language) if kilobytes >= 10 else decimal(kilobytes, language, 1)
    return f"{number}{NO_BREAK_SPACE}kB"


def date_range(first: date, last: date, language: str) -> str:
    """A period: "11.–29. juni 2020", "29. maj til 3. juni 2020", "11–29 June 2020".

    Day and month are tied by a no-break space, which also keeps "29. juni" at the start of a
    line of Markdown from becoming a list.
    """
    locale = in_language(LOCALES, language)
    day_month = in_language(DAY_MONTH, language)
    end = format_date(last, f"{day_month} y", locale)
    if first == last:
        return tied(end)
    if (first.year, first.month) == (last.year, last.month):
        return tied(f"{format_date(first, in_language(DAY, language), locale)}–{end}")
    start = format_date(first, day_month if first.year == last.year else f"{day_month} y", locale)
    return in_language(UNTIL, language).format(tied(start), tied(end))


def listing(words: Sequence[str], language: str) -> str:
    """An enumeration: "a, b og c", "a, b and c"; nothing for no words."""
    return format_list(words, "standard", in_language(LOCALES, language))


def _exact(number: float) -> Decimal:
    """The decimal number that a reader of the float sees."""
    if isnan(number):
        raise ValueError("a missing number cannot be written: leave its sentence out")
    return Decimal(repr(float(number)))


def _rounded(number: Decimal, decimals: int) -> Decimal:
    cleaned = number.quantize(Decimal(1).scaleb(-decimals - SPURIOUS_DIGITS), ROUND_HALF_UP)
    # Adding nothing turns a minus zero into a plain one.
    return cleaned.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0


def _written(number: Decimal, language: str) -> str:
    decimals = -int(number.as_tuple().exponent)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return str(format_decimal(number, pattern, in_language(LOCALES, language)))


def _with_unit(template: str, number: Decimal, language: str) -> str:
    return tied(template.format(_written(number, language)))


def tied(words: str) -> str:
    """The words with no-break spaces between them."""
    return words.replace(" ", NO_BREAK_SPACE)
