"""wave.yml: what is known of one fieldwork round beside its questionnaire."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from pipeline.codebook import Codebook
from pipeline.documents import Record, complaints, nearest, read_document
from pipeline.errors import CodebookError

Labels = dict[str, str]


class Fieldwork(Record):
    """The first and the last day on which answers came in."""

    first: Annotated[date, Field(alias="from")]
    last: Annotated[date, Field(alias="to")]


class ExportFiles(Record):
    """Which files are the export, and of which survey tool; found by looking when not named."""

    format: str | None = None
    files: tuple[str, ...] = ()


class Frame(Record):
    """The number of units in the population by the categories of one variable."""

    by: str
    counts: Mapping[str, Annotated[int, Field(gt=0)]]


class Wave(Record):
    """One fieldwork round."""

    survey: str
    wave: str
    title: Labels
    fieldwork: Fieldwork
    mode: Labels = {}
    population: Labels = {}
    publisher: str = ""
    contact: str = ""
    export: ExportFiles = ExportFiles()
    demonstration: Labels = {}
    """The sentence that every page shows when the data are not real."""
    frame: Frame | None = None
    rejected_value_limit: Annotated[float, Field(ge=0, le=1)] = 0.02
    """The share of a column's answers that may be rejected for one reason before the run stops."""


KEYS = (
    "from",
    "to",
    *(key for record in (Wave, Frame, ExportFiles) for key in record.model_fields),
)


def read_wave(path: Path, codebook: Codebook) -> Wave:
    """Read wave.yml and check it against the codebook.

    Raises `CodebookError` with one message for each thing that is wrong.
    """
    document = read_document(path, CodebookError)
    try:
        wave = Wave.model_validate(document.values)
    except ValidationError as problem:
        raise CodebookError(complaints(document, problem, KEYS)) from None
    problems = []
    if (wave.survey, wave.wave) != (codebook.survey, codebook.wave):
        problems.append(
            f"{path} is about {wave.survey} {wave.wave}, "
            f"but codebook.yml about {codebook.survey} {codebook.wave}; correct one of them"
        )
    if wave.fieldwork.first > wave.fieldwork.last:
        problems.append(f"{document.where(('fieldwork',))}: ends before it begins")
    if wave.frame:
        problems += _frame_problems(document.where(("frame",)), wave.frame, codebook)
    if problems:
        raise CodebookError(problems)
    return wave


def _frame_problems(where: str, frame: Frame, codebook: Codebook) -> list[str]:
    variable = codebook.variables.get(frame.by)
    if variable is None:
        hint = nearest(frame.by, codebook.variables)
        return [f'{where}: there is no variable "{frame.by}"{hint}']
    wanted = [name for name, category in variable.categories.items() if not category.missing]
    unknown = [
        f'{where}.counts: "{name}" is no category of {frame.by}{nearest(name, wanted)}'
        for name in frame.counts
        if name not in wanted
    ]
    lacking = [
        f'{where}.counts: the count of "{name}" is missing'
        for name in wanted
        if name not in frame.counts
    ]
    return unknown + lacking
