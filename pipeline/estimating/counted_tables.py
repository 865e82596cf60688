"""Counted cells -> the table of each figure and item, as the functions of `inference` take it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pipeline.inference.design import Atoms, Whole
from pipeline.inference.intervals import Floats
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

    def where(self, kept: NDArray[np.bool_]) -> "Table":
        """The table of some of its cells; names of groups and answers stay."""
        atoms = self.atoms
        return replace(
            self,
            group=self.group[kept],
            answer=self.answer[kept],
            value=self.value[kept],
            atoms=Atoms(atoms.unit[kept], atoms.n[kept], atoms.w[kept], atoms.w2[kept]),
        )

    def of_groups(self, names: Collection[str]) -> "Table":
        """The table of these groups alone."""
        one = self.where(np.isin(self.group, [self.groups.index(name) for name in names]))
        groups, group = _occurring(one.groups, one.group)
        return replace(one, groups=groups, group=group)


def tables(counted: pl.DataFrame) -> Iterator[tuple[tuple[str, int], Table]]:
    """(figure, item) and its table; `counted` as `cells.figure_cells` gives it.

    Everyone is the sum of the groups and no group of its own, unless there is no other.
    """
    in_base = counted.filter(pl.col("in_base"))
    grouped = (pl.col("group") != EVERYONE).any().over(TABLE)
    kept = in_base.filter(~grouped | (pl.col("group") != EVERYONE))
    # Sorted once and cut up as arrays: a data frame a table would take longer than its statistics.
    kept = kept.sort(*TABLE, "group_order", "unit", maintain_order=True)
    together = _together(kept)
    start = 0
    for figure, item, size in kept.group_by(TABLE, maintain_order=True).len().iter_rows():
        yield (figure, item), _part(together, slice(start, start + size))
        start += size


def _together(cells: pl.DataFrame) -> Table:
    """All cells as if they were one table."""
    groups, group = _numbered(cells["group"])
    answers, answer = _numbered(cells["category"].fill_null(""))
    return Table(
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


def _numbered(names: pl.Series) -> tuple[tuple[str, ...], Whole]:
    """The distinct names, and the number of each entry's."""
    distinct = names.unique(maintain_order=True)
    number = names.cast(pl.Enum(distinct)).to_physical()
    return tuple(distinct), number.to_numpy().astype(np.int64)


def _part(together: Table, rows: slice) -> Table:
    groups, group = _occurring(together.groups, together.group[rows])
    answers, answer = _occurring(together.answers, together.answer[rows])
    atoms = together.atoms
    return Table(
        groups,
        answers,
        group,
        answer,
        together.value[rows],
        Atoms(atoms.unit[rows], atoms.n[rows], atoms.w[rows], atoms.w2[rows]),
    )


def _occurring(names: tuple[str, ...], number: Whole) -> tuple[tuple[str, ...], Whole]:
    """The names that occur, in the order in which they come, and their numbers among these."""
    seen, first, place = np.unique(number, return_index=True, return_inverse=True)
    order = np.argsort(first)
    return tuple(names[each] for each in seen[order]), np.argsort(order)[place]
