"""The tables of the data-quality page: nothing in them counts sensitive answers."""

from dataclasses import replace

import polars as pl
from figure_examples import CODEBOOK

from pipeline.codebooks.conditions import Condition, Contradiction
from pipeline.disclosure.quality_tables import COUNTS_ANSWERS, published_quality

OF_BOTH = pl.DataFrame({"variable": ["innovated", "changes"], "n": [3, 40]})


def test_rows_of_sensitive_variables_are_left_out_where_answers_are_counted() -> None:
    secret = replace(CODEBOOK.variables["innovated"], sensitive=True)
    codebook = replace(CODEBOOK, variables={**CODEBOOK.variables, "innovated": secret})
    of_both = OF_BOTH.with_columns(check=pl.lit("straight_liners"), item=pl.lit(""))
    tables = dict.fromkeys((*COUNTS_ANSWERS, "coding_progress"), of_both)
    tables["rejects_by_reason"] = pl.DataFrame({"reason": ["twice"], "rejects": [1]})
    told = published_quality(tables, codebook)
    for name in COUNTS_ANSWERS:
        assert told[name]["variable"].to_list() == ["changes"]
    for name in ("coding_progress", "rejects_by_reason"):
        assert told[name].equals(tables[name])
    assert published_quality(tables, CODEBOOK)["margin_counts"].equals(of_both)


def test_rules_of_sensitive_variables_are_left_out_as_well() -> None:
    secret = replace(CODEBOOK.variables["innovated"], sensitive=True)
    rules = {
        name: Contradiction({"da": name}, (Condition(name, "", ("yes",)),))
        for name in ("innovated", "changes")
    }
    variables = {**CODEBOOK.variables, "innovated": secret}
    codebook = replace(CODEBOOK, variables=variables, contradictions=rules)
    rows = [(check, "", rule, 1, 9) for check in ("contradictions", "left_out") for rule in rules]
    names = ["check", "variable", "item", "flagged", "base"]
    quality = pl.DataFrame(rows, schema=names, orient="row")
    told = published_quality({"quality": quality}, codebook)["quality"]
    assert told.select("check", "item").rows() == [
        ("contradictions", "changes"),
        ("left_out", "changes"),
    ]
