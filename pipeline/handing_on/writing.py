"""The answers of a wave -> files for other programs, in `data/processed/`, for their owner only."""

from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl
import pyreadstat

from pipeline import atomic
from pipeline.codebooks.codebook import Codebook
from pipeline.database import existing_database
from pipeline.errors import PipelineError
from pipeline.handing_on.columns import question_columns
from pipeline.handing_on.datapackage import FILE, answers_csv, datapackage, labels_csv
from pipeline.handing_on.microdata import Microdata, microdata, moved_table, state_table
from pipeline.handing_on.spss import Missing, described, syntax
from pipeline.handing_on.workbook import workbook
from pipeline.paths import Places
from pipeline.reading import read_inputs
from pipeline.releases.files import answers_erased
from pipeline.sampling.sample import sampling
from pipeline.wave import Wave

FORMATS = ("sav", "xlsx", "csv", "parquet")
PRIVATE, PRIVATE_FOLDER = 0o600, 0o700
BOM = "\ufeff"
"""Tells SPSS that syntax is UTF-8."""


@dataclass(frozen=True)
class HandedOn:
    """What was written, and what whoever gets it should know."""

    files: tuple[Path, ...]
    respondents: int
    columns: int
    notes: tuple[str, ...]


def hand_on(places: Places, format: str) -> HandedOn:
    """Write the answers of a wave in a format of `FORMATS`, each to a folder of its own.

    Raises `PipelineError` for a wave that was not loaded or whose answers were erased.
    """
    if answers_erased(places):
        raise PipelineError(
            f"the answers of {places.name} were erased; its published numbers are in "
            f"{places.released}"
        )
    codebook, wave = read_inputs(places)
    data = read_microdata(places, codebook, wave)
    folder = places.handed_on / format
    folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    for one in (places.handed_on, folder):
        one.chmod(PRIVATE_FOLDER)
    files = _contents(data, format)
    cut: tuple[str, ...] = ()
    for name, content in files.items():
        atomic.write(folder / name, partial(Path.write_bytes, data=content), PRIVATE)
    written = [folder / name for name in files]
    if format == "sav":
        written.insert(0, folder / f"{data.name}.sav")
        cut = _write_sav(written[0], data)
    return HandedOn(
        tuple(written), data.rows.height, data.rows.width, (*_notes(data, codebook), *cut)
    )


def read_microdata(places: Places, codebook: Codebook, wave: Wave) -> Microdata:
    """The accepted answers of a wave, one row a respondent."""
    with existing_database(places.database) as database:
        largest = dict(database.query("largest_numbers").iter_rows())
        columns = question_columns(codebook, largest)
        database.load_temporary("state_codes", state_table(columns))
        database.load_temporary("moved_codes", moved_table(columns))
        units, categories = (
            database.query(name) for name in ("sample_units", "calibration_categories")
        )
        return microdata(
            database.query("handed_answers"),
            columns,
            database.query("handed_respondents"),
            sampling(units, categories, wave, codebook),
            codebook,
            wave,
        )


def _contents(data: Microdata, format: str) -> dict[str, bytes]:
    """Name -> content of all files but the .sav, which its library writes itself."""
    match format:
        case "sav":
            return {f"{data.name}.sps": (BOM + syntax(data)).encode()}
        case "xlsx":
            return {f"{data.name}.xlsx": workbook(data)}
        case "csv":
            files = {
                f"{data.name}.csv": answers_csv(data),
                f"{data.name}-labels.csv": labels_csv(data),
            }
        case _:
            files = {f"{data.name}.parquet": _parquet(data.rows)}
    return {**files, FILE: datapackage(data, files)}


def _parquet(rows: pl.DataFrame) -> bytes:
    buffer = BytesIO()
    rows.write_parquet(buffer)
    return buffer.getvalue()


def _write_sav(path: Path, data: Microdata) -> tuple[str, ...]:
    """Write the .sav; the labels that had to be cut."""
    said = described(data)
    atomic.write(
        path,
        lambda temporary: pyreadstat.write_sav(
            data.rows,
            temporary,
            file_label=said.file_label,
            column_labels=dict(said.labels),
            variable_value_labels={
                name: dict(labels.items()) for name, labels in said.value_labels.items()
            },
            missing_ranges={name: _ranges(missing) for name, missing in said.missing.items()},
            variable_measure=dict(said.measures),
            variable_format=dict(said.formats),
            row_compress=True,
        ),
        PRIVATE,
    )
    return said.cut


def _ranges(missing: Missing) -> list[Any]:
    """Missing values as the library takes them."""
    return [{"lo": one[0], "hi": one[1]} if isinstance(one, tuple) else one for one in missing]


def _notes(data: Microdata, codebook: Codebook) -> tuple[str, ...]:
    """What is left out, and what has another code than in the codebook."""
    texts = [one.name for one in codebook.variables.values() if one.type == "text"]
    left_out = [f"left out, as they may tell who wrote them: open answers ({', '.join(texts)})"]
    moved = [
        f'{one.name}: "{one.labels[new]}" has code {new} instead of {old}, so that SPSS can take '
        "every missing value for one"
        for one in data.columns
        for old, new in one.moved.items()
    ]
    return (*(left_out if texts else ()), *moved)
