"""Queries of sql/ run on tables that are written in the test.

A table is text: names, then one line a row, cells between bars. An empty cell is null and `''` an
empty text. What a query gives is compared as such text as well, line by line in any order.
"""

from decimal import Decimal
from textwrap import dedent

import polars as pl

from pipeline.database import memory_database

TYPES: dict[str, pl.DataType | type[pl.DataType]] = (
    dict.fromkeys(("row", "respondent", "stratum", "cluster", "calibration_cell"), pl.UInt32)
    | dict.fromkeys(("question", "source", "first", "second", "group_question"), pl.UInt16)
    | dict.fromkeys(("source_question", "position", "maximum", "rule"), pl.UInt16)
    | dict.fromkeys(("filter", "margin"), pl.UInt16)
    | dict.fromkeys(("code", "source_code", "first_code", "second_code", "group_code"), pl.Int16)
    | dict.fromkeys(("missing", "blank", "says_nothing", "completed", "is_test"), pl.Boolean)
    | dict.fromkeys(("counted", "too_many", "released", "flagged"), pl.Boolean)
    | dict.fromkeys(("state_code", "moved"), pl.Int64)
    | {"coding": pl.UInt32, "coder_rank": pl.UInt16, "place": pl.UInt16}
    | dict.fromkeys(("answers", "filled", "ticks", "units"), pl.Int64)
    | dict.fromkeys(("low", "high", "score"), pl.Float64)
    | {"value": pl.Decimal(18, 4), "weight": pl.Decimal(12, 6)}
)
"""Column -> type, as the pipeline has them; every other column holds text."""


def cells(text: str) -> list[list[str]]:
    lines = dedent(text).strip().splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines]


def table(text: str, **types: pl.DataType | type[pl.DataType]) -> pl.DataFrame:
    names, *rows = cells(text)
    known = TYPES | types
    columns = zip(*rows, strict=True) if rows else [()] * len(names)
    return pl.DataFrame(
        [
            column(name, list(texts), known.get(name, pl.String))
            for name, texts in zip(names, columns, strict=True)
        ]
    )


def column(name: str, texts: list[str], kind: pl.DataType | type[pl.DataType]) -> pl.Series:
    values = pl.Series(name, [text.strip("'") if text else None for text in texts], pl.String)
    return values == "true" if kind is pl.Boolean else values.cast(kind)


def shown(value: object) -> str:
    """A value as a test writes it."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case int() | float() | Decimal():
            return f"{float(value):g}"
        case "":
            return "''"
    return str(value)


def gives(
    query: str, expected: str, *, after: tuple[str, ...] = (), in_order: bool = False, **tables: str
) -> None:
    """Run a query on tables, `after` queries that make one more each, and compare what it gives."""
    with memory_database() as database:
        database.run("answer_state")
        for name, text in tables.items():
            as_text = name.startswith(("texts_received", "categories", "failed", "rejected"))
            database.load(name, table(text, value=pl.String) if as_text else table(text))
        for one in after:
            database.make_temporary(one)
        result = database.query(query)
    names, *rows = cells(expected)
    given = [[shown(value) for value in row] for row in result.select(names).iter_rows()]
    assert (given if in_order else sorted(given)) == (rows if in_order else sorted(rows))
