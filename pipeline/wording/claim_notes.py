"""What a reader is shown of a claim: the number behind it, its interval and its base."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline.wording.languages import in_language
from pipeline.wording.numbers import decimal, p_value, percent, percentage_points, whole

Form = Literal["percent", "points", "decimal", "coefficient", "count"]
Counted = Literal["answers", "ticks", "all", ""]
"""What a number is of: answers, ticks, everyone of a known total; '' where that goes unsaid."""

OF: Mapping[str, Mapping[str, str]] = {
    "da": {"answers": "{} af {} svar", "ticks": "{} af {} krydser", "all": "{} af {}"},
    "nb": {"answers": "{} av {} svar", "ticks": "{} av {} kryss", "all": "{} av {}"},
    "en": {"answers": "{} of {} answers", "ticks": "{} of {} ticks", "all": "{} of {}"},
}
# Of a mean nobody says "3,4 of 402 answers".
FROM = {"da": "{} ({} svar)", "nb": "{} ({} svar)", "en": "{} ({} answers)"}
INTERVAL = {
    "da": "{} sikkerhedsinterval: {} til {}",
    "nb": "{} konfidensintervall: {} til {}",
    "en": "{} confidence interval: {} to {}",
}
AGAINST = {"da": "{} mod {}", "nb": "{} mot {}", "en": "{} against {}"}
DIFFERENCE = {
    "da": "Forskel: {}",
    "nb": "Forskjell: {}",
    "en": "Difference: {}",
}
TEST = {"da": "Test: {}", "nb": "Test: {}", "en": "Test: {}"}
TEST_OF_ALL = {
    "da": "Test af alle svar: {}",
    "nb": "Test av alle svar: {}",
    "en": "Test of all answers: {}",
}
UNSUPPORTED = {
    "da": "Udsagnet kan ikke bekræftes af tallene. {}",
    "nb": "Utsagnet kan ikke bekreftes av tallene. {}",
    "en": "The numbers do not support this statement. {}",
}


@dataclass(frozen=True)
class Stated:
    """A number as notes need it: shares in 0..1, and `n` of what `counted` says."""

    form: Form
    value: float
    low: float | None
    high: float | None
    n: int
    counted: Counted


def number_note(number: Stated, level: float, language: str) -> str:
    """The number, what it is of, and its interval."""
    return _sentences(_of(number, language), _interval(number, level, language))


def difference_note(
    first: Stated, second: Stated, difference: Stated, p: float | None, level: float, language: str
) -> str:
    """Both numbers, their difference with its interval, and the p-value of the test behind it."""
    points = difference.form in ("percent", "points")
    size = _written(abs(difference.value), "points" if points else difference.form, language)
    # The difference is told without a sign, so its interval turns with it.
    ends = (difference.low, difference.high)
    if difference.value < 0 and ends[0] is not None and ends[1] is not None:
        ends = (-ends[1], -ends[0])
    turned = Stated(
        "points" if points else difference.form, abs(difference.value), *ends, n=0, counted=""
    )
    return _sentences(
        in_language(AGAINST, language).format(_of(first, language), _of(second, language)),
        in_language(DIFFERENCE, language).format(size),
        _interval(turned, level, language),
        "" if p is None else in_language(TEST, language).format(p_value(p, language)),
    )


def outcome_note(p: float, language: str) -> str:
    """The p-value of a test of all answers."""
    return _sentences(in_language(TEST_OF_ALL, language).format(p_value(p, language)))


def unsupported_note(note: str, language: str) -> str:
    """The sentence beside words that the numbers do not support; `note` may be empty."""
    return in_language(UNSUPPORTED, language).format(note).rstrip()


def _sentences(*texts: str) -> str:
    """Each text with one full stop, also after "pct."."""
    return " ".join(text if text.endswith(".") else f"{text}." for text in texts if text)


def _of(number: Stated, language: str) -> str:
    value, n = _written(number.value, number.form, language), whole(number.n, language)
    if not number.counted:
        return value
    if number.form in ("percent", "points"):
        return in_language(OF, language)[number.counted].format(value, n)
    return in_language(FROM, language).format(value, n)


def _interval(number: Stated, level: float, language: str) -> str:
    if number.low is None or number.high is None or number.low == number.high:
        return ""
    low = _without_unit(number.low, number.form, language)
    high = _written(number.high, number.form, language)
    return in_language(INTERVAL, language).format(percent(level, language), low, high)


def _written(value: float, form: Form, language: str) -> str:
    match form:
        case "percent":
            return percent(value, language, 1)
        case "points":
            return percentage_points(value, language, 1)
        case "decimal" | "coefficient":
            return decimal(value, language, 2)
        case "count":
            return whole(value, language)


def _without_unit(value: float, form: Form, language: str) -> str:
    if form in ("percent", "points"):
        return decimal(100 * value, language, 1)
    return _written(value, form, language)
