"""One figure or table of the plan: what is estimated, of whom, and how it is shown."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import Field

from pipeline.codebooks.codebook import TICKED, Codebook, Variable
from pipeline.documents import Record
from pipeline.results import Statistic as Estimated

Labels = dict[str, str]

Statistic = Literal["share", "mean", "median", "quantile", "score", "alpha", "count"]
OF_VALUES = ("mean", "median", "quantile", "alpha")
"""The statistics of numbers and scores; the others are of answers."""

Correction = Literal["none", "holm", "bonferroni", "benjamini_hochberg"]
GroupTest = Literal["recommended", "chi_squared", "trend", "ranks", "none"]
IntervalMethod = Literal["recommended", "wilson", "wald", "logit", "korn_graubard"]

RESPONSE = "response"
"""The built-in variable of Table 1: who was invited, who responded, who completed."""
RESPONSE_COUNTS = ("invited", "responded", "completed")


class Figure(Record):
    """One figure or table of the report.

    `show` names categories and nets in drawing order (default: all categories that are in the
    base); `leave_out` names missing categories that do not count in the base, or is `missing`
    for all of them; `groups` is the variable whose categories are compared, the total comes first.
    Groups of a cross are tested `within` each category of one of its variables, where it is named.
    `probability` is that of a `quantile`; `top` and `bottom` are the answers of a `score`. With
    `base: ticks` the shares of a multiple-response question are of all its ticks. A `headline` is
    by the wave whose numbers it states; `waves` are those that have the figure, or none for all.
    """

    variable: str
    items: tuple[str, ...] = ()
    groups: str | None = None
    within: str | None = None
    where: dict[str, tuple[str, ...]] = {}
    statistic: Statistic = "share"
    probability: Annotated[float, Field(gt=0, lt=1)] | None = None
    top: tuple[str, ...] = ()
    bottom: tuple[str, ...] = ()
    show: tuple[str, ...] = ()
    base: Literal["answered", "asked", "ticks"] = "answered"
    leave_out: Literal["missing"] | tuple[str, ...] = ()
    smallest_base: Annotated[int, Field(ge=0)] | None = None
    interval: IntervalMethod = "recommended"
    test: GroupTest = "recommended"
    correction: Correction = "holm"
    letters: bool = False
    margin: Literal["maximum", "by_group", "none"] = "maximum"
    chart: Literal["bars", "stacked", "diverging", "paired", "treemap", "table"] = "bars"
    title: Labels = {}
    headline: dict[str, Labels] = {}
    waves: tuple[str, ...] = ()

    @property
    def estimated(self) -> Estimated:
        """The statistic of its estimates."""
        if self.base == "ticks" and self.statistic == "share":
            return "share_of_ticks"
        return self.statistic


def left_out(figure: Figure, variable: Variable) -> tuple[str, ...]:
    """The missing categories that do not count in the base of a figure.

    They are those that the codebook leaves out everywhere, and those that the figure names.
    """
    of_figure = figure.leave_out
    always = tuple(name for name, one in variable.categories.items() if one.left_out)
    if of_figure == "missing":
        return tuple(name for name, one in variable.categories.items() if one.missing)
    return (*always, *(name for name in of_figure if name not in always))


def shown(figure: Figure, variable: Variable) -> tuple[str, ...]:
    """The categories and nets that a figure shows, in drawing order."""
    absent = left_out(figure, variable)
    if figure.base == "ticks":
        return (TICKED,)
    return figure.show or tuple(name for name in variable.categories if name not in absent)


def top_and_bottom(figure: Figure, variable: Variable) -> tuple[frozenset[str], frozenset[str]]:
    """The categories at the top and at the bottom of a score."""
    top, bottom = (
        frozenset(one for name in names for one in variable.category_names(name))
        for names in (figure.top, figure.bottom)
    )
    return top, bottom


def items_of(figure: Figure, variable: Variable) -> tuple[str, ...]:
    """The items that a figure shows; one, named '', for a variable without items."""
    return figure.items or tuple(variable.items)


def tested_apart(
    figure: Figure, codebook: Codebook, groups: Iterable[str]
) -> list[tuple[str, list[str]]]:
    """Which of these groups are compared with each other, and the category that they are within.

    '' and all of them, unless the plan tests a cross within the categories of one variable.
    """
    if figure.within is None or figure.groups is None:
        return [("", list(groups))]
    place = codebook.variables[figure.groups].crossed.index(figure.within)
    by_category: dict[str, list[str]] = {
        name: [] for name in codebook.variables[figure.within].categories
    }
    for group in groups:
        by_category[group.split("*")[place]].append(group)
    return [(category, inside) for category, inside in by_category.items() if inside]


def label_of(figure: Figure, codebook: Codebook) -> Mapping[str, str]:
    """The neutral title of a figure: its own, else the variable's label."""
    if figure.title or figure.variable == RESPONSE:
        return figure.title
    return codebook.variables[figure.variable].label


def shows_whole(figure: Figure) -> bool:
    """Whether its picture shows answers as parts of everyone's."""
    return figure.chart in ("stacked", "diverging") and figure.statistic == "share"


def counts_ticks_alone(figure: Figure, is_declared: bool) -> bool:
    """Whether intervals count each tick as a respondent of its own: the plain formula.

    That is the normal approximation where no design is declared; everything else respects that
    one respondent ticks several items.
    """
    return figure.estimated == "share_of_ticks" and figure.interval == "wald" and not is_declared
