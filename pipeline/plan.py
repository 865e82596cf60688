"""The figure plan: which estimates are published, of whom, and how they are shown."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from pipeline.codebook import Codebook, Variable
from pipeline.documents import Document, Place, Record, complaints, nearest, read_document
from pipeline.errors import PlanError
from pipeline.inference.presentation import STANDARD

Labels = dict[str, str]
FigureName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]

Correction = Literal["none", "holm", "bonferroni", "benjamini_hochberg"]
GroupTest = Literal["recommended", "chi_squared", "ranks", "none"]
IntervalMethod = Literal["recommended", "wilson", "wald", "logit", "korn_graubard"]

RESPONSE = "response"
"""The built-in variable of Table 1: who was invited, who responded, who completed."""
RESPONSE_COUNTS = ("invited", "responded", "completed")


class Figure(Record):
    """One figure or table of the report.

    `show` names categories and nets in drawing order (default: all categories that are in the
    base); `leave_out` names missing categories that do not count in the base, or is `missing`
    for all of them; `groups` is the variable whose categories are compared, the total comes first.
    """

    variable: str
    items: tuple[str, ...] = ()
    groups: str | None = None
    where: dict[str, tuple[str, ...]] = {}
    statistic: Literal["share", "mean", "count"] = "share"
    show: tuple[str, ...] = ()
    base: Literal["answered", "asked"] = "answered"
    leave_out: Literal["missing"] | tuple[str, ...] = ()
    interval: IntervalMethod = "recommended"
    test: GroupTest = "recommended"
    correction: Correction = "none"
    margin: Literal["maximum", "by_group", "none"] = "maximum"
    chart: Literal["bars", "stacked", "paired", "table"] = "bars"
    title: Labels = {}
    headline: Labels = {}


NOT_COUNTED = {"title", "headline", "chart", "margin"}


class Defaults(Record):
    """What holds for every figure that says nothing else."""

    interval: IntervalMethod = "recommended"
    test: GroupTest = "recommended"
    correction: Correction = "none"


class SmallNumbers(Record):
    """When a share rests on too few answers to be shown: see `inference.presentation.Rules`."""

    counted_up_to: Annotated[int, Field(ge=0)] = STANDARD.counted_up_to
    smallest_base: Annotated[float, Field(ge=0)] = STANDARD.smallest_base
    narrow: Annotated[float, Field(ge=0, le=1)] = STANDARD.narrow
    wide: Annotated[float, Field(ge=0, le=1)] = STANDARD.wide
    widest_beside_share: Annotated[float, Field(ge=0)] = STANDARD.widest_beside_share
    fewest_df: Annotated[float, Field(ge=0)] = STANDARD.fewest_df
    smallest_tested: Annotated[int, Field(ge=0)] = STANDARD.smallest_tested


class Plan(Record):
    """The whole plan of a survey, in the order of the report."""

    survey: str
    level: Annotated[float, Field(gt=0, lt=1)] = 0.95
    """The confidence level; the significance level is one minus it."""
    defaults: Defaults = Defaults()
    small_numbers: Literal["off"] | SmallNumbers = SmallNumbers()
    figures: Annotated[dict[FigureName, Figure], Field(min_length=1)]


KEYS = tuple(
    {key for record in (Plan, Defaults, SmallNumbers, Figure) for key in record.model_fields}
)


def read_plan(path: Path, codebook: Codebook) -> Plan:
    """Read figures.yml and check it against the codebook.

    Raises `PlanError` with one message for each thing that is wrong: the figure, the key and the
    nearest valid name.
    """
    document = read_document(path, PlanError)
    try:
        plan = Plan.model_validate(document.values)
    except ValidationError as problem:
        raise PlanError(complaints(document, problem, KEYS)) from None
    figures = {name: _completed(figure, plan.defaults) for name, figure in plan.figures.items()}
    problems = [
        problem
        for name, figure in figures.items()
        for problem in figure_problems(figure, codebook, document, ("figures", name))
    ]
    if plan.survey != codebook.survey:
        problems.append(f'{path}: "survey" is {plan.survey}, but the codebook is {codebook.survey}')
    if problems:
        raise PlanError(problems)
    return plan.model_copy(update={"figures": figures})


def _completed(figure: Figure, defaults: Defaults) -> Figure:
    """The figure with the defaults of the plan for what it does not say itself."""
    said = figure.model_fields_set
    return figure.model_copy(update={name: value for name, value in defaults if name not in said})


def figure_problems(
    figure: Figure, codebook: Codebook, document: Document, place: Place
) -> list[str]:
    """Everything that a figure names and the codebook does not have."""

    def at(key: str, message: str) -> str:
        return f"{document.where((*place, key))}: {message}"

    problems = [at("groups", one) for one in _group_problems(figure, codebook)]
    for reference, names in figure.where.items():
        problems += [at("where", one) for one in _filter_problems(reference, names, codebook)]
    if figure.variable == RESPONSE:
        return problems + [at(key, one) for key, one in _response_problems(figure)]
    variable = codebook.variables.get(figure.variable)
    if variable is None:
        known = (*codebook.variables, RESPONSE)
        hint = nearest(figure.variable, known)
        return [*problems, at("variable", f'there is no variable "{figure.variable}"{hint}')]
    return problems + [at(key, one) for key, one in _answer_problems(figure, variable)]


def _response_problems(figure: Figure) -> list[tuple[str, str]]:
    problems = [
        ("show", f'there is no "{name}"{nearest(name, RESPONSE_COUNTS)}')
        for name in figure.show
        if name not in RESPONSE_COUNTS
    ]
    if not figure.title:
        problems.append(("title", "is missing; the response table has no question to name it"))
    return problems


def _group_problems(figure: Figure, codebook: Codebook) -> list[str]:
    if figure.groups is None:
        return []
    variable = codebook.variables.get(figure.groups)
    if variable is None:
        hint = nearest(figure.groups, codebook.variables)
        return [f'there is no variable "{figure.groups}"{hint}']
    if not variable.categories or variable.has_items:
        return [f'"{figure.groups}" has no categories to group by; name a single or derived one']
    return []


def _filter_problems(reference: str, names: tuple[str, ...], codebook: Codebook) -> list[str]:
    name, _, item = reference.partition(".")
    variable = codebook.variables.get(name)
    if variable is None:
        return [f'there is no variable "{name}"{nearest(name, codebook.variables)}']
    if variable.has_items and not item:
        return [f'name an item: "{name}.<item>"{nearest(item, variable.items)}']
    if item not in variable.items:
        return [f'"{name}" has no item "{item}"{nearest(item, filter(None, variable.items))}']
    return _unknown_answers(names, variable)


def _unknown_answers(names: tuple[str, ...], variable: Variable) -> list[str]:
    known = {**variable.categories, **variable.nets}
    return [
        f'"{name}" is no category or net of {variable.name}{nearest(name, known)}'
        for name in names
        if name not in known
    ]


def _answer_problems(figure: Figure, variable: Variable) -> list[tuple[str, str]]:
    problems = [
        (
            "items",
            f'"{item}" is no item of {variable.name}{nearest(item, filter(None, variable.items))}',
        )
        for item in figure.items
        if item not in variable.items or not variable.has_items
    ]
    problems += [("show", one) for one in _unknown_answers(figure.show, variable)]
    problems += [
        (key, f'"{name}" stands twice; remove one')
        for key, names in (("items", figure.items), ("show", figure.show))
        for name, times in Counter(names).items()
        if times > 1
    ]
    absent = left_out(figure, variable)
    problems += [
        ("show", f'"{name}" is left out of the base; show it or leave it out')
        for name in figure.show
        if name in absent
    ]
    if isinstance(figure.leave_out, tuple):
        missing = [name for name, one in variable.categories.items() if one.missing]
        problems += [
            ("leave_out", f'"{name}" is no missing category{nearest(name, missing)}')
            for name in figure.leave_out
            if name not in missing
        ]
    if figure.statistic != "mean" and not variable.categories:
        hint = "; use mean" if variable.is_numeric else ""
        problems.append(("statistic", f'"{variable.name}" has no categories{hint}'))
    scored = any(category.score is not None for category in variable.categories.values())
    if figure.statistic == "mean" and not (variable.is_numeric or scored):
        problems.append(("statistic", f'"{variable.name}" has neither numbers nor scores'))
    return problems


def left_out(figure: Figure, variable: Variable) -> tuple[str, ...]:
    """The missing categories that do not count in the base of a figure."""
    if figure.leave_out == "missing":
        return tuple(name for name, one in variable.categories.items() if one.missing)
    return figure.leave_out


def shown(figure: Figure, variable: Variable) -> tuple[str, ...]:
    """The categories and nets that a figure shows, in drawing order."""
    absent = left_out(figure, variable)
    return figure.show or tuple(name for name in variable.categories if name not in absent)


def items_of(figure: Figure, variable: Variable) -> tuple[str, ...]:
    """The items that a figure shows; one, named '', for a variable without items."""
    return figure.items or tuple(variable.items)


def figure_number(name: str) -> int | None:
    """The number in a figure's name: 5 for `fig_05`."""
    digits = name.rpartition("_")[2]
    return int(digits) if digits.isdigit() else None


def label_of(figure: Figure, codebook: Codebook) -> Mapping[str, str]:
    """The neutral title of a figure: its own, else the variable's label."""
    if figure.title or figure.variable == RESPONSE:
        return figure.title
    return codebook.variables[figure.variable].label


def counted_part(plan: Plan) -> str:
    """What decides the numbers, as JSON: the plan without words and drawings."""
    return plan.model_dump_json(exclude={"figures": {"__all__": NOT_COUNTED}}, indent=1)
