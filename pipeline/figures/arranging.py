"""The estimates of one figure -> the rows that its picture, table and description show."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import isfinite
from typing import Any

import polars as pl

from pipeline.codebooks.codebook import WHOLE_VARIABLE, Category, Codebook, Variable
from pipeline.codebooks.codebook import in_language as label_in
from pipeline.estimating.small_numbers import counted_of, doubts_of
from pipeline.figures.arrangement import Answer, Arrangement, Row, Section, Value
from pipeline.planning.plan import Figure, items_of, shown
from pipeline.results import EVERYONE, quantile_name
from pipeline.wording.labels import at_start
from pipeline.wording.languages import in_language

TOTAL = {"da": "I alt", "nb": "I alt", "en": "All"}

Key = tuple[str, str, str]
"""Item, group and category of an estimate."""


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
    found = _by_key(estimates.filter(pl.col("statistic") == figure.estimated))
    deviations = _by_key(estimates.filter(statistic="standard_deviation"))
    answers = _answers(figure, variable, found, language)
    groups = group_labels(figure, codebook, {group for _, group, _ in found}, language)

    def row(item: str, group: str, label: str) -> Row:
        keys = [(item, group, answer.name) for answer in answers]
        values = (
            _value(answer, found.get(key), deviations.get(key))
            for answer, key in zip(answers, keys, strict=True)
        )
        return Row(item, group, label, tuple(values))

    items = items_of(figure, variable) if figure.statistic != "alpha" else (WHOLE_VARIABLE,)
    labels = {item: _item_label(figure, variable, item, language) for item in items}
    of_ticks = figure.estimated == "share_of_ticks"
    if not figure.groups:
        everyone = (row(item, EVERYONE, label) for item, label in labels.items())
        return Arrangement(answers, (Section("", _largest_first(everyone)),), False, of_ticks)
    by_item = [
        Section(label, tuple(row(item, group, name) for group, name in groups.items()))
        for item, label in labels.items()
    ]
    by_item.sort(key=lambda section: -section.rows[0].rank if section.rows else 0)
    if figure.within is None:
        return Arrangement(answers, tuple(by_item), True, of_ticks)
    parted = _parted(figure, codebook, by_item, language)
    shared = by_item[0].label if len(by_item) == 1 else ""
    return Arrangement(answers, parted, True, of_ticks, shared)


def _parted(
    figure: Figure, codebook: Codebook, by_item: Iterable[Section], language: str
) -> tuple[Section, ...]:
    """A section for each category that the groups of an item are compared within, headed by it;
    their rows named by what varies."""
    crossed = codebook.variables[figure.groups or ""].crossed
    place = crossed.index(figure.within or "")
    outer, inner = (codebook.variables[crossed[one]].categories for one in (place, 1 - place))
    several = len(by_item := list(by_item)) > 1
    sections = []
    for item in by_item:
        parts: dict[str, list[Row]] = {}
        for row in item.rows:
            names = row.group.split("*")
            if not row.is_total:
                row = replace(row, label=_group_label(inner[names[1 - place]], language))
            parts.setdefault("" if row.is_total else names[place], []).append(row)
        for name, rows in parts.items():
            heading = (
                item.label if several else "",
                _group_label(outer[name], language) if name else "",
            )
            sections.append(Section(": ".join(filter(None, heading)), tuple(rows)))
    return tuple(sections)


def _group_label(category: Category, language: str) -> str:
    """A plural reads better in a row than a singular."""
    return at_start(label_in(category.plural or category.label, language))


def _by_key(estimates: pl.DataFrame) -> Mapping[Key, Mapping[str, Any]]:
    return {
        (row["item"], row["group"], row["category"]): row for row in estimates.iter_rows(named=True)
    }


def _answers(
    figure: Figure, variable: Variable, found: Iterable[Key], language: str
) -> tuple[Answer, ...]:
    if figure.statistic != "share":
        name = quantile_name(figure.probability) if figure.probability else ""
        return (Answer(name, ""),)
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


def group_labels(
    figure: Figure, codebook: Codebook, present: Iterable[str], language: str
) -> Mapping[str, str]:
    """Group -> label of the groups that are present, the total first and the rest in the order of
    the codebook."""
    labels = {EVERYONE: in_language(TOTAL, language)}
    if figure.groups:
        labels |= {
            name: _group_label(category, language)
            for name, category in codebook.variables[figure.groups].categories.items()
        }
    known = frozenset(present)
    return {name: label for name, label in labels.items() if name in known}


def _item_label(figure: Figure, variable: Variable, item: str, language: str) -> str:
    if item != WHOLE_VARIABLE:
        return label_in(variable.items[item].label, language)
    # The answers of a distribution tell what is what; a lone mean needs words.
    return "" if figure.statistic == "share" or figure.groups else in_language(TOTAL, language)


def _value(
    answer: Answer, row: Mapping[str, Any] | None, deviation: Mapping[str, Any] | None
) -> Value:
    if row is None:
        return Value(answer, None)
    if row["suppressed"]:
        counted = counted_of(row["note"] or "")
        return Value(answer, None, base_n=row["base_n"], suppressed=True, counted=counted)
    estimate, low, high, margin = (
        _finite(row[name]) for name in ("estimate", "ci_low", "ci_high", "margin")
    )
    return Value(
        answer,
        estimate,
        low,
        high,
        margin,
        row["base_n"],
        doubtful=bool(doubts_of(row["note"] or "")),
        deviation=_finite(deviation["estimate"]) if deviation else None,
    )


def _finite(number: float | None) -> float | None:
    return number if number is not None and isfinite(number) else None


def _largest_first(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: -row.rank))


def parts_of_a_whole(arrangement: Arrangement, variable: Variable) -> Arrangement:
    """The arrangement with only answers that add up: without a category that a shown net holds."""
    nets = [answer.name for answer in arrangement.answers if answer.is_net]
    held = {category for net in nets for category in variable.category_names(net)}
    keep = [place for place, answer in enumerate(arrangement.answers) if answer.name not in held]

    def kept(row: Row) -> Row:
        return replace(row, values=tuple(row.values[place] for place in keep))

    return replace(
        arrangement,
        answers=tuple(arrangement.answers[place] for place in keep),
        sections=tuple(
            replace(section, rows=tuple(kept(row) for row in section.rows))
            for section in arrangement.sections
        ),
    )
