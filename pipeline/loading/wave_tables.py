"""wave.yml -> the tables that the files of `sql/` join; pure."""

import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.tables import question_numbers
from pipeline.wave import Wave


def frame_table(wave: Wave) -> pl.DataFrame:
    """The population's counts: variable, category, units; empty without a frame."""
    counts = wave.frame.counts if wave.frame else {}
    return pl.DataFrame(
        {
            "variable": [wave.frame.by if wave.frame else ""] * len(counts),
            "category": list(counts),
            "units": list(counts.values()),
        },
        schema={"variable": pl.String, "category": pl.String, "units": pl.Int64},
    )


def stratum_sizes(wave: Wave) -> pl.DataFrame:
    """How many clusters or units a stratum has in the population; empty without a correction."""
    sizes = wave.design.population
    return pl.DataFrame(
        {"stratum_label": list(sizes), "units": list(sizes.values())},
        schema={"stratum_label": pl.String, "units": pl.Int64},
    )


def calibration_margins(wave: Wave, codebook: Codebook) -> pl.DataFrame:
    """The known totals: margin, question, code and units; empty without a calibration."""
    numbers = question_numbers(codebook)
    margins = wave.calibration.margins if wave.calibration else {}
    return pl.DataFrame(
        [
            (margin, numbers[by, ""], codebook.variables[by].categories[category].code, units)
            for margin, (by, counts) in enumerate(margins.items())
            for category, units in counts.items()
        ],
        schema={
            "margin": pl.UInt16,
            "question": pl.UInt16,
            "code": pl.Int16,
            "units": pl.Float64,
        },
        orient="row",
    )
