"""The generated respondents of reference/sample.csv as designs and atoms, and what R says."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import polars as pl

from pipeline.inference.design import Atoms, Calibration, Sample, Whole
from pipeline.inference.intervals import Floats
from pipeline.inference.shares import Members

REFERENCE = Path(__file__).parent / "reference"
POPULATION = np.array([800, 600, 300, 150, 40])
MARGINS = {
    "raked": ("margin_a", "margin_b"),
    "raked_clusters": ("margin_a", "margin_b"),
    "post_stratified": ("margin_b",),
}
FRAME = {
    "margin_a": np.array([900.0, 600.0, 390.0]),
    "margin_b": np.array([310.0, 640.0, 650.0, 290.0]),
}
UNSTRATIFIED = ("simple", "weighted")
CLUSTERED = ("clusters", "raked_clusters", "post_stratified")
DESIGNS = (*UNSTRATIFIED, "strata", "clusters", "finite", *MARGINS)
UNIT = ["stratum", "cluster", "margin_a", "margin_b"]
MOMENTS = [
    pl.len().cast(pl.Float64).alias("n"),
    pl.col("w").sum(),
    (pl.col("w") ** 2).sum().alias("w2"),
]


@dataclass(frozen=True)
class Table:
    """What `shares` takes, of one question in one design."""

    members: Members
    group: Whole
    groups: int
    atoms: Atoms
    sample: Sample


@cache
def respondents() -> pl.DataFrame:
    return pl.read_csv(REFERENCE / "sample.csv", null_values="NA", infer_schema_length=None)


@cache
def from_r() -> dict[tuple[str, str, str, str], dict[str, float]]:
    """(design, topic, group, member) -> name -> number."""
    found: dict[tuple[str, str, str, str], dict[str, float]] = {}
    text = {"group": pl.String, "member": pl.String}
    for *key, name, value in pl.read_csv(REFERENCE / "shares.csv", schema_overrides=text).rows():
        found.setdefault(tuple(key), {})[name] = value
    return found


@cache
def counted(design: str, topic: str, by: str | None = None) -> Table:
    """The cells of `answer` (five categories and the net of 4 and 5) or of the four `items`."""
    people = weighted(design)
    units = people.group_by(UNIT).agg(MOMENTS).sort(UNIT).with_row_index("unit")
    columns = ["answer"] if topic == "answer" else [f"item{k}" for k in range(1, 5)]
    cells = (
        people.with_columns(group=pl.col(by) if by else pl.lit(1))
        .drop_nulls([*columns, "group"])
        .group_by(*UNIT, "group", *columns)
        .agg(MOMENTS)
        .join(units.select(*UNIT, "unit"), on=UNIT)
        .sort(*UNIT, "group", *columns)
    )
    coded = cells.select(columns).to_numpy()
    members = coded == 1
    if topic == "answer":
        members = np.column_stack([coded == np.arange(1, 6), coded >= 4])
    return Table(
        members=members,
        group=cells["group"].cast(pl.Int64).to_numpy() - 1,
        groups=4 if by else 1,
        atoms=Atoms(cells["unit"].cast(pl.Int64).to_numpy(), *_moments(cells)),
        sample=_sample(design, units),
    )


def weighted(design: str) -> pl.DataFrame:
    """The respondents with the design's numbers from 0 and its weight `w`."""
    people = respondents()
    if design in MARGINS:
        after = pl.read_csv(REFERENCE / "calibration.csv")[design]
        people = people.with_columns(weight=after)
    return people.with_columns(
        stratum=pl.lit(0) if design in UNSTRATIFIED else pl.col("stratum") - 1,
        cluster=pl.col("cluster") - 1 if design in CLUSTERED else pl.lit(0),
        w=pl.lit(1.0) if design == "simple" else pl.col("weight"),
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
