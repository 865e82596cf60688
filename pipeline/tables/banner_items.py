"""The options of a multiple-response question in one banner table, a row each; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.tables.banner import BannerColumn, BannerTable


def options_together(tables: Iterable[BannerTable]) -> tuple[BannerTable, ...]:
    """The tables, those of one answer to the options of one question put together.

    The test of such a table is that of all options: each option's own has no place in it. Options
    that not the same respondents were asked of, or options tested alone, keep a table each.
    """
    made: list[BannerTable] = []
    for _, group in groupby(tables, _question):
        options = tuple(group)
        made += [_one(options)] if _can_be_one(options) else options
    return tuple(made)


def _question(table: BannerTable) -> tuple[str, str, tuple[tuple[str, bool], ...]]:
    return table.about, table.question, table.answers


def _can_be_one(options: Sequence[BannerTable]) -> bool:
    one_answer = len(options) > 1 and len(options[0].answers) == 1
    tested = all(column.together or not column.test for one in options for column in one.columns)
    same_base = len({tuple(map(_base, one.columns)) for one in options}) == 1
    return one_answer and tested and same_base


def _base(column: BannerColumn) -> tuple[str, str, int, int]:
    return column.variable, column.label, column.base, column.effective_base


def _one(options: Sequence[BannerTable]) -> BannerTable:
    columns = tuple(
        replace(
            same[0],
            cells=tuple(cell for column in same for cell in column.cells),
            test="",
        )
        for same in zip(*(one.columns for one in options), strict=True)
    )
    return replace(
        options[0],
        title=options[0].about,
        answers=tuple((one.title, False) for one in options),
        columns=columns,
    )
