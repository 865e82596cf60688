"""Estimates that rest on too few answers: not shown, shown as a count, or marked; pure."""

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from pipeline.inference.presentation import (
    Judgement,
    Presentation,
    Reason,
    Rules,
    ShareShown,
    judged,
    judged_by_base,
)
from pipeline.planning.plan import Plan
from pipeline.wording.small_numbers import FewAnswers

COUNT = "count: "
"""How the note of an estimate begins that is shown as a count in words: `count: 3 of 4`."""

SHARES = ("share", "share_of_ticks")
OTHER_NUMBERS = ("mean", "standard_deviation", "rank", "median", "quantile", "score", "alpha")
"""What the rules hold for: counts and rates of response are not estimates."""


def rules_of(plan: Plan) -> Rules | None:
    """The limits of a plan; None where it switches them off."""
    if plan.small_numbers == "off":
        return None
    return Rules(**plan.small_numbers.model_dump())


def with_small_numbers_judged(estimates: pl.DataFrame, plan: Plan) -> pl.DataFrame:
    """The estimates with `suppressed` and `note` set by the plan's rules.

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
    """Whether the number is hidden, and the note."""
    if row["statistic"] in OTHER_NUMBERS:
        base = float(row["base_n"])
        effective = row["effective_n"] if row["effective_n"] is not None else base
        judgement = judged_by_base(base, effective, _df(row), rules)
    elif row["statistic"] in SHARES:
        judgement = _share_judged(row, rules)
    else:
        return row["suppressed"], row["note"]
    if judgement.presentation is Presentation.AS_COUNT and row["weighted_n"] == row["base_n"]:
        return True, f"{COUNT}{round(row['estimate'] * row['base_n'])} of {row['base_n']}"
    hidden = judgement.presentation in (Presentation.AS_COUNT, Presentation.NOT_SHOWN)
    return hidden, "; ".join(filter(None, (row["note"], *judgement.reasons)))


def _share_judged(row: Mapping[str, Any], rules: Rules) -> Judgement:
    share, low, high = (
        float("nan") if row[name] is None else row[name]
        for name in ("estimate", "ci_low", "ci_high")
    )
    of = ShareShown(share, low, high, row["base_n"], _effective_base(row), _df(row))
    return judged(of, rules)


def _df(row: Mapping[str, Any]) -> float:
    """Degrees of freedom; of an interval by the normal distribution those of the base."""
    return float(row["base_n"] - 1 if row["df"] is None else row["df"])


def counted_of(note: str) -> tuple[int, int] | None:
    """How many of how many, told by a note such as `count: 3 of 4`."""
    if not note.startswith(COUNT):
        return None
    held, base = note.removeprefix(COUNT).split(" of ")
    return int(held), int(base)


def doubts_of(note: str) -> tuple[Reason, ...]:
    """Why a number that is shown carries a warning, told by its note."""
    parts = note.split("; ")
    return tuple(reason for reason in Reason if reason in parts)


def few_answers(estimates: pl.DataFrame) -> FewAnswers:
    """What readers of these estimates are told of numbers that rest on few answers."""
    hidden = estimates.filter("suppressed")["note"].to_list()
    shown: Iterable[str] = estimates.filter(~pl.col("suppressed"))["note"].unique().to_list()
    doubts = {reason for note in shown for reason in doubts_of(note)}
    return FewAnswers(
        hidden=any(counted_of(note) is None for note in hidden),
        counted=any(counted_of(note) is not None for note in hidden),
        few_df=Reason.FEW_DEGREES_OF_FREEDOM in doubts,
        no_variation=Reason.NO_VARIATION in doubts,
    )


def _effective_base(row: Mapping[str, Any]) -> float:
    """p (1 - p) / se^2, but no more than the respondents; Kish's where the share is 0 or 1."""
    share, error = row["estimate"], row["std_error"]
    if not share or share == 1 or not error:
        return float(row["effective_n"])
    return float(min(share * (1 - share) / error**2, row["base_n"]))
