"""A figure's numbers for the terminal: one number a row, with its interval and base."""

import polars as pl
from rich.table import Table
from rich.text import Text

from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.codebook import in_language as label_in
from pipeline.figures.arrangement import Row, Value
from pipeline.figures.arranging import arranged
from pipeline.planning.plan import RESPONSE, Figure, label_of
from pipeline.results import FORMS
from pipeline.tables.cells import NO_NUMBER_SYMBOL, SUPPRESSED
from pipeline.tables.response import response_table
from pipeline.tables.wording import N_ANSWERS, N_TICKS, UNITS
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import decimal, whole

INTERVAL = {"da": "Interval", "nb": "Intervall", "en": "Interval"}


def text_table(figure: Figure, codebook: Codebook, estimates: pl.DataFrame, language: str) -> Table:
    """The table of a figure for rich: rows of items and groups, an answer a line.

    Shares are per cent with one decimal here, since an analyst reads it. Raises `PipelineError`
    for an unknown language.
    """
    title = label_in(label_of(figure, codebook), language)
    if figure.variable == RESPONSE:
        head, bodies = response_table(figure, codebook, estimates, language)
        table = _empty(title, [cell.text for cell in head], labels=1)
        for cells in (row.cells for row in bodies[0]):
            table.add_row(*(Text(cell.text) for cell in cells))
        return table
    counted = N_TICKS if figure.estimated == "share_of_ticks" else N_ANSWERS
    heads = [in_language(one, language) for one in (UNITS[figure.estimated], INTERVAL, counted)]
    table = _empty(title, ["", "", *heads], labels=2)
    for section in arranged(figure, codebook, estimates, language).sections:
        if section.label:
            table.add_row(Text(section.label, style="bold"))
        for row in section.rows:
            _add_rows(table, row, figure, language)
    return table


def _empty(title: str, heads: list[str], labels: int) -> Table:
    """A table without rows whose first columns are labels and the others numbers."""
    table = Table(title=Text(title), title_justify="left")
    for place, head in enumerate(heads):
        table.add_column(Text(head), justify="left" if place < labels else "right")
    return table


def _add_rows(table: Table, row: Row, figure: Figure, language: str) -> None:
    for place, value in enumerate(row.values):
        table.add_row(
            Text("" if place else row.label),
            Text(value.answer.label, style="italic" if value.answer.is_net else ""),
            *_numbers(value, figure, language),
            Text("" if value.base_n is None else whole(value.base_n, language)),
            end_section=place == len(row.values) - 1,
        )


def _numbers(value: Value, figure: Figure, language: str) -> tuple[Text, Text]:
    """The estimate and its interval."""
    if value.suppressed:
        return Text(in_language(SUPPRESSED, language)), Text("")
    if value.estimate is None:
        return Text(NO_NUMBER_SYMBOL), Text("")

    def written(number: float) -> str:
        form = FORMS[figure.estimated]
        if form == "count":
            return whole(number, language)
        if form in ("percent", "points"):
            return decimal(100 * number, language, 1)
        return decimal(number, language, 2)

    interval = "–".join(written(end) for end in value.interval) if value.interval else ""
    return Text(written(value.estimate)), Text(interval)
