"""Where the numbers of a wave come from: inputs, rows in and out by stage, code and libraries."""

import hashlib
import platform
from functools import cache
from importlib.metadata import version
from pathlib import Path

import polars as pl

from pipeline.blocks.provenance_page import Provenance
from pipeline.database import existing_database
from pipeline.paths import SQL, Places
from pipeline.readers.export import Source

LIBRARIES = (
    "duckdb",
    "polars",
    "numpy",
    "scipy",
    "statsmodels",
    "matplotlib",
    "pandera",
    "pypandoc-binary",
)
"""The packages that numbers, pictures and pages depend on most."""
PACKAGE = Path(__file__).resolve().parent
FINGERPRINT = 12
"""Characters of a checksum that tell two versions of the code apart."""


def provenance(places: Places) -> Provenance:
    """Of a wave that has been tabulated; the export as it was when it was loaded."""
    with existing_database(places.database) as database:
        received = [Source(*row) for row in database.table("sources").iter_rows()]
        rows = {
            "accepted": database.count("respondents"),
            "rejected": database.count("rejected_rows"),
            "values_rejected": database.count("rejected_values"),
        }
    written = (places.codebook, places.wave_settings, *sorted(places.raw.glob("*_codes.csv")))
    # Of what all waves share a wave has its own part: a new wave changes nothing about it.
    shared = (places.planned, places.compared, places.benchmarks)
    beside = (path for path in shared if path.is_file())
    sample = pl.read_parquet(places.processed / "sample.parquet")
    return Provenance(
        (*received, *map(_source, (*written, *beside))),
        {
            "received": rows["accepted"] + rows["rejected"],
            **rows,
            "cells": _height(places.cells),
            "estimates": _height(places.published("estimates")),
            "tests": _height(places.published("tests")),
        },
        int(sample["lonely_strata"].item()),
        code_fingerprint(),
        versions(),
    )


@cache
def code_fingerprint() -> str:
    """The first characters of the checksum of all code, queries included."""
    digest = hashlib.sha256()
    for folder, pattern in ((PACKAGE, "*.py"), (SQL, "*.sql")):
        for path in sorted(folder.rglob(pattern)):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:FINGERPRINT]


def versions() -> dict[str, str]:
    """Python and the libraries that numbers depend on, with their versions."""
    return {
        "Python": platform.python_version(),
        **{name: version(name) for name in LIBRARIES},
    }


def _source(path: Path) -> Source:
    content = path.read_bytes()
    return Source(path.name, len(content), hashlib.sha256(content).hexdigest())


def _height(path: Path) -> int:
    return int(pl.scan_parquet(path).select(pl.len()).collect().item())
