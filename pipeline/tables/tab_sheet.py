"""One sheet of a workbook of tables: heads, answers, bases, tests and notes; writes to the sheet.

Rows have the height of their texts: not every program works it out when it opens the file.
"""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pipeline.tables.banner import WORDS as BANNER_WORDS
from pipeline.tables.banner import BannerCell, BannerColumn, BannerTable
from pipeline.wording.languages import in_language

DECIMALS = 4
"""Of a number below what its cell shows: those of the published tables."""
FIRST_WIDTH, WIDTH = 44, 13
"""Of columns, in signs."""
LINE = 15
"""The height of a line, in points."""
A4 = 9
WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "contents": "Indhold",
        "table": "Tabel",
        "topic": "Emne",
        "asked": "Spørgsmål",
        "base": "Antal svar",
    },
    "nb": {
        "contents": "Innhold",
        "table": "Tabell",
        "topic": "Emne",
        "asked": "Spørsmål",
        "base": "Antall svar",
    },
    "en": {
        "contents": "Contents",
        "table": "Table",
        "topic": "Topic",
        "asked": "Question",
        "base": "Answers",
    },
}


@dataclass(frozen=True)
class Styles:
    """The formats of cells; those of numbers are made as letters and doubts need them."""

    book: Workbook
    title: Format
    bold: Format
    head: Format
    text: Format
    link: Format
    wrapped: Format
    above: Format
    counted_above: Format
    count: Format
    made: dict[tuple[str, bool], Format]

    def number(self, pattern: str, strong: bool) -> Format:
        """A number by its pattern, bold for a net."""
        key = (pattern, strong)
        if key not in self.made:
            look = {"num_format": pattern, "align": "right", "bold": strong}
            self.made[key] = self.book.add_format(look)
        return self.made[key]


def styles_of(book: Workbook) -> Styles:
    """The formats of a workbook."""
    look = {"bold": True, "text_wrap": True, "align": "center", "valign": "bottom", "bottom": 1}
    return Styles(
        book,
        book.add_format({"bold": True, "font_size": 14}),
        book.add_format({"bold": True}),
        book.add_format(look),
        book.add_format({"align": "right"}),
        book.add_format({"underline": 1, "font_color": "#0563C1", "valign": "top"}),
        book.add_format({"text_wrap": True, "valign": "top"}),
        book.add_format({"top": 1}),
        book.add_format({"num_format": "#,##0", "align": "right", "top": 1}),
        book.add_format({"num_format": "#,##0", "align": "right", "valign": "top"}),
        {},
    )


def height_of(text: str, width: float) -> int:
    """The height of a row, in points, that shows a text in a column of so many signs."""
    return LINE * max(1, len(textwrap.wrap(text, max(1, int(width)))))


