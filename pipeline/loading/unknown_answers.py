"""Columns of an export that hold more unknown answers than their wave allows; pure."""

from collections.abc import Iterator

import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.coding.personal_data import kinds_in
from pipeline.documents import nearest
from pipeline.loading.joined_columns import NO_OPTION
from pipeline.loading.validation import UNKNOWN_LABEL
from pipeline.readers.export import Export


def unknown_labels(
    export: Export, codebook: Codebook, failed: pl.DataFrame, limit: float
) -> Iterator[str]:
    """The columns that have more unknown labels than the wave allows."""
    unknown = failed.filter(reason=UNKNOWN_LABEL)
    for (column,), values in unknown.group_by(["column_name"], maintain_order=True):
        answers = export.rows[column].ne("").sum()
        if values.height <= limit * answers:
            continue
        variable, _ = codebook.question_columns[str(column)]
        labels = [label for one in variable.categories.values() for label in one.label.values()]
        most = values["value"].value_counts(sort=True).row(0)[0]
        yield (
            f'{export.sources[0].name}, row {values["row"][0]}, column "{column}": '
            f'"{told(most)}" is no label of {variable.name}: {values.height} of {answers} answers '
            f"have an unknown label (allowed: {limit:.0%}); add it to codebook.yml, or correct "
            f"the export{nearest(most, labels)}"
        )


def unknown_options(
    export: Export, codebook: Codebook, failed: pl.DataFrame, limit: float
) -> Iterator[str]:
    """The columns of joined answers of which more holds no option than the wave allows."""
    for variable in codebook.variables.values():
        if variable.joined is None:
            continue
        column = variable.joined.column
        unknown = failed.filter(column_name=column, reason=NO_OPTION)
        answers = export.rows.filter(pl.col(column) != "").height
        if unknown.height <= limit * answers:
            continue
        most = unknown["value"].value_counts(sort=True).row(0)[0]
        yield (
            f'{export.sources[0].name}, row {unknown["row"][0]}, column "{column}": '
            f'"{told(most)}" is no option of {variable.name}: {unknown.height} of {answers} '
            f"answers hold text that is none (allowed: {limit:.0%}); add options or aliases to "
            "codebook.yml, or an item with `other: true`, or correct `joined_by`"
        )


def told(value: str) -> str:
    """A value as a message has it, which may go by e-mail: the beginning, and nobody's address."""
    return "(hidden: it holds contact data)" if kinds_in(value) else f"{value:.60}"
