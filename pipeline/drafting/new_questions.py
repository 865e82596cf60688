"""A question that no codebook describes yet, as it is drafted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from pipeline.codebooks.codebook import Category, category_texts
from pipeline.drafting.columns import Column

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

    text: the wording, or "" where the file does not tell it. low, high, whole: of a number;
    thousands: the sign between groups of its digits.
    joined_by: what stands between answers that are joined in the one column; own_words: the item
    for what is no option there, or "". missing: what numbers or ticks hold where there is no
    answer, with its label or "". ticked: what a tick is, where the file tells it.
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
    thousands: str = ""
    joined_by: str = ""
    own_words: str = ""
    missing: Mapping[str, str] = field(default_factory=dict)
    ticked: str = ""


def with_known_scale(
    question: NewQuestion, scales: Mapping[str, Mapping[str, Category]]
) -> NewQuestion:
    """The question with the scale whose answers it has, in place of answers of its own.

    scales: name -> its categories.
    """
    for name, known in scales.items():
        if question.categories and _is_scale(question.categories, known):
            return replace(question, scale=name, categories=(), unipolar=False)
    return question


def _is_scale(categories: Sequence[NewCategory], known: Mapping[str, Category]) -> bool:
    """Whether these are the answers of a question: the same words, and as many."""
    words = {one.label for one in categories}
    texts = {text for one in known.values() for text in category_texts(one)}
    return len(known) == len(words) and words <= {text for text in texts if not text.isdecimal()}
