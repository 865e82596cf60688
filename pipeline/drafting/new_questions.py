"""Questions that no codebook describes yet, drafted from their columns; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from pipeline.codebooks.codebook import Category, category_texts
from pipeline.drafting.columns import Column
from pipeline.drafting.guesses import Kind, kind_of
from pipeline.drafting.scales import is_missing
from pipeline.drafting.ticks import tick_texts
from pipeline.drafting.wordings import bare_name, family, name_of, split_wording, words_of

Type = Literal["single", "number", "text", "battery", "multiple"]
YES = ("ja", "yes")
"""Words that answer a statement rather than tick an option."""


@dataclass(frozen=True)
class NewCategory:
    """An answer as it is drafted: `aliases` is what the export holds where that is no label;
    `left_out` is one that the file itself declares missing."""

    name: str
    code: int
    label: str
    missing: bool
    aliases: tuple[str, ...] = ()
    score: float | None = None
    left_out: bool = False


@dataclass(frozen=True)
class NewQuestion:
    """A question to be described; `items` are (name, column, label) of several columns.

    text: the wording, or "" where the file does not tell it. low, high, whole: of a number.
    joined_by: what stands between answers that are joined in the one column; own_words: the item
    for what is no option there, or "".
    """

    name: str
    type: Type
    columns: tuple[Column, ...]
    text: str
    label: str
    items: tuple[tuple[str, str, str], ...] = ()
    categories: tuple[NewCategory, ...] = ()
    scale: str = ""
    unipolar: bool = False
    low: float | None = None
    high: float | None = None
    whole: bool = False
    joined_by: str = ""
    own_words: str = ""


def new_questions(
    columns: Sequence[Column], taken: set[str], scales: Mapping[str, Mapping[str, Category]]
) -> tuple[NewQuestion, ...]:
    """The questions of columns that stand as in the file; columns side by side may be one.

    taken: names of other questions. scales: name -> its categories, which may be the answers.
    """
    found: list[NewQuestion] = []
    for group in _groups(columns):
        names = taken | {question.name for question in found}
        found.append(_question(group, names, scales))
    return tuple(found)


def question_kind(column: Column) -> Kind:
    """What a column most likely is; an option that may be ticked has categories, too."""
    return "single" if tick_texts(column) else kind_of(column)


def categories_of(columns: Sequence[Column]) -> tuple[NewCategory, ...]:
    """The answers of columns as categories, in the order of their codes where they have some."""
    labels: dict[str, str] = {}
    for column in columns:
        labels |= column.labels or dict.fromkeys(column.values, "")
    numbered = all(value.isdecimal() for value in labels)
    values = sorted(labels, key=int) if numbered else list(labels)
    made: list[NewCategory] = []
    for position, value in enumerate(values, start=1):
        label = labels[value] or value
        name = name_of(label if not label.isdecimal() else f"code {label}", [m.name for m in made])
        code = int(value) if numbered else position
        alias = () if numbered or value == label else (value,)
        made.append(NewCategory(name, code, label, is_missing(label), alias))
    # What is no answer stands last.
    return tuple(sorted(made, key=lambda one: one.missing))


def _groups(columns: Sequence[Column]) -> Iterator[tuple[Column, ...]]:
    """Columns side by side with the same question above them and the same answers are one."""
    for _, group in groupby(columns, key=_shared):
        together = tuple(group)
        if len(together) > 1 and all(_shared(together[0])):
            yield together
        else:
            yield from ((column,) for column in together)


def _shared(column: Column) -> tuple[str, frozenset[str]]:
    """What columns of one question share: its wording or number, and the answers."""
    stem, statement = split_wording(column.question)
    above = stem if statement else family(column.name)
    if tick_texts(column):
        return above, frozenset(("ticks",))
    return above, frozenset(column.labels if question_kind(column) == "single" else ())


def _question(
    columns: tuple[Column, ...], taken: set[str], scales: Mapping[str, Mapping[str, Category]]
) -> NewQuestion:
    first = columns[0]
    if len(columns) == 1:
        text = first.question
        kind = question_kind(first)
        type_: Type = kind if kind in ("single", "number") else "text"
        label = text or words_of(first.name)
        name = name_of(bare_name(first.name) or label, taken)
        question = NewQuestion(name, type_, columns, text, label)
    else:
        text = split_wording(first.question)[0]
        label = text or words_of(_shared(first)[0])
        question = NewQuestion(
            name_of(label, taken),
            "multiple" if _is_multiple(columns) else "battery",
            columns,
            text,
            label,
            tuple(_items(columns)),
        )
    return _with_answers(question, scales)


def _with_answers(
    question: NewQuestion, scales: Mapping[str, Mapping[str, Category]]
) -> NewQuestion:
    if question.type not in ("single", "battery"):
        return question
    categories = categories_of(question.columns)
    for name, known in scales.items():
        if _is_scale(categories, known):
            return replace(question, scale=name)
    return replace(question, categories=categories)


def _is_scale(categories: Sequence[NewCategory], known: Mapping[str, Category]) -> bool:
    """Whether these are the answers of a question: the same words, and as many."""
    words = {one.label for one in categories}
    texts = {text for one in known.values() for text in category_texts(one)}
    return len(known) == len(words) and words <= {text for text in texts if not text.isdecimal()}


def _is_multiple(columns: Sequence[Column]) -> bool:
    """Whether all are ticks; yes and no answer a statement."""
    ticks = [(column, tick_texts(column)) for column in columns]
    return all(
        tick and column.labels.get(tick[0], tick[0]).casefold() not in YES for column, tick in ticks
    )


def _items(columns: Sequence[Column]) -> Iterator[tuple[str, str, str]]:
    taken: list[str] = []
    for column in columns:
        label = split_wording(column.question)[1] or words_of(column.name)
        taken.append(name_of(bare_name(column.name) or label, taken))
        yield taken[-1], column.name, label
