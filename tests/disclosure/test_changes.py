"""Changes as they are published: rounded, and none of sensitive questions."""

from dataclasses import replace

import polars as pl
from waves import REPOSITORY

from pipeline.codebooks.reading import read_codebook
from pipeline.disclosure.changes import published_changes
from pipeline.results import CHANGES

CODEBOOK = read_codebook(
    REPOSITORY / "tests" / "tiny" / "data" / "raw" / "tiny" / "2024" / "codebook.yml"
)
ROW = {
    "survey": "tiny", "wave": "2024", "other_wave": "2022", "figure": "fig_01",
    "variable": "tried", "item": "", "group_variable": "", "group": "all",
    "statistic": "share", "category": "yes", "estimate": 2 / 3, "other_estimate": 1 / 3,
    "difference": 1 / 3, "std_error": 0.123456, "df": 11.0, "ci_low": 0.0123456,
    "ci_high": 0.6543211, "p_value": 0.0421234, "correction": "holm", "p_adjusted": 0.0842468,
    "significant": False, "base_n": 6, "other_base_n": 9, "both_n": 3,
}  # fmt: skip
EXACT = pl.DataFrame([ROW], schema=CHANGES)


def test_nothing_is_more_precise_than_pages_and_nothing_tells_a_count() -> None:
    one = published_changes(EXACT, CODEBOOK).row(0, named=True)
    assert (one["estimate"], one["other_estimate"], one["difference"]) == (0.67, 0.33, 0.33)
    assert (one["ci_low"], one["ci_high"]) == (0.01, 0.65)
    assert one["p_value"] == 0.04
    assert one["std_error"] is one["df"] is one["both_n"] is None


def test_sensitive_questions_and_groups_have_no_changes() -> None:
    tried = replace(CODEBOOK.variables["tried"], sensitive=True)
    secret = replace(CODEBOOK, variables={**CODEBOOK.variables, "tried": tried})
    assert published_changes(EXACT, secret).is_empty()
    # It may have become sensitive, or no longer be, since the wave before.
    assert published_changes(EXACT, CODEBOOK, secret).is_empty()
    assert published_changes(EXACT, secret, CODEBOOK).is_empty()
    by_it = EXACT.with_columns(variable=pl.lit("views"), group_variable=pl.lit("tried"))
    assert published_changes(by_it, secret).is_empty()
    assert published_changes(by_it, CODEBOOK).height == 1
