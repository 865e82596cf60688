"""corrections.yml: what was corrected in the released numbers of a wave, and why."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from pipeline.codebooks.codebook import Labels
from pipeline.documents import Record, complaints, read_document
from pipeline.errors import CorrectionError

Words = Annotated[dict[str, str], Field(min_length=1)]


class Correction(Record):
    """One correction note, as readers see it; its date names it."""

    date: date
    what: Words
    why: Words


class Corrections(Record):
    """All of a wave, in the order in which they were written."""

    corrections: Annotated[tuple[Correction, ...], Field(min_length=1)]


KEYS = (*Corrections.model_fields, *Correction.model_fields)


def read_corrections(path: Path, languages: Collection[str]) -> tuple[Correction, ...]:
    """The correction notes of a wave; none without the file.

    Raises `CorrectionError` with one message for each thing that is wrong.
    """
    if not path.is_file():
        return ()
    document = read_document(path, CorrectionError)
    try:
        notes = Corrections.model_validate(document.values).corrections
    except ValidationError as problem:
        raise CorrectionError(complaints(document, problem, KEYS)) from None
    dates = [note.date for note in notes]
    problems = [
        f"{document.where(('corrections', number))}: two notes of {note.date}; write one of both"
        for number, note in enumerate(notes)
        if note.date in dates[:number]
    ] + [
        f"{document.where(('corrections', number, name))}: no words in {language}; add them"
        for number, note in enumerate(notes)
        for name, words in (("what", note.what), ("why", note.why))
        for language in languages
        if not words.get(language)
    ]
    if problems:
        raise CorrectionError(problems)
    return notes


def words_of(labels: Labels, language: str) -> str:
    """The words of a note in a language, on one line."""
    return " ".join(labels[language].split())
