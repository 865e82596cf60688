"""The columns of the published results: one row an estimate, one row a test."""

from collections.abc import Mapping
from typing import Literal

import polars as pl

EVERYONE = "all"
"""The group of an estimate that is not split by groups."""

ESTIMATES = pl.Schema(
    {
        "survey": pl.String(),
        "wave": pl.String(),
        "figure": pl.String(),
        "variable": pl.String(),
        "item": pl.String(),
        "group_variable": pl.String(),
        "group": pl.String(),
        "statistic": pl.String(),
        "category": pl.String(),
        "estimate": pl.Float64(),
        "std_error": pl.Float64(),
        "df": pl.Float64(),
        "ci_low": pl.Float64(),
        "ci_high": pl.Float64(),
        "margin": pl.Float64(),
        "base_n": pl.Int64(),
        "figure_n": pl.Int64(),
        "weighted_n": pl.Float64(),
        "effective_n": pl.Float64(),
        "suppressed": pl.Boolean(),
        "note": pl.String(),
    }
)
"""Shares and their margins lie in 0..1; `df` are the degrees of freedom of the interval, null
where it rests on the normal distribution; `base_n` is the base of the row and `figure_n` the N
printed under the figure; a text is empty where it does not apply."""

TESTS = pl.Schema(
    {
        "survey": pl.String(),
        "wave": pl.String(),
        "other_wave": pl.String(),
        "figure": pl.String(),
        "variable": pl.String(),
        "item": pl.String(),
        "category": pl.String(),
        "group_variable": pl.String(),
        "group": pl.String(),
        "other_group": pl.String(),
        "test": pl.String(),
        "statistic": pl.Float64(),
        "df1": pl.Float64(),
        "df2": pl.Float64(),
        "p_value": pl.Float64(),
        "correction": pl.String(),
        "p_adjusted": pl.Float64(),
        "effect": pl.String(),
        "effect_size": pl.Float64(),
        "n": pl.Int64(),
        "significant": pl.Boolean(),
        "warning": pl.String(),
    }
)
"""`significant` compares `p_adjusted` with the significance level of the plan."""

CHANGES = pl.Schema(
    {
        "survey": pl.String(),
        "wave": pl.String(),
        "other_wave": pl.String(),
        "figure": pl.String(),
        "variable": pl.String(),
        "item": pl.String(),
        "group_variable": pl.String(),
        "group": pl.String(),
        "statistic": pl.String(),
        "category": pl.String(),
        "estimate": pl.Float64(),
        "other_estimate": pl.Float64(),
        "difference": pl.Float64(),
        "std_error": pl.Float64(),
        "df": pl.Float64(),
        "ci_low": pl.Float64(),
        "ci_high": pl.Float64(),
        "p_value": pl.Float64(),
        "correction": pl.String(),
        "p_adjusted": pl.Float64(),
        "significant": pl.Boolean(),
        "base_n": pl.Int64(),
        "other_base_n": pl.Int64(),
        "both_n": pl.Int64(),
    }
)
"""One row an estimate of a wave and of an earlier one: `difference` is the estimate less the other;
`both_n` are the respondents of both waves in both bases."""

COMPARABILITY = pl.Schema(
    {
        "figure": pl.String(),
        "item": pl.String(),
        "other_wave": pl.String(),
        "comparable": pl.Boolean(),
        "since": pl.String(),
        "question": pl.String(),
        "answer": pl.String(),
        "both_n": pl.Int64(),
    }
)
"""One row a figure, item and earlier wave: what broke it since when, as series.yml says; empty
texts where it is comparable. `both_n` are the respondents of both waves, whatever they answered;
null where the two waves are not compared."""

ANSWER_CHECKS = pl.Schema(
    {
        "check": pl.String(),
        "variable": pl.String(),
        "item": pl.String(),
        "flagged": pl.Int64(),
        "base": pl.Int64(),
    }
)
"""One row a check of the answers, and question where it is of one: how many of `base` it flags.

`item` is the name of the rule of a contradiction, and of the check that left respondents out.
"""
QUALITY = pl.Schema({"survey": pl.String(), "wave": pl.String(), **ANSWER_CHECKS})

Statistic = Literal[
    "share",
    "share_of_ticks",
    "rate",
    "score",
    "mean",
    "standard_deviation",
    "median",
    "quantile",
    "alpha",
    "count",
    "rank",
]
Form = Literal["percent", "points", "decimal", "coefficient", "count"]

FORMS: Mapping[str, Form] = {
    "share": "percent",
    "share_of_ticks": "percent",
    "rate": "percent",
    "score": "points",
    "mean": "decimal",
    "standard_deviation": "decimal",
    "median": "decimal",
    "quantile": "decimal",
    "alpha": "coefficient",
    "count": "count",
    "rank": "count",
}
"""How the numbers of a statistic are written: a score in percentage points, alpha with two
decimals."""


_DECIMALS: Mapping[Form, int] = {
    "percent": 0,
    "points": 0,
    "decimal": 1,
    "coefficient": 2,
    "count": 0,
}


def decimals(statistic: str, of_uncertainty: bool = False) -> int:
    """As many as pages show, of shares and scores in percent; the interval and the margin of a
    mean have one more than the mean."""
    form = FORMS[statistic]
    return _DECIMALS[form] + (of_uncertainty and form == "decimal")


def quantile_name(probability: float) -> str:
    """The category of a quantile's estimate: p90, p2_5."""
    return f"p{100 * probability:g}".replace(".", "_")
