"""Conditions on other answers: routing, and rules that tell contradictions."""

from collections.abc import Iterator, Mapping

from pipeline.codebooks.codebook import RESPONDENT_CHECKS, Variable
from pipeline.codebooks.conditions import Condition, Contradiction
from pipeline.codebooks.reading.context import Reading
from pipeline.documents import Place


def routing(
    reading: Reading, asked_if: Mapping[str, tuple[str, ...]], place: Place
) -> tuple[Condition, ...]:
    """What must have been answered before a question was asked."""
    conditions = []
    for reference, answers in asked_if.items():
        here = (*place, "asked_if", reference)
        found = reading.question(reference, here)
        if found is None:
            continue
        variable, item = found
        if variable.derivation or not variable.categories:
            reading.complain(
                here, f'"{variable.name}" is no coded question of the questionnaire; name one'
            )
            continue
        conditions.append(_condition(reading, variable, item, answers, here))
    return tuple(conditions)


def contradictions(reading: Reading) -> dict[str, Contradiction]:
    """The rules of the entry `checks`, read when all variables are."""
    found = {}
    for name, entry in reading.entry.checks.items():
        place: Place = ("checks", name)
        if name in RESPONDENT_CHECKS:
            reading.complain(place, "every wave has a check of this name; choose another")
        when = tuple(_conditions_of(reading, entry.when, place))
        found[name] = Contradiction(entry.label, when)
    return found


def _conditions_of(
    reading: Reading, when: Mapping[str, tuple[str, ...]], place: Place
) -> Iterator[Condition]:
    for reference, answers in when.items():
        here = (*place, "when", reference)
        found = reading.question(reference, here)
        if found is None:
            continue
        variable, item = found
        if not variable.categories:
            hint = ", or a recode of it" if variable.is_numeric else ""
            reading.complain(here, f'"{variable.name}" has no categories; name one that has{hint}')
            continue
        yield _condition(reading, variable, item, answers, here)


def _condition(
    reading: Reading, variable: Variable, item: str, answers: tuple[str, ...], place: Place
) -> Condition:
    return Condition(variable.name, item, reading.categories_of(variable, answers, place))
