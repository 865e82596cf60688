"""The figure plan -> cells -> estimates and tests, written as tables."""

from dataclasses import asdict, dataclass

import polars as pl

from pipeline import atomic
from pipeline.cells import Wanted, named_cells, wanted, weighted_cells
from pipeline.codebook import Codebook
from pipeline.database import Database, existing_database
from pipeline.estimates import estimates
from pipeline.group_tests import group_tests
from pipeline.pair_tests import pair_tests
from pipeline.paths import QUALITY, Places
from pipeline.plan import Plan
from pipeline.sampling import Sampling, report, sampling
from pipeline.small_numbers import with_small_numbers_judged
from pipeline.wave import Wave


@dataclass(frozen=True)
class Results:
    """What was computed of one wave: see `results.ESTIMATES` and `results.TESTS`."""

    cells: pl.DataFrame
    estimates: pl.DataFrame
    tests: pl.DataFrame
    sampled: Sampling


def compute(places: Places, plan: Plan, codebook: Codebook, wave: Wave) -> Results:
    """Count what a plan asks for and estimate it."""
    with existing_database(places.database) as database:
        counted = count_cells(database, wanted(plan, codebook))
        units = database.query("sample_units")
        categories = database.query("calibration_categories")
        response = database.query("response")
    sampled = sampling(units, categories, wave, codebook)
    cells = weighted_cells(counted, sampled.units)
    return Results(
        cells,
        with_small_numbers_judged(estimates(plan, codebook, cells, response, sampled), plan),
        pl.concat(
            [
                group_tests(plan, codebook, cells, sampled),
                pair_tests(plan, codebook, cells, sampled),
            ]
        ),
        sampled,
    )


def count_cells(database: Database, asked: Wanted) -> pl.DataFrame:
    """The cells of everything asked for, in one query, with names for numbers and codes."""
    questions = ["question", "group_question", "filter"]
    database.load_temporary("wanted", asked.tables.select(questions).unique().sort(questions))
    database.load_temporary("filter_rules", asked.filter_rules)
    database.make_temporary("filter_members")
    database.make_temporary("respondent_profiles")
    return named_cells(
        database.query("cells"), database.table("questions"), database.table("categories")
    )


def tabulate(places: Places, plan: Plan, codebook: Codebook, wave: Wave) -> Results:
    """Compute the results of a wave and write them below `data/processed/`."""
    results = compute(places, plan, codebook, wave)
    with existing_database(places.database) as database:
        for name in QUALITY:
            atomic.write_table(places.processed, name, database.query(name))
    atomic.write_parquet(places.cells, results.cells)
    atomic.write_table(places.processed, "sample", pl.DataFrame([asdict(report(results.sampled))]))
    atomic.write_table(places.processed, "tests", results.tests)
    atomic.write_table(places.processed, "estimates", results.estimates)
    return results
