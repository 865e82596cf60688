"""A figure's results -> the facts that its note states; pure."""

from collections.abc import Mapping

import polars as pl

from pipeline.codebook import TICKED, Codebook, Variable, in_language
from pipeline.estimating.alphas import items_against
from pipeline.figure import counts_ticks_alone
from pipeline.headlines import group_name
from pipeline.inference.association import Caution
from pipeline.plan import RESPONSE, Figure, items_of, left_out, shown
from pipeline.results import EVERYONE
from pipeline.small_numbers import few_answers
from pipeline.wave import Wave
from pipeline.wording.figure_facts import (
    Alpha,
    Chosen,
    Counted,
    CrossedGroups,
    DerivedGroups,
    FigureFacts,
    GroupTest,
    LeftOut,
    Margin,
    Measure,
    Median,
    Net,
    Quantile,
    Score,
    Ticks,
)

WITH_MARGINS = ("share", "share_of_ticks", "score")
"""The statistics whose notes tell margins of error, in percentage points."""


def figure_facts(
    figure: Figure,
    codebook: Codebook,
    estimates: pl.DataFrame,
    tests: pl.DataFrame,
    cells: pl.DataFrame,
    language: str,
    level: float,
    wave: Wave,
) -> FigureFacts:
    """What the note of a figure says.

    `estimates` and `tests` hold the rows of that figure; `cells` those of `cells.figure_cells`.
    """
    if figure.variable == RESPONSE:
        return _response(estimates)
    variable = codebook.variables[figure.variable]
    grouped = estimates.filter(pl.col("group") != EVERYONE)
    bases = _question_bases(estimates)
    lowest, highest = min(bases), max(bases)
    return FigureFacts(
        n=highest,
        counted=_counted(figure, variable),
        n_by_item=(lowest, highest) if lowest != highest else None,
        measure=_measure(figure, variable, estimates, language),
        ticks=_ticks(figure, wave),
        several_answers=variable.takes_several and figure.estimated != "share_of_ticks",
        boxes=figure.chart == "treemap" and figure.base != "ticks",
        only=tuple(
            _chosen(reference, names, codebook, language)
            for reference, names in figure.where.items()
        ),
        left_out=_left_out(figure, variable, cells, language),
        groups_made_of=_groups_made_of(figure, codebook, language),
        nets=_nets(figure, variable, language),
        group_variable=_tested_variable(figure, codebook, language),
        tests=tuple(
            _test(row, figure, codebook, language)
            for row in tests.filter(other_group="").iter_rows(named=True)
        ),
        margins=_margins(figure, codebook, estimates, grouped, language),
        margin_of=_margin_of(figure, variable, language),
        interval=figure.interval if figure.statistic == "share" else "",
        weighted=bool(wave.design.weight or wave.calibration),
        designed=bool(wave.design.strata or wave.design.clusters),
        finite=bool(wave.design.population),
        correction="" if figure.correction == "none" else figure.correction,
        few=few_answers(estimates),
        letters=not tests.filter((pl.col("other_group") != "") & pl.col("significant")).is_empty(),
        level=level,
    )


def _response(estimates: pl.DataFrame) -> FigureFacts:
    """Of those invited, or without a frame of those who responded."""
    everyone = estimates.filter(group=EVERYONE, statistic="count")
    counts = dict(everyone.select("category", "estimate").iter_rows())
    if "invited" in counts:
        return FigureFacts(int(counts["invited"]), "invited")
    return FigureFacts(int(counts["responded"]), "answers")


def _chosen(reference: str, names: tuple[str, ...], codebook: Codebook, language: str) -> Chosen:
    """One condition of a filter; a ticked item is an answer to its question."""
    variable, item = codebook.question(reference)
    if variable.takes_several and names == (TICKED,):
        ticked = in_language(variable.items[item].label, language)
        return Chosen(in_language(variable.label, language), (ticked,))
    source = variable.items[item].label if item else variable.label
    answers = tuple(in_language(variable.answer_label(name), language) for name in names)
    return Chosen(in_language(source, language), answers)


def _counted(figure: Figure, variable: Variable) -> Counted:
    if figure.base != "answered":
        return figure.base
    return "coded" if variable.type == "themes" else "answers"


