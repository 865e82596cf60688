"""What changed since earlier waves: below each figure, and on a page of its own; pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

import polars as pl

from pipeline.codebooks.codebook import Codebook, in_language
from pipeline.codebooks.series import Series as Decisions
from pipeline.estimating.jumps import scale_range
from pipeline.figures.findings import Picture, anchor_of, label_of, picture_html
from pipeline.planning.figure import label_of as title_of
from pipeline.planning.plan import Plan
from pipeline.results import EVERYONE, FORMS
from pipeline.wording.numbers import decimal, percent, whole
from pipeline.wording.trends import change_sentence, signed, trend_words


@dataclass(frozen=True)
class Changes:
    """What is known of a wave's changes, in one language (the codebook's main one).

    `changes` and `comparability` as `results.CHANGES` and `results.COMPARABILITY`.
    """

    plan: Plan
    codebook: Codebook
    changes: pl.DataFrame
    comparability: pl.DataFrame
    decisions: Decisions

    @property
    def language(self) -> str:
        return self.codebook.language


def trend_block(name: str, before: str, picture: Picture | None, known: Changes) -> str:
    """HTML below a figure: the trend, what changed since the wave before, and what broke.

    Empty where there is nothing to tell.
    """
    words = trend_words(known.language)
    rows = known.changes.filter(figure=name, group=EVERYONE, other_wave=before)
    broken = list(_broken(name, known))
    if rows.is_empty() and picture is None and not broken:
        return ""
    told = change_sentence(_told(rows, known), before, known.language)
    sentences = [told] if rows.height else []
    table = _folded(_table(rows, known, before, with_figure=False), name, known)
    note = f'<p class="note">{escape(_panel_note(before, known))}</p>\n' if rows.height else ""
    return (
        f'<section class="trend" id="{anchor_of(name)}-trend">\n'
        f"<h4>{escape(words['heading'])}</h4>\n"
        + "".join(f"<p>{escape(one)}</p>\n" for one in (*sentences, *broken))
        + (f"<figure>{picture_html(picture)}</figure>\n" if picture else "")
        + (table + note if rows.height else "")
        + "</section>"
    )


def changes_html(before: str, known: Changes) -> str:
    """HTML of the page on what changed: what was shown, what was not, what cannot be compared."""
    words = trend_words(known.language)
    rows = known.changes.filter(group=EVERYONE, other_wave=before)
    rows = rows.with_columns(
        # A figure and its division by groups have the same numbers of everyone.
        size=pl.col("difference").abs() / _ranges(rows, known),
        certainty=pl.col("difference").abs() / (pl.col("ci_high") - pl.col("ci_low")),
    )
    same = ["variable", "item", "statistic", "category"]
    rows = rows.unique(same, keep="first", maintain_order=True)
    ordered = rows.sort("size", "certainty", descending=True, maintain_order=True)
    shown, rest = ordered.filter("significant"), ordered.filter(~pl.col("significant"))
    return "\n".join(
        (
            f"<h2>{escape(words['changed'])}</h2>",
            _scrolled(_table(shown, known, before, with_figure=True), words["changed"])
            if shown.height
            else f"<p>{escape(words['none'])}</p>",
            f"<h2>{escape(words['unchanged'])}</h2>",
            f"<p>{escape(words['unchanged_note'])}</p>",
            _scrolled(_table(rest, known, before, with_figure=True), words["unchanged"])
            if rest.height
            else f"<p>{escape(words['none'])}</p>",
            f"<h2>{escape(words['broken'])}</h2>",
            _broken_list(before, known),
            f'<p class="note">{escape(_panel_note(before, known))}</p>',
        )
    )


def _ranges(rows: pl.DataFrame, known: Changes) -> pl.Series:
    """What each row's change is a part of: 1 for shares, for means the range of their scores."""
    return pl.Series(
        [
            (scale_range(known.codebook.variables[variable]) or 1.0) if statistic == "mean" else 1.0
            for variable, statistic in rows.select("variable", "statistic").iter_rows()
        ],
        dtype=pl.Float64,
    )


def _panel_note(before: str, known: Changes) -> str:
    """Whether intervals allow for those who answered in both waves, and how tests are corrected."""
    words = trend_words(known.language)
    counts = known.comparability.filter(other_wave=before)["both_n"]
    if counts.null_count():
        linked = words["not_linked"].format(wave=before)
    else:
        both = counts.max()
        number = both if isinstance(both, int) else 0
        told = words["linked" if number else "separate"]
        linked = told.format(both=whole(number, known.language), wave=before)
    return f"{linked} {words['corrected']}"


