"""Columns under names that a database can tell apart from each other and from its own; pure."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.readers.export import Export

ROW = "row"
"""What the table `raw` calls the row of the file."""


def with_names_apart(export: Export) -> Export:
    """The export with a number behind each name that differs from one before it in capitals alone.

    A column called `row` gets one, too. Databases take no notice of capitals.
    """
    names = export.rows.columns
    apart = dict(zip(names, names_apart(names), strict=True))
    if all(name == new for name, new in apart.items()):
        return export
    return replace(
        export,
        rows=export.rows.rename(apart),
        questions={apart.get(name, name): text for name, text in export.questions.items()},
        labels={apart.get(name, name): labels for name, labels in export.labels.items()},
        hints={apart.get(name, name): hint for name, hint in export.hints.items()},
    )


def names_apart(names: Sequence[str]) -> list[str]:
    """The names, which all differ, so that they differ in more than capitals: `Age`, `age (2)`."""
    taken = {ROW}
    others = {name.lower() for name in names}
    apart: list[str] = []
    for name in names:
        new, number = name, 1
        while new.lower() in taken or (number > 1 and new.lower() in others):
            number += 1
            new = f"{name} ({number})"
        taken.add(new.lower())
        apart.append(new)
    return apart
