"""The groups of a figure: what its note says of how they are made, tested and how sure; pure."""

from collections.abc import Mapping

import polars as pl

from pipeline.codebooks.codebook import Codebook, Variable, in_language
from pipeline.figures.headlines import group_name
from pipeline.inference.association import Caution
from pipeline.planning.plan import Figure, shown
from pipeline.results import EVERYONE
from pipeline.wording.figure_facts import CrossedGroups, DerivedGroups, GroupTest, Margin

WITH_MARGINS = ("share", "share_of_ticks", "score")
"""The statistics whose notes tell margins of error, in percentage points."""


def groups_made_of(
    figure: Figure, codebook: Codebook, language: str
) -> DerivedGroups | CrossedGroups | None:
    """How the groups were derived; None where they are answers themselves."""
    variable = codebook.variables.get(figure.groups or "")
    if variable is None or variable.derivation is None:
        return None
    sources = [codebook.variables[name] for name, _ in variable.derivation.sources]
    if variable.type == "cross":
        return CrossedGroups(tuple(in_language(one.label, language) for one in sources))
    (_, item), origin = variable.derivation.sources[0], sources[0]
    label = origin.items[item].label if item else origin.label
    groups = tuple(
        (
            in_language(variable.categories[name].label, language),
            tuple(in_language(origin.categories[one].label, language) for one in group.of),
        )
        for name, group in variable.derivation.groups.items()
    )
    covered = {one for group in variable.derivation.groups.values() for one in group.of}
    rest = any(name not in covered for name in origin.categories) and not origin.is_numeric
    return DerivedGroups(in_language(label, language), groups, rest)


def tested_variable(figure: Figure, codebook: Codebook, language: str) -> str | None:
    """What tests compare: the group variable, or what of a cross varies within a category."""
    if figure.groups is None:
        return None
    variable = codebook.variables[figure.groups]
    for name in variable.crossed if figure.within else ():
        if name != figure.within:
            variable = codebook.variables[name]
    return in_language(variable.label, language)


def group_test(
    row: Mapping[str, object], figure: Figure, codebook: Codebook, language: str
) -> GroupTest:
    """A row of the tests as the note tells it."""
    p_value = row["p_adjusted"]
    item, group = str(row["item"]), str(row["group"])
    variable = codebook.variables[figure.variable]
    return GroupTest(
        str(row["test"]),
        float("nan") if p_value is None else float(str(p_value)),
        bool(row["significant"]),
        row["warning"] == Caution.SMALL_EXPECTED,
        in_language(variable.items[item].label, language) if item else None,
        group_name(codebook.variables[figure.within], group, language)
        if figure.within and group
        else None,
    )


def margins(
    figure: Figure, codebook: Codebook, estimates: pl.DataFrame, language: str
) -> tuple[Margin, ...]:
    """The margins of error that the note tells: the largest, or by group."""
    on_scale = figure.estimated == "mean" and not codebook.variables[figure.variable].is_numeric
    if not (figure.estimated in WITH_MARGINS or on_scale) or figure.margin == "none":
        return ()
    estimates = estimates.filter(~pl.col("suppressed"), statistic=figure.estimated)
    if not _by_group(figure) or figure.groups is None:
        largest = estimates["margin"].max()
        if largest is None:
            return ()
        return (Margin(float(str(largest)), on_scale=on_scale),)
    variable = codebook.variables[figure.groups]
    first = shown(figure, codebook.variables[figure.variable])[0]
    of_groups = estimates.filter(
        pl.col("group") != EVERYONE, pl.col("margin").is_not_null(), category=first
    )
    return tuple(
        Margin(margin, group_name(variable, group, language))
        for group, margin in of_groups.select("group", "margin").iter_rows()
    )


def _by_group(figure: Figure) -> bool:
    """Whether margins are told by group: those of one answer."""
    grouped = figure.margin == "by_group" and figure.groups is not None
    return grouped and figure.estimated == "share"


def margin_of(figure: Figure, variable: Variable, language: str) -> str | None:
    """The answer whose margins are told by group; None where the largest is told."""
    if not _by_group(figure):
        return None
    return in_language(variable.answer_label(shown(figure, variable)[0]), language)
