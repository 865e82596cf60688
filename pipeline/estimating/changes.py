"""Cells of two waves, and of those who answered in both -> changes of the estimates; pure."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.estimating.pair_tests import CORRECTIONS
from pipeline.estimating.panel import Place, Side, both_cells
from pipeline.estimating.released_errors import released_error
from pipeline.inference.change import BothCells, Cells, Change, Known, change, change_since
from pipeline.inference.corrections import Correction, corrected
from pipeline.inference.intervals import Floats
from pipeline.planning.figure import shown, top_and_bottom
from pipeline.planning.plan import Figure, Plan
from pipeline.results import CHANGES, EVERYONE

LINEAR = ("share", "mean", "score")
"""Statistics that are means over respondents; of the others no change is estimated."""
ROW = ["figure", "variable", "item", "group_variable", "group", "statistic", "category"]
"""What two waves' estimates have in common."""
Value = Callable[[pl.Series, pl.Series], Floats]
"""Categories and numbers of cells -> what they count for in a mean."""


def changes(
    earlier: Side,
    later: Side,
    places: Mapping[Place, int],
    panel: pl.DataFrame,
    respondents: int,
) -> pl.DataFrame:
    """The change of each estimate that both waves publish, with the columns of `results.CHANGES`.

    `places` numbers the tables that can be compared; `panel` as `sql/panel_cells.sql` gives it, of
    these tables; `respondents` are all of both waves, each once. Tests are corrected over the
    changes of a figure: of everyone in one family, of groups in another.
    """
    both = both_cells(panel, earlier, later, places)
    first, second = (_by_table(side.cells) for side in (earlier, later))
    rows = []
    for pair in _pairs(earlier.estimates, later, places).iter_rows(named=True):
        value = _value(later.plan.figures[pair["figure"]], later.codebook, pair)
        key = (pair["figure"], pair["item"], pair["group"])
        of_both = both.get(key, pl.DataFrame())
        found = change(
            _cells(first.get(key), value),
            _cells(second.get(key), value),
            _both_cells(of_both, value),
            respondents,
            later.plan.level,
        )
        if found is not None:
            both_n = int(of_both["n"].sum()) if of_both.height else 0
            rows.append(pair | _numbers(found) | {"both_n": both_n})
    return _table(rows, later.plan)


def changes_since_released(
    released: pl.DataFrame, later: Side, places: Iterable[Place]
) -> pl.DataFrame:
    """The same for an earlier wave of which only the released estimates are left.

    Who answered in both waves is not known any more: the waves count as independent.
    """
    second = _by_table(later.cells)
    known = {_key(row): row for row in released.iter_rows(named=True)}
    rows = []
    for pair in _pairs(released, later, places).iter_rows(named=True):
        row, level = known[_key(pair)], later.plan.level
        if pair["base_n"] < 2 or (row["std_error"] is None and row["ci_low"] is None):
            continue
        earlier = Known(row["estimate"], released_error(row, level), row["base_n"])
        value = _value(later.plan.figures[pair["figure"]], later.codebook, pair)
        cells = second.get((pair["figure"], pair["item"], pair["group"]))
        found = change_since(earlier, _cells(cells, value), pair["base_n"], level)
        if found is not None:
            rows.append(pair | _numbers(found) | {"both_n": None})
    return _table(rows, later.plan)


def _key(row: Mapping[str, Any]) -> tuple[str, ...]:
    """What two waves' estimates of the same have in common."""
    return tuple(row[name] for name in ROW)


def _table(rows: list[dict[str, Any]], plan: Plan) -> pl.DataFrame:
    if not rows:
        return pl.DataFrame(schema=CHANGES)
    unadjusted = pl.DataFrame(
        rows, schema_overrides=dict(CHANGES.items()), infer_schema_length=None
    )
    return _adjusted(unadjusted, plan)


