"""Estimates that rest on too few answers: not shown, shown as a count, or marked; pure."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from pipeline.inference.presentation import Presentation, Rules, ShareShown, judged
from pipeline.plan import Plan

COUNT = "count: "
"""How the note of an estimate begins that is shown as a count in words: `count: 3 of 4`."""


def rules_of(plan: Plan) -> Rules | None:
    """The limits of a plan; None where it switches them off."""
    if plan.small_numbers == "off":
        return None
    return Rules(**plan.small_numbers.model_dump())


def with_small_numbers_judged(estimates: pl.DataFrame, plan: Plan) -> pl.DataFrame:
    """The estimates with `suppressed` and `note` set by the plan's rules for shares.

    Columns as in `results.ESTIMATES`. Without weights a base too small for a percentage is
    shown as a count; with weights a count would not be what was estimated.
    """
    rules = rules_of(plan)
    if rules is None:
        return estimates
    found = [_judged(row, rules) for row in estimates.iter_rows(named=True)]
    return estimates.with_columns(
        suppressed=pl.Series([hidden for hidden, _ in found], dtype=pl.Boolean),
        note=pl.Series([note for _, note in found], dtype=pl.String),
    )


def _judged(row: Mapping[str, Any], rules: Rules) -> tuple[bool, str]:
    """Whether the percentage is hidden, and the note."""
    if row["statistic"] not in ("share", "share_of_ticks"):
        return row["suppressed"], row["note"]
    unknown = float("nan")
    share = row["estimate"] if row["estimate"] is not None else unknown
    judgement = judged(
        ShareShown(
            share,
            row["ci_low"] if row["ci_low"] is not None else unknown,
            row["ci_high"] if row["ci_high"] is not None else unknown,
            row["base_n"],
            _effective_base(row),
            row["base_n"] - 1,
        ),
        rules,
    )
    why = "; ".join(judgement.reasons)
    if judgement.presentation is Presentation.AS_COUNT and row["weighted_n"] == row["base_n"]:
        return True, f"{COUNT}{round(share * row['base_n'])} of {row['base_n']}"
    hidden = judgement.presentation in (Presentation.AS_COUNT, Presentation.NOT_SHOWN)
    return hidden, why


def counted_of(note: str) -> tuple[int, int] | None:
    """How many of how many, told by a note such as `count: 3 of 4`."""
    if not note.startswith(COUNT):
        return None
    held, base = note.removeprefix(COUNT).split(" of ")
    return int(held), int(base)


def _effective_base(row: Mapping[str, Any]) -> float:
    """p (1 - p) / se^2, but no more than the respondents; Kish's where the share is 0 or 1."""
    share, error = row["estimate"], row["std_error"]
    if not share or share == 1 or not error:
        return float(row["effective_n"])
    return float(min(share * (1 - share) / error**2, row["base_n"]))
