"""Large changes stop a run until a person has confirmed them."""

import polars as pl
from figure_examples import CODEBOOK

from pipeline.estimating.jumps import LARGEST, jump_problems
from pipeline.results import CHANGES

WHY = {"da": "Reglerne blev ændret."}


def changes(difference: float, **others: object) -> pl.DataFrame:
    row = {
        "figure": "fig_01", "variable": "innovated", "item": "", "group": "all",
        "statistic": "share", "category": "yes", "other_wave": "2020", "other_estimate": 0.3,
        "estimate": 0.3 + difference, "difference": difference, "significant": True,
    }  # fmt: skip
    return pl.DataFrame([row | others], schema=CHANGES)


def problems(found: pl.DataFrame, confirmed: dict[str, dict[str, str]]) -> list[str]:
    return jump_problems(found, confirmed, CODEBOOK, "wave.yml")


def test_a_jump_must_be_confirmed_and_the_message_says_how() -> None:
    [message] = problems(changes(LARGEST + 0.01), {})
    assert message.startswith("wave.yml: fig_01.yes went from 0.30 in 2020 to 0.51, ")
    assert "below confirmed_jumps: (at" in message
    assert message.endswith("  fig_01.yes: {da: why it is so}")
    assert problems(changes(LARGEST + 0.01), {"fig_01.yes": WHY}) == []


def test_smaller_and_uncertain_changes_and_those_of_groups_need_nothing() -> None:
    assert problems(changes(LARGEST), {}) == []
    assert problems(changes(0.5, significant=False), {}) == []
    assert problems(changes(0.5, group="volunteer"), {}) == []


def test_a_fall_is_a_jump_as_well() -> None:
    assert len(problems(changes(-LARGEST - 0.01), {})) == 1


def test_a_mean_is_judged_by_the_range_of_its_scores() -> None:
    mean = {"variable": "changes", "item": "users", "statistic": "mean", "category": ""}
    assert problems(changes(0.7, **mean), {}) == []
    assert len(problems(changes(0.9, **mean), {})) == 1


def test_a_confirmation_of_nothing_is_told() -> None:
    [message] = problems(changes(0.01), {"fig_01.yes": WHY})
    assert "no such jump" in message
