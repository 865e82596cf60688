"""Exports and codebooks as tests of drafts need them: small, and written in the test."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl
from waves import TINY_ROOT

from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.reading import read_codebook
from pipeline.documents import read_document
from pipeline.drafting.codebook_draft import Before
from pipeline.drafting.columns import Column, columns_of
from pipeline.errors import CodebookError
from pipeline.readers.export import BROKEN_SCHEMA, Export, Source
from pipeline.wave import read_wave

FOLDER = TINY_ROOT / "data" / "raw" / "tiny" / "2024"
EXPORT = (FOLDER / "export.csv").read_text(encoding="utf-8")


def column(name: str, *answers: str, question: str = "", **labels: str) -> Column:
    """A column with its answers; labels are given as `_1="Ja"`."""
    frame = pl.DataFrame({name: answers}, schema={name: pl.String})
    by_value = {value.removeprefix("_"): label for value, label in labels.items()}
    return columns_of(
        export_of(frame, {name: question} if question else {}, {name: by_value} if labels else {})
    )[0]


def export_of(
    rows: pl.DataFrame,
    questions: Mapping[str, str] | None = None,
    labels: Mapping[str, Mapping[str, str]] | None = None,
) -> Export:
    """An export with these answers."""
    numbers = pl.Series("row", range(2, rows.height + 2), dtype=pl.UInt32)
    broken = pl.DataFrame(schema=BROKEN_SCHEMA)
    source = Source("export.csv", 1, "0")
    return Export(rows, numbers, broken, questions or {}, labels or {}, (source,), "CSV", "csv")


def tiny_export(
    *replaced: tuple[str, str],
    questions: Mapping[str, str] | None = None,
    labels: Mapping[str, Mapping[str, str]] | None = None,
) -> Export:
    """The tiny wave's export with some of its text replaced; rows that are broken left out."""
    text = EXPORT
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    lines = text.splitlines()
    width = lines[0].count(",")
    kept = [line.replace(',"Ja, og mere"', ",Ja og mere").split(",") for line in lines]
    frame = pl.DataFrame(
        [line for line in kept[1:] if len(line) == width + 1], schema=kept[0], orient="row"
    )
    return export_of(frame.with_columns(pl.all().replace("", None)), questions, labels)


def tiny_codebook() -> Codebook:
    """The codebook of the tiny wave."""
    return read_codebook(FOLDER / "codebook.yml")


def tiny_before(codebook: Path = FOLDER / "codebook.yml") -> Before:
    """The tiny wave as the one before."""
    settings = FOLDER / "wave.yml"
    read = read_codebook(codebook)
    return Before(
        read,
        read_wave(settings, read),
        codebook.read_text(encoding="utf-8"),
        settings.read_text(encoding="utf-8"),
        read_document(codebook, CodebookError),
        read_document(settings, CodebookError),
    )
