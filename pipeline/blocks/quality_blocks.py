"""The blocks that tell how good the answers are, and the open answers that may be shown; pure."""

from collections.abc import Iterator, Mapping

import polars as pl

from pipeline.blocks.answer_quality import answer_checks_html
from pipeline.blocks.coding_quality import coding_html
from pipeline.blocks.examples import examples_html
from pipeline.blocks.quality import LEFT_OUT, nonresponse_table, rejects_table
from pipeline.blocks.response_quality import response_html
from pipeline.codebooks.codebook import Codebook


def quality_blocks(
    tables: Mapping[str, pl.DataFrame],
    codebook: Codebook,
    level: float,
    invented: bool,
    smallest: int = 0,
) -> Iterator[tuple[str, str]]:
    """Name of a block and its HTML, '' where there is nothing to tell.

    `tables` are those of `paths.QUALITY` and `paths.MARGINS`, `quality` and `released_answers`, by
    name; `invented` says that the wave is a demonstration; flags of fewer than `smallest` are not
    counted out.
    """
    language = codebook.language
    yield "rejects", rejects_table(tables["rejects_by_reason"], language, smallest)
    yield "item-nonresponse", nonresponse_table(tables["item_nonresponse"], codebook, language)
    leaves_out = LEFT_OUT in tables["rejects_by_reason"]["reason"]
    checked = answer_checks_html(
        tables["quality"], codebook, language, smallest, leaves_out=leaves_out
    )
    yield "answer-checks", checked
    margins, tests = tables["margin_counts"], tables["margin_tests"]
    yield "response", response_html(tables["response"], margins, tests, codebook, language, level)
    progress, double = tables["coding_progress"], tables["double_codes"]
    yield "coding", coding_html(progress, double, codebook, language, level, invented)
    for variable in codebook.variables.values():
        if variable.type == "themes" and variable.derivation:
            ((question, _),) = variable.derivation.sources
            html = examples_html(tables["released_answers"], variable, language, invented)
            yield f"examples-{question.replace('_', '-')}", html
