"""series.yml: what an analyst decided about questions that changed between waves."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError

from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.differences import Difference, differences
from pipeline.documents import Document, Record, complaints, nearest, read_document
from pipeline.errors import SeriesError

Labels = dict[str, str]
Answer = Literal["comparable", "broken", "not_comparable", "new", "gone"]
CHANGED: tuple[Answer, ...] = ("comparable", "broken", "not_comparable")
NEEDS_REASON = ("broken", "not_comparable")
SECTION = "since_last_wave"
ALSO = "also_compared"


class Decision(Record):
    """What became of a question since the wave before; readers see why a series is broken."""

    answer: Annotated[Answer, Field(alias="is")]
    because: Labels = {}


Decisions = Annotated[dict[str, Decision], BeforeValidator(lambda written: written or {})]
"""None yet where only comments stand below a wave."""


class Series(Record):
    """The decisions by the later wave and by the question, `variable` or `variable.item`."""

    survey: str
    since_last_wave: dict[str, Decisions] = {}
    also_compared: dict[str, tuple[str, ...]] = {}
    """Earlier waves that a wave is compared with, besides the one before it."""


def read_series(path: Path) -> Series:
    """The decisions about a survey's waves; none where there is no file. Raises `SeriesError`."""
    if not path.is_file():
        return Series(survey=path.parent.name)
    return _read(path)[0]


def part_of_wave(series: Series, wave: str) -> dict[str, Any]:
    """What is decided about a wave and those before it; what comes later is left out."""
    parts = {
        section: {name: one for name, one in getattr(series, section).items() if name <= wave}
        for section in (SECTION, ALSO)
    }
    return series.model_copy(update=parts).model_dump()


def check_waves(path: Path, survey: str, waves: Sequence[str]) -> None:
    """Raises `SeriesError` for every wave that is named and not there, or not the later one.

    `waves` are those of the survey in their order; the file may be missing.
    """
    if not path.is_file():
        return
    series, document = _read(path)
    problems = [*_unknown_waves(series, document, waves)]
    if series.survey != survey:
        where = document.where(("survey",))
        problems.append(f"{where}: is {series.survey}, but the waves are of {survey}")
    if problems:
        raise SeriesError(problems)


def _unknown_waves(series: Series, document: Document, waves: Sequence[str]) -> Iterator[str]:
    for section, named in ((SECTION, series.since_last_wave), (ALSO, series.also_compared)):
        for wave in named:
            where = document.where((section, wave))
            if wave not in waves:
                yield f'{where}: there is no wave "{wave}"{nearest(wave, waves)}'
            elif wave == waves[0]:
                yield f"{where}: no wave comes before {wave}; remove it"
    for wave, others in series.also_compared.items():
        for number, other in enumerate(others):
            where = document.where((ALSO, wave, number))
            if other not in waves:
                yield f'{where}: there is no wave "{other}"{nearest(other, waves)}'
            elif other >= wave:
                yield f"{where}: {other} does not come before {wave}; name an earlier wave"


def _read(path: Path) -> tuple[Series, Document]:
    document = read_document(path, SeriesError)
    try:
        return Series.model_validate(document.values), document
    except ValidationError as problem:
        keys = ("is", "because", "survey", SECTION, ALSO)
        raise SeriesError(complaints(document, problem, keys)) from None


def check_series(path: Path, before: Codebook, after: Codebook) -> None:
    """Whether a person has decided about everything that two successive waves do not share.

    Without differences the file may be missing. Raises `SeriesError` with all that is undecided,
    and with decisions about nothing.
    """
    found = differences(before, after)
    if not path.is_file():
        if found:
            raise SeriesError(_undecided(found, str(path), before, after))
        return
    series, document = _read(path)
    if problems := [*_problems(series, document, found, before, after)]:
        raise SeriesError(problems)


def _problems(
    series: Series,
    document: Document,
    found: Sequence[Difference],
    before: Codebook,
    after: Codebook,
) -> Iterator[str]:
    decided = series.since_last_wave.get(after.wave, {})
    open_ones = [one for one in found if not _decisions_on(one, decided)]
    yield from _undecided(open_ones, document.where((SECTION, after.wave)), before, after)
    for question, decision in decided.items():
        where = document.where((SECTION, after.wave, question))
        about = [one for one in found if question in _names(one)]
        if not about:
            hint = nearest(question, [one.question for one in found])
            yield f"{where}: nothing changed in it since {before.wave}; remove it{hint}"
        for one in about:
            if one.question == question and decision.answer not in possible_answers(one):
                yield f"{where}: it {one.what[0]}; write is: {' or '.join(possible_answers(one))}"
        if decision.answer in NEEDS_REASON and not decision.because:
            yield f"{where}: readers want to know why; write because: {{{after.language}: …}}"


def _undecided(
    found: Sequence[Difference], where: str, before: Codebook, after: Codebook
) -> list[str]:
    return [
        f"{where}: {one.question} is not as in {before.wave} ({'; '.join(one.what)}), and nobody "
        f'decided what follows. Write under {SECTION}, "{after.wave}": '
        f"{one.question}: {{is: {' or '.join(possible_answers(one))}}}"
        for one in found
    ]


def _decisions_on(one: Difference, decided: dict[str, Decision]) -> list[Decision]:
    return [decided[name] for name in _names(one) if name in decided]


def _names(one: Difference) -> tuple[str, ...]:
    """A decision about a question is one about its items, too."""
    return tuple(dict.fromkeys((one.question, one.question.partition(".")[0])))


def possible_answers(one: Difference) -> tuple[Answer, ...]:
    """What may be decided about a difference."""
    match one.kind:
        case "new" | "gone":
            return (one.kind,)
        case _:
            return CHANGED
