"""What must hold across a codebook: a column means one thing, labels have known languages."""

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.codebooks.codebook import Columns, Variable
from pipeline.codebooks.reading.context import Reading
from pipeline.documents import Place, nearest
from pipeline.wording.languages import LANGUAGES

LABELLED = ("label", "text", "plural", "unit", "description")
"""The keys that hold words by language."""

TAKEN = {"variable": "response", "category": "all"}
"""Names with a meaning of their own: the response table, and everyone beside the groups."""


def check_columns(reading: Reading, columns: Columns) -> None:
    """A column of the export means one thing."""
    owner = dict.fromkeys(columns.named, "columns")
    for variable in reading.variables.values():
        for column, here, place in _columns(variable):
            other = owner.setdefault(column, here)
            if other != here:
                reading.complain(place, f'column "{column}" is also used by {other}')


def _columns(variable: Variable) -> Iterator[tuple[str, str, Place]]:
    """The columns that a variable names, what they are of in words, and where that is said."""
    here, place = f"variables.{variable.name}", ("variables", variable.name)
    if variable.joined:
        yield variable.joined.column, here, (*place, "column")
    for name, item in variable.items.items():
        if item.column is not None and name:
            yield item.column, f"{here}.{name}", (*place, "items", name)
        elif item.column is not None:
            yield item.column, here, place


def check_languages(reading: Reading) -> None:
    """Everything that has a label or text has it in the main language, and in known ones."""
    languages = reading.once(reading.entry.languages, ("languages",))
    for language in languages:
        if language not in LANGUAGES:
            message = f'"{language}" is no language of the reports{nearest(language, LANGUAGES)}'
            reading.complain(("languages",), message)
    for place, labels in _labels(reading.document.values):
        if languages[0] not in labels:
            reading.complain(place, f'the main language "{languages[0]}" is missing')
        for language in labels:
            if language not in languages:
                reading.complain((*place, language), f'"{language}" is not among the languages')


def check_names(reading: Reading) -> None:
    """No name has a meaning of its own already."""
    if TAKEN["variable"] in reading.variables:
        place: Place = ("variables", TAKEN["variable"])
        reading.complain(place, "the name is taken by the response table; choose another")
    for variable in reading.variables.values():
        if TAKEN["category"] in variable.categories:
            reading.complain(
                ("variables", variable.name),
                f'a category cannot be called "{TAKEN["category"]}", which means everyone; '
                "choose another name",
            )


def _labels(values: Any, place: Place = ()) -> Iterator[tuple[Place, Mapping[str, str]]]:
    """Every mapping of language to words, with its place."""
    if isinstance(values, dict):
        for key, inner in values.items():
            here = (*place, key)
            if key in LABELLED and _is_words(inner):
                yield here, inner
            else:
                yield from _labels(inner, here)


def _is_words(values: Any) -> bool:
    return isinstance(values, dict) and all(isinstance(value, str) for value in values.values())
