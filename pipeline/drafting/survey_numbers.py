"""Numbers that nobody has described: how they are written, their range, what is no answer; pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from pipeline.drafting.columns import Column
from pipeline.drafting.guesses import is_number
from pipeline.drafting.new_questions import NewQuestion
from pipeline.drafting.no_answers import is_missing

THOUSANDS = {".": ",", ",": ".", " ": ",.", "'": ".,"}
"""What may stand between groups of three digits -> what then stands before decimals."""
FEWEST_GROUPED = 5
"""So many different numbers whose digits stand in groups tell that they are no decimals."""
YEARS = range(1900, 2101)
ALMOST_ALL = 0.985
"""Of the answers; the others are rejected, fewer than a wave allows."""


def thousands_in(texts: Iterable[str]) -> str:
    """The sign between groups of digits, as in `12.345,5`; "" where there is none.

    Every number with the sign must have it in such a place, and either several must, or one have
    it twice or decimals besides: `1.234` alone may be a number with three decimals.
    """
    given = list(texts)
    for sign, decimal in THOUSANDS.items():
        grouped = re.compile(
            rf"-?[1-9][0-9]{{0,2}}(?:{re.escape(sign)}[0-9]{{3}})+(?:[{decimal}][0-9]+)?"
        )
        signed = [text for text in given if sign in text]
        others = [text for text in given if sign not in text]
        told = sum(text.count(sign) > 1 or any(one in text for one in decimal) for text in signed)
        if (
            signed
            and all(map(grouped.fullmatch, signed))
            and all(map(is_number, others))
            and (told or len(signed) >= FEWEST_GROUPED)
        ):
            return sign
    return ""


def numbers_of(column: Column) -> tuple[Mapping[str, int], str]:
    """The answers that are numbers -> how often, and the sign between their groups of digits."""
    given = {value: count for value, count in column.values.items() if not is_missing(value)}
    thousands = thousands_in(value for value in given if re.match(r"-?[0-9]", value))
    return {
        value: count
        for value, count in given.items()
        if is_number(value.replace(thousands, "") if thousands else value)
    }, thousands


def number_question(question: NewQuestion) -> tuple[NewQuestion, str]:
    """A question of numbers with the range that was given, and what the draft rests on."""
    column = question.columns[0]
    texts, thousands = numbers_of(column)
    plain = {text: text.replace(thousands, "") if thousands else text for text in texts}
    counts = {float(plain[text].replace(",", ".")): count for text, count in texts.items()}
    absent = {value: "" for value in column.values if is_missing(value)}
    question = replace(
        question, type="number", thousands=thousands, missing={**absent, **question.missing}
    )
    told = [f"{value} ({label})" if label else value for value, label in question.missing.items()]
    why = f"; no answer: {', '.join(told)}" if told else ""
    years = [number for number in counts if number in YEARS]
    if sum(counts[number] for number in years) >= ALMOST_ALL * sum(counts.values()):
        low, high = float(YEARS.start), float(YEARS.stop - 1)
        made = replace(question, low=low, high=high, whole=True)
        return made, f"years; what lies outside of the range is rejected{why}"
    whole = all(text.lstrip("-").isdecimal() for text in plain.values())
    made = replace(question, low=min(counts), high=max(counts), whole=whole)
    return made, f"numbers; the range is that of the answers{why}"
