"""The whole sample of a wave, as inference needs it: strata, clusters and weights; pure."""

from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.inference.design import Sample, Whole
from pipeline.inference.intervals import Floats
from pipeline.sampling.margins import Margin
from pipeline.sampling.weighting import Bounds, Calibrated, calibration, raked
from pipeline.wave import Wave

UNIT = ["stratum", "cluster", "calibration_cell"]


@dataclass(frozen=True)
class Sampling:
    """The sample, and for each stratum, cluster and calibration cell its unit and weight factor.

    `is_declared` tells whether a design or weights were declared; otherwise the classical
    formulas hold. `calibrated` reports how weights were made to agree with the frame.
    """

    sample: Sample
    units: pl.DataFrame
    is_declared: bool
    calibrated: Calibrated | None

    @property
    def for_tests(self) -> Sample:
        """The sample without the finite population correction, which tests never use."""
        return replace(self.sample, sampled=np.zeros_like(self.sample.sampled))

    @property
    def before_calibration(self) -> Sample:
        """The sample for tests with the design's own weights."""
        factor = self.units["factor"].to_numpy()
        sample = self.for_tests
        return replace(sample, w=sample.w / factor, w2=sample.w2 / factor**2, margins=None)


@dataclass(frozen=True)
class SampleReport:
    """What the methods page tells of the sample; `difference` as a part of the population."""

    n: int
    effective_n: float
    strata: int
    clusters: int
    lonely_strata: int
    difference: float


def report(sampled: Sampling) -> SampleReport:
    """The report of a sample."""
    sample = sampled.sample
    w, w2 = sample.w.sum(), sample.w2.sum()
    return SampleReport(
        int(sample.n.sum()),
        float(w**2 / w2) if w2 > 0 else 0.0,
        len(sample.sampled),
        int(sample.clusters.sum()),
        sample.lonely_strata,
        sampled.calibrated.difference if sampled.calibrated else 0.0,
    )


def sampling(
    units: pl.DataFrame, categories: pl.DataFrame, wave: Wave, codebook: Codebook
) -> Sampling:
    """The sample that a wave declares.

    `units` as `sql/sample_units.sql` gives them; `categories` has the code of each calibration
    cell in each margin. Raises `CodebookError` when the weights cannot agree with the margins.
    """
    units = units.with_columns(pl.col("sum_w", "sum_w2", "n").cast(pl.Float64))
    sums = units.group_by("calibration_cell").agg(pl.col("sum_w").sum()).sort("calibration_cell")
    margins = _margins(categories, wave, codebook)
    calibrated = _calibrated(sums["sum_w"].to_numpy(), margins, wave) if margins else None
    factors = calibrated.factor if calibrated else np.ones(sums.height)
    units = units.with_row_index("unit").with_columns(
        factor=pl.Series(factors[_whole(units["calibration_cell"])])
    )
    factor = units["factor"].to_numpy()
    sample = Sample(
        stratum=_whole(units["stratum"]),
        cluster=_whole(units["cluster"]),
        calibration=_whole(units["calibration_cell"]),
        n=units["n"].to_numpy(),
        w=units["sum_w"].to_numpy() * factor,
        w2=units["sum_w2"].to_numpy() * factor**2,
        sampled=np.zeros(units["stratum"].n_unique()),
        clustered=wave.design.clusters is not None,
        margins=calibration(margins) if margins else None,
    )
    return Sampling(
        replace(sample, sampled=_sampled(units, sample)),
        units.select(*UNIT, "unit", "factor"),
        wave.is_weighted,
        calibrated,
    )


def _margins(categories: pl.DataFrame, wave: Wave, codebook: Codebook) -> tuple[Margin, ...]:
    declared = wave.calibration.margins if wave.calibration else {}
    margins = []
    for number, (variable, counts) in enumerate(declared.items()):
        codes = {
            codebook.variables[variable].categories[name].code: place
            for place, name in enumerate(counts)
        }
        of_cell = categories.filter(margin=number).sort("calibration_cell")["code"]
        margins.append(
            Margin(
                variable,
                tuple(counts),
                np.array(list(counts.values()), dtype=np.float64),
                _whole(of_cell.replace_strict(codes, return_dtype=pl.Int64)),
            )
        )
    return tuple(margins)


def _calibrated(weight: Floats, margins: tuple[Margin, ...], wave: Wave) -> Calibrated:
    trim = wave.calibration.trim if wave.calibration else None
    return raked(weight, margins, Bounds(*trim) if trim else None)


def _sampled(units: pl.DataFrame, sample: Sample) -> Floats:
    """The share of each stratum's clusters that were drawn; 0 where no population is declared."""
    of_stratum = units.group_by("stratum").agg(pl.col("population").first()).sort("stratum")
    population = of_stratum["population"].cast(pl.Float64).fill_null(np.inf).to_numpy()
    return np.asarray(sample.clusters / population)


def _whole(values: pl.Series) -> Whole:
    return values.to_numpy().astype(np.int64)
