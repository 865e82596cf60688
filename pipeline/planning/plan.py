"""The figure plan: which estimates are published, of whom, and how they are shown."""

from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from pipeline.codebooks.codebook import Codebook
from pipeline.documents import NAME, Document, Place, Record, complaints, nearest, read_document
from pipeline.errors import PlanError
from pipeline.inference.presentation import STANDARD
from pipeline.planning.figure import (
    RESPONSE,
    RESPONSE_COUNTS,
    Correction,
    Figure,
    GroupTest,
    IntervalMethod,
    items_of,
    label_of,
    left_out,
    shown,
)
from pipeline.planning.figure_checks import figure_problems, frame_problems
from pipeline.planning.sensitive_checks import known_count_problems, sensitive_problems
from pipeline.wave import Wave

__all__ = [
    "RESPONSE",
    "RESPONSE_COUNTS",
    "Defaults",
    "Disclosure",
    "Figure",
    "Plan",
    "WaveRules",
    "check_waves",
    "figure_number",
    "figure_problems",
    "items_of",
    "label_of",
    "left_out",
    "read_plan",
    "shown",
]

FigureName = Annotated[str, Field(pattern=NAME)]


class Defaults(Record):
    """What holds for every figure that says nothing else."""

    interval: IntervalMethod = "recommended"
    test: GroupTest = "recommended"
    correction: Correction = "holm"
    letters: bool = False


class SmallNumbers(Record):
    """When a share rests on too few answers to be shown: see `inference.presentation.Rules`."""

    counted_up_to: Annotated[int, Field(ge=0)] = STANDARD.counted_up_to
    smallest_base: Annotated[float, Field(ge=0)] = STANDARD.smallest_base
    narrow: Annotated[float, Field(ge=0, le=1)] = STANDARD.narrow
    wide: Annotated[float, Field(ge=0, le=1)] = STANDARD.wide
    widest_beside_share: Annotated[float, Field(ge=0)] = STANDARD.widest_beside_share
    fewest_df: Annotated[float, Field(ge=0)] = STANDARD.fewest_df
    smallest_tested: Annotated[int, Field(ge=0)] = STANDARD.smallest_tested


class Disclosure(Record):
    """What is hidden so that nobody can be recognised: see docs/disclosure.md."""

    smallest_base: Annotated[int, Field(ge=0)] = 10
    """Numbers of fewer respondents are hidden; a figure may name its own."""
    smallest_count: Annotated[int, Field(ge=1)] = 5
    """Of a sensitive question: shares that fewer gave, or fewer did not give, are hidden."""
    width: Annotated[int, Field(ge=1)] = 5
    """... and others with them, so that no hidden count can be narrowed to a smaller range."""


class WaveRules(Record):
    """What holds for one wave, in place of what the plan says for all."""

    small_numbers: Literal["off"] | SmallNumbers | None = None
    disclosure: Literal["off"] | Disclosure | None = None


class Banner(Record):
    """Questions (all, where none is named) by several group variables side by side."""

    by: Annotated[tuple[str, ...], Field(min_length=1)]
    correction: Correction = "holm"
    questions: tuple[str, ...] = ()


class KeyNumber(Record):
    """An estimate set large, and the words that follow the number."""

    of: str
    words: dict[str, str]


class Plan(Record):
    """The whole plan of a survey, in the order of the report."""

    survey: str
    level: Annotated[float, Field(gt=0, lt=1)] = 0.95
    """The confidence level; the significance level is one minus it."""
    defaults: Defaults = Defaults()
    small_numbers: Literal["off"] | SmallNumbers = SmallNumbers()
    disclosure: Literal["off"] | Disclosure = Disclosure()
    waves: dict[str, WaveRules] = {}
    figures: Annotated[dict[FigureName, Figure], Field(min_length=1)]
    banners: dict[FigureName, Banner] = {}
    key_numbers: dict[FigureName, KeyNumber] = {}


KEYS = tuple(
    {
        key
        for record in (
            Plan,
            Defaults,
            SmallNumbers,
            Disclosure,
            WaveRules,
            Banner,
            KeyNumber,
            Figure,
        )
        for key in record.model_fields
    }
)


