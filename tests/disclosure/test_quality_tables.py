"""The tables of the data-quality page: nothing in them counts sensitive answers."""

from dataclasses import replace

import polars as pl
from figure_examples import CODEBOOK

from pipeline.disclosure.quality_tables import COUNTS_ANSWERS, published_quality

OF_BOTH = pl.DataFrame({"variable": ["innovated", "changes"], "n": [3, 40]})


def test_rows_of_sensitive_variables_are_left_out_where_answers_are_counted() -> None:
    secret = replace(CODEBOOK.variables["innovated"], sensitive=True)
    codebook = replace(CODEBOOK, variables={**CODEBOOK.variables, "innovated": secret})
    tables = dict.fromkeys((*COUNTS_ANSWERS, "coding_progress"), OF_BOTH)
    tables["rejects_by_reason"] = pl.DataFrame({"reason": ["twice"], "rejects": [1]})
    told = published_quality(tables, codebook)
    for name in COUNTS_ANSWERS:
        assert told[name]["variable"].to_list() == ["changes"]
    for name in ("coding_progress", "rejects_by_reason"):
        assert told[name].equals(tables[name])
    assert published_quality(tables, CODEBOOK)["margin_counts"].equals(OF_BOTH)
