"""One figure or table of the plan: what is estimated, of whom, and how it is shown."""

from collections.abc import Mapping
from typing import Literal

from pipeline.codebook import Codebook, Variable
from pipeline.documents import Record

Labels = dict[str, str]

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


def label_of(figure: Figure, codebook: Codebook) -> Mapping[str, str]:
    """The neutral title of a figure: its own, else the variable's label."""
    if figure.title or figure.variable == RESPONSE:
        return figure.title
    return codebook.variables[figure.variable].label
