"""Respondents by margin of the frame -> the sample beside it, and whether they fit; pure."""

from math import nan

import numpy as np
import polars as pl

from pipeline.inference.association import Caution, TestResult
from pipeline.inference.design import Atoms
from pipeline.inference.presentation import Rules, is_tested
from pipeline.inference.representativeness import design_goodness_of_fit, goodness_of_fit
from pipeline.sampling.sample import UNIT, Sampling

MARGIN_TESTS = pl.Schema(
    {
        "variable": pl.String(),
        "test": pl.String(),
        "statistic": pl.Float64(),
        "df1": pl.Float64(),
        "p_value": pl.Float64(),
        "effect": pl.String(),
        "effect_size": pl.Float64(),
        "n": pl.Int64(),
        "warning": pl.String(),
    }
)


def margin_counts(sample_margins: pl.DataFrame) -> pl.DataFrame:
    """One row a category: `units` in the population, `respondents`, and their design `weight`.

    `sample_margins` as `sql/sample_margins.sql` gives them.
    """
    return sample_margins.group_by("variable", "category", "units", maintain_order=True).agg(
        respondents=pl.col("n").sum().cast(pl.Int64), weight=pl.col("sum_w").cast(pl.Float64).sum()
    )


def margin_tests(
    sample_margins: pl.DataFrame, sampled: Sampling, designed: bool, rules: Rules | None
) -> pl.DataFrame:
    """One row a variable that the frame knows: do respondents spread over it as the frame does?

    Where the wave has a design or weights of its own (`designed`) the test is of the weighted
    respondents under the design; weights count as they were before calibration, after which
    every sample fits. Otherwise it is Pearson's.
    """
    rows = []
    for (variable,), margin in sample_margins.group_by(["variable"], maintain_order=True):
        n = int(margin["n"].sum())
        if rules and not is_tested(n, rules):
            name = "rao_scott_fit" if designed else "chi_squared_fit"
            found = TestResult(name, nan, nan, None, nan, "", nan, n, Caution.TOO_FEW)
        else:
            found = _under_design(margin, sampled) if designed else _plain(margin)
        rows.append({**_columns(found), "variable": variable})
    return pl.DataFrame(rows, schema=MARGIN_TESTS)


def _plain(margin: pl.DataFrame) -> TestResult:
    counts = margin_counts(margin)
    return goodness_of_fit(counts["respondents"].to_numpy(), counts["units"].to_numpy())


def _under_design(margin: pl.DataFrame, sampled: Sampling) -> TestResult:
    known = margin.select("category", "units").unique(maintain_order=True).with_row_index("place")
    held = (
        margin.drop_nulls("stratum")
        .join(known.select("place", "category"), on="category")
        .join(sampled.units.select(*UNIT, "unit"), on=UNIT)
    )
    n, w, w2 = (held[name].cast(pl.Float64).to_numpy() for name in ("n", "sum_w", "sum_w2"))
    unit, place = (held[name].to_numpy().astype(np.int64) for name in ("unit", "place"))
    atoms = Atoms(unit, n, w, w2)
    return design_goodness_of_fit(
        place, known["units"].to_numpy(), atoms, sampled.before_calibration
    )


def _columns(found: TestResult) -> dict[str, object]:
    """The columns of a result; what is not known is null."""
    numbers = {
        name: getattr(found, name) for name in ("statistic", "df1", "p_value", "effect_size")
    }
    return {
        "test": found.test,
        **{name: None if np.isnan(number) else number for name, number in numbers.items()},
        "effect": found.effect,
        "n": found.n,
        "warning": str(found.warning or ""),
    }
