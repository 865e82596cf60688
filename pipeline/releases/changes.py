"""Released numbers against those of today: what changed and what vanished; pure."""

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from pipeline.keys import name_of, wave_prefix
from pipeline.releases.published_data import DECIMALS

BESIDE = ("note", "warning", "effect", "correction")
"""Texts that tell of a number, and do not say which number it is."""
GONE = "gone"
"""What a number is now that is no longer computed."""
ROUNDING = 0.5 * 10**-DECIMALS + 1e-9
"""A released number has that many decimals: what rounds to it is the same number, and so is what
another library computes in the last bit beside half a decimal."""
HEAD = {"estimates": "estimate", "tests": "p_adjusted", "changes": "difference"}
"""By the end of a table's name: the number that stands for a row that vanished."""

CHANGES = pl.Schema(
    {
        "table": pl.String(),
        "key": pl.String(),
        "statistic": pl.String(),
        "column": pl.String(),
        "released": pl.String(),
        "now": pl.String(),
    }
)
"""One row a number: where it stands, what it was and what it is; '' is hidden or not computed."""


def changed(released: Mapping[str, pl.DataFrame], now: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The released numbers that are others now, or gone (`CHANGES`); what is new is no change.

    Name of a table -> frame of `results.ESTIMATES` or `TESTS`, for both: those released with as
    many decimals as downloads have, those of now in full. Columns that one of them lacks do not
    count.
    """
    rows = [
        row
        for name, table in released.items()
        for row in _of_table(name, table, now.get(name, table.clear()))
    ]
    return pl.DataFrame(rows, schema=CHANGES, orient="row")


def change_messages(changes: pl.DataFrame) -> list[str]:
    """One line a row that changed: its table and key, and each number then and now."""
    return [
        f"{table}, {key}: "
        + ", ".join(
            f"{row['column']} {row['released'] or 'hidden'} -> {row['now'] or 'hidden'}"
            for row in rows.iter_rows(named=True)
        )
        for (table, key), rows in changes.group_by(["table", "key"], maintain_order=True)
    ]


def _of_table(name: str, released: pl.DataFrame, now: pl.DataFrame) -> Iterator[tuple[str, ...]]:
    both = [column for column in released.columns if column in now.columns]
    names = [one for one in both if released[one].dtype == pl.String and one not in BESIDE]
    numbers = [one for one in both if released[one].dtype != pl.String]
    head = HEAD[name.rpartition("_")[2]]
    current = {row[: len(names)]: row for row in now.select(*names, *numbers).iter_rows()}
    for row in released.select(*names, *numbers).iter_rows(named=True):
        found = current.get(tuple(row[one] for one in names))
        where = (name, _key(row), row.get("statistic", "") if head == "estimate" else "")
        if found is None:
            yield (*where, head, _text(row[head]), GONE)
            continue
        for column, value in zip(numbers, found[len(names) :], strict=True):
            if not _same(row[column], value):
                yield (*where, column, _text(row[column]), _text(value))


def _same(released: float | None, now: float | None) -> bool:
    if released is None or now is None:
        return released is now
    return bool(abs(released - now) <= ROUNDING)


def _key(row: Mapping[str, Any]) -> str:
    """The name of an estimate, or of a test or a change by what it compares."""
    if "test" not in row:
        since = f" since {row['other_wave']}" if "other_wave" in row else ""
        return f"{name_of(row)}{since}"
    parts = ("figure", "item", "category", "group_variable", "group", "other_group", "test")
    named = (row[part] for part in parts if row[part])
    return ".".join((wave_prefix(row["survey"], row["wave"]), *named))


def _text(value: float | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
