"""The same shares and tests by R's survey package, where it is installed: seconds and numbers."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from pipeline.codebooks.tables import question_numbers
from pipeline.planning.plan import read_plan
from pipeline.reading import read_inputs
from pipeline.tabulate import compute
from tests.bench.survey import places

SCRIPT = Path(__file__).with_name("survey.R")
QUESTIONS = (("single_1", ""), ("single_2", ""), ("battery_1", "item_1"))
TABLES = 200
ANSWERS = """
copy (
    select
        respondents.stratum,
        respondents.weight,
        max(code) filter (question = $sector) as sector,
        max(code) filter (question = $first) as question_1,
        max(code) filter (question = $second) as question_2,
        max(code) filter (question = $third) as question_3,
    from respondents
    left join (select * from answers where state in ('answered', 'missing')) using (respondent)
    group by respondents.respondent, respondents.stratum, respondents.weight
) to '{file}' (header)
"""


@dataclass(frozen=True)
class SurveyPackage:
    """R's seconds for as many tables as the book has, scaled from those of `QUESTIONS`.

    `difference` is the largest relative difference of a share, standard error, statistic or
    p-value from what the pipeline computes.
    """

    seconds: float
    difference: float


def is_installed() -> bool:
    command = ["Rscript", "-e", "stopifnot(requireNamespace('survey', quietly = TRUE))"]
    found = shutil.which("Rscript")
    return found is not None and subprocess.run(command, capture_output=True).returncode == 0


def survey_package(root: Path) -> SurveyPackage:
    """Three questions by the first background variable, from a CSV of the answers in the base."""
    answers, results = root / "answers.csv", root / "results.csv"
    _write_answers(root, answers)
    done = subprocess.run(
        ["Rscript", str(SCRIPT), str(answers), str(results)],
        check=True,
        capture_output=True,
        text=True,
    )
    return SurveyPackage(
        float(done.stdout) * TABLES / len(QUESTIONS), _difference(root, pl.read_csv(results))
    )


def _write_answers(root: Path, file: Path) -> None:
    here = places(root)
    numbers = question_numbers(read_inputs(here)[0])
    asked = dict(zip(("first", "second", "third"), QUESTIONS, strict=True))
    values = {name: numbers[question] for name, question in asked.items()}
    with duckdb.connect(here.database, read_only=True) as connection:
        connection.execute("set enable_progress_bar = false")
        connection.execute(ANSWERS.format(file=file), {"sector": numbers["sector", ""], **values})


def _difference(root: Path, of_r: pl.DataFrame) -> float:
    """The largest relative difference; raises ValueError where a number is missing on a side."""
    here = places(root)
    codebook, wave = read_inputs(here)
    results = compute(here, read_plan(here.plan, codebook), codebook, wave)
    of_book = pl.DataFrame(
        [
            (f"question_{order}", f"{variable}_by_sector", item)
            for order, (variable, item) in enumerate(QUESTIONS, start=1)
        ],
        schema=["question", "figure", "item"],
        orient="row",
    )
    key = ["question", "sector", "category", "measure"]
    shares = (
        results.estimates.filter(statistic="share", group_variable="sector")
        .join(of_book, on=["figure", "item"])
        .select(
            "question",
            pl.col("group", "category")
            .replace("unknown", "answer_9")
            .str.extract(r"(\d+)$")
            .cast(pl.Int64),
            share="estimate",
            std_error="std_error",
        )
        .rename({"group": "sector"})
        .unpivot(index=key[:3], variable_name="measure")
    )
    tests = (
        results.tests.filter(test="rao_scott")
        .join(of_book, on=["figure", "item"])
        .select("question", "statistic", "p_value", sector=0, category=0)
        .unpivot(index=key[:3], variable_name="measure")
    )
    both = of_r.join(
        pl.concat([shares, tests], how="vertical_relaxed"), on=key, how="full", suffix="_of_book"
    )
    if both.null_count().sum_horizontal().sum():
        raise ValueError(f"R and the book have other numbers: {both}")
    relative = (pl.col("value_of_book") / pl.col("value") - 1).abs()
    return float(both.select(relative.max()).item())
