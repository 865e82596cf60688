"""Codebook -> the columns of a file that is handed on: names, labels, codes; pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from pipeline.codebooks.codebook import Codebook, Variable, in_language
from pipeline.codebooks.tables import question_numbers
from pipeline.handing_on.names import accepted_names
from pipeline.handing_on.states import moved_codes, state_codes, state_labels

Kind = Literal["text", "code", "number"]
Measure = Literal["nominal", "ordinal", "scale"]


@dataclass(frozen=True)
class Column:
    """One column of the file.

    `label` is the question as asked, with the item; `short` its short label. `labels` has every
    code, `missing` those that are no answer. `set` names the multiple-response question that the
    column is an option of. `question` is the number of the question in the database, 0 where the
    column is none; `states` has the code of each state, and `moved` the codes that were changed.
    """

    name: str
    label: str
    kind: Kind
    measure: Measure
    short: str = ""
    labels: Mapping[int, str] = field(default_factory=dict)
    missing: tuple[int, ...] = ()
    set: str = ""
    question: int = 0
    states: Mapping[str, int] = field(default_factory=dict)
    moved: Mapping[int, int] = field(default_factory=dict)
    whole: bool = False

    @property
    def answers(self) -> Mapping[int, str]:
        """The codes that are answers, with their labels."""
        return {code: label for code, label in self.labels.items() if code not in self.missing}


def question_columns(codebook: Codebook, largest: Mapping[int, float]) -> tuple[Column, ...]:
    """A column for each question and item but open answers, in the order of the codebook.

    `largest` has the largest number that was given, by question.
    """
    codes = (
        category.code
        for variable in codebook.variables.values()
        for category in variable.categories.values()
    )
    of_codes = state_codes(max(codes, default=0))
    columns = list(_columns(codebook, of_codes, largest))
    names = accepted_names(column.name for column in columns)
    return tuple(replace(column, name=name) for column, name in zip(columns, names, strict=True))


def _columns(
    codebook: Codebook, of_codes: Mapping[str, int], largest: Mapping[int, float]
) -> Iterator[Column]:
    numbers = question_numbers(codebook)
    for variable in codebook.variables.values():
        for item in variable.items if variable.type != "text" else ():
            question = numbers[variable.name, item]
            if variable.is_numeric:
                most = max(variable.high or 0, largest.get(question, 0))
                yield _number(variable, item, question, most, codebook.language)
            else:
                yield _coded(variable, item, question, of_codes, codebook.language)


def _number(variable: Variable, item: str, question: int, largest: float, language: str) -> Column:
    states = state_codes(largest)
    if not variable.no_answer:
        states = _without_groupless(states)
    labels = state_labels(states, language, of_number=True)
    return replace(
        _named(variable, item, question, language),
        kind="number",
        measure="scale",
        labels=labels,
        missing=tuple(labels),
        states=states,
        whole=variable.whole or variable.type == "count",
    )


def _coded(
    variable: Variable, item: str, question: int, states: Mapping[str, int], language: str
) -> Column:
    categories = variable.categories.values()
    moved = moved_codes(
        (one.code for one in categories if not one.missing),
        (one.code for one in categories if one.missing),
        min(states.values()),
    )
    used = states if variable.type in ("recode", "cross") else _without_groupless(states)
    labels = {moved.get(one.code, one.code): in_language(one.label, language) for one in categories}
    not_answered = [moved.get(one.code, one.code) for one in categories if one.missing]
    return replace(
        _named(variable, item, question, language),
        measure="ordinal" if _is_ordered(variable) else "nominal",
        labels={**labels, **state_labels(used, language)},
        missing=(*not_answered, *used.values()),
        set=variable.name if variable.takes_several else "",
        states=used,
        moved=moved,
    )


def _without_groupless(states: Mapping[str, int]) -> Mapping[str, int]:
    return {state: code for state, code in states.items() if state != "missing"}


def _is_ordered(variable: Variable) -> bool:
    """Whether every answer has a score, or the groups are ranges of numbers."""
    groups = variable.derivation.groups.values() if variable.derivation else ()
    if groups:
        return all(group.low is not None or group.high is not None for group in groups)
    answers = [one for one in variable.categories.values() if not one.missing]
    return bool(answers) and all(one.score is not None for one in answers)


def _named(variable: Variable, item: str, question: int, language: str) -> Column:
    """What all columns have: the name is the codebook's, not yet one that SPSS accepts."""
    label = in_language(variable.label, language)
    asked = in_language(variable.text, language) or label
    part = f" - {in_language(variable.items[item].label, language)}" if item else ""
    return Column(
        name=f"{variable.name}_{item}" if item else variable.name,
        label=f"{asked}{part}",
        short=f"{label}{part}",
        kind="code",
        measure="nominal",
        question=question,
    )