def _pairs(earlier: pl.DataFrame, later: Side, places: Iterable[Place]) -> pl.DataFrame:
    """The estimates that both waves publish, in the later plan's order."""

    def published(estimates: pl.DataFrame) -> pl.DataFrame:
        return estimates.filter(
            pl.col("statistic").is_in(LINEAR)
            & ~pl.col("suppressed")
            & pl.col("estimate").is_not_null()
            & (pl.col("base_n") > 0)
        )

    other = published(earlier).select(*ROW, other_wave="wave", other_base_n="base_n")
    compared = pl.DataFrame(
        [
            (figure, item, category)
            for figure, item in places
            for category in _categories(later.plan.figures[figure], later.codebook)
        ],
        schema=["figure", "item", "category"],
        orient="row",
    )
    return (
        published(later.estimates)
        .select("survey", "wave", *ROW, "base_n")
        .join(other, on=ROW, how="inner", maintain_order="left")
        .join(compared, on=["figure", "item", "category"], how="semi", maintain_order="left")
    )


def _categories(figure: Figure, codebook: Codebook) -> tuple[str, ...]:
    """The answers that a figure shows; '' for a number of all answers."""
    one = figure.statistic == "share"
    return shown(figure, codebook.variables[figure.variable]) if one else ("",)


def _value(figure: Figure, codebook: Codebook, row: Mapping[str, str]) -> Value:
    """What an answer counts for: 1 in a share, 1 or -1 in a score, itself in a mean."""
    variable = codebook.variables[figure.variable]
    if row["statistic"] == "mean":
        return lambda _, numbers: numbers.to_numpy().astype(np.float64)
    if row["statistic"] == "score":
        top, bottom = (list(names) for names in top_and_bottom(figure, variable))
        return lambda names, _: _among(names, top) - _among(names, bottom)
    members = list(variable.category_names(row["category"]))
    return lambda names, _: _among(names, members)


def _among(names: pl.Series, members: list[str]) -> Floats:
    return names.is_in(members).fill_null(False).to_numpy().astype(np.float64)


def _by_table(cells: pl.DataFrame) -> dict[tuple[object, ...], pl.DataFrame]:
    """The cells in their base, by figure, item and group."""
    kept = cells.filter("in_base").select("figure", "item", "group", "category", "x", "w", "w2")
    return kept.partition_by("figure", "item", "group", as_dict=True, include_key=False)


def _cells(cells: pl.DataFrame | None, value: Value) -> Cells:
    if cells is None:
        return Cells(*(np.zeros(0) for _ in range(3)))
    return Cells(
        value(cells["category"], cells["x"]), cells["w"].to_numpy(), cells["w2"].to_numpy()
    )


def _both_cells(cells: pl.DataFrame, value: Value) -> BothCells:
    if cells.is_empty():
        return BothCells(*(np.zeros(0) for _ in range(3)))
    return BothCells(
        value(cells["category"], cells["x"]),
        value(cells["later_category"], cells["later_x"]),
        cells["ww"].to_numpy(),
    )


def _numbers(found: Change) -> dict[str, float | None]:
    return {
        "estimate": found.later,
        "other_estimate": found.earlier,
        "difference": found.difference,
        "std_error": found.standard_error,
        "df": float(found.df),
        "ci_low": found.low,
        "ci_high": found.high,
        "p_value": None if np.isnan(found.p_value) else found.p_value,
    }


def _adjusted(rows: pl.DataFrame, plan: Plan) -> pl.DataFrame:
    """p-values corrected over the changes of everyone in a figure, and over those of its groups."""
    families = [
        family.with_columns(
            correction=pl.lit(str(correction)),
            p_adjusted=pl.Series(
                corrected(family["p_value"].fill_null(np.nan).to_numpy(), correction),
                nan_to_null=True,
            ),
        )
        for family in rows.with_columns(of_everyone=pl.col("group") == EVERYONE).partition_by(
            "figure", "of_everyone", maintain_order=True
        )
        for correction in (correction_of(plan.figures[family["figure"][0]]),)
    ]
    adjusted: pl.DataFrame = pl.concat(families)
    return adjusted.with_columns(
        significant=(pl.col("p_adjusted") < 1 - plan.level).fill_null(False)
    ).select(pl.col(name).cast(kind) for name, kind in CHANGES.items())


def correction_of(figure: Figure) -> Correction:
    """That of the figure's tests, but never none: all its answers are looked at for a change."""
    return Correction.HOLM if figure.correction == "none" else CORRECTIONS[figure.correction]
