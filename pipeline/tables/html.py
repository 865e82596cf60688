"""A figure's numbers as a semantic HTML table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.codebook import in_language as label_in
from pipeline.figures.arrangement import Answer, Arrangement, Row, Section, Value, one_value_a_row
from pipeline.figures.arranging import arranged
from pipeline.inference.comparisons import column_letters
from pipeline.planning.plan import RESPONSE, Figure, label_of
from pipeline.tables.cells import (
    Cell,
    TableRow,
    as_html,
    doubtful_number,
    no_number,
    number,
    suppressed,
)
from pipeline.tables.response import response_table
from pipeline.tables.wording import (
    DEVIATION,
    MARGIN,
    N_ANSWERS,
    N_TICKS,
    UNITS,
    margin_in_words,
    number_in_words,
)
from pipeline.wording.counts import counted_in_words
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import whole

Letters = Mapping[tuple[str, str, str], str]
"""(item, answer, group) -> the letters of the groups whose share is smaller."""
NO_LETTERS: Letters = {}


def html_table(
    figure: Figure,
    codebook: Codebook,
    estimates: pl.DataFrame,
    language: str,
    letters: Letters = NO_LETTERS,
) -> str:
    """The table of a figure: items or groups by answers, with the number of answers.

    With one number a row it also has the margin of error, and beside a mean the standard
    deviation; a single distribution is turned, an answer a row. The caption is for screen readers:
    a page shows the figure's headline above. `estimates` are the rows of this figure
    (`pipeline.results.ESTIMATES`), `letters` the groups whose share is smaller, by item, answer
    and group. Raises `PipelineError` for an unknown language.
    """
    caption = label_in(label_of(figure, codebook), language)
    if figure.variable == RESPONSE:
        return as_html(caption, *response_table(figure, codebook, estimates, language))
    arrangement = arranged(figure, codebook, estimates, language)
    unit = in_language(UNITS[figure.estimated], language)
    if arrangement.is_distribution:
        turned = one_value_a_row(arrangement)
        columns: tuple[Answer, ...] = (Answer("", unit),)
        table = _Table(figure, turned, columns, "", language, letters)
    elif figure.statistic == "share":
        table = _Table(figure, arrangement, arrangement.answers, unit, language, letters)
    else:
        table = _Table(figure, arrangement, (Answer("", unit),), "", language, letters)
    return as_html(caption, table.head(), table.bodies())


@dataclass(frozen=True)
class _Table:
    """Rows under columns of answers; `corner` names the unit where the columns do not."""

    figure: Figure
    arrangement: Arrangement
    columns: tuple[Answer, ...]
    corner: str
    language: str
    letters: Letters

    @property
    def with_margin(self) -> bool:
        values = [value for row in self.arrangement.rows for value in row.values]
        return len(self.columns) == 1 and any(value.margin is not None for value in values)

    @property
    def with_deviation(self) -> bool:
        return self.figure.statistic == "mean"

    def head(self) -> tuple[Cell, ...]:
        margin, deviation = (
            [Cell(in_language(words, self.language), ("number",), "col")]
            for words in (MARGIN, DEVIATION)
        )
        return (
            Cell(self.corner, (), "col") if self.corner else Cell(""),
            *(Cell(one.label, ("number", *_net(one)), "col") for one in self.columns),
            *(margin if self.with_margin else []),
            *(deviation if self.with_deviation else []),
            Cell(in_language(self._counted, self.language), ("number",), "col"),
        )

    @property
    def _counted(self) -> Mapping[str, str]:
        return N_TICKS if self.arrangement.of_ticks else N_ANSWERS

    def bodies(self) -> tuple[tuple[TableRow, ...], ...]:
        """One body a section; the heading of a section is a row of its own."""
        return tuple(
            (*self._heading(section), *self._rows(section)) for section in self.arrangement.sections
        )

    def _heading(self, section: Section) -> Iterable[TableRow]:
        if section.label:
            yield TableRow((Cell(section.label, (), "rowgroup", len(self.head())),))

    def _rows(self, section: Section) -> Iterable[TableRow]:
        for row in section.rows:
            # In a turned table the row header is the answer.
            net = _net(row.values[0].answer) if row.label == row.values[0].answer.label else ()
            base = number(whole(row.base_n, self.language)) if row.base_n is not None else None
            yield TableRow(
                (
                    Cell(self._label(row), net, "row"),
                    *(self._estimate(row, value) for value in row.values),
                    *((self._margin(value) for value in row.values) if self.with_margin else ()),
                    *(
                        (self._deviation(value) for value in row.values)
                        if self.with_deviation
                        else ()
                    ),
                    base or no_number(self.language),
                ),
                ("total",) if self.arrangement.by_groups and row.is_total else (),
            )

    def _label(self, row: Row) -> str:
        """The row's label, with the letter of its group where groups have letters."""
        groups = list(dict.fromkeys(one.group for one in self.arrangement.rows if not one.is_total))
        if not self.letters or row.is_total:
            return row.label
        return f"{row.label} ({column_letters(len(groups))[groups.index(row.group)]})"

    def _estimate(self, row: Row, value: Value) -> Cell:
        if value.counted:
            return Cell(counted_in_words(*value.counted, self.language), _net(value.answer))
        if value.suppressed:
            return suppressed(self.language, *_net(value.answer))
        if value.estimate is None:
            return no_number(self.language, *_net(value.answer))
        words = number_in_words(value.estimate, self.figure.estimated, self.language)
        smaller = self.letters.get((row.item, value.answer.name, row.group), "")
        text, net = f"{words} {smaller}".rstrip(), _net(value.answer)
        return doubtful_number(text, self.language, *net) if value.doubtful else number(text, *net)

    def _deviation(self, value: Value) -> Cell:
        if value.estimate is None or value.deviation is None:
            return number("")
        return number(number_in_words(value.deviation, "standard_deviation", self.language))

    def _margin(self, value: Value) -> Cell:
        if value.estimate is None or value.margin is None:
            return number("")
        return number(margin_in_words(value.margin, self.figure.estimated, self.language))


def _net(answer: Answer) -> tuple[str, ...]:
    return ("net",) if answer.is_net else ()
