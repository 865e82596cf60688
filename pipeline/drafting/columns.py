"""What an export tells of its columns: wordings, labels, answers and their counts; pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from pipeline.drafting.wordings import is_wording
from pipeline.readers.export import Export


@dataclass(frozen=True)
class Column:
    """One column: its name, its wording ("" where the file tells none), {value: label}, and
    {answer, trimmed: how often}, the most frequent first."""

    name: str
    question: str
    labels: Mapping[str, str]
    values: Mapping[str, int]

    @cached_property
    def answered(self) -> int:
        """How many rows hold an answer."""
        return sum(self.values.values())

    @property
    def distinct(self) -> float:
        """The share of the answers that are different ones: 1 where each occurs once."""
        return len(self.values) / self.answered if self.answered > 1 else 0.0

    def share(self, of: frozenset[str]) -> float:
        """The share of answers that are among texts, whatever their capitals; 0 without answers."""
        known = sum(count for value, count in self.values.items() if value.casefold() in of)
        return known / self.answered if self.answered else 0.0


def columns_of(export: Export) -> tuple[Column, ...]:
    """The columns in the order of the file; a name that reads like a question is its wording."""
    return tuple(
        Column(
            name,
            export.questions.get(name, name if is_wording(name) else ""),
            export.labels.get(name, {}),
            _values(export.rows[name]),
        )
        for name in export.rows.columns
    )


def without(column: Column, missing: Collection[str]) -> Column:
    """A column without the values that are no answers."""
    if not missing:
        return column
    labels = {value: label for value, label in column.labels.items() if value not in missing}
    values = {value: count for value, count in column.values.items() if value not in missing}
    return Column(column.name, column.question, labels, values)


def _values(answers: pl.Series) -> Mapping[str, int]:
    trimmed = answers.str.strip_chars().alias("value")
    counted = trimmed.filter(trimmed != "").value_counts(name="count")
    return dict(counted.sort("count", "value", descending=[True, False]).iter_rows())
