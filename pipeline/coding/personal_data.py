"""Open answers that tell who somebody is: addresses, telephone and personal numbers; pure."""

import re
from collections.abc import Callable, Mapping
from datetime import date

# Only from the start of a word: within a long one every sign would be tried again.
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE)
COUNTRY = r"(?:\+|00)4[567][ \xa0]?"
# Two groups of four are two years where no country stands before them.
TELEPHONE = re.compile(
    rf"(?<![\d-])(?:{COUNTRY}\d{{4}}[ \xa0]\d{{4}}|(?:{COUNTRY})?"
    r"(?:\d{8}|\d{2}(?:[ \xa0]\d{2}){3}|\d{3}[ \xa0]\d{2}[ \xa0]\d{3}))(?![\d-])"
)
DANISH = re.compile(r"(?<!\d)(\d{2})(\d{2})(\d{2})[- ]?(\d{4})(?!\d)")
NORWEGIAN = re.compile(r"(?<!\d)\d{6}[ ]?\d{5}(?!\d)")
WEIGHTS = ((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))
"""Of the two check digits of a Norwegian personal number (modulus 11; Skatteetaten)."""


def kinds_in(text: str) -> tuple[str, ...]:
    """What a text holds of `KINDS`, in their order."""
    return tuple(name for name, finds in KINDS.items() if finds(text))


def _danish(text: str) -> bool:
    """Day, month and year, then four digits; the check digit is not used since 2007."""
    return any(_is_date(int(day), int(month)) for day, month, _, _ in DANISH.findall(text))


def _norwegian(text: str) -> bool:
    return any(_has_check_digits(found.replace(" ", "")) for found in NORWEGIAN.findall(text))


def _has_check_digits(digits: str) -> bool:
    numbers = [int(digit) for digit in digits]
    return all(
        sum(number * weight for number, weight in zip(numbers, weights, strict=False)) % 11 == 0
        for weights in WEIGHTS
    )


def _is_date(day: int, month: int) -> bool:
    try:
        date(2000, month, day)
    except ValueError:
        return False
    return True


KINDS: Mapping[str, Callable[[str], object]] = {
    "e-mail address": EMAIL.search,
    "Danish personal number": _danish,
    "Norwegian personal number": _norwegian,
    "telephone number": TELEPHONE.search,
}
