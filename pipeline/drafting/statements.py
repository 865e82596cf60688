"""Statements side by side that are answered on one scale, with no question above them; pure.

Microsoft Forms hands out a grid so, and a questionnaire in SPSS may name its variables so.
"""

from collections.abc import Sequence

from pipeline.drafting.columns import Column
from pipeline.drafting.scales import order_of
from pipeline.drafting.wordings import is_wording
from pipeline.drafting.yaml_values import cleaned
from pipeline.readers.export import Hint

ABOVE = {"da": "Udsagn", "nb": "Utsagn", "en": "Statements"}
"""What stands in place of the question, for a person to write."""
FEWEST_SHARED = 2
"""Answers that each column has in common with those before it."""
UNLIKE = ("numbers", "yes and no")
"""Orders that statements about unlike things may share."""


def is_statement(column: Column, hint: Hint) -> bool:
    """Whether a column is a sentence that is no question, of which the file says no more."""
    text = cleaned(column.question)
    return not hint.kind and not hint.group and is_wording(text) and not text.endswith("?")


def on_one_scale(column: Column, others: Sequence[Column]) -> bool:
    """Whether the answers of statements, put together, are levels of one scale.

    An end of the scale that nobody chose for one statement is there for another.
    """
    own = _answers([column])
    known = _answers(others)
    if len(own.keys() & known.keys()) < FEWEST_SHARED:
        return False
    order = order_of([*(known | own).values()])
    return order is not None and bool(order.scores) and order.name not in UNLIKE


def _answers(columns: Sequence[Column]) -> dict[str, str]:
    """The answers that were listed or given, by themselves in small letters."""
    labels = [
        label
        for one in columns
        for label in (*one.labels.values(), *(one.labels.get(v, v) for v in one.values))
    ]
    return {label.casefold(): label for label in labels}
