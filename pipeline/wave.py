"""wave.yml: what is known of one fieldwork round beside its questionnaire."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from pipeline.codebooks.codebook import RESPONDENT_CHECKS, Codebook
from pipeline.documents import Document, Record, complaints, nearest, read_document
from pipeline.errors import CodebookError

Labels = dict[str, str]
TIMED_CHECKS = ("speeders", "answers_alike")


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


class Design(Record):
    """How respondents were drawn; columns of the export tell who belongs where.

    `population` has, for each stratum as the export calls it, the number of clusters in the
    population (without clusters: of units); with it intervals get the finite population
    correction.
    """

    weight: str | None = None
    strata: str | None = None
    clusters: str | None = None
    population: Mapping[str, Annotated[int, Field(gt=0)]] = {}

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the export that the design needs."""
        return tuple(name for name in (self.weight, self.strata, self.clusters) if name)


class Calibration(Record):
    """Known totals that the weighted sample is made to agree with.

    One margin is post-stratification, several are raking. `trim` bounds how much smaller and
    larger than their mean the factors may be.
    """

    margins: Annotated[dict[str, dict[str, Annotated[float, Field(gt=0)]]], Field(min_length=1)]
    trim: tuple[Annotated[float, Field(ge=0, lt=1)], Annotated[float, Field(gt=1)]] | None = None


class Quality(Record):
    """What follows of the checks of the answers: respondents whom one of these flags do not count.

    `leave_out` has names of checks, those of the codebook among them, the first that holds first.
    """

    leave_out: tuple[str, ...] = ()


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
    address: Annotated[str, Field(pattern=r"^(https?://\S+)?$")] = ""
    """Where the report is published, for those who cite it."""
    export: ExportFiles = ExportFiles()
    demonstration: Labels = {}
    """The sentence that every page shows when the data are not real."""
    release: Literal["automatic"] | None = None
    """Whether a run whose claims hold releases the numbers, or a person does."""
    frame: Frame | None = None
    design: Design = Design()
    calibration: Calibration | None = None
    confirmed_jumps: dict[str, Labels] = {}
    """Large changes since earlier waves that a person has looked at, and why they are so."""
    rejected_value_limit: Annotated[float, Field(ge=0, le=1)] = 0.02
    """The share of a column's answers that may be rejected for one reason before the run stops."""
    quality: Quality = Quality()

    @property
    def is_weighted(self) -> bool:
        """Whether a design or weights are declared: then estimates are design-based."""
        return bool(self.design.columns or self.calibration)


KEYS = (
    "from",
    "to",
    *(
        key
        for record in (Wave, Frame, ExportFiles, Design, Calibration, Quality)
        for key in record.model_fields
    ),
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
        where = document.where(("frame", "counts"))
        problems += _counts_problems(where, wave.frame.by, wave.frame.counts, codebook)
    if wave.calibration:
        problems += _calibration_problems(document, wave.calibration, codebook)
    if wave.design.population and not wave.design.strata:
        problems.append(
            f"{document.where(('design', 'population'))}: needs strata, which it counts"
        )
    problems += _leaving_out_problems(document, wave.quality.leave_out, codebook)
    if problems:
        raise CodebookError(problems)
    return wave


def _counts_problems(
    where: str, by: str, counts: Mapping[str, float], codebook: Codebook
) -> list[str]:
    """What is wrong with counts of the population by the categories of a variable."""
    variable = codebook.variables.get(by)
    if variable is None:
        return [f'{where}: there is no variable "{by}"{nearest(by, codebook.variables)}']
    wanted = [name for name, category in variable.categories.items() if not category.missing]
    unknown = [
        f'{where}: "{name}" is no category of {by}{nearest(name, wanted)}'
        for name in counts
        if name not in wanted
    ]
    lacking = [
        f'{where}: the count of "{name}" is missing' for name in wanted if name not in counts
    ]
    return unknown + lacking


def _leaving_out_problems(
    document: Document, names: Sequence[str], codebook: Codebook
) -> Iterator[str]:
    """Checks that there are not, or that flag nobody since the codebook names no times."""
    known = (*RESPONDENT_CHECKS, *codebook.contradictions)
    has_times = codebook.columns.started and codebook.columns.finished
    for number, name in enumerate(names):
        where = document.where(("quality", "leave_out", number))
        if name not in known:
            yield f'{where}: "{name}" is no check that flags respondents{nearest(name, known)}'
        elif name in TIMED_CHECKS and not has_times:
            yield (
                f"{where}: {name} needs times; name the columns `started` and `finished` in "
                "codebook.yml, or take it out"
            )
        elif name in names[:number]:
            yield f'{where}: "{name}" stands twice; remove one'


def _calibration_problems(
    document: Document, calibration: Calibration, codebook: Codebook
) -> list[str]:
    problems = []
    for by, counts in calibration.margins.items():
        where = document.where(("calibration", "margins", by))
        problems += _counts_problems(where, by, counts, codebook)
        variable = codebook.variables.get(by)
        if variable and variable.has_items:
            problems.append(f'{where}: "{by}" has items; name a single or derived variable')
    return problems