def _ticks(figure: Figure, wave: Wave) -> Ticks:
    if figure.estimated != "share_of_ticks":
        return ""
    return "alone" if counts_ticks_alone(figure, wave.is_weighted) else "together"


def _measure(
    figure: Figure, variable: Variable, estimates: pl.DataFrame, language: str
) -> Measure | None:
    match figure.statistic:
        case "median":
            return Median()
        case "quantile":
            return Quantile(figure.probability or 0.0)
        case "score":
            top, bottom = (
                tuple(in_language(variable.answer_label(name), language) for name in names)
                for names in (figure.top, figure.bottom)
            )
            return Score(top, bottom)
        case "alpha":
            notes = estimates.filter(group=EVERYONE)["note"].to_list()
            against = [item for note in notes for item in items_against(note)]
            labels = (in_language(variable.items[item].label, language) for item in against)
            return Alpha(len(items_of(figure, variable)), tuple(labels))
    return None


def _question_bases(estimates: pl.DataFrame) -> list[int]:
    """The base of each item; 0 where a filter lets nobody pass."""
    return estimates.filter(group=EVERYONE).unique("item")["base_n"].to_list() or [0]


def _left_out(
    figure: Figure, variable: Variable, cells: pl.DataFrame, language: str
) -> LeftOut | None:
    names = left_out(figure, variable)
    if not names:
        return None
    labels = tuple(in_language(variable.categories[name].label, language) for name in names)
    absent = cells.filter(pl.col("category").is_in(names) & (pl.col("group") == EVERYONE))
    by_item = absent.group_by("item").agg(pl.col("n").sum())["n"].to_list()
    return LeftOut(labels, by_item[0] if len(by_item) == 1 else None)


def _nets(figure: Figure, variable: Variable, language: str) -> tuple[Net, ...]:
    names = shown(figure, variable) if figure.statistic == "share" else ()
    return tuple(
        Net(
            in_language(variable.nets[name].label, language),
            tuple(
                in_language(variable.categories[one].label, language)
                for one in variable.nets[name].of
            ),
        )
        for name in names
        if name in variable.nets
    )


def _groups_made_of(
    figure: Figure, codebook: Codebook, language: str
) -> DerivedGroups | CrossedGroups | None:
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


def _tested_variable(figure: Figure, codebook: Codebook, language: str) -> str | None:
    """What tests compare: the group variable, or what of a cross varies within a category."""
    if figure.groups is None:
        return None
    variable = codebook.variables[figure.groups]
    for name in variable.crossed if figure.within else ():
        if name != figure.within:
            variable = codebook.variables[name]
    return in_language(variable.label, language)


def _test(
    row: Mapping[str, object], figure: Figure, codebook: Codebook, language: str
) -> GroupTest:
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


def _margins(
    figure: Figure,
    codebook: Codebook,
    estimates: pl.DataFrame,
    grouped: pl.DataFrame,
    language: str,
) -> tuple[Margin, ...]:
    on_scale = figure.estimated == "mean" and not codebook.variables[figure.variable].is_numeric
    if not (figure.estimated in WITH_MARGINS or on_scale) or figure.margin == "none":
        return ()
    estimates, grouped = (
        estimates.filter(~pl.col("suppressed")),
        grouped.filter(~pl.col("suppressed")),
    )
    if not _by_group(figure) or figure.groups is None:
        largest = estimates["margin"].max()
        if largest is None:
            return ()
        return (Margin(float(str(largest)), on_scale=on_scale),)
    variable = codebook.variables[figure.groups]
    first = shown(figure, codebook.variables[figure.variable])[0]
    margins = []
    for row in grouped.filter(category=first).iter_rows(named=True):
        name = group_name(variable, row["group"], language)
        if row["margin"] is not None:
            margins.append(Margin(row["margin"], name))
    return tuple(margins)


def _by_group(figure: Figure) -> bool:
    """Whether margins are told by group: those of one answer."""
    grouped = figure.margin == "by_group" and figure.groups is not None
    return grouped and figure.estimated == "share"


def _margin_of(figure: Figure, variable: Variable, language: str) -> str | None:
    if not _by_group(figure):
        return None
    return in_language(variable.answer_label(shown(figure, variable)[0]), language)
