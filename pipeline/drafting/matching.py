"""Which column of a new export is which question of the codebook before; pure.

Three things speak for a match: the name of the column, the wording, where the file tells it, and
the answers. A name can be used again for another question, so a wording that is another question's
speaks against it, and so do answers that mean nothing to the question.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.codebooks.codebook import Codebook, Variable
from pipeline.codebooks.tables import texts_of
from pipeline.drafting.columns import Column
from pipeline.drafting.guesses import is_number
from pipeline.drafting.ticks import tick_texts
from pipeline.drafting.wordings import (
    ALIKE,
    SAME,
    bare_name,
    is_wording,
    plain,
    similarity,
    split_wording,
)

SAME_COLUMN, OWN_NAME, ALIKE_NAME = 5.0, 4.0, 2.0
SAME_WORDING, ALIKE_WORDING, OTHER_WORDING = 10.0, 4.0, -3.0
TELLING_ANSWERS, PLAIN_ANSWERS, OTHER_ANSWERS = 2.0, 0.5, -6.0
ENOUGH = 3.5
"""What the name of a column alone gives, or a similar wording and answers that fit."""
CLOSE = 1.0
"""A second candidate this close makes a match uncertain."""
SIMILAR = 0.75
"""From this similarity on, two names may be one name that was shortened or corrected."""
HALF = 0.5
"""Of the answers: where fewer mean something, the column is another question."""

Question = tuple[str, str]


@dataclass(frozen=True)
class Match:
    """A column and the question that it is; `doubt` says why a person should look, or is ""."""

    column: Column
    variable: str
    item: str
    doubt: str

    @property
    def question(self) -> Question:
        """Variable and item."""
        return self.variable, self.item


@dataclass(frozen=True)
class _Evidence:
    column: Column
    question: Question
    score: float
    doubt: str


def match_columns(
    columns: Sequence[Column], codebook: Codebook, earlier: Mapping[str, str]
) -> tuple[Match, ...]:
    """The columns that are questions of the codebook, in the order of the file.

    Each column is one question at most, and the other way round: the best evidence is taken first.
    earlier: column of the export before -> its wording, which the codebook may put otherwise.
    """
    found = [
        evidence
        for column in columns
        for variable, item in codebook.question_columns.values()
        if (evidence := _evidence(column, variable, item, earlier)).score >= ENOUGH
    ]
    chosen: dict[str, Match] = {}
    questions: set[Question] = set()
    for one in sorted(found, key=lambda evidence: -evidence.score):
        if one.column.name in chosen or one.question in questions:
            continue
        rivals = _rivals(one, found, chosen, questions)
        doubt = "; ".join(part for part in (one.doubt, *rivals) if part)
        chosen[one.column.name] = Match(one.column, *one.question, doubt)
        questions.add(one.question)
    return tuple(chosen[column.name] for column in columns if column.name in chosen)


def _rivals(
    one: _Evidence,
    found: Sequence[_Evidence],
    chosen: Mapping[str, Match],
    questions: set[Question],
) -> Iterator[str]:
    """Others that were free and fit nearly as well."""
    for other in found:
        if other is one or other.score < one.score - CLOSE:
            continue
        if other.column.name == one.column.name and other.question not in questions:
            yield f"{'.'.join(filter(None, other.question))} fits nearly as well"
        if other.question == one.question and other.column.name not in chosen:
            yield f'column "{other.column.name}" fits nearly as well'


def _evidence(
    column: Column, variable: Variable, item: str, earlier: Mapping[str, str]
) -> _Evidence:
    named = _of_name(column.name, variable, item)
    worded = 1.0 if plain(column.name) in _short_labels(variable, item) else None
    if column.question:
        told = earlier.get(variable.items[item].column or "", "")
        as_before = similarity(column.question, told)
        worded = max(as_before, wording_likeness(column.question, variable, item), worded or 0.0)
    score = named + _of_wording(worded) + _of_answers(column, variable, item)
    return _Evidence(column, (variable.name, item), score, _doubt(named, worded))


def _of_name(column: str, variable: Variable, item: str) -> float:
    if column == variable.items[item].column:
        return SAME_COLUMN
    name, names = bare_name(column), _names(variable, item)
    if name in names:
        return OWN_NAME
    return ALIKE_NAME if any(similarity(name, one) >= SIMILAR for one in names) else 0.0


def _of_wording(worded: float | None) -> float:
    if worded is None:
        return 0.0
    if worded >= SAME:
        return SAME_WORDING
    return ALIKE_WORDING * worded if worded >= ALIKE else OTHER_WORDING


def _doubt(named: float, worded: float | None) -> str:
    if worded is not None and worded >= SAME:
        return ""
    if named == ALIKE_NAME:
        return "found by a similar name"
    if worded is None:
        return ""
    if worded < ALIKE:
        return "found by the name of the column, but its wording is quite another"
    return "" if named else "found by a similar wording"


def _names(variable: Variable, item: str) -> tuple[str, ...]:
    return (item, f"{variable.name}_{item}") if item else (variable.name,)


def _short_labels(variable: Variable, item: str) -> frozenset[str]:
    """What tools that name columns in words may call a question: its label, in every language."""
    return frozenset(plain(label) for label in variable.items[item].label.values())


def wording_likeness(question: str, variable: Variable, item: str) -> float:
    """How alike a wording in an export is to a question's, 0 to 1, in its best language.

    A statement is compared without the question above it, which all statements share; another
    question above it halves what it is worth.
    """
    if not item:
        return max(similarity(question, text) for text in (*variable.text.values(), ""))
    stem, statement = split_wording(question)
    return max(
        _statement_likeness(question, stem, statement, variable.text.get(language, ""), label)
        for language, label in variable.items[item].label.items()
    )


def _statement_likeness(question: str, stem: str, statement: str, text: str, label: str) -> float:
    if plain(question) == plain(label) or plain(question) == plain(f"{text} {label}"):
        return 1.0
    if plain(question).startswith(plain(text)) and plain(text):
        return similarity(plain(question).removeprefix(plain(text)), label)
    if not statement:
        return similarity(question, label)
    return similarity(statement, label) * (0.5 + 0.5 * similarity(stem, text))


def answers_fit(column: Column, variable: Variable) -> bool:
    """Whether the answers may be those of one more item of a question."""
    return _of_answers(column, variable, next(iter(variable.items))) > 0


def _of_answers(column: Column, variable: Variable, item: str) -> float:
    """What the answers say for a question: words tell more than codes, which all questions use."""
    if not column.answered and not column.labels:
        return 0.0
    match variable.type:
        case "text":
            return PLAIN_ANSWERS if any(is_wording(value) for value in column.values) else 0.0
        case "number":
            numbers = sum(count for value, count in column.values.items() if is_number(value))
            return PLAIN_ANSWERS if numbers >= HALF * column.answered else OTHER_ANSWERS
    if variable.type == "multiple" and tick_texts(column):
        return TELLING_ANSWERS
    known = frozenset(text.casefold() for text in texts_of(variable, item))
    if column.labels:
        words = [label.casefold() for label in column.labels.values()]
        share = sum(word in known for word in words) / len(words)
    else:
        share = column.share(known)
    if share < HALF:
        return OTHER_ANSWERS
    codes = not column.labels and all(is_number(value) for value in column.values)
    return share * (PLAIN_ANSWERS if codes else TELLING_ANSWERS)
