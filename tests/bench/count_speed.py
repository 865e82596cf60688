"""All questions by the background variables, against the bare counts of the same cells."""

import time
from pathlib import Path

import duckdb

from pipeline.codebook_tables import question_numbers
from pipeline.plan import read_plan
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
    here = places(root)
    codebook, _ = read_inputs(here)
    numbers = question_numbers(codebook)
    begun = time.perf_counter()
    with duckdb.connect(here.database, read_only=True) as connection:
        connection.execute("set enable_progress_bar = false")
        for name in BACKGROUND:
            connection.execute(BARE_COUNT, [numbers[name, ""]]).fetchall()
    return time.perf_counter() - begun
