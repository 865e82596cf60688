"""Answers that notes may name: never how many gave them, and none of a few or of a secret."""

from dataclasses import replace

import polars as pl
from figure_examples import CODEBOOK

from pipeline.codebooks.codebook import Codebook
from pipeline.disclosure.told_answers import told_answers

CELLS = pl.DataFrame(
    [
        # Two strata: four and three are seven.
        ("fig_01", "innovated", "", "all", "yes", 4),
        ("fig_01", "innovated", "", "all", "yes", 3),
        ("fig_01", "innovated", "", "all", "no", 4),
        ("fig_01", "innovated", "", "club", "no", 40),
        ("fig_02", "changes", "users", "all", "agree", 40),
    ],
    schema=["figure", "variable", "item", "group", "category", "n"],
    orient="row",
)


def told(codebook: Codebook = CODEBOOK) -> list[tuple[object, ...]]:
    return told_answers(CELLS, codebook, 5).select("figure", "category", "n").rows()


def test_answers_that_enough_gave_are_told_without_their_number() -> None:
    assert told() == [("fig_01", "yes", None), ("fig_02", "agree", None)]


def test_those_to_sensitive_questions_are_not() -> None:
    secret = replace(CODEBOOK.variables["innovated"], sensitive=True)
    hidden = replace(CODEBOOK, variables={**CODEBOOK.variables, "innovated": secret})
    assert told(hidden) == [("fig_02", "agree", None)]
