"""Table 1: who was invited, who responded and who completed."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.figures.arranging import group_labels
from pipeline.planning.plan import RESPONSE_COUNTS, Figure
from pipeline.results import EVERYONE
from pipeline.tables.cells import Cell, TableRow, no_number, number, suppressed
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import percent, whole

HEADS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("count", "invited"): {"da": "Inviterede", "nb": "Inviterte", "en": "Invited"},
    ("count", "responded"): {"da": "Har svaret", "nb": "Har svart", "en": "Responded"},
    ("rate", "responded"): {"da": "Svarprocent", "nb": "Svarprosent", "en": "Response rate"},
    ("count", "completed"): {"da": "Har gennemført", "nb": "Har fullført", "en": "Completed"},
    ("rate", "completed"): {
        "da": "Gennemført af dem, der har svaret",
        "nb": "Fullført av dem som har svart",
        "en": "Completed, of those who responded",
    },
}


def response_table(
    figure: Figure, codebook: Codebook, estimates: pl.DataFrame, language: str
) -> tuple[tuple[Cell, ...], tuple[tuple[TableRow, ...], ...]]:
    """The head and the rows: all, then the groups. A column without any number is left out."""
    shown = figure.show or RESPONSE_COUNTS
    found = {
        (row["group"], row["statistic"], row["category"]): row
        for row in estimates.iter_rows(named=True)
    }
    present = {(statistic, category) for _, statistic, category in found}
    columns = [column for column in HEADS if column in present and column[1] in shown]
    groups = group_labels(figure, codebook, {group for group, _, _ in found}, language)
    head = (
        Cell(""),
        *(Cell(in_language(HEADS[column], language), ("number",), "col") for column in columns),
    )
    rows = (
        TableRow(
            (
                Cell(label, (), "row"),
                *(_cell(found.get((group, *column)), column[0], language) for column in columns),
            ),
            ("total",) if figure.groups and group == EVERYONE else (),
        )
        for group, label in groups.items()
    )
    return head, (tuple(rows),)


def _cell(row: Mapping[str, Any] | None, statistic: str, language: str) -> Cell:
    if row is not None and row["suppressed"]:
        return suppressed(language)
    if row is None or row["estimate"] is None:
        return no_number(language)
    in_words = percent if statistic == "rate" else whole
    return number(in_words(row["estimate"], language))
