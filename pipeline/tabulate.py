"""The figure plan -> cells -> estimates and tests, written as tables."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import polars as pl

from pipeline import atomic
from pipeline.codebooks.codebook import Codebook
from pipeline.database import Database, existing_database
from pipeline.disclosure.control import disclosure_controlled
from pipeline.disclosure.parts import FIGURES, Part
from pipeline.estimating.cells import Wanted, figure_cells, named_cells, wanted, weighted_cells
from pipeline.estimating.estimates import estimates
from pipeline.estimating.group_tests import group_tests
from pipeline.estimating.joint_cells import item_sets, joint_cells
from pipeline.estimating.pair_tests import pair_tests
from pipeline.estimating.small_numbers import rules_of, with_small_numbers_judged
from pipeline.figures.banners import banner_plan
from pipeline.paths import MARGINS, QUALITY, Places
from pipeline.planning.plan import Plan
from pipeline.releases.files import released_tables
from pipeline.sampling.representativeness import margin_counts, margin_tests
from pipeline.sampling.sample import Sampling, report, sampling
from pipeline.wave import Wave


@dataclass(frozen=True)
class Results:
    """What was computed of one wave: see `results.ESTIMATES` and `results.TESTS`."""

    cells: pl.DataFrame
    estimates: pl.DataFrame
    tests: pl.DataFrame
    sampled: Sampling


@dataclass(frozen=True)
class Counted:
    """What was counted of one wave: nothing in it is of a single respondent.

    Frames as `cells.named_cells` and the files `sample_units`, `calibration_categories` and
    `response` of `sql/` give them; `ticks` and `scales` those that count several items jointly,
    for the `sets` of items of `joint_cells.item_sets`.
    """

    cells: pl.DataFrame
    units: pl.DataFrame
    categories: pl.DataFrame
    response: pl.DataFrame
    sets: pl.DataFrame
    ticks: pl.DataFrame
    scales: pl.DataFrame


def compute(places: Places, plan: Plan, codebook: Codebook, wave: Wave) -> Results:
    """Count what a plan asks for and estimate it."""
    return infer(count(places, plan, codebook), plan, codebook, wave)


def count(places: Places, plan: Plan, codebook: Codebook) -> Counted:
    """Count what a plan asks for."""
    sets = item_sets(plan, codebook)
    with existing_database(places.database) as database:
        return Counted(
            count_cells(database, wanted(plan, codebook)),
            database.query("sample_units"),
            database.query("calibration_categories"),
            database.query("response"),
            sets,
            *count_jointly(database, sets),
        )


def infer(counted: Counted, plan: Plan, codebook: Codebook, wave: Wave) -> Results:
    """The estimates and tests of a plan; pure."""
    sampled = sampling(counted.units, counted.categories, wave, codebook)
    cells = weighted_cells(counted.cells, sampled.units)
    joint = joint_cells(counted.ticks, counted.scales, counted.sets, codebook, sampled.units)
    estimated = estimates(plan, codebook, cells, counted.response, sampled, joint)
    return Results(
        cells,
        with_small_numbers_judged(estimated, plan),
        pl.concat(
            [
                group_tests(plan, codebook, cells, sampled, joint),
                pair_tests(plan, codebook, cells, sampled),
            ]
        ),
        sampled,
    )


def count_cells(database: Database, asked: Wanted) -> pl.DataFrame:
    """The cells of everything asked for, in one query, with names for numbers and codes."""
    prepare_tables(database, asked)
    return named_cells(
        database.query("cells"), database.table("questions"), database.table("categories")
    )


def prepare_tables(database: Database, asked: Wanted) -> None:
    """What is counted as temporary tables: the tables asked for, and who belongs to each."""
    questions = ["question", "group_question", "filter"]
    database.load_temporary("wanted", asked.tables.select(questions).unique().sort(questions))
    database.load_temporary("filter_rules", asked.filter_rules)
    database.make_temporary("filter_members")
    database.make_temporary("respondent_profiles")
    database.make_temporary("profile_groups")


def count_jointly(database: Database, sets: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Sets of ticks and moments of scales, of the profiles that `count_cells` has made."""
    database.load_temporary("item_sets", sets.drop("figure", "item", "group_variable"))
    return database.query("tick_patterns"), database.query("scale_moments")


def tabulate(places: Places, plan: Plan, codebook: Codebook, wave: Wave) -> Results:
    """Compute the results of a wave and write them below `data/processed/`."""
    results = compute(places, plan, codebook, wave)
    with existing_database(places.database) as database:
        for name in QUALITY:
            atomic.write_table(places.processed, name, database.query(name))
        atomic.write_parquet(places.released_answers, database.query("released_answers"))
        named = (pl.lit(places.survey).alias("survey"), pl.lit(places.wave).alias("wave"))
        checks = database.table("answer_checks").select(*named, pl.all())
        atomic.write_table(places.processed, "quality", checks)
        margins = database.query("sample_margins")
    designed = bool(wave.design.columns)
    tested = margin_tests(margins, results.sampled, designed, rules_of(plan))
    for name, table in zip(MARGINS, (margin_counts(margins), tested), strict=True):
        atomic.write_table(places.processed, name, table)
    parts = {FIGURES: _part(plan, codebook, results)}
    for name, banner in plan.banners.items():
        own = banner_plan(banner, plan, codebook)
        parts[name] = _part(own, codebook, compute(places, own, codebook, wave))
    atomic.write_parquet(places.cells, results.cells)
    atomic.write_table(places.processed, "sample", pl.DataFrame([asdict(report(results.sampled))]))
    _write(places, parts, codebook)
    return results


def _part(plan: Plan, codebook: Codebook, results: Results) -> Part:
    cells = figure_cells(plan, codebook, results.cells)
    return Part(plan, results.estimates, results.tests, cells)


def _write(places: Places, parts: Mapping[str, Part], codebook: Codebook) -> None:
    """The results of the figures and of each banner, first those that may be published."""
    frozen = released_tables(places)
    names = {name: f"banner_{name}_estimates" if name else "estimates" for name in parts}
    released = {name: frozen[table] for name, table in names.items() if table in frozen}
    disclosed = disclosure_controlled(parts, codebook, released)
    atomic.write_table(places.processed, "disclosure", disclosed.log)
    for beginning, tables in (("published_", disclosed.tables), ("", parts)):
        for name, one in tables.items():
            of_banner = f"{beginning}banner_{name}_" if name else beginning
            atomic.write_table(places.processed, f"{of_banner}tests", one.tests)
            atomic.write_table(places.processed, f"{of_banner}estimates", one.estimates)
