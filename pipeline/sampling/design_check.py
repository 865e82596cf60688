"""Whether respondents and the population have what a sampling design and its weights need."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.documents import nearest
from pipeline.errors import CodebookError
from pipeline.sampling.sample import sampling
from pipeline.wave import Wave

# How many rows a message names.
NAMED = 5

# The database keeps weights with six decimals, and six digits before them.
SMALLEST, TOO_LARGE = 5e-7, 999_999.5


@dataclass(frozen=True)
class Accepted:
    """The accepted respondents (row, weight as received, stratum_label, cluster_label), and what
    `uncalibrated`, `sample_units` and `calibration_categories` of `sql/` give of them."""

    respondents: pl.DataFrame
    uncalibrated: pl.DataFrame
    units: pl.DataFrame
    categories: pl.DataFrame


def design_unknown(accepted: Accepted, wave: Wave, codebook: Codebook, export: str) -> list[str]:
    """What the respondents, the population or the margins lack; one message a thing.

    Each begins with the name of a file: the `export` or wave.yml. Whether weights can agree with
    the margins is only told when all else is well.
    """
    problems = [f"{export}, {problem}" for problem in _respondents_problems(accepted, wave)]
    if not problems:
        drawn = _drawn(accepted.units, wave)
        problems += population_problems(drawn, wave.design.population)
    if not problems:
        try:
            sampling(accepted.units, accepted.categories, wave, codebook)
        except CodebookError as impossible:
            problems += impossible.messages
    return problems


def _respondents_problems(accepted: Accepted, wave: Wave) -> list[str]:
    design = wave.design
    labels = {design.strata: "stratum_label", design.clusters: "cluster_label"}
    columns = {column: label for column, label in labels.items() if column}
    respondents = accepted.respondents.select(
        "row", "weight", *(pl.col(label).alias(column) for column, label in columns.items())
    )
    return design_problems(respondents, design.weight or "weight", tuple(columns)) + [
        f"row {row['first_row']}: {row['respondents']} respondents have no answer to "
        f"{row['variable']}, which the calibration needs; calibrate to another variable, or leave "
        "them out of the export"
        for row in accepted.uncalibrated.iter_rows(named=True)
    ]


def _drawn(units: pl.DataFrame, wave: Wave) -> dict[str, int]:
    """The clusters (without clusters: respondents) of each stratum in the sample."""
    size = pl.col("cluster").n_unique() if wave.design.clusters else pl.col("n").sum()
    sizes = units.group_by("stratum_label").agg(size.alias("size")).sort("stratum_label")
    return {label: int(size) for label, size in sizes.iter_rows()}


def population_problems(drawn: Mapping[str, int], population: Mapping[str, int]) -> list[str]:
    """Strata without a size in the population or none in the sample, and those that are too small.

    Both count clusters (without clusters: units) by stratum. No population is no problem.
    """
    if not population:
        return []
    where = "wave.yml, design.population"
    return [
        *(
            f'{where}: the stratum "{label}" of the sample is missing; add its size'
            for label in drawn
            if label not in population
        ),
        *(
            f'{where}: the sample has no one in the stratum "{label}"; correct or remove it'
            f"{nearest(label, drawn)}"
            for label in population
            if label not in drawn
        ),
        *(
            f'{where}: the sample has {drawn[label]} from the stratum "{label}", more than the '
            f"{size} that there are; correct the size"
            for label, size in population.items()
            if drawn.get(label, 0) > size
        ),
    ]


def design_problems(
    respondents: pl.DataFrame, weight: str, variables: tuple[str, ...]
) -> list[str]:
    """What keeps respondents from being weighted, one message a column and kind.

    `respondents` has the columns `row` (of the export), `weight` (numbers), named `weight` in the
    export, and the design's `variables`: stratum and cluster.
    """
    value = pl.col("weight")
    checks = {
        f'column "{weight}": the design weight is missing or no number': value.is_null()
        | value.is_nan(),
        f'column "{weight}": a design weight of 0': value.abs() < SMALLEST,
        f'column "{weight}": a negative design weight': value <= -SMALLEST,
        f'column "{weight}": a design weight of a million or more': ~value.is_nan()
        & (value >= TOO_LARGE),
    } | {
        f'column "{variable}": blank, although the design needs it': pl.col(variable).is_null()
        for variable in variables
    }
    found = ((what, respondents.filter(wrong)["row"].to_list()) for what, wrong in checks.items())
    return [
        f"{_rows(rows)}, {what}; correct the export or leave these out"
        for what, rows in found
        if rows
    ]


def _rows(rows: list[int]) -> str:
    named = ", ".join(str(row) for row in rows[:NAMED])
    more = f" and {len(rows) - NAMED} more" if len(rows) > NAMED else ""
    return f"row{'s' if len(rows) > 1 else ''} {named}{more}"
