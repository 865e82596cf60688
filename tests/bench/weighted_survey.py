"""The generated survey as a stratified sample with weights of two decimals."""

from pathlib import Path

import numpy as np
import polars as pl

from tests.bench.survey import SEED, export, plan, wave_settings, write_inputs

STRATA = 10
DESIGN = {"weight": "weight", "strata": "stratum"}


def write_weighted_survey(root: Path, respondents: int) -> None:
    """Everything that the pipeline reads, below `root`; the plan asks for letters."""
    settings = wave_settings() | {"design": DESIGN}
    write_inputs(root, weighted_export(respondents), settings, plan(letters=True))


def weighted_export(respondents: int) -> pl.DataFrame:
    """The answers with a stratum and a weight, whose mean depends on the stratum."""
    random = np.random.default_rng(SEED)
    stratum = random.integers(1, STRATA + 1, respondents)
    weight = 0.4 + 0.15 * stratum + random.gamma(2.0, 0.25, respondents)
    return export(respondents).with_columns(
        stratum=pl.Series(stratum).cast(pl.String).str.pad_start(2, "0"),
        weight=pl.Series(weight.round(2)),
    )
