"""Tables -> shares with their standard errors under a sampling design; pure."""

from collections.abc import Iterator, Mapping

import numpy as np
import polars as pl

from pipeline.estimating.bases import groupings
from pipeline.estimating.counted_tables import tables
from pipeline.inference.design import Sample
from pipeline.inference.shares import Shares, shares

SPREADS = {
    "figure": pl.String,
    "item_order": pl.UInt16,
    "group": pl.String,
    "answer": pl.String,
    "share": pl.Float64,
    "std_error": pl.Float64,
    "df": pl.Int64,
}

Row = tuple[object, ...]


def share_spreads(counted: pl.DataFrame, members: pl.DataFrame, sample: Sample) -> pl.DataFrame:
    """Share, standard error and degrees of freedom by figure, item, group and answer.

    `counted` as `cells.figure_cells` gives it; `members` has the categories behind each answer
    that a figure shows (figure, answer, category).
    """
    shown = _shown(members)
    rows: list[Row] = []
    for (figure, item), one in tables(counted):
        if figure not in shown:
            continue
        answers = tuple(shown[figure])
        held = np.array([[name in of for of in shown[figure].values()] for name in one.answers])
        for names, group in groupings(one):
            found = shares(held[one.answer], group, len(names), one.atoms, sample)
            rows += [(figure, item, *row) for row in _share_rows(names, answers, found)]
    return pl.DataFrame(rows, schema=SPREADS, orient="row")


def _shown(members: pl.DataFrame) -> Mapping[str, Mapping[str, set[str]]]:
    """Figure -> answer -> the categories behind it, in the order of `members`."""
    shown: dict[str, dict[str, set[str]]] = {}
    for figure, answer, category in members.select("figure", "answer", "category").iter_rows():
        shown.setdefault(figure, {}).setdefault(answer, set()).add(category)
    return shown


def _share_rows(names: tuple[str, ...], answers: tuple[str, ...], found: Shares) -> Iterator[Row]:
    by_group = zip(
        names, found.share.tolist(), found.standard_error.tolist(), found.df.tolist(), strict=True
    )
    for name, of_answers, errors, df in by_group:
        for answer, share, error in zip(answers, of_answers, errors, strict=True):
            yield name, answer, share, error, df