def _told(rows: pl.DataFrame, known: Changes) -> list[tuple[str, float, str]]:
    shown = rows.filter("significant").sort(
        pl.col("difference").abs(), descending=True, maintain_order=True
    )
    return [
        (_label(row, known), row["difference"], row["statistic"])
        for row in shown.iter_rows(named=True)
    ]


def _label(row: Mapping[str, str], known: Changes) -> str:
    """The item and the answer that a row is of."""
    variable, language = known.codebook.variables[row["variable"]], known.language
    item = in_language(variable.items[row["item"]].label, language) if row["item"] else ""
    answer = ""
    if row["category"] and not (variable.takes_several and item):
        answer = in_language(variable.answer_label(row["category"]), language)
    both = ": ".join(part for part in (item, answer) if part)
    figure = known.plan.figures[row["figure"]]
    return both or in_language(title_of(figure, known.codebook), language)


def _table(rows: pl.DataFrame, known: Changes, before: str, with_figure: bool) -> str:
    words, level = trend_words(known.language), percent(known.plan.level, known.language)
    wave = known.codebook.wave
    interval = words["interval"].format(level=level)
    heads = [words["number"], before, wave, words["difference"], interval, words["shown"]]
    heads = [*heads, words["figure"]] if with_figure else heads
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "\n".join(_row(row, known, with_figure) for row in rows.iter_rows(named=True))
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _row(row: Mapping[str, object], known: Changes, with_figure: bool) -> str:
    language, words = known.language, trend_words(known.language)
    statistic, figure = str(row["statistic"]), str(row["figure"])
    texts = {name: str(value) for name, value in row.items() if isinstance(value, str)}
    numbers = {name: float(value) for name, value in row.items() if isinstance(value, float)}

    def written(number: float) -> str:
        if FORMS[statistic] == "percent":
            return percent(number, language)
        return decimal(number, language, 1)

    low, high = (signed(numbers[name], statistic, language) for name in ("ci_low", "ci_high"))
    until = {"da": "til", "nb": "til", "en": "to"}[language]
    cells = [
        written(numbers["other_estimate"]),
        written(numbers["estimate"]),
        signed(numbers["difference"], statistic, language),
        f"{low} {until} {high}",
        words["yes" if row["significant"] else "no"],
    ]
    link = f'<td><a href="#{anchor_of(figure)}">{label_of(figure, language)}</a></td>'
    label = f'<th scope="row">{escape(_label(texts, known))}</th>'
    rest = "".join(f"<td>{escape(one)}</td>" for one in cells)
    return f"<tr>{label}{rest}{link if with_figure else ''}</tr>"


def _figure_label(name: str, known: Changes) -> str:
    title = in_language(title_of(known.plan.figures[name], known.codebook), known.language)
    return f"{label_of(name, known.language)}. {title}"


def _scrolled(table: str, name: str) -> str:
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(name)}">\n'
        f"{table}\n</div>"
    )


def _folded(table: str, name: str, known: Changes) -> str:
    words = trend_words(known.language)
    title = f"{words['heading']}: {_figure_label(name, known)}"
    return f'<details class="numbers"><summary>{escape(words["difference"])}</summary>\n' + (
        f"{_scrolled(table, title)}</details>\n"
    )


def _broken(name: str, known: Changes) -> Iterator[str]:
    """A sentence for each earlier wave that the figure, or some of it, cannot be compared with."""
    broken = known.comparability.filter(~pl.col("comparable"), figure=name)
    words = trend_words(known.language)
    for row in broken.unique(["other_wave", "question"], maintain_order=True).iter_rows(named=True):
        if row["answer"] not in ("new", "gone"):
            reason = _reason(row, known)
            yield words["broken_sentence"].format(wave=row["other_wave"], because=reason)


def _reason(row: Mapping[str, str], known: Changes) -> str:
    words = trend_words(known.language)
    if row["answer"] in ("new", "gone"):
        return words[row["answer"]]
    decision = known.decisions.since_last_wave[row["since"]][row["question"]]
    return in_language(decision.because, known.language)


def _broken_list(before: str, known: Changes) -> str:
    """The figures, and their questions, that cannot be compared with the wave before."""
    broken = known.comparability.filter(~pl.col("comparable"), other_wave=before)
    lines = [
        f'<li><a href="#{anchor_of(row["figure"])}">'
        f"{escape(_figure_label(row['figure'], known))}</a>: {escape(_reason(row, known))}</li>"
        for row in broken.unique(["figure", "question"], maintain_order=True).iter_rows(named=True)
    ]
    return f"<ul>\n{''.join(lines)}\n</ul>" if lines else _nothing(known)


def _nothing(known: Changes) -> str:
    return f"<p>{escape(trend_words(known.language)['none'])}</p>"
