"""The standard error of a number of which only what was published is left; pure."""

from collections.abc import Mapping
from typing import Any

from pipeline.inference.intervals import normal_quantile
from pipeline.results import FORMS, decimals


def released_error(row: Mapping[str, Any], level: float) -> float:
    """The standard error that a released row of `results.ESTIMATES` has or tells.

    Where it was not published: half the interval over the normal quantile at `level`, with both
    ends rounded as far from each other as they can have been; of a share no less than the binomial
    one on its effective base, since Wilson's interval is short at small bases. The rounding of the
    number itself (of variance unit^2 / 12) is added. So a change rather has too long an interval
    than too short.
    """
    if row["std_error"] is not None:
        return float(row["std_error"])
    length = row["ci_high"] - row["ci_low"] + _unit(row["statistic"], of_interval=True)
    error = max(length / 2 / normal_quantile(level), _binomial(row))
    rounding = _unit(row["statistic"], of_interval=False) ** 2 / 12
    return float((error**2 + rounding) ** 0.5)


def _binomial(row: Mapping[str, Any]) -> float:
    """The standard error of a share of simple random answers; 0 of other numbers."""
    if FORMS[row["statistic"]] != "percent":
        return 0.0
    share, n = row["estimate"], row["effective_n"] or row["base_n"]
    return float((share * (1 - share) / max(n - 1, 1)) ** 0.5)


def _unit(statistic: str, of_interval: bool) -> float:
    """The step between two published numbers: 0.01 of a share in whole per cent."""
    in_percent = 2 if FORMS[statistic] in ("percent", "points") else 0
    return float(10.0 ** -(decimals(statistic, of_interval) + in_percent))
