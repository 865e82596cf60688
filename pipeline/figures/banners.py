"""Banner tables: every question by many group variables side by side, the total first; pure.

A banner is counted as a plan of its own, with a figure for each question in total and by each
group variable, so everything that holds for figures holds for banners.
"""

from collections.abc import Iterable, Iterator
from html import escape

import polars as pl

from pipeline.codebooks.codebook import Codebook, Variable, in_language
from pipeline.estimating.pair_tests import letters
from pipeline.estimating.small_numbers import counted_of, doubts_of, few_answers
from pipeline.inference.comparisons import column_letters
from pipeline.planning.figure import Correction, Figure
from pipeline.planning.plan import Banner, Plan
from pipeline.results import EVERYONE
from pipeline.tables.banner import BannerCell, BannerColumn, BannerTable, as_html
from pipeline.tables.banner_items import options_together
from pipeline.tables.cells import doubtful_number, no_number, number, suppressed
from pipeline.tables.wording import DEVIATION
from pipeline.wording import small_numbers
from pipeline.wording.counts import counted_in_words
from pipeline.wording.labels import answers
from pipeline.wording.numbers import decimal, p_value, percent_in_cell
from pipeline.wording.sentences import sentence
from pipeline.wording.small_numbers import DOUBT

TOTAL = "total"


def banner_plan(banner: Banner, plan: Plan, codebook: Codebook) -> Plan:
    """The figures of a banner: `<question>__<group variable>`, and `<question>__total`."""
    figures = {
        f"{name}__{by}": _figure(
            codebook.variables[name], None if by == TOTAL else by, plan, banner.correction
        )
        for name in questions(banner, codebook)
        for by in (TOTAL, *banner.by)
        if by != name
    }
    return plan.model_copy(update={"figures": figures, "banners": {}})


def questions(banner: Banner, codebook: Codebook) -> tuple[str, ...]:
    """The questions of a banner: those it names, or every one that can be counted.

    One that is sensitive must be named.
    """
    return banner.questions or tuple(
        name
        for name, variable in codebook.variables.items()
        if (variable.categories or variable.is_numeric)
        and not variable.sensitive
        and variable.type != "cross"
        and name not in banner.by
    )


def _figure(variable: Variable, by: str | None, plan: Plan, correction: Correction) -> Figure:
    return Figure(
        variable=variable.name,
        groups=by,
        statistic="mean" if variable.is_numeric else "share",
        show=() if variable.is_numeric else _answers(variable),
        letters=by is not None and not variable.is_numeric,
        chart="table",
        interval=plan.defaults.interval,
        correction=correction,
    )


def _answers(variable: Variable) -> tuple[str, ...]:
    """Nets first, then categories; of options and themes only that they were chosen."""
    if variable.takes_several:
        return ("yes",)
    kept = (name for name, one in variable.categories.items() if not one.left_out)
    return (*variable.nets, *kept)


def banner_tables(
    banner: Banner,
    codebook: Codebook,
    estimates: pl.DataFrame,
    tests: pl.DataFrame,
    language: str,
) -> tuple[BannerTable, ...]:
    """A table a question and item; `estimates` and `tests` are those of the banner's plan."""
    return tuple(
        table
        for name in questions(banner, codebook)
        for table in _tables(name, banner, codebook, estimates, tests, language)
    )


def banner_notes(estimates: pl.DataFrame, language: str) -> tuple[str, ...]:
    """What is told of numbers that rest on few answers."""
    return tuple(small_numbers.notes(few_answers(estimates), language))


def banner_html(tables: Iterable[BannerTable], notes: Iterable[str], language: str) -> str:
    """The tables of a banner, options of one question in one, and its notes below them."""
    below = escape(" ".join(notes))
    note = [f'<p class="note">{below}</p>'] if below else []
    return "\n".join([*(as_html(table, language) for table in options_together(tables)), *note])


