"""A figure's results -> the facts that its note states; pure."""

import polars as pl

from pipeline.codebooks.codebook import Codebook, Variable, in_language
from pipeline.estimating.alphas import items_against
from pipeline.estimating.small_numbers import few_answers
from pipeline.figures import base_facts, group_facts
from pipeline.planning.figure import counts_ticks_alone
from pipeline.planning.plan import RESPONSE, Figure, items_of
from pipeline.results import EVERYONE
from pipeline.wave import Wave
from pipeline.wording.figure_facts import (
    Alpha,
    FigureFacts,
    Measure,
    Median,
    Quantile,
    Score,
    Ticks,
)


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
    bases = base_facts.question_bases(estimates)
    lowest, highest = min(bases), max(bases)
    return FigureFacts(
        n=highest,
        counted=base_facts.counted(figure, variable),
        n_by_item=(lowest, highest) if lowest != highest else None,
        measure=_measure(figure, variable, estimates, language),
        ticks=_ticks(figure, wave),
        several_answers=variable.takes_several and figure.estimated != "share_of_ticks",
        boxes=figure.chart == "treemap" and figure.base != "ticks",
        asked=tuple(base_facts.condition(one, codebook, language) for one in variable.asked_if),
        only=tuple(
            base_facts.chosen(reference, names, codebook, language)
            for reference, names in figure.where.items()
        ),
        missing_in_base=base_facts.missing_in_base(figure, variable, cells, language),
        left_out=base_facts.left_out_answers(figure, variable, cells, language),
        groups_made_of=group_facts.groups_made_of(figure, codebook, language),
        nets=base_facts.nets(figure, variable, language),
        group_variable=group_facts.tested_variable(figure, codebook, language),
        tests=tuple(
            group_facts.group_test(row, figure, codebook, language)
            for row in tests.filter(other_group="").iter_rows(named=True)
        ),
        margins=group_facts.margins(figure, codebook, estimates, language),
        margin_of=group_facts.margin_of(figure, variable, language),
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
