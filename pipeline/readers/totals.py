"""Rows below the answers that somebody added up; pure."""

from dataclasses import replace

import polars as pl

from pipeline.readers.export import BROKEN_SCHEMA, Export

TOTALS = frozenset(
    (
        *("total", "totals", "totalt", "i alt", "ialt", "sum", "summa", "summe", "gesamt"),
        *("insgesamt", "gennemsnit", "gjennomsnitt", "genomsnitt", "snitt", "medel"),
        *("medelvärde", "mittelwert", "durchschnitt", "mean", "average", "median", "grand total"),
    )
)
"""What such a row begins with, in lower case."""
MOST_ROWS = 3
REASON = "a row of totals, no answers"


def without_totals(export: Export) -> Export:
    """The export without rows of totals at its end: they are told as rows that were not read."""
    rows = export.rows
    kept = rows.height
    while kept > max(1, rows.height - MOST_ROWS) and _is_total(rows.row(kept - 1)):
        kept -= 1
    if kept == rows.height:
        return export
    left_out = pl.DataFrame(
        {
            "row": export.row_numbers.slice(kept),
            "text": [_first(row) for row in rows.slice(kept).iter_rows()],
            "reason": [REASON] * (rows.height - kept),
        },
        schema=BROKEN_SCHEMA,
    )
    return replace(
        export,
        rows=rows.head(kept),
        row_numbers=export.row_numbers.head(kept),
        broken=pl.concat([export.broken, left_out]),
        recognised=f"{export.recognised}; {rows.height - kept} row of totals left out"
        if rows.height - kept == 1
        else f"{export.recognised}; {rows.height - kept} rows of totals left out",
    )


def _is_total(row: tuple[str | None, ...]) -> bool:
    return _first(row).strip(" :").casefold() in TOTALS


def _first(row: tuple[str | None, ...]) -> str:
    """The first cell that holds something."""
    return next((cell for cell in row if cell and cell.strip()), "")
