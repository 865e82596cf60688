"""Cells of the tiny wave as if they were counted, of everyone alike or of a weighted sample."""

from collections.abc import Iterable
from typing import NamedTuple

import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.tables import codebook_tables, question_numbers
from pipeline.estimating.cells import named_cells, weighted_cells
from pipeline.sampling.sample import Sampling, sampling
from pipeline.wave import Design, Wave

UNIT = {"stratum": pl.UInt32, "cluster": pl.UInt32, "calibration_cell": pl.UInt32}
NO_CATEGORIES = pl.DataFrame()
"""There is no calibration."""


class Counted(NamedTuple):
    """Respondents of a group with one answer: how many, of which stratum and with which weight."""

    group: str
    category: str
    n: int
    stratum: int = 0
    weight: float = 1.0


def undeclared(codebook: Codebook, wave: Wave) -> Sampling:
    """A sample without weights or design."""
    return sampling(_units([(0, 1000.0, 1000.0, 1000.0)]), NO_CATEGORIES, wave, codebook)


def weighted(codebook: Codebook, wave: Wave, rows: Iterable[Counted]) -> Sampling:
    """The sample of these respondents, by stratum and with their weights."""
    sums: dict[int, tuple[float, float, float]] = {}
    for row in rows:
        n, w, w2 = sums.get(row.stratum, (0.0, 0.0, 0.0))
        sums[row.stratum] = n + row.n, w + row.n * row.weight, w2 + row.n * row.weight**2
    design = Design(weight="weight", strata="stratum")
    declared = wave.model_copy(update={"design": design})
    units = _units([(stratum, *of_stratum) for stratum, of_stratum in sorted(sums.items())])
    return sampling(units, NO_CATEGORIES, declared, codebook)


def _units(rows: list[tuple[int, float, float, float]]) -> pl.DataFrame:
    """Stratum, respondents, weights and their squares."""
    counts = dict.fromkeys(("n", "sum_w", "sum_w2"), pl.Float64)
    return (
        pl.DataFrame(rows, schema={"stratum": pl.UInt32, **counts}, orient="row")
        .with_columns(
            cluster=pl.lit(0, pl.UInt32),
            calibration_cell=pl.lit(0, pl.UInt32),
            population=pl.lit(None, pl.Int64),
        )
        .select(*UNIT, *counts, "population")
    )


def cells(
    codebook: Codebook,
    sampled: Sampling,
    variable: str,
    groups: str,
    rows: Iterable[Counted],
    item: str = "",
) -> pl.DataFrame:
    """Cells of one question by groups, as `cells.weighted_cells` gives them."""
    tables, numbers = codebook_tables(codebook), question_numbers(codebook)
    answers = codebook.variables[variable].categories
    group_codes = codebook.variables[groups].categories
    found = pl.DataFrame(
        [
            (
                numbers[variable, item],
                numbers[groups, ""],
                group_codes[row.group].code,
                "missing" if answers[row.category].missing else "answered",
                answers[row.category].code,
                row.n,
                row.n * row.weight,
                row.n * row.weight**2,
                None,
                row.stratum,
                0,
                0,
            )
            for row in rows
        ],
        schema={
            "question": pl.UInt16,
            "group_question": pl.UInt16,
            "group_code": pl.Int16,
            "state": pl.String,
            "code": pl.Int16,
            "n": pl.Int64,
            "sum_w": pl.Float64,
            "sum_w2": pl.Float64,
            "value": pl.Float64,
            **UNIT,
        },
        orient="row",
    ).with_columns(filter=pl.lit(0, pl.UInt16))
    named = named_cells(found, tables["questions"], tables["categories"])
    return weighted_cells(named, sampled.units)
