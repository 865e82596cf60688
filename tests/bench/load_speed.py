"""The export to `answers`, against DuckDB's own reading of the same file."""

import tempfile
import time
from pathlib import Path

import duckdb

from pipeline.load import load
from pipeline.reading import read_inputs
from tests.bench.survey import places


def load_export(root: Path) -> float:
    """The stage as it is: reading, validation, SQL, the database in its place."""
    codebook, wave = read_inputs(places(root))
    begun = time.perf_counter()
    load(places(root), codebook, wave)
    return time.perf_counter() - begun


def read_by_duckdb(root: Path) -> float:
    """The same file as a table of text in a new database, and nothing else."""
    export = places(root).raw / "export.csv"
    with tempfile.TemporaryDirectory(dir=root) as folder:
        begun = time.perf_counter()
        with duckdb.connect(Path(folder) / "read.duckdb") as connection:
            connection.execute("set enable_progress_bar = false")
            connection.execute(
                "create table export as from read_csv(?, all_varchar = true)", [str(export)]
            )
        return time.perf_counter() - begun
