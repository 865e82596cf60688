"""The generated respondents of reference/association.R as designs and atoms, and what R says."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import polars as pl

from pipeline.inference.design import Atoms, Calibration, Sample, Whole
from pipeline.inference.intervals import Floats

REFERENCE = Path(__file__).parent / "reference"
DESIGNS = ("simple", "strata", "clusters", "raked", "post_stratified")
CLUSTERED = ("clusters", "post_stratified")
MARGINS = {"raked": ("margin_a", "margin_b"), "post_stratified": ("margin_b",)}
ITEMS = ("item1", "item2", "item3", "item4")
UNIT = ["stratum", "cluster", "margin_a", "margin_b"]
EVERYONE = pl.lit(True)


@dataclass(frozen=True)
class Table:
    """The cells of one table: groups from 0, and the category of each variable as it was coded."""

    group: Whole
    values: Floats
    atoms: Atoms
    sample: Sample


@cache
def from_r() -> dict[tuple[str, str, str], dict[str, float]]:
    """(design, topic, key) -> name -> number."""
    found: dict[tuple[str, str, str], dict[str, float]] = {}
    table = pl.read_csv(REFERENCE / "association.csv", infer_schema_length=None)
    for design, topic, key, name, value in table.iter_rows():
        found.setdefault((design, topic, key), {})[name] = float(value)
    return found


def counted(design: str, *variables: str, where: pl.Expr = EVERYONE) -> Table:
    """The cells of variables together, of the respondents who answered all of them."""
    weight = {"simple": pl.lit(1.0)}.get(design, pl.col(design if design in MARGINS else "weight"))
    clustered = design in CLUSTERED
    people = pl.read_csv(REFERENCE / "association_sample.csv", infer_schema_length=None)
    people = people.with_columns(
        kept=where,
        stratum=pl.lit(0) if design == "simple" else pl.col("stratum") - 1,
        cluster=pl.col("cluster").rank("dense").cast(pl.Int64) - 1 if clustered else pl.lit(0),
        w=weight,
    )
    moments = [
        pl.len().cast(pl.Float64).alias("n"),
        pl.col("w").sum(),
        (pl.col("w") ** 2).sum().alias("w2"),
    ]
    units = people.group_by(UNIT).agg(moments).sort(UNIT).with_row_index("unit")
    keys = [*UNIT, "group", *variables]
    cells = people.filter("kept").drop_nulls(variables).group_by(keys).agg(moments)
    cells = cells.join(units.select(*UNIT, "unit"), on=UNIT).sort(keys)
    return Table(
        group=cells["group"].cast(pl.Int64).to_numpy() - 1,
        values=cells.select(variables).to_numpy().astype(float),
        atoms=Atoms(cells["unit"].cast(pl.Int64).to_numpy(), *_moments(cells)),
        sample=_sample(design, units),
    )


def _sample(design: str, units: pl.DataFrame) -> Sample:
    cells = units.select("margin_a", "margin_b").unique().sort("margin_a", "margin_b")
    numbered = units.join(cells.with_row_index("cell"), on=["margin_a", "margin_b"]).sort("unit")
    margins = tuple(cells[name].to_numpy() - 1 for name in MARGINS.get(design, ()))
    return Sample(
        units["stratum"].cast(pl.Int64).to_numpy(),
        units["cluster"].cast(pl.Int64).to_numpy(),
        numbered["cell"].cast(pl.Int64).to_numpy(),
        *_moments(units),
        sampled=np.zeros(units["stratum"].n_unique()),
        clustered=design in CLUSTERED,
        margins=Calibration(margins) if margins else None,
    )


def _moments(frame: pl.DataFrame) -> tuple[Floats, Floats, Floats]:
    return frame["n"].to_numpy(), frame["w"].to_numpy(), frame["w2"].to_numpy()
