"""A wave whose answers were erased: its tables and its pages' includes from the released files."""

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import polars as pl

from pipeline import atomic
from pipeline.claims.records import Notes, from_records
from pipeline.codebooks.codebook import Codebook
from pipeline.errors import CorrectionError
from pipeline.paths import Places
from pipeline.releases.corrections import read_corrections
from pipeline.releases.files import SCHEMAS, release_record, released_tables

NOTES = "claims.json"
"""What the pages showed of each claim: the released numbers would round some a second time."""


ANSWERS = "answers.json"
"""The open answers that a person released: they stay on the pages."""


def keep_report(places: Places, made: Iterable[Path]) -> None:
    """Keep what the pages include, `made` by the stage fragments, among the released files."""
    new = places.kept_report.with_name(f".{places.kept_report.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    for path in made:
        atomic.write_bytes(new / path.relative_to(places.pages), path.read_bytes())
    atomic.write_bytes(new / NOTES, places.claim_notes.read_bytes())
    answers = pl.read_parquet(places.released_answers)["text"].to_list()
    atomic.write_bytes(new / ANSWERS, json.dumps(answers, ensure_ascii=False).encode())
    new.rename(places.kept_report)


def kept_notes(places: Places) -> Mapping[str, Notes]:
    """What the pages of an erased wave showed of each claim; nothing for other waves."""
    path = places.kept_report / NOTES
    return from_records(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}


def kept_answers(places: Places) -> list[str]:
    """The open answers of an erased wave that its pages still show; none of other waves."""
    path = places.kept_report / ANSWERS
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []


def restore_results(places: Places) -> list[Path]:
    """The released estimates and tests as the stages tabulate and change write them.

    They stand for the exact ones, too, which are gone. Returns what was written.
    """
    written = []
    for name, table in released_tables(places).items():
        whole = pl.concat([pl.DataFrame(schema=_schema(name)), table], how="diagonal")
        for beginning in ("", "published_"):
            atomic.write_table(places.processed, beginning + name, whole)
            written += [places.processed / f"{beginning}{name}.{end}" for end in ("parquet", "csv")]
    return written


def restore_report(places: Places, codebook: Codebook) -> list[Path]:
    """The kept includes and metadata of the wave's pages, put back; returns what was written.

    Raises `CorrectionError` for a correction that was not released before the answers were erased.
    """
    frozen = release_record(places)["corrections"]
    for note in read_corrections(places.corrections, codebook.languages):
        if note.date not in frozen:
            raise CorrectionError(
                f"{places.corrections}: the answers of {places.name} were erased, so the numbers "
                f"cannot be corrected any more; remove the note of {note.date}"
            )
    beside = {places.kept_report / name for name in (NOTES, ANSWERS)}
    kept = sorted(
        path for path in places.kept_report.rglob("*") if path.is_file() and path not in beside
    )
    targets = {places.pages / path.relative_to(places.kept_report): path for path in kept}
    for target, path in targets.items():
        atomic.write_bytes(target, path.read_bytes())
    for stale in {path for path in places.made.rglob("*") if path.is_file()} - targets.keys():
        stale.unlink()
    return list(targets)


def _schema(name: str) -> pl.Schema:
    return SCHEMAS[name.rpartition("_")[2]]
