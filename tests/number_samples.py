"""The generated respondents of reference/numbers.R as designs and atoms, and what R says."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import polars as pl

from pipeline.inference.design import Atoms, Calibration, Sample, Whole
from pipeline.inference.intervals import Floats

REFERENCE = Path(__file__).parent / "reference"
DESIGNS = ("simple", "strata", "clusters", "raked", "post_stratified")
POPULATION = np.array([900, 700, 400, 120, 60])
CLUSTERED = ("clusters", "post_stratified")
MARGINS = {"raked": ("margin_a", "margin_b"), "post_stratified": ("margin_b",)}


@dataclass(frozen=True)
class Table:
    """The cells of one variable: what the functions under a design take."""

    value: Floats
    group: Whole
    atoms: Atoms
    sample: Sample


@cache
def respondents() -> pl.DataFrame:
    return pl.read_csv(REFERENCE / "numbers_sample.csv", infer_schema_length=None)


@cache
def from_r() -> dict[tuple[str, str, str], dict[str, float]]:
    """(design, topic, group) -> name -> number; nan where R has none."""
    found: dict[tuple[str, str, str], dict[str, float]] = {}
    table = pl.read_csv(REFERENCE / "numbers.csv", schema_overrides={"group": pl.String})
    for design, topic, group, name, value in table.iter_rows():
        found.setdefault((design, topic, group), {})[name] = np.nan if value is None else value
    return found


@cache
def counted(design: str, variable: str, groups: tuple[int, ...] = (1, 2, 3, 4)) -> Table:
    """The cells of a variable, with groups numbered from 0 in the order given."""
    people = respondents().with_columns(
        value=pl.col(variable),
        stratum=pl.lit(0) if design == "simple" else pl.col("stratum") - 1,
        cluster=pl.col("cluster").rank("dense").cast(pl.Int64) - 1
        if design in CLUSTERED
        else pl.lit(0),
        w={"simple": pl.lit(1.0)}.get(design, pl.col(design if design in MARGINS else "weight")),
    )
    unit = ["stratum", "cluster", "margin_a", "margin_b"]
    moments = [
        pl.len().cast(pl.Float64).alias("n"),
        pl.col("w").sum(),
        (pl.col("w") ** 2).sum().alias("w2"),
    ]
    units = people.group_by(unit).agg(moments).sort(unit).with_row_index("unit")
    cells = (
        people.drop_nulls("value")
        .filter(pl.col("group").is_in(groups))
        .group_by(*unit, "group", "value")
        .agg(moments)
        .join(units.select(*unit, "unit"), on=unit)
        .sort(*unit, "group", "value")
    )
    group = cells["group"].replace_strict({name: i for i, name in enumerate(groups)})
    return Table(
        value=cells["value"].cast(pl.Float64).to_numpy(),
        group=group.cast(pl.Int64).to_numpy(),
        atoms=Atoms(cells["unit"].cast(pl.Int64).to_numpy(), *_moments(cells)),
        sample=_sample(design, units),
    )


def _sample(design: str, units: pl.DataFrame) -> Sample:
    cells = units.select("margin_a", "margin_b").unique().sort("margin_a", "margin_b")
    numbered = units.join(cells.with_row_index("cell"), on=["margin_a", "margin_b"]).sort("unit")
    margins = tuple(cells[name].to_numpy() - 1 for name in MARGINS.get(design, ()))
    n, w, w2 = _moments(units)
    strata = int(units["stratum"].max()) + 1
    in_strata = np.bincount(units["stratum"].to_numpy(), n, strata)
    return Sample(
        stratum=units["stratum"].cast(pl.Int64).to_numpy(),
        cluster=units["cluster"].cast(pl.Int64).to_numpy(),
        calibration=numbered["cell"].cast(pl.Int64).to_numpy(),
        n=n,
        w=w,
        w2=w2,
        sampled=in_strata / POPULATION if design == "finite" else np.zeros(strata),
        clustered=design in CLUSTERED,
        margins=Calibration(margins) if margins else None,
    )


def _moments(frame: pl.DataFrame) -> tuple[Floats, Floats, Floats]:
    return frame["n"].to_numpy(), frame["w"].to_numpy(), frame["w2"].to_numpy()
