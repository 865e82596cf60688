"""codebook.yml -> Codebook, with everything that is wrong in the file reported in one go."""

from pathlib import Path

from pydantic import ValidationError

from pipeline.codebooks import file
from pipeline.codebooks.codebook import Codebook, Columns, Flag
from pipeline.codebooks.reading.answers import check_scales
from pipeline.codebooks.reading.checks import check_columns, check_languages, check_names
from pipeline.codebooks.reading.conditions import contradictions
from pipeline.codebooks.reading.context import Reading
from pipeline.codebooks.reading.questions import read_variable
from pipeline.documents import complaints, read_document
from pipeline.errors import CodebookError


def read_codebook(path: Path) -> Codebook:
    """Read and check a codebook.

    Raises `CodebookError` with one message for each thing that is wrong, each with its line.
    """
    document = read_document(path, CodebookError)
    try:
        entry = file.CodebookEntry.model_validate(document.values)
    except ValidationError as problem:
        raise CodebookError(complaints(document, problem, file.KEYS)) from None
    reading = Reading(document, entry)
    for name, variable in entry.variables.items():
        reading.variables[name] = read_variable(reading, name, variable)
    columns = _columns(entry.columns)
    rules = contradictions(reading)
    check_scales(reading)
    check_columns(reading, columns)
    check_languages(reading)
    check_names(reading)
    if reading.problems:
        raise CodebookError(reading.problems)
    return Codebook(entry.survey, entry.wave, entry.languages, columns, reading.variables, rules)


def _columns(entry: file.ColumnsEntry) -> Columns:
    return Columns(
        entry.respondent,
        Flag(entry.completed.column, entry.completed.values) if entry.completed else None,
        Flag(entry.test.column, entry.test.values) if entry.test else None,
        entry.started,
        entry.finished,
        entry.personal,
        entry.unused,
    )