def _tables(
    name: str,
    banner: Banner,
    codebook: Codebook,
    estimates: pl.DataFrame,
    tests: pl.DataFrame,
    language: str,
) -> Iterator[BannerTable]:
    """One table an item of the question."""
    variable = codebook.variables[name]
    of_question = estimates.filter(variable=name)
    for item in of_question["item"].unique(maintain_order=True):
        parts = [
            column
            for by in (TOTAL, *banner.by)
            for column in _columns(
                by,
                codebook,
                of_question.filter(figure=f"{name}__{by}", item=item),
                tests.filter(figure=f"{name}__{by}"),
                item,
                language,
            )
        ]
        label = variable.items[item].label if item else variable.label
        yield BannerTable(
            title=in_language(label, language),
            question=in_language(variable.text, language),
            answers=tuple(
                (in_language(variable.answer_label(answer), language), answer in variable.nets)
                for answer in _answers(variable)
            )
            if not variable.is_numeric
            else (
                (in_language(variable.label, language), False),
                (in_language(DEVIATION, language), False),
            ),
            columns=tuple(parts),
            about=in_language(variable.label, language),
            left_out=_left_out(variable, language),
        )


def _left_out(variable: Variable, language: str) -> str:
    """Which answers are in no base; '' where there is none."""
    absent = [
        in_language(one.label, language) for one in variable.categories.values() if one.left_out
    ]
    if not absent:
        return ""
    name = "left_out_one" if len(absent) == 1 else "left_out_several"
    return sentence(name, language, answers=answers(absent, language))


def _columns(
    by: str,
    codebook: Codebook,
    estimates: pl.DataFrame,
    tests: pl.DataFrame,
    item: str,
    language: str,
) -> Iterator[BannerColumn]:
    """The columns of a group variable; `tests` are those of the question by it, of all items."""
    of_item = tests.filter(item=item)
    shown = estimates if by == TOTAL else estimates.filter(pl.col("group") != EVERYONE)
    groups = tuple(shown["group"].unique(maintain_order=True))
    differ = letters(of_item, groups) if by != TOTAL else {}
    names = column_letters(len(groups))
    heading = "" if by == TOTAL else in_language(codebook.variables[by].label, language)
    outcome = _outcome(of_item, language)
    together = _outcome(tests.filter(item=""), language) if item else ""
    for letter, group in zip(names, groups, strict=True):
        rows = shown.filter(group=group)
        label = (
            ""
            if by == TOTAL
            else in_language(codebook.variables[by].categories[group].label, language)
        )
        yield BannerColumn(
            heading=heading,
            label=label,
            letter="" if by == TOTAL else letter,
            cells=tuple(_cell(row, differ, language) for row in rows.iter_rows(named=True)),
            base=rows["base_n"][0],
            effective_base=round(rows["effective_n"][0] or 0),
            test=outcome,
            together=together,
            variable=by,
        )


def _cell(
    row: dict[str, object], differ: dict[tuple[str, str, str], str], language: str
) -> BannerCell:
    note = str(row["note"] or "")
    counted = counted_of(note)
    if row["suppressed"] and counted:
        return BannerCell(number(counted_in_words(*counted, language)))
    if row["suppressed"] or row["estimate"] is None:
        return BannerCell(suppressed(language) if row["suppressed"] else no_number(language))
    return _number(row, differ, bool(doubts_of(note)), language)


def _number(
    row: dict[str, object],
    differ: dict[tuple[str, str, str], str],
    doubtful: bool,
    language: str,
) -> BannerCell:
    """The number, and the letters of the groups with a smaller share."""
    value = float(str(row["estimate"]))
    is_share = row["statistic"] == "share"
    key = (str(row["item"]), str(row["category"]), str(row["group"]))
    larger = differ.get(key, "") if is_share else ""
    words = percent_in_cell(value, language) if is_share else decimal(value, language, 1)
    text = f"{words} {larger}".rstrip()
    after = f" {larger}".rstrip() + (DOUBT if doubtful else "")
    shown = doubtful_number(text, language) if doubtful else number(text)
    return BannerCell(shown, value, is_share, after)


def _outcome(tests: pl.DataFrame, language: str) -> str:
    """The p-value of one test by this group variable; '' where nothing was tested."""
    whole_question = tests.filter((pl.col("other_group") == "") & pl.col("p_value").is_not_null())
    if whole_question.is_empty():
        return ""
    return p_value(whole_question["p_adjusted"][0], language)
