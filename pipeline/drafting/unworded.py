"""Questions of several columns for which the file tells no wording above them; pure."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.drafting.new_questions import NewQuestion
from pipeline.drafting.statements import ABOVE
from pipeline.drafting.survey_names import short_label
from pipeline.drafting.wordings import is_wording, name_of

FEWEST_WORDS = 3
"""Fewer words that statements begin with alike, as "I am", are no question."""


def is_unworded(question: NewQuestion) -> bool:
    """Whether a word of ours, or the beginning of the columns' names, stands for the wording."""
    named = all(column.name.startswith(question.text) for column in question.columns)
    untold = question.text in ABOVE.values() or (named and not is_wording(question.text))
    return bool(question.items) and untold


def with_shared_beginning(question: NewQuestion) -> NewQuestion:
    """The question with the words that all its items begin with above them, where they are some.

    "How often do you run?" and "How often do you swim?" become "How often do you …": run, swim.
    """
    if not is_unworded(question):
        return question
    labels = [label.split() for _, _, label in question.items]
    shared = _shared(labels)
    if shared < FEWEST_WORDS:
        return question
    items: list[tuple[str, str, str]] = []
    for (_, column, _), words in zip(question.items, labels, strict=True):
        label = " ".join(words[shared:])
        items.append((name_of(label, [name for name, _, _ in items]), column, label))
    text = f"{' '.join(labels[0][:shared])} …"
    return replace(question, text=text, label=short_label(text), items=tuple(items))


def _shared(labels: Sequence[Sequence[str]]) -> int:
    """How many words all begin with; each keeps one of its own at least."""
    shared = 0
    for words in zip(*(label[:-1] for label in labels), strict=False):
        if len(set(words)) > 1:
            break
        shared += 1
    return shared
