"""Entries of a codebook as lines of YAML, in the layout of those that are there; pure."""

import json
from collections.abc import Iterator, Sequence

from pipeline.codebooks.codebook import Category, Net, Variable
from pipeline.drafting.columns import Column
from pipeline.drafting.new_questions import NewCategory, NewQuestion
from pipeline.drafting.ticks import tick_texts
from pipeline.drafting.yaml_values import labels, listed, scalar

INDENT = "  "


def category_line(name: str, category: Category) -> str:
    """A category with all that it says."""
    parts = [f"code: {category.code}", f"label: {labels(category.label)}"]
    if category.plural:
        parts.append(f"plural: {labels(category.plural)}")
    if category.score is not None:
        parts.append(f"score: {category.score:g}")
    if category.missing:
        parts.append(f"missing: {'left_out' if category.left_out else 'true'}")
    if category.aliases:
        parts.append(f"aliases: {listed(category.aliases)}")
    return f"{scalar(name)}: {{{', '.join(parts)}}}"


def net_line(name: str, net: Net) -> str:
    """A net with the categories that it holds."""
    return f"{scalar(name)}: {{label: {labels(net.label)}, of: {listed(net.of)}}}"


def answers_lines(variable: Variable) -> list[str]:
    """The answers of a coded question, for its own entry: what a scale would say."""
    lines = ["unipolar: true"] if variable.unipolar else []
    lines += ["categories:"]
    lines += [INDENT + category_line(*one) for one in variable.categories.items()]
    if variable.nets:
        lines += ["nets:", *(INDENT + net_line(*one) for one in variable.nets.items())]
    return lines


def item_line(name: str, column: str, label: str, language: str) -> str:
    """An item of a battery or multiple-response question."""
    return f"{name}: {{column: {scalar(column)}, label: {labels({language: label})}}}"


def question_lines(question: NewQuestion, language: str) -> list[str]:
    """A whole question; a wording that the file does not tell is left for a person to write."""
    return [
        f"{question.name}:",
        *(INDENT + line for line in _question_entries(question, language)),
    ]


def _question_entries(question: NewQuestion, language: str) -> Iterator[str]:
    yield f"type: {question.type}"
    if not question.items or question.joined_by:
        yield f"column: {scalar(question.columns[0].name)}"
    if question.joined_by:
        yield f"joined_by: {json.dumps(question.joined_by)}"
    yield f"text: {labels({language: question.text or question.label})}"
    yield f"label: {labels({language: question.label})}"
    if question.scale:
        yield f"scale: {question.scale}"
    if question.unipolar:
        yield "unipolar: true"
    if question.low is not None and question.high is not None:
        yield f"range: [{_number(question.low)}, {_number(question.high)}]"
    if question.whole:
        yield "whole: true"
    if question.thousands:
        yield f"thousands: {json.dumps(question.thousands)}"
    if question.missing:
        yield f"missing: {listed(tuple(question.missing))}"
    if question.categories:
        yield "categories:"
        yield from (
            INDENT + category_line(one.name, _category(one, language))
            for one in question.categories
        )
    if question.type == "multiple" and not question.joined_by:
        yield from tick_lines(question.columns, question.ticked)
    if question.joined_by:
        yield "items:"
        for name, _, label in question.items:
            other = ", other: true" if name == question.own_words else ""
            yield f"{INDENT}{scalar(name)}: {{label: {labels({language: label})}{other}}}"
    elif question.items:
        yield "items:"
        yield from (INDENT + item_line(*item, language) for item in question.items)


def _number(value: float) -> str:
    """Every digit of a number, without decimals where it has none."""
    return str(int(value)) if value == int(value) else repr(value)


def _category(one: NewCategory, language: str) -> Category:
    return Category(
        one.code,
        {language: one.label},
        missing=one.missing,
        left_out=one.left_out,
        score=one.score,
        aliases=one.aliases,
    )


def tick_lines(columns: Sequence[Column], ticked: str = "") -> Iterator[str]:
    """What ticked and not ticked options hold, where it is not 1 and 0.

    Where the file tells what is a tick, all else is none.
    """
    if ticked:
        known = {text for column in columns for text in (*column.labels, *column.values)}
        others = sorted(known - {ticked})
        yield from _unusual("ticked", [ticked], "1")
        yield from _unusual("not_ticked", others, "0")
        return
    ticks = [texts for column in columns if (texts := tick_texts(column) or _own_texts(column))]
    for key, position, usual in (("ticked", 0, "1"), ("not_ticked", 1, "0")):
        written = [*dict.fromkeys(tick[position] for tick in ticks if tick[position])]
        yield from _unusual(key, written, usual)


def _unusual(key: str, written: Sequence[str], usual: str) -> Iterator[str]:
    if written and [*written] != [usual]:
        yield f"{key}: {listed(written)}"


def _own_texts(column: Column) -> tuple[str, str] | None:
    """What ticked is in a column that holds its option, or nothing; None for other texts."""
    return (next(iter(column.values)), "") if len(column.values) == 1 else None
