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
            raise SeriesError(_undecided(one, str(path), before, after) for one in found)
        return
    series, document = _read(path)
    text = path.read_text(encoding="utf-8-sig")
    if problems := [*_problems(series, document, text, found, before, after)]:
        raise SeriesError(problems)


def _problems(
    series: Series,
    document: Document,
    text: str,
    found: Sequence[Difference],
    before: Codebook,
    after: Codebook,
) -> Iterator[str]:
    decided = series.since_last_wave.get(after.wave, {})
    for one in found:
        if _decisions_on(one, decided):
            continue
        if line := _line_of_comment(text, one, after.wave):
            yield _commented(one, f"{document.path}, line {line}", before, after)
        else:
            yield _undecided(one, document.where((SECTION, after.wave)), before, after)
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


def _undecided(one: Difference, where: str, before: Codebook, after: Codebook) -> str:
    """What a person is to write about a difference: the only answer, or all that there are."""
    first, *others = (
        f"{{is: {answer}, because: {{{after.language}: …}}}}"
        if answer in NEEDS_REASON
        else f"{{is: {answer}}}"
        for answer in possible_answers(one)
    )
    or_else = f"; or, with what readers are told, {' or '.join(others)}" if others else ""
    return (
        f"{_not_as(one, where, before)}. Write under {SECTION}, "
        f'"{after.wave}": {one.question}: {first}{or_else}'
    )


def _commented(one: Difference, where: str, before: Codebook, after: Codebook) -> str:
    """What a person is to do where all answers stand in the file as comments."""
    return (
        f"{_not_as(one, where, before)}. Take the # away from one of the "
        f"{len(possible_answers(one))} lines below that one: comparable shows the change since "
        f"{before.wave}; broken and not_comparable do not, and need a reason that readers are told "
        f"(because: {{{after.language}: …}})"
    )


def _not_as(one: Difference, where: str, before: Codebook) -> str:
    return (
        f"{where}: {one.question} is not as in {before.wave} ({'; '.join(one.what)}), and nobody "
        "decided what follows"
    )


def comment_on(question: str) -> str:
    """How the comment begins that a draft writes above the answers that there are."""
    return f"# {question} ("


def _line_of_comment(text: str, one: Difference, wave: str) -> int:
    """The line of a draft's comment on a question below a wave, counted from 1; 0 for none."""
    head, found, of_wave = text.partition(f'"{wave}":')
    before, there, _ = of_wave.partition(comment_on(one.question))
    return (head + found + before).count("\n") + 1 if found and there else 0


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
