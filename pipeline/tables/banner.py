"""A banner table as semantic HTML: answers down, groups of many variables across."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from pipeline.tables.cells import Cell, content
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import whole

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "total": "I alt",
        "base": "Antal svar",
        "effective": "Effektivt antal",
        "test": "Test",
        "together": "Test af alle valgmuligheder",
    },
    "nb": {
        "total": "I alt",
        "base": "Antall svar",
        "effective": "Effektivt antall",
        "test": "Test",
        "together": "Test av alle valgmulighetene",
    },
    "en": {
        "total": "Total",
        "base": "Answers",
        "effective": "Effective base",
        "test": "Test",
        "together": "Test of all options",
    },
}


@dataclass(frozen=True)
class BannerCell:
    """What stands in a cell, for people and, where it is a number, for programs.

    `value` is a share in 0..1 or a mean, `after` the letters and the sign of doubt.
    """

    shown: Cell
    value: float | None = None
    is_share: bool = False
    after: str = ""


@dataclass(frozen=True)
class BannerColumn:
    """One group: the variable's name, its own, its letter, and a cell for each answer.

    `test` is of the answers shown, `together` of all items of the question; `variable` tells two
    variables with the same label apart.
    """

    heading: str
    label: str
    letter: str
    cells: tuple[BannerCell, ...]
    base: int
    effective_base: int
    test: str
    together: str = ""
    variable: str = ""


@dataclass(frozen=True)
class BannerTable:
    """One question: its answers (label, whether a net) and columns, the total first.

    `about` is the label of the question, where the title is that of one of its items. `left_out`
    tells which answers are in no base.
    """

    title: str
    question: str
    answers: tuple[tuple[str, bool], ...]
    columns: tuple[BannerColumn, ...]
    about: str = ""
    left_out: str = ""


def as_html(table: BannerTable, language: str) -> str:
    """The table; every text is escaped."""
    words = in_language(WORDS, language)
    # A question whose label is its wording is asked once.
    asked = "" if table.question == table.title else table.question
    told = " ".join(filter(None, (asked, table.left_out)))
    title, name = escape(table.title), escape(f"{table.title}. {asked}" if asked else table.title)
    return "\n".join(
        [
            # Above what scrolls, so that it wraps on a phone.
            f'<p class="question"><strong>{title}</strong> {escape(told)}</p>',
            f'<div class="scroll" tabindex="0" role="region" aria-label="{name}">',
            f'<table class="data banner"><caption class="visually-hidden">{title}</caption>',
            "<thead>",
            *_head(table.columns, words),
            "</thead>",
            "<tbody>",
            *(
                _row(
                    label,
                    [content(column.cells[place].shown) for column in table.columns],
                    "net" if net else "",
                )
                for place, (label, net) in enumerate(table.answers)
            ),
            "</tbody>",
            "<tfoot>",
            _row(words["base"], [whole(column.base, language) for column in table.columns]),
            *_effective(words["effective"], table.columns, language),
            *_tests(words["test"], [column.test for column in table.columns], table.columns),
            *_tests(
                words["together"], [column.together for column in table.columns], table.columns
            ),
            "</tfoot>",
            "</table>",
            "</div>",
        ]
    )


def _head(columns: Sequence[BannerColumn], words: Mapping[str, str]) -> Iterator[str]:
    """The group variables over their groups."""
    spans = [list(group) for _, group in groupby(columns, _group_variable)]
    over = "".join(_over(span[0].heading, len(span)) for span in spans)
    own = "".join(
        f'<th scope="col" class="number">{_label(column, words)}</th>' for column in columns
    )
    yield f"<tr><td></td>{over}</tr>"
    yield f"<tr><td></td>{own}</tr>"


def _over(heading: str, size: int) -> str:
    """A group variable over its groups; the total has none."""
    if not heading:
        return f'<td colspan="{size}"></td>'
    return f'<th scope="colgroup" class="number" colspan="{size}">{escape(heading)}</th>'


def _group_variable(column: BannerColumn) -> tuple[str, str]:
    return column.variable, column.heading


def _label(column: BannerColumn, words: Mapping[str, str]) -> str:
    label = escape(column.label or words["total"])
    return f"{label} ({column.letter})" if column.letter else label


def _row(head: str, cells: Sequence[str], name: str = "") -> str:
    classes = f' class="{name}"' if name else ""
    numbers = "".join(f'<td class="number">{cell}</td>' for cell in cells)
    return f'<tr{classes}><th scope="row">{escape(head)}</th>{numbers}</tr>'


def _effective(head: str, columns: Sequence[BannerColumn], language: str) -> Iterator[str]:
    """The effective bases, where weights or a design make one another number than the base."""
    if any(column.effective_base != column.base for column in columns):
        yield _row(head, [whole(column.effective_base, language) for column in columns])


def _tests(head: str, outcomes: Sequence[str], columns: Sequence[BannerColumn]) -> Iterator[str]:
    """One p-value under each group variable."""
    if any(outcomes):
        cells = ""
        for _, group in groupby(
            zip(columns, outcomes, strict=True), lambda one: _group_variable(one[0])
        ):
            own = list(group)
            cells += f'<td class="number" colspan="{len(own)}">{escape(own[0][1])}</td>'
        yield f'<tr><th scope="row">{head}</th>{cells}</tr>'
