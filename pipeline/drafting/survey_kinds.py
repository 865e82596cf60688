"""What a column of a survey is that nobody has described, by what the file says and holds; pure."""

import re
from collections import Counter
from itertools import pairwise
from typing import Literal

from pipeline.coding.personal_data import kinds_in
from pipeline.drafting.columns import Column
from pipeline.drafting.dates import days_of
from pipeline.drafting.guesses import FEWEST_REPEATS, MOST_CATEGORIES, MOST_CODES, is_number
from pipeline.drafting.lexicon import ADDING, OTHERS, PLACES, REMARKS, WHICH
from pipeline.drafting.no_answers import is_missing
from pipeline.drafting.survey_answers import LARGEST_CODE, options_of, written_in
from pipeline.drafting.survey_numbers import numbers_of
from pipeline.drafting.ticks import tick_texts
from pipeline.drafting.wordings import is_wording, plain, split_wording
from pipeline.readers.export import Hint

SurveyKind = Literal["tick", "single", "own_words", "number", "text", "joined", "unused"]
"""own_words: options, and what respondents wrote in their place."""
NUMBERS = 0.99
"""Of the answers, for a column to be of numbers: the others are rejected."""
MOST_PLACES = 400
"""There are 98 municipalities in Denmark, 290 in Sweden and 357 in Norway."""
LONGEST_HEADING = 4
"""Words of a wording that names what it asks for."""
LONGEST_QUESTION = 8
"""Words of a question for a place, as "I hvilken kommune bor du?"."""
LONGEST_OPTION = 200
"""Characters; what is longer was written by a respondent."""


def survey_kind(column: Column, hint: Hint) -> SurveyKind:
    """What a column most likely is; what says nothing at all is `unused`."""
    if hint.kind == "joined":
        return "joined"
    if hint.kind in ("text", "other_text"):
        return "text" if column.values else "unused"
    if _is_contradictory(column):
        return "unused"
    if hint.kind == "multiple" or tick_texts(column) or _is_own_label(column):
        return "tick"
    if column.labels:
        is_number = hint.kind == "number" or _is_labelled_number(column)
        return "number" if is_number else "single"
    if hint.kind in ("single", "battery") and 0 < len(column.values) <= MOST_CATEGORIES:
        return "single"
    return _by_answers(column, hint)


def _by_answers(column: Column, hint: Hint) -> SurveyKind:
    if not column.values or _is_constant(column, hint):
        return "unused"
    numbers, thousands = numbers_of(column)
    given = [value for value in column.values if not is_missing(value)]
    answered = sum(column.values[value] for value in given)
    if numbers and sum(numbers.values()) >= NUMBERS * answered:
        codes = len(given) <= MOST_CODES and not thousands and all(map(_is_code, given))
        closed = hint.kind == "single" and all(map(_is_code, given)) and not thousands
        return "single" if closed or (codes and hint.kind != "number") else "number"
    if days_of(column.values):
        return "unused"
    # No option that a page would show may tell who somebody is.
    if _asks_for_remarks(column) or any(map(kinds_in, given)):
        return "text"
    repeated = column.answered >= FEWEST_REPEATS * len(column.values)
    short = max(map(len, column.values)) <= LONGEST_OPTION
    is_place = _is_called(column, PLACES) or _asks_which_place(column)
    most = MOST_PLACES if is_place else MOST_CATEGORIES
    if repeated and short and len(column.values) <= most and (is_place or not _is_told(column)):
        return "single"
    return "own_words" if options_of(column) else "text"


def _is_told(column: Column) -> bool:
    """Whether one respondent alone gave an answer in words of their own, beside the options.

    No page may offer it as an answer, since it may tell who that is.
    """
    own = written_in(column)
    counts = Counter(value.casefold() for value in own for _ in range(column.values[value]))
    return any(
        count == 1 and not is_number(text) and not re.fullmatch(OTHERS, text)
        for text, count in counts.items()
    )


def _asks_for_remarks(column: Column) -> bool:
    words = plain(column.question or column.name).split()
    return _is_called(column, REMARKS) or not ADDING.isdisjoint(words)


def _is_called(column: Column, words: frozenset[str]) -> bool:
    """Whether a short wording, or the name of the column, has one of the words."""
    asked = plain(column.question or column.name).split()
    return len(asked) <= LONGEST_HEADING and not words.isdisjoint(asked)


def _asks_which_place(column: Column) -> bool:
    """Whether a question asks which place it is, whatever comes before and after."""
    asked = plain(column.question or column.name).split()
    pairs = pairwise(asked) if len(asked) <= LONGEST_QUESTION else ()
    return any(which in WHICH and place in PLACES for which, place in pairs)


def _is_constant(column: Column, hint: Hint) -> bool:
    """Whether a column always holds the same, and is no question by its wording or by the file."""
    return len(column.values) == 1 and hint.kind == "" and not is_wording(column.question)


def _is_code(value: str) -> bool:
    return value.isdecimal() and int(value) <= LARGEST_CODE


def _is_own_label(column: Column) -> bool:
    """Whether a column holds the option that its wording names, or nothing."""
    statement = plain(split_wording(column.question)[1])
    return (
        len(column.values) == 1
        and bool(statement)
        and plain(next(iter(column.values))) == statement
    )


def _is_contradictory(column: Column) -> bool:
    """Whether a label is the code of another answer, as where 1 means "0" and 2 means "1"."""
    return any(
        label.strip() in column.labels and label.strip() != value
        for value, label in column.labels.items()
    )


def _is_labelled_number(column: Column) -> bool:
    """Whether most answers are numbers that no label explains, as an age with 99 for none."""
    unlisted = [value for value in column.values if value not in column.labels]
    texts = {" ".join(label.split()) for label in column.labels.values()}
    numbers = [value for value in unlisted if is_number(value) and value not in texts]
    return len(numbers) > MOST_CATEGORIES and all(map(is_number, column.values))
