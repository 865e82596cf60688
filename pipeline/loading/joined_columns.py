"""Columns that hold several answers in one cell -> a column an option; pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import polars as pl

from pipeline.codebooks.codebook import Codebook, Joined, Variable
from pipeline.loading.joined_answers import CellReading, cell_reading, options_of
from pipeline.loading.validation import FAILED_VALUES
from pipeline.readers.export import Export

AMBIGUOUS = "can be read as different options"
NO_OPTION = "no option"


@dataclass(frozen=True)
class Expanded:
    """export: with a column an option behind the received ones; failed: one row a value that is
    no option or can be read in several ways, as `validation.failed_values` gives them."""

    export: Export
    failed: pl.DataFrame


def expanded(export: Export, codebook: Codebook) -> Expanded:
    """The trimmed export with each column of joined answers taken apart; that column stays.

    An option is ticked, not ticked, or unclear; all are blank where the cell is. Text that is no
    option is a failed value of the column, and ticks the option for other texts where there is one.
    """
    columns: list[pl.Series] = []
    failed = [FAILED_VALUES.to_frame()]
    for variable in codebook.variables.values():
        if variable.joined:
            cells = export.rows[variable.joined.column]
            readings = _readings(cells, variable, variable.joined)
            columns += _columns(cells, variable, readings)
            values = list(_failed(cells, export.row_numbers, variable, variable.joined, readings))
            failed.append(pl.DataFrame(values, FAILED_VALUES, orient="row"))
    rows = export.rows.with_columns(columns)
    return Expanded(replace(export, rows=rows), pl.concat(failed))


def _readings(cells: pl.Series, variable: Variable, joined: Joined) -> Mapping[str, CellReading]:
    """Each different cell that holds something, and what it holds."""
    options = options_of(variable.items, joined.separator)
    texts = cells.drop_nulls().unique(maintain_order=True).to_list()
    return {text: cell_reading(text, options) for text in texts if text}


def _columns(
    cells: pl.Series, variable: Variable, readings: Mapping[str, CellReading]
) -> Iterator[pl.Series]:
    for name, item in variable.items.items():
        texts = {cell: _text(cell, reading, name, variable) for cell, reading in readings.items()}
        made = cells.replace_strict(texts, default=None, return_dtype=pl.String)
        yield made.alias(item.column or "")


def _text(cell: str, reading: CellReading, name: str, variable: Variable) -> str:
    """What the column of an option holds; text that no label can be where that is unclear."""
    if name in reading.ambiguous:
        return f"{AMBIGUOUS}: {cell}"
    takes_rest = variable.items[name].other and reading.unknown
    ticked = name in reading.ticked or takes_rest
    return variable.ticked[0] if ticked else variable.not_ticked[0]


def _failed(
    cells: pl.Series,
    row_numbers: pl.Series,
    variable: Variable,
    joined: Joined,
    readings: Mapping[str, CellReading],
) -> Iterator[tuple[int, str, str, str]]:
    takes_others = any(item.other for item in variable.items.values())
    for row, cell in zip(row_numbers, cells, strict=True):
        reading = readings.get(cell)
        if reading is None:
            continue
        if reading.unknown and not takes_others:
            yield row, joined.column, reading.unknown, NO_OPTION
        for name in variable.items:
            if name in reading.ambiguous:
                yield row, variable.items[name].column or "", cell, AMBIGUOUS
