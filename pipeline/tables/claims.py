"""Every claim for the terminal, one a row, a table a page."""

import polars as pl
from rich.box import SIMPLE
from rich.console import Group
from rich.table import Table
from rich.text import Text

from pipeline.results import FORMS

DIFFERENCE = "difference of "
"""Begins the statistic of a claim that compares."""
COLUMNS = ("Where", "Words", "Number", "Interval", "Base", "Verdict")


def claim_listing(claims: pl.DataFrame) -> Group:
    """The claims (`claim_table.CLAIMS`) for rich: how many hold, and a table a page."""
    held = int(claims["holds"].sum())
    summary = f"{claims.height} claims: {held} hold, {claims.height - held} do not"
    pages = claims.partition_by("page", maintain_order=True)
    return Group(Text(summary, style="bold"), *map(_of_page, pages))


def _of_page(claims: pl.DataFrame) -> Table:
    table = Table(title=Text(claims["page"][0]), title_justify="left", box=SIMPLE)
    for column in COLUMNS:
        table.add_column(column, justify="left", overflow="fold")
    for row in claims.iter_rows(named=True):
        style = "" if row["holds"] else "bold red"
        table.add_row(*(Text(text, style=style) for text in _cells(row)))
    return table


def _cells(row: dict[str, object]) -> tuple[str, ...]:
    bases = [f"{row[name]:,}" for name in ("base_n", "other_base_n") if row[name] is not None]
    low, high = (_written(row[name], row) for name in ("ci_low", "ci_high"))
    return (
        str(row["place"]).removeprefix(f"{row['page']}, "),
        str(row["words"]),
        _written(row["number"], row, sign=bool(row["than"])),
        f"{low.split()[0]} to {high}" if low and row["ci_low"] != row["ci_high"] else "",
        " and ".join(bases),
        _verdict(row),
    )


def _verdict(row: dict[str, object]) -> str:
    """Whether it holds and what backs it, or what is wrong without what stands beside it."""
    if not row["holds"]:
        return str(row["problem"]).removeprefix(f'{row["place"]}: "{row["words"]}"').lstrip(": ")
    p = "" if row["p_adjusted"] is None else f"p = {row['p_adjusted']:.2g}"
    backing = ", ".join(filter(None, (str(row["backed_by"]), p, str(row["caution"]))))
    return f"holds ({backing})" if backing else "holds"


def _written(number: object, row: dict[str, object], sign: bool = False) -> str:
    """A number as its statistic is written: shares in percent with a decimal."""
    if not isinstance(number, float):
        return ""
    statistic = str(row["statistic"])
    of_two = statistic.startswith(DIFFERENCE)
    form = FORMS[statistic.removeprefix(DIFFERENCE)]
    plus = "+" if sign else ""
    if form == "count":
        return f"{number:{plus},.0f}"
    if form in ("percent", "points"):
        unit = " points" if of_two or form == "points" else " %"
        return f"{100 * number:{plus}.1f}{unit}"
    return f"{number:{plus}.2f}"
