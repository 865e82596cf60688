"""Whom the numbers of a figure are about: what its note says of bases, filters and nets; pure."""

import polars as pl

from pipeline.codebooks.codebook import TICKED, Codebook, Variable, in_language
from pipeline.codebooks.conditions import Condition
from pipeline.planning.plan import Figure, left_out, shown
from pipeline.results import EVERYONE
from pipeline.wording.figure_facts import Chosen, Counted, LeftOut, Net


def chosen(reference: str, names: tuple[str, ...], codebook: Codebook, language: str) -> Chosen:
    """One condition of a filter; a ticked item is an answer to its question."""
    variable, item = codebook.question(reference)
    if variable.takes_several and names == (TICKED,):
        ticked = in_language(variable.items[item].label, language)
        return Chosen(in_language(variable.label, language), (ticked,))
    source = variable.items[item].label if item else variable.label
    answers = tuple(in_language(variable.answer_label(name), language) for name in names)
    return Chosen(in_language(source, language), answers)


def condition(one: Condition, codebook: Codebook, language: str) -> Chosen:
    """One condition of being asked at all."""
    reference = f"{one.variable}.{one.item}" if one.item else one.variable
    return chosen(reference, one.categories, codebook, language)


def counted(figure: Figure, variable: Variable) -> Counted:
    """What N counts."""
    if figure.base != "answered":
        return figure.base
    return "coded" if variable.type == "themes" else "answers"


def question_bases(estimates: pl.DataFrame) -> list[int]:
    """The base of each item; 0 where a filter lets nobody pass."""
    return estimates.filter(group=EVERYONE).unique("item")["base_n"].to_list() or [0]


def left_out_answers(
    figure: Figure, variable: Variable, cells: pl.DataFrame, language: str
) -> LeftOut | None:
    """The answers that the base leaves out, with their number where it is known and one for all
    items.

    Those that the codebook leaves out everywhere are named where somebody gave them.
    """
    names = left_out(figure, variable)
    absent = cells.filter(pl.col("category").is_in(names) & (pl.col("group") == EVERYONE))
    if figure.leave_out != "missing":
        named = {*figure.leave_out, *absent["category"]}
        names = tuple(name for name in names if name in named)
    if not names:
        return None
    labels = tuple(in_language(variable.categories[name].label, language) for name in names)
    by_item = absent.group_by("item").agg(pl.col("n").sum())["n"].to_list()
    is_known = len(by_item) == 1 and absent["n"].null_count() == 0
    return LeftOut(labels, by_item[0] if is_known else None)


def missing_in_base(
    figure: Figure, variable: Variable, cells: pl.DataFrame, language: str
) -> tuple[str, ...]:
    """Answers such as "don't know" that somebody gave and that count in the base."""
    if figure.statistic not in ("share", "score") or figure.base != "answered":
        return ()
    if variable.takes_several:
        return ()
    absent = left_out(figure, variable)
    given = cells.filter(group=EVERYONE)["category"]
    return tuple(
        in_language(one.label, language)
        for name, one in variable.categories.items()
        if one.missing and name not in absent and name in given
    )


def nets(figure: Figure, variable: Variable, language: str) -> tuple[Net, ...]:
    """The nets that the figure shows, with the answers behind them."""
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