def read_plan(path: Path, codebook: Codebook, wave: Wave | None = None) -> Plan:
    """Read figures.yml as it is for the wave of the codebook, and check it against that.

    Figures of other waves are left out. Raises `PlanError` with one message for each thing that is
    wrong: the figure, the key and the nearest valid name.
    """
    document, plan = _read(path)
    figures = {
        name: _completed(figure, plan.defaults)
        for name, figure in plan.figures.items()
        if not figure.waves or codebook.wave in figure.waves
    }
    problems = [
        problem
        for name, figure in figures.items()
        for problem in figure_problems(figure, codebook, document, ("figures", name))
    ]
    if wave and wave.frame:
        problems += [
            problem
            for name, figure in figures.items()
            if figure.groups in codebook.variables
            for problem in frame_problems(figure, wave.frame.by, document, ("figures", name))
        ]
    own = plan.waves.get(codebook.wave, WaveRules())
    rules = {name: value for name, value in own if value is not None}
    if rules.get("disclosure", plan.disclosure) != "off":
        banners = {name: (one.by, one.questions) for name, one in plan.banners.items()}
        problems += sensitive_problems(figures, banners, codebook, document)
        problems += known_count_problems(wave, codebook) if wave else []
    problems += [
        problem
        for name, banner in plan.banners.items()
        for problem in banner_problems(banner, codebook, document, ("banners", name))
    ]
    problems += [
        f"{document.where(('key_numbers', name, 'words'))}: no words in {language}; add them"
        for name, number in plan.key_numbers.items()
        for language in codebook.languages[:1]
        if language not in number.words
    ]
    if plan.survey != codebook.survey:
        problems.append(f'{path}: "survey" is {plan.survey}, but the codebook is {codebook.survey}')
    if problems:
        raise PlanError(problems)
    elsewhere = plan.figures.keys() - figures.keys()
    shown = {
        name: number
        for name, number in plan.key_numbers.items()
        if number.of.partition(".")[0] not in elsewhere
    }
    return plan.model_copy(update={"figures": figures, "key_numbers": shown, **rules, "waves": {}})


def check_waves(path: Path, waves: Collection[str]) -> None:
    """Raises `PlanError` for every wave that a plan names and the survey does not have."""
    document, plan = _read(path)
    named: list[tuple[str, Place]] = [(name, ("waves", name)) for name in plan.waves]
    for figure, entry in plan.figures.items():
        named += [(name, ("figures", figure, "waves")) for name in entry.waves]
        named += [(name, ("figures", figure, "headline", name)) for name in entry.headline]
    if problems := [
        f'{document.where(place)}: there is no wave "{name}"{nearest(name, waves)}'
        for name, place in named
        if name not in waves
    ]:
        raise PlanError(problems)


def _read(path: Path) -> tuple[Document, Plan]:
    document = read_document(path, PlanError)
    try:
        return document, Plan.model_validate(document.values)
    except ValidationError as problem:
        raise PlanError(complaints(document, problem, KEYS)) from None


def _completed(figure: Figure, defaults: Defaults) -> Figure:
    """The figure with the defaults of the plan for what it does not say itself."""
    said = figure.model_fields_set
    return figure.model_copy(update={name: value for name, value in defaults if name not in said})


def figure_number(name: str) -> int | None:
    """The number in a figure's name: 5 for `fig_05`."""
    digits = name.rpartition("_")[2]
    return int(digits) if digits.isdigit() else None


def banner_problems(
    banner: Banner, codebook: Codebook, document: Document, place: Place
) -> list[str]:
    """The variables of a banner that the codebook does not have, or cannot count or group by."""
    problems = []
    for key, names in (("by", banner.by), ("questions", banner.questions)):
        where = document.where((*place, key))
        problems += [
            f'{where}: "{name}" stands twice; remove one'
            for name, times in Counter(names).items()
            if times > 1
        ]
        for name in dict.fromkeys(names):
            variable = codebook.variables.get(name)
            if variable is None:
                hint = nearest(name, codebook.variables)
                problems.append(f'{where}: there is no variable "{name}"{hint}')
            elif key == "by" and (not variable.categories or variable.has_items):
                problems.append(f'{where}: "{name}" has no categories to group by')
            elif not (variable.categories or variable.is_numeric):
                problems.append(f'{where}: "{name}" holds text, which cannot be counted')
    return problems
