"""Cells -> shares and means with their standard errors under a sampling design; pure."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl

from pipeline.inference.design import Atoms, Sample, Whole
from pipeline.inference.design_means import design_means
from pipeline.inference.intervals import Floats
from pipeline.inference.shares import shares
from pipeline.results import EVERYONE

TABLE = ["figure", "item_order"]
"""What tells the tables of a plan apart: a figure's items are tables of their own."""


@dataclass(frozen=True)
class Table:
    """The cells of one table in its base: groups and answers by number, with their names.

    `value` holds numbers and scores (nan where there is none).
    """

    groups: tuple[str, ...]
    answers: tuple[str, ...]
    group: Whole
    answer: Whole
    value: Floats
    atoms: Atoms


def tables(counted: pl.DataFrame) -> Iterator[tuple[tuple[str, int], Table]]:
    """(figure, item) and its table; `counted` as `cells.figure_cells` gives it.

    Everyone is the sum of the groups and no group of its own, unless there is no other.
    """
    in_base = counted.filter(pl.col("in_base"))
    grouped = (pl.col("group") != EVERYONE).any().over(TABLE)
    kept = in_base.filter(~grouped | (pl.col("group") != EVERYONE))
    # Sorted once and cut into slices: a data frame for each table would take longer than its tests.
    kept = kept.sort(*TABLE, "group_order", "unit")
    columns = _columns(kept)
    sizes = kept.select(pl.struct(TABLE).rle().struct.unnest()).unnest("value")
    start = 0
    for size, figure, item in sizes.iter_rows():
        yield (figure, item), _table(columns, slice(start, start + size))
        start += size


@dataclass(frozen=True)
class _Columns:
    """The columns of all cells: groups and answers by number, each with the distinct names."""

    groups: list[str]
    answers: list[str]
    group: Whole
    answer: Whole
    value: Floats
    atoms: Atoms


def _columns(cells: pl.DataFrame) -> _Columns:
    groups, group = _numbered(cells["group"])
    answers, answer = _numbered(cells["category"].fill_null(""))
    return _Columns(
        groups,
        answers,
        group,
        answer,
        cells["x"].cast(pl.Float64).fill_null(float("nan")).to_numpy(),
        Atoms(
            cells["unit"].to_numpy().astype(np.int64),
            cells["n"].to_numpy().astype(np.float64),
            cells["w"].to_numpy(),
            cells["w2"].to_numpy(),
        ),
    )


def _numbered(names: pl.Series) -> tuple[list[str], Whole]:
    """The distinct names in the order in which they come, and each entry's number."""
    distinct = names.unique(maintain_order=True)
    return distinct.to_list(), names.cast(pl.Enum(distinct)).to_physical().to_numpy().astype(
        np.int64
    )


def _table(columns: _Columns, rows: slice) -> Table:
    groups, group = _occurring(columns.groups, columns.group[rows])
    answers, answer = _occurring(columns.answers, columns.answer[rows])
    atoms = columns.atoms
    return Table(
        groups,
        answers,
        group,
        answer,
        columns.value[rows],
        Atoms(atoms.unit[rows], atoms.n[rows], atoms.w[rows], atoms.w2[rows]),
    )


def _occurring(names: list[str], number: Whole) -> tuple[tuple[str, ...], Whole]:
    """The names that occur, in the order in which they come, and their numbers among these."""
    seen, first, place = np.unique(number, return_index=True, return_inverse=True)
    order = np.argsort(first)
    return tuple(names[each] for each in seen[order]), np.argsort(order)[place]


def share_spreads(counted: pl.DataFrame, members: pl.DataFrame, sample: Sample) -> pl.DataFrame:
    """Share, standard error and degrees of freedom by figure, item, group and answer.

    `members` has the categories behind each answer that a figure shows (figure, answer, category).
    """
    shown = {
        str(figure): of_figure.group_by("answer", maintain_order=True).agg("category")
        for (figure,), of_figure in members.group_by(["figure"])
    }
    rows: list[dict[str, object]] = []
    for (figure, item), one in tables(counted):
        if figure not in shown:
            continue
        answers = shown[figure]["answer"].to_list()
        held = np.array([[name in of for of in shown[figure]["category"]] for name in one.answers])
        for names, group in _with_everyone(one):
            found = shares(held[one.answer], group, len(names), one.atoms, sample)
            rows += [
                {
                    "figure": figure,
                    "item_order": item,
                    "group": name,
                    "answer": answer,
                    "share": found.share[g, a],
                    "std_error": found.standard_error[g, a],
                    "df": int(found.df[g]),
                }
                for g, name in enumerate(names)
                for a, answer in enumerate(answers)
            ]
    return pl.DataFrame(rows, schema=_schema("answer", "share"), orient="row")


def mean_spreads(counted: pl.DataFrame, sample: Sample) -> pl.DataFrame:
    """Mean, standard error and degrees of freedom by figure, item and group."""
    rows: list[dict[str, object]] = []
    for (figure, item), one in tables(counted):
        for names, group in _with_everyone(one):
            found = design_means(one.value, group, len(names), one.atoms, sample)
            rows += [
                {
                    "figure": figure,
                    "item_order": item,
                    "group": name,
                    "mean": found.mean[g],
                    "std_error": found.standard_error[g],
                    "df": int(found.df[g]),
                }
                for g, name in enumerate(names)
            ]
    return pl.DataFrame(rows, schema=_schema("mean"), orient="row")


def _schema(*names: str) -> dict[str, type[pl.DataType]]:
    columns: dict[str, type[pl.DataType]] = {
        "figure": pl.String,
        "item_order": pl.UInt16,
        "group": pl.String,
        "answer": pl.String,
        "share": pl.Float64,
        "mean": pl.Float64,
        "std_error": pl.Float64,
        "df": pl.Int64,
    }
    wanted = {"figure", "item_order", "group", "std_error", "df", *names}
    return {name: kind for name, kind in columns.items() if name in wanted}


def _with_everyone(one: Table) -> Iterator[tuple[tuple[str, ...], Whole]]:
    """The groups, and then everyone, where that is not the only group."""
    yield one.groups, one.group
    if one.groups != (EVERYONE,):
        yield (EVERYONE,), np.zeros_like(one.group)
