"""The estimates of one figure as rows of answers, in the order in which readers meet them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

import polars as pl

from pipeline.codebook import WHOLE_VARIABLE, Codebook, Variable
from pipeline.codebook import in_language as label_in
from pipeline.plan import Figure, items_of, shown
from pipeline.results import EVERYONE
from pipeline.wording.labels import at_start
from pipeline.wording.languages import in_language

TOTAL = {"da": "I alt", "nb": "I alt", "en": "All"}

Key = tuple[str, str, str]
"""Item, group and category of an estimate."""


@dataclass(frozen=True)
class Answer:
    """A category or net that a figure shows; named '' where the statistic has no category."""

    name: str
    label: str
    is_net: bool = False
    is_missing: bool = False


@dataclass(frozen=True)
class Value:
    """One estimate; `estimate` is None where nothing could be computed or nothing may be shown."""

    answer: Answer
    estimate: float | None
    low: float | None = None
    high: float | None = None
    margin: float | None = None
    base_n: int | None = None
    suppressed: bool = False

    @property
    def interval(self) -> tuple[float, float] | None:
        """The confidence interval of a shown estimate that has one."""
        if self.estimate is None or self.low is None or self.high is None:
            return None
        return self.low, self.high


@dataclass(frozen=True)
class Row:
    """The answers of one group to one item; `label` names what tells it from the other rows."""

    item: str
    group: str
    label: str
    values: tuple[Value, ...]

    @property
    def is_total(self) -> bool:
        return self.group == EVERYONE

    @property
    def base_n(self) -> int | None:
        """The answers behind the row."""
        return next((value.base_n for value in self.values if value.base_n is not None), None)

    @property
    def rank(self) -> float:
        """What rows are sorted by, largest first: the first answer; unknown ones come last."""
        first = self.values[0].estimate if self.values else None
        return float("-inf") if first is None else first


@dataclass(frozen=True)
class Section:
    """Rows that belong together under a heading: the groups of one item; '' is no heading."""

    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Arrangement:
    """What a figure shows: the answers, and sections of rows that all have these answers."""

    answers: tuple[Answer, ...]
    sections: tuple[Section, ...]
    by_groups: bool

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for section in self.sections for row in section.rows)


def arranged(
    figure: Figure, codebook: Codebook, estimates: pl.DataFrame, language: str
) -> Arrangement:
    """The rows of a figure.

    Without groups: one section with a row an item, the largest share of the first answer first.
    With groups: one section an item (sorted likewise) with the total and then the groups in the
    codebook's order, which carries meaning (small, medium, large). A category or group without
    any row in `estimates` is left out.
    """
    variable = codebook.variables[figure.variable]
    found = _by_key(estimates.filter(pl.col("statistic") == figure.statistic))
    answers = _answers(figure, variable, found, language)
    groups = _groups(figure, codebook, found, language)

    def row(item: str, group: str, label: str) -> Row:
        values = (_value(answer, found.get((item, group, answer.name))) for answer in answers)
        return Row(item, group, label, tuple(values))

    labels = {item: _item_label(variable, item, language) for item in items_of(figure, variable)}
    if not figure.groups:
        everyone = (row(item, EVERYONE, label) for item, label in labels.items())
        return Arrangement(answers, (Section("", _largest_first(everyone)),), False)
    sections = [
        Section(label, tuple(row(item, group, name) for group, name in groups.items()))
        for item, label in labels.items()
    ]
    sections.sort(key=lambda section: -section.rows[0].rank if section.rows else 0)
    return Arrangement(answers, tuple(sections), True)


def _by_key(estimates: pl.DataFrame) -> Mapping[Key, Mapping[str, Any]]:
    return {
        (row["item"], row["group"], row["category"]): row for row in estimates.iter_rows(named=True)
    }


def _answers(
    figure: Figure, variable: Variable, found: Iterable[Key], language: str
) -> tuple[Answer, ...]:
    if figure.statistic != "share":
        return (Answer("", ""),)
    present = {category for _, _, category in found}
    return tuple(
        Answer(
            name,
            label_in(variable.answer_label(name), language),
            is_net=name in variable.nets,
            is_missing=all(
                variable.categories[one].missing for one in variable.category_names(name)
            ),
        )
        for name in shown(figure, variable)
        if name in present
    )


def _groups(
    figure: Figure, codebook: Codebook, found: Iterable[Key], language: str
) -> Mapping[str, str]:
    """Group -> label, the total first; a plural reads better in a row than a singular."""
    if figure.groups is None:
        return {}
    present = {group for _, group, _ in found}
    labels = {EVERYONE: in_language(TOTAL, language)} | {
        name: at_start(label_in(category.plural or category.label, language))
        for name, category in codebook.variables[figure.groups].categories.items()
    }
    return {name: label for name, label in labels.items() if name in present}


def _item_label(variable: Variable, item: str, language: str) -> str:
    return "" if item == WHOLE_VARIABLE else label_in(variable.items[item].label, language)


def _value(answer: Answer, row: Mapping[str, Any] | None) -> Value:
    if row is None:
        return Value(answer, None)
    if row["suppressed"]:
        return Value(answer, None, base_n=row["base_n"], suppressed=True)
    numbers = (_finite(row[name]) for name in ("estimate", "ci_low", "ci_high", "margin"))
    return Value(answer, *numbers, base_n=row["base_n"])


def _finite(number: float | None) -> float | None:
    return number if number is not None and isfinite(number) else None


def _largest_first(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: -row.rank))
