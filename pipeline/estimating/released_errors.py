"""The standard error of a number of which only what was published is left; pure."""

from collections.abc import Mapping
from typing import Any

from pipeline.inference.intervals import student_quantile
from pipeline.results import FORMS, decimals


def released_error(row: Mapping[str, Any], level: float) -> float:
    """The standard error that a released row of `results.ESTIMATES` has or tells, at least.

    Where it was not published: half the interval over Student's t at `level`, with both ends
    rounded as far from each other as they can have been, and the rounding of the number itself
    (of variance unit^2 / 12) added. So a change rather has too long an interval than too short.
    """
    if row["std_error"] is not None:
        return float(row["std_error"])
    length = row["ci_high"] - row["ci_low"] + _unit(row["statistic"], of_interval=True)
    multiplier = student_quantile(level, max(row["base_n"] - 1, 1))
    rounding = _unit(row["statistic"], of_interval=False) ** 2 / 12
    return float(((length / 2 / multiplier) ** 2 + rounding) ** 0.5)


def _unit(statistic: str, of_interval: bool) -> float:
    """The step between two published numbers: 0.01 of a share in whole per cent."""
    in_percent = 2 if FORMS[statistic] in ("percent", "points") else 0
    return float(10.0 ** -(decimals(statistic, of_interval) + in_percent))
