"""Banner tables as a workbook: a contents sheet with links, and a sheet a question; pure.

Numbers are numbers, which the letters follow in the format of their cell. The same tables give
the same bytes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from itertools import groupby

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pipeline.tables.banner import WORDS as BANNER_WORDS
from pipeline.tables.banner import BannerCell, BannerColumn, BannerTable
from pipeline.wording.languages import in_language

DECIMALS = 4
"""Of a number below what its cell shows: those of the published tables."""
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Labels are texts, whatever they begin with."""
FIRST_WIDTH, WIDTH = 44, 13
"""Of columns, in signs."""
WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {"contents": "Indhold", "table": "Tabel", "asked": "Spørgsmål", "base": "Antal svar"},
    "nb": {"contents": "Innhold", "table": "Tabell", "asked": "Spørsmål", "base": "Antall svar"},
    "en": {"contents": "Contents", "table": "Table", "asked": "Question", "base": "Answers"},
}


@dataclass(frozen=True)
class Chapter:
    """The tables of a banner, how they are read, and what is told of numbers of few answers."""

    tables: tuple[BannerTable, ...]
    reading: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class TabBook:
    """What the workbook holds; `about` are lines below its title, `created` dates it."""

    title: str
    about: tuple[str, ...]
    publisher: str
    created: date
    chapters: tuple[Chapter, ...]
    language: str


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
    made: dict[tuple[str, bool], Format]

    def number(self, pattern: str, strong: bool) -> Format:
        """A number by its pattern, bold for a net."""
        key = (pattern, strong)
        if key not in self.made:
            look = {"num_format": pattern, "align": "right", "bold": strong}
            self.made[key] = self.book.add_format(look)
        return self.made[key]


def tab_book(content: TabBook) -> bytes:
    """The workbook, in one language."""
    buffer = BytesIO()
    words = in_language(WORDS, content.language)
    with Workbook(buffer, OPTIONS) as book:
        book.set_properties(
            {
                "title": content.title,
                "author": content.publisher,
                "created": datetime.combine(content.created, datetime.min.time()),
            }
        )
        styles = _styles(book)
        contents = book.add_worksheet(words["contents"])
        sheets = [
            (f"{words['table']} {number}", chapter, tables)
            for number, (chapter, tables) in enumerate(_sheets(content.chapters), start=1)
        ]
        _write_contents(contents, content, sheets, styles)
        for name, chapter, tables in sheets:
            sheet = book.add_worksheet(name)
            _Page(sheet, styles, content.language).write(tables, (chapter.reading, *chapter.notes))
    return buffer.getvalue()


def _styles(book: Workbook) -> Styles:
    look = {"bold": True, "text_wrap": True, "align": "center", "valign": "bottom", "bottom": 1}
    return Styles(
        book,
        book.add_format({"bold": True, "font_size": 14}),
        book.add_format({"bold": True}),
        book.add_format(look),
        book.add_format({"align": "right"}),
        book.add_format({"underline": 1, "font_color": "#0563C1"}),
        book.add_format({"text_wrap": True, "valign": "top"}),
        {},
    )


def _sheets(chapters: Sequence[Chapter]) -> Iterator[tuple[Chapter, tuple[BannerTable, ...]]]:
    """The tables of a question that have the same columns share a sheet."""
    for chapter in chapters:
        for _, tables in groupby(chapter.tables, _alike):
            yield chapter, tuple(tables)


def _alike(table: BannerTable) -> tuple[object, ...]:
    heads = tuple((one.variable, one.heading, one.label, one.letter) for one in table.columns)
    return table.about, table.question, heads


def _write_contents(
    sheet: Worksheet,
    content: TabBook,
    sheets: Sequence[tuple[str, Chapter, tuple[BannerTable, ...]]],
    styles: Styles,
) -> None:
    words = in_language(WORDS, content.language)
    sheet.set_column(0, 0, WIDTH)
    sheet.set_column(1, 2, FIRST_WIDTH)
    sheet.set_column(3, 3, WIDTH)
    sheet.write_string(0, 0, content.title, styles.title)
    for row, line in enumerate(content.about, start=1):
        sheet.write_string(row, 0, line)
    head = len(content.about) + 2
    for place, text in enumerate((words["table"], "", words["asked"], words["base"])):
        sheet.write_string(head, place, text, styles.bold)
    for row, (name, _, tables) in enumerate(sheets, start=head + 1):
        sheet.write_url(row, 0, f"internal:'{name}'!A1", styles.link, name)
        sheet.write_string(row, 1, tables[0].about, styles.wrapped)
        sheet.write_string(row, 2, tables[0].question, styles.wrapped)
        sheet.write_number(row, 3, max(one.columns[0].base for one in tables))
    sheet.freeze_panes(head + 1, 0)


class _Page:
    """A sheet that is filled from top to bottom."""

    def __init__(self, sheet: Worksheet, styles: Styles, language: str) -> None:
        self.sheet, self.styles, self.language = sheet, styles, language
        self.words = in_language(BANNER_WORDS, language)
        self.row = 0

    def write(self, tables: Sequence[BannerTable], notes: Sequence[str]) -> None:
        contents = in_language(WORDS, self.language)["contents"]
        self.sheet.set_column(0, 0, FIRST_WIDTH)
        self.sheet.set_column(1, len(tables[0].columns), WIDTH)
        self.sheet.write_url(0, 0, f"internal:'{contents}'!A1", self.styles.link, contents)
        self.sheet.write_string(1, 0, tables[0].about, self.styles.title)
        told = " ".join(filter(None, (tables[0].question, tables[0].left_out)))
        self.sheet.write_string(2, 0, told)
        self.row = 3
        self._write_heads(tables[0].columns)
        self.sheet.freeze_panes(self.row, 1)
        for table in tables:
            self._write_table(table)
        for note in notes:
            self.sheet.write_string(self.row, 0, note)
            self.row += 1

    def _write_heads(self, columns: Sequence[BannerColumn]) -> None:
        place = 1
        for _, group in groupby(columns, lambda one: (one.variable, one.heading)):
            own = list(group)
            last = place + len(own) - 1
            if own[0].heading and len(own) > 1:
                heading = own[0].heading
                self.sheet.merge_range(self.row, place, self.row, last, "", self.styles.head)
                self.sheet.write_string(self.row, place, heading, self.styles.head)
            else:
                self.sheet.write_string(self.row, place, own[0].heading, self.styles.head)
            place = last + 1
        for place, one in enumerate(columns, start=1):
            label = one.label or self.words["total"]
            text = f"{label} ({one.letter})" if one.letter else label
            self.sheet.write_string(self.row + 1, place, text, self.styles.head)
        self.row += 2

    def _write_table(self, table: BannerTable) -> None:
        if table.title != table.about:
            self.sheet.write_string(self.row, 0, table.title, self.styles.bold)
            self.row += 1
        for place, (label, is_net) in enumerate(table.answers):
            style = self.styles.bold if is_net else self.styles.wrapped
            self.sheet.write_string(self.row, 0, label, style)
            for column, one in enumerate(table.columns, start=1):
                self._write_cell(column, one.cells[place], is_net)
            self.row += 1
        whole = self.styles.number("#,##0", False)
        for name in ("base", "effective"):
            self.sheet.write_string(self.row, 0, self.words[name])
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
