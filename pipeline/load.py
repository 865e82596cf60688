"""Export -> raw, accepted respondents and answers: the one writer of wave.duckdb."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.tables import codebook_tables, question_numbers
from pipeline.coding.answers import coding_tables, misplaced
from pipeline.coding.codings import CodesFile
from pipeline.database import Database, new_database
from pipeline.errors import ExportError
from pipeline.loading.answer_checks import (
    NOBODY,
    answer_checks,
    left_out,
    left_out_counted,
    make_flags,
)
from pipeline.loading.codes_files import answers_by_respondent, read_codes, themes_variables
from pipeline.loading.export_check import export_problems
from pipeline.loading.joined_columns import expanded
from pipeline.loading.pseudonyms import pseudonym_key, pseudonyms
from pipeline.loading.received_rows import received_rows, trimmed, without_personal
from pipeline.loading.unknown_answers import unknown_labels, unknown_options
from pipeline.loading.validation import failed_values
from pipeline.loading.wave_tables import calibration_margins, frame_table, stratum_sizes
from pipeline.paths import Places
from pipeline.readers.export import Export
from pipeline.readers.reading import read_export
from pipeline.sampling.design_check import Accepted, design_unknown
from pipeline.wave import Wave

CHECKS = ("accounted_rows", "answer_without_category", "missing_answers", "unexplained_invalid")
"""Queries of `sql/checks/` that return what must not be."""


@dataclass(frozen=True)
class Loaded:
    """What became of the received rows."""

    received: int
    accepted: int
    rejected: int
    rejected_values: int


def load(places: Places, codebook: Codebook, wave: Wave) -> Loaded:
    """Read, validate and store the export of a wave.

    Raises `ExportError` when the export cannot be used; then the last good database stays.
    """
    as_read = read_export(places.raw, wave.export.files, wave.export.format)
    refuse(places, export_problems(as_read, codebook, wave.design))
    taken_apart = expanded(trimmed(as_read), codebook)
    export = taken_apart.export
    failed = all_failed(export, codebook, taken_apart.failed)
    refuse(places, unknown_labels(export, codebook, failed, wave.rejected_value_limit))
    refuse(places, unknown_options(export, codebook, failed, wave.rejected_value_limit))
    identified = received = received_rows(export, codebook, wave.design)
    files = read_codes(places.raw, codebook)
    codings = coding_tables(files, identified, question_numbers(codebook))
    if codebook.columns.respondent:
        key = pseudonym_key(bool(wave.demonstration))
        received = received.with_columns(pseudonyms(received["respondent_key"], key))
    with new_database(places.database) as database:
        database.load("raw", without_personal(as_read, codebook))
        del as_read  # the text of a large export is not held twice from here on
        store(database, codebook, wave, export, received, failed, codings)
        refuse(places, wrong_codes(database, files, identified, codebook))
        check_answers(database, wave)
        name = export.sources[0].name
        refuse(places, design_unknown(accepted(database, received), wave, codebook, name))
        check(database)
        refuse(places, rejected_values(database, export, wave.rejected_value_limit))
        loaded = Loaded(
            export.rows.height + export.broken.height,
            database.count("respondents"),
            database.count("rejected_rows"),
            database.count("rejected_values"),
        )
    return loaded


def refuse(places: Places, problems: Iterable[str]) -> None:
    """Raise `ExportError` when there are problems; each begins with the name of a file."""
    if messages := [f"{places.raw.as_posix()}/{problem}" for problem in problems]:
        raise ExportError(messages)


def all_failed(export: Export, codebook: Codebook, joined: pl.DataFrame) -> pl.DataFrame:
    """Every value that fails, once: what joined answers fail by is known already."""
    failed = failed_values(export.rows, export.row_numbers, codebook)
    known = joined.select("row", "column_name")
    return pl.concat([failed.join(known, on=["row", "column_name"], how="anti"), joined])


def rejected_values(database: Database, export: Export, limit: float) -> Iterator[str]:
    """The columns of which more is rejected for one reason than the wave allows.

    A few such values are respondents' or the tool's; many mean that the codebook is wrong.
    """
    shares = database.query("rejected_shares").filter(
        pl.col("rejected") > limit * pl.col("answers")
    )
    for row in shares.iter_rows(named=True):
        yield (
            f'{export.sources[0].name}, row {row["first_row"]}, column "{row["column_name"]}" '
            f"({row['variable']}): {row['rejected']} of {row['answers']} answers are rejected: "
            f"{row['reason']} (allowed: {limit:.0%}); correct the question in codebook.yml, or "
            "allow more by rejected_value_limit in wave.yml"
        )


def wrong_codes(
    database: Database, files: Sequence[CodesFile], identified: pl.DataFrame, codebook: Codebook
) -> Iterator[str]:
    """Everything that is wrong in the files of codes."""
    respondents = frozenset(identified["respondent_key"].drop_nulls()) if files else frozenset()
    for file, (_, source) in zip(files, themes_variables(codebook), strict=True):
        answers = answers_by_respondent(database, identified, source)
        yield from file.problems
        yield from misplaced(file, answers, respondents, source)


def store(
    database: Database,
    codebook: Codebook,
    wave: Wave,
    export: Export,
    received: pl.DataFrame,
    failed: pl.DataFrame,
    codings: Mapping[str, pl.DataFrame],
) -> None:
    """Fill the database: the files of `sql/` in the order in which they build on each other."""
    for table, frame in {**codebook_tables(codebook), **codings}.items():
        database.load(table, frame)
    database.load("frame", frame_table(wave))
    database.load("stratum_sizes", stratum_sizes(wave))
    database.load("calibration_margins", calibration_margins(wave, codebook))
    database.load("sources", pl.DataFrame([vars(source) for source in export.sources]))
    database.offer("texts_received", without_personal(export, codebook))
    database.load_temporary("received", received)
    database.load_temporary("broken_rows", export.broken)
    database.load_temporary("failed_values", failed)
    database.load_temporary("left_out", NOBODY)
    database.run("answer_state")
    fill(database)


def fill(database: Database) -> None:
    """Make the tables of those who are not left out, and of their answers."""
    database.make("respondents")
    database.make("rejected_rows")
    for table in ("coded_answers", "last_positions", "not_asked", "tick_counts"):
        database.make_temporary(table)
    database.make("answers")
    # As large as the answers themselves, and made for them alone.
    database.drop("coded_answers")
    database.make("open_answers")
    database.make("counted_codings")
    database.append("answers", "derived_themes")
    database.append("answers", "derived_numbers")
    database.append("answers", "derived_groups")
    database.append("answers", "derived_crosses")
    database.make("calibration_cells")
    database.make("rejected_values")


def check_answers(database: Database, wave: Wave) -> None:
    """Store what the checks of the answers flag, and leave out whom a declared one flags.

    The checks are of all who are accepted without them: so many are flagged, left out or not.
    """
    make_flags(database)
    checked, respondents = answer_checks(database), database.count("respondents")
    rows = left_out(database, wave)
    if rows.height:
        database.load_temporary("left_out", rows)
        fill(database)
    counted = left_out_counted(rows, wave, respondents)
    database.load("answer_checks", pl.concat([checked, counted]))


def accepted(database: Database, received: pl.DataFrame) -> Accepted:
    """The accepted respondents with the weights as received: the database may not hold them."""
    respondents = database.table("respondents").drop("weight")
    return Accepted(
        respondents.join(received.select("row", "weight"), on="row", how="left"),
        database.query("uncalibrated"),
        database.query("sample_units"),
        database.query("calibration_categories"),
    )


def check(database: Database) -> None:
    """Raise `ExportError` when the tables do not add up: a defect, never the user's fault."""
    for name in CHECKS:
        failing = database.query(f"checks/{name}")
        if failing.height:
            raise ExportError(
                f"check {name} failed for {failing.height} rows, the first: {failing.row(0)}; "
                "this is a defect of the pipeline, please report it"
            )