def prepare_print(sheet: Worksheet, *head: int) -> None:
    """On A4 across, as wide as a page, with the rows of the head on each."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head[0], head[-1])


class TabSheet:
    """A sheet that is filled from top to bottom."""

    def __init__(self, sheet: Worksheet, styles: Styles, language: str) -> None:
        self.sheet, self.styles, self.language = sheet, styles, language
        self.words = in_language(BANNER_WORDS, language)
        self.row = 0
        self.last = 1

    def write(self, tables: Sequence[BannerTable], notes: Iterable[str]) -> None:
        """Tables with the same columns, and notes below them."""
        self.last = len(tables[0].columns)
        contents = in_language(WORDS, self.language)["contents"]
        self.sheet.set_column(0, 0, FIRST_WIDTH)
        self.sheet.set_column(1, len(tables[0].columns), WIDTH)
        self.sheet.write_url(0, 0, f"internal:'{contents}'!A1", self.styles.link, contents)
        self.sheet.write_string(1, 0, tables[0].about, self.styles.title)
        told = " ".join(filter(None, (tables[0].question, tables[0].left_out)))
        self.row = 2
        self._write_line(told)
        self._write_heads(tables[0].columns)
        self.sheet.freeze_panes(self.row, 1)
        prepare_print(self.sheet, self.row - 2, self.row - 1)
        for table in tables:
            self._write_table(table)
        for note in notes:
            self._write_line(note)

    def _write_line(self, text: str) -> None:
        """A text as wide as the table, in as many lines as it needs."""
        wrapped = self.styles.wrapped
        self.sheet.merge_range(self.row, 0, self.row, self.last, "", wrapped)
        self.sheet.write_string(self.row, 0, text, wrapped)
        self.sheet.set_row(self.row, height_of(text, FIRST_WIDTH + self.last * WIDTH))
        self.row += 1

    def _write_heads(self, columns: Sequence[BannerColumn]) -> None:
        place, heights = 1, [LINE]
        for _, group in groupby(columns, lambda one: (one.variable, one.heading)):
            own = list(group)
            last = place + len(own) - 1
            if own[0].heading and len(own) > 1:
                heading = own[0].heading
                self.sheet.merge_range(self.row, place, self.row, last, "", self.styles.head)
                self.sheet.write_string(self.row, place, heading, self.styles.head)
            else:
                self.sheet.write_string(self.row, place, own[0].heading, self.styles.head)
            heights.append(height_of(own[0].heading, WIDTH * len(own) - 1))
            place = last + 1
        self.sheet.set_row(self.row, max(heights))
        heads = [self._head(one) for one in columns]
        self.sheet.set_row(self.row + 1, max(height_of(text, WIDTH - 1) for text in heads))
        for place, text in enumerate(heads, start=1):
            self.sheet.write_string(self.row + 1, place, text, self.styles.head)
        self.row += 2

    def _head(self, one: BannerColumn) -> str:
        label = one.label or self.words["total"]
        return f"{label} ({one.letter})" if one.letter else label

    def _write_table(self, table: BannerTable) -> None:
        if table.title != table.about:
            self.sheet.write_string(self.row, 0, table.title, self.styles.bold)
            self.row += 1
        for place, (label, is_net) in enumerate(table.answers):
            style = self.styles.bold if is_net else self.styles.wrapped
            self.sheet.write_string(self.row, 0, label, style)
            self.sheet.set_row(self.row, height_of(label, FIRST_WIDTH))
            for column, one in enumerate(table.columns, start=1):
                self._write_cell(column, one.cells[place], is_net)
            self.row += 1
        for name in ("base", "effective"):
            look = self.styles.above if name == "base" else None
            whole = self.styles.counted_above if name == "base" else self.styles.count
            self.sheet.write_string(self.row, 0, self.words[name], look)
            for column, one in enumerate(table.columns, start=1):
                number = one.base if name == "base" else one.effective_base
                self.sheet.write_number(self.row, column, number, whole)
            self.row += 1
        self._write_tests(self.words["test"], [one.test for one in table.columns], table)
        self._write_tests(self.words["together"], [one.together for one in table.columns], table)
        self.row += 1

    def _write_cell(self, column: int, cell: BannerCell, is_net: bool) -> None:
        if cell.value is None:
            self.sheet.write_string(self.row, column, cell.shown.text, self.styles.text)
            return
        pattern = ("0%" if cell.is_share else "0.0") + (f'"{cell.after}"' if cell.after else "")
        style = self.styles.number(pattern, is_net)
        self.sheet.write_number(self.row, column, round(cell.value, DECIMALS), style)

    def _write_tests(self, head: str, outcomes: Sequence[str], table: BannerTable) -> None:
        """The p-value below the first group of each variable."""
        if not any(outcomes):
            return
        self.sheet.write_string(self.row, 0, head)
        place = 1
        for _, group in groupby(
            zip(table.columns, outcomes, strict=True), lambda one: one[0].variable
        ):
            own = list(group)
            self.sheet.write_string(self.row, place, own[0][1], self.styles.text)
            place += len(own)
        self.row += 1
