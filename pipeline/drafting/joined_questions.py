"""Questions with all answers in one cell, of the codebook before: found in a new export; pure.

Their columns are taken apart by the options of the codebook, as the stage `load` does, so that they
are compared as a column an option.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.codebooks.codebook import Codebook, Joined, Variable, in_language
from pipeline.documents import Place
from pipeline.drafting.columns import Column
from pipeline.drafting.document_edits import DocumentEdits
from pipeline.drafting.findings import CHECK, Finding
from pipeline.drafting.wordings import ALIKE, plain, similarity
from pipeline.loading.joined_answers import CellReading, cell_reading, options_of

FILE = "codebook.yml"
HALF = 0.5
"""Of the answers: where fewer hold an option, the column is another question."""
NAMED = 2
"""Texts that are no option are named where so many respondents wrote the same."""


@dataclass(frozen=True)
class Found:
    """A question, its column in the export, and how often a text is no option of it."""

    variable: Variable
    joined: Joined
    column: Column
    unknown: Mapping[str, int]


@dataclass(frozen=True)
class TakenApart:
    """columns: those of the export, a column an option in place of each that was found."""

    columns: tuple[Column, ...]
    found: tuple[Found, ...]


def taken_apart(columns: Sequence[Column], before: Codebook) -> TakenApart:
    """The columns with every question of joined answers that is among them taken apart."""
    found: dict[str, Found] = {}
    apart: dict[str, tuple[Column, ...]] = {}
    for variable in before.variables.values():
        if variable.joined is None:
            continue
        free = [one for one in columns if one.name not in found]
        column = _column_of(variable, variable.joined, free, before)
        if column is None:
            continue
        readings = _readings(column, variable, variable.joined)
        unknown = Counter[str]()
        for cell, reading in readings.items():
            if reading.unknown:
                unknown[reading.unknown] += column.values[cell]
        found[column.name] = Found(variable, variable.joined, column, unknown)
        apart[column.name] = tuple(_options(column, variable, readings))
    whole = (one for column in columns for one in apart.get(column.name, (column,)))
    return TakenApart(tuple(whole), tuple(found.values()))


def _column_of(
    variable: Variable, joined: Joined, columns: Sequence[Column], before: Codebook
) -> Column | None:
    """The column of the same name, or else the one with the most similar wording and options."""
    if same := next((one for one in columns if one.name == joined.column), None):
        return same
    others = {*before.received_columns, *before.columns.named}
    alike = {
        one.name: max(
            (similarity(one.question, text) for text in variable.text.values()), default=0
        )
        for one in columns
        if one.name not in others and one.question
    }
    fitting = [
        one
        for one in columns
        if alike.get(one.name, 0) >= ALIKE and _holds_options(one, variable, joined)
    ]
    return max(fitting, key=lambda one: alike[one.name], default=None)


def _holds_options(column: Column, variable: Variable, joined: Joined) -> bool:
    readings = _readings(column, variable, joined)
    known = sum(
        column.values[cell] for cell, one in readings.items() if one.ticked or one.ambiguous
    )
    return known > HALF * column.answered


def _readings(column: Column, variable: Variable, joined: Joined) -> Mapping[str, CellReading]:
    options = options_of(variable.items, joined.separator)
    return {cell: cell_reading(cell, options) for cell in column.values}


def _options(
    column: Column, variable: Variable, readings: Mapping[str, CellReading]
) -> Iterator[Column]:
    """A column an option, with the wording of the codebook: the export has none for options."""
    for name, item in variable.items.items():
        ticks = sum(
            column.values[cell]
            for cell, reading in readings.items()
            if name in reading.ticked or (item.other and reading.unknown)
        )
        counts = {variable.ticked[0]: ticks, variable.not_ticked[0]: column.answered - ticks}
        words = [
            in_language(labels, next(iter(labels), "")) for labels in (variable.text, item.label)
        ]
        yield Column(
            item.column or "",
            " ".join(words),
            {},
            {value: count for value, count in counts.items() if count},
        )


def edit_joined(
    edits: DocumentEdits,
    found: Sequence[Found],
    earlier: Mapping[str, str],
    limit: float,
    language: str,
) -> Iterator[Finding]:
    """Columns and wordings of these questions, and what their cells hold that is no option."""
    for one in found:
        place: Place = ("variables", one.variable.name)
        if one.column.name != one.joined.column:
            edits.write((*place, "column"), one.column.name)
            edits.add_before((*place, "column"), [f"# {CHECK}found by a similar wording"])
            what = f'is column "{one.column.name}" this question? It was found by a similar wording'
            yield Finding(FILE, (*place, "column"), what)
        yield from _reworded(edits, one, earlier, language)
        unknown = sum(one.unknown.values())
        takes_others = any(item.other for item in one.variable.items.values())
        if unknown > limit * one.column.answered and not takes_others:
            yield Finding(FILE, (*place, "items"), _told(one, unknown))


def _reworded(
    edits: DocumentEdits, one: Found, earlier: Mapping[str, str], language: str
) -> Iterator[Finding]:
    place: Place = ("variables", one.variable.name, "text", language)
    told, texts = plain(one.column.question), one.variable.text
    as_before = told == plain(earlier.get(one.joined.column, ""))
    if told and not as_before and told not in map(plain, texts.values()) and place in edits:
        edits.write(place, one.column.question)
        old = texts.get(language, "")
        yield Finding(FILE, place, f'reworded: "{old}" is "{one.column.question}" in the export')


def _told(one: Found, unknown: int) -> str:
    often = [text for text, count in Counter(one.unknown).most_common(3) if count >= NAMED]
    most = "; most often " + ", ".join(f'"{text:.60}"' for text in often) if often else ""
    return (
        f"{one.variable.name}: {unknown} of {one.column.answered} answers hold text that is no "
        f"option{most}: add options or aliases, or an item with `other: true`"
    )
