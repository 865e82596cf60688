"""Codebook -> the tables that the files of `sql/` join; pure.

A question is a variable and item, numbered from 1 in the order of the codebook; 0 stands for
everyone where a question is grouped by another.
"""

from collections.abc import Iterable, Iterator, Mapping

import polars as pl

from pipeline.codebooks.codebook import (
    NOT_TICKED,
    TICKED,
    Codebook,
    Variable,
    category_texts,
)
from pipeline.codebooks.conditions import Condition
from pipeline.codebooks.derivation_tables import derivation_tables

EVERYONE_QUESTION = 0

Row = tuple[object, ...]


def question_numbers(codebook: Codebook) -> Mapping[tuple[str, str], int]:
    """(variable, item) -> the number of the question."""
    questions = [
        (variable.name, item) for variable in codebook.variables.values() for item in variable.items
    ]
    return {question: number for number, question in enumerate(questions, start=1)}


SCHEMAS = {
    "questions": {
        "question": pl.UInt16,
        "variable": pl.String,
        "item": pl.String,
        "column_name": pl.String,
        "type": pl.String,
        "position": pl.UInt16,
        "maximum": pl.UInt16,
        "thousands": pl.String,
    },
    "answer_texts": {
        "question": pl.UInt16,
        "text": pl.String,
        "code": pl.Int16,
        "missing": pl.Boolean,
    },
    "categories": {
        "variable": pl.String,
        "code": pl.Int16,
        "category": pl.String,
        "missing": pl.Boolean,
        "score": pl.Float64,
    },
    "nets": {"variable": pl.String, "net": pl.String, "code": pl.Int16},
    "contradiction_rules": {
        "contradiction": pl.String,
        "rule": pl.UInt16,
        "question": pl.UInt16,
        "code": pl.Int16,
    },
    "routing": {
        "variable": pl.String,
        "rule": pl.UInt16,
        "source_question": pl.UInt16,
        "code": pl.Int16,
    },
}
"""Table name -> its columns; what is derived has `derivation_tables`."""


def codebook_tables(codebook: Codebook) -> dict[str, pl.DataFrame]:
    """Table name -> frame."""
    numbers = question_numbers(codebook)
    variables = codebook.variables.values()
    rows = {
        "questions": _questions(variables, numbers),
        "answer_texts": _answer_texts(variables, numbers),
        "categories": (
            (variable.name, category.code, name, category.missing, category.score)
            for variable in variables
            for name, category in variable.categories.items()
        ),
        "nets": (
            (variable.name, name, variable.categories[category].code)
            for variable in variables
            for name, net in variable.nets.items()
            for category in net.of
        ),
        "contradiction_rules": _contradiction_rules(codebook, numbers),
        "routing": _routing(codebook, numbers),
    }
    tables = {name: _frame(schema, rows[name]) for name, schema in SCHEMAS.items()}
    return tables | derivation_tables(codebook, numbers)


def _questions(
    variables: Iterable[Variable], numbers: Mapping[tuple[str, str], int]
) -> Iterator[Row]:
    for position, variable in enumerate(variables, start=1):
        for name, item in variable.items.items():
            yield (
                numbers[variable.name, name],
                variable.name,
                name,
                item.column,
                variable.type,
                position,
                variable.maximum,
                variable.thousands,
            )


def _answer_texts(
    variables: Iterable[Variable], numbers: Mapping[tuple[str, str], int]
) -> Iterator[Row]:
    for variable in variables:
        for item in variable.items if variable.derivation is None else ():
            for text, category in texts_of(variable, item).items():
                coded = variable.categories[category]
                yield numbers[variable.name, item], text, coded.code, coded.missing
            for text in variable.no_answer:
                yield numbers[variable.name, item], text, None, True


def texts_of(variable: Variable, item: str) -> Mapping[str, str]:
    """What the export may hold for a coded question -> the category that it means."""
    if variable.type == "multiple":
        ticked = (*variable.ticked, *variable.items[item].label.values())
        return dict.fromkeys(variable.not_ticked, NOT_TICKED) | dict.fromkeys(ticked, TICKED)
    return {
        text: name
        for name, category in variable.categories.items()
        for text in category_texts(category)
    }


def _routing(codebook: Codebook, numbers: Mapping[tuple[str, str], int]) -> Iterator[Row]:
    for variable in codebook.variables.values():
        for rule, condition in enumerate(_all_conditions(codebook, variable), start=1):
            source = codebook.variables[condition.variable]
            for category in condition.categories:
                yield (
                    variable.name,
                    rule,
                    numbers[condition.variable, condition.item],
                    source.categories[category].code,
                )


def _contradiction_rules(
    codebook: Codebook, numbers: Mapping[tuple[str, str], int]
) -> Iterator[Row]:
    for name, contradiction in codebook.contradictions.items():
        for rule, condition in enumerate(contradiction.when, start=1):
            categories = codebook.variables[condition.variable].categories
            question = numbers[condition.variable, condition.item]
            for category in condition.categories:
                yield name, rule, question, categories[category].code


def _all_conditions(codebook: Codebook, variable: Variable) -> tuple[Condition, ...]:
    """The conditions of a variable and of those that it depends on: none of them may fail."""
    inherited = (
        condition
        for own in variable.asked_if
        for condition in _all_conditions(codebook, codebook.variables[own.variable])
    )
    return tuple(dict.fromkeys((*variable.asked_if, *inherited)))


def _frame(columns: Mapping[str, type[pl.DataType]], rows: Iterable[Row]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema=dict(columns), orient="row")
