"""All questions by the background variables, against the bare counts of the same cells.

In the weighted survey the cells are by stratum, with the sums of weights and of their squares;
tests are Rao and Scott's, with all pairs of groups compared.
"""

import time
from pathlib import Path

import duckdb

from pipeline.codebooks.tables import question_numbers
from pipeline.planning.plan import read_plan
from pipeline.reading import read_inputs
from pipeline.tabulate import compute
from tests.bench.survey import BACKGROUND, places

BARE_COUNT = """
select
    answers.question,
    answers.state,
    answers.code,
    group_answers.code as group_code,
    count(*) as n,
from answers
inner join answers as group_answers using (respondent)
where group_answers.question = ?
group by all
"""
BARE_SUMS = """
select
    answers.question,
    answers.state,
    answers.code,
    group_answers.code as group_code,
    respondents.stratum,
    count(*) as n,
    sum(respondents.weight) as sum_w,
    sum(respondents.weight * respondents.weight) as sum_w2,
from answers
inner join answers as group_answers using (respondent)
inner join respondents using (respondent)
where group_answers.question = ?
group by all
"""


def estimate_all(root: Path) -> float:
    """Cells, estimates and tests of every question by each background variable."""
    here = places(root)
    codebook, wave = read_inputs(here)
    plan = read_plan(here.plan, codebook)
    begun = time.perf_counter()
    compute(here, plan, codebook, wave)
    return time.perf_counter() - begun


def count_by_duckdb(root: Path) -> float:
    """One query a background variable, on the `answers` that the pipeline made."""
    return _bare(root, BARE_COUNT)


def sum_by_duckdb(root: Path) -> float:
    """As `count_by_duckdb`, for the cells of a stratified sample with weights."""
    return _bare(root, BARE_SUMS)


def _bare(root: Path, query: str) -> float:
    here = places(root)
    codebook, _ = read_inputs(here)
    numbers = question_numbers(codebook)
    begun = time.perf_counter()
    with duckdb.connect(here.database, read_only=True) as connection:
        connection.execute("set enable_progress_bar = false")
        for name in BACKGROUND:
            connection.execute(query, [numbers[name, ""]]).fetchall()
    return time.perf_counter() - begun
