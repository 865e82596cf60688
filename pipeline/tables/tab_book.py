"""Banner tables as a workbook: a contents sheet with links, and a sheet a question; pure.

Numbers are numbers, which the letters follow in the format of their cell. The same tables give
the same bytes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from itertools import groupby

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from pipeline.tables.banner import BannerTable
from pipeline.tables.tab_sheet import (
    FIRST_WIDTH,
    WIDTH,
    WORDS,
    Styles,
    TabSheet,
    height_of,
    prepare_print,
    styles_of,
)
from pipeline.wording.languages import in_language

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Labels are texts, whatever they begin with."""
CONTENTS_WIDTHS = (WIDTH, FIRST_WIDTH, 2 * FIRST_WIDTH, WIDTH)


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
        styles = styles_of(book)
        contents = book.add_worksheet(words["contents"])
        sheets = [
            (f"{words['table']} {number}", chapter, tables)
            for number, (chapter, tables) in enumerate(_sheets(content.chapters), start=1)
        ]
        _write_contents(contents, content, sheets, styles)
        for name, chapter, tables in sheets:
            sheet = book.add_worksheet(name)
            page = TabSheet(sheet, styles, content.language)
            page.write(tables, (chapter.reading, *chapter.notes))
    return buffer.getvalue()


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
    for place, width in enumerate(CONTENTS_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, content.title, styles.title)
    last = len(CONTENTS_WIDTHS) - 1
    for row, line in enumerate(content.about, start=1):
        sheet.merge_range(row, 0, row, last, "", styles.wrapped)
        sheet.write_string(row, 0, line, styles.wrapped)
        sheet.set_row(row, height_of(line, sum(CONTENTS_WIDTHS)))
    head = len(content.about) + 2
    names = (words["table"], words["topic"], words["asked"], words["base"])
    for place, text in enumerate(names):
        sheet.write_string(head, place, text, styles.bold)
    for row, (name, _, tables) in enumerate(sheets, start=head + 1):
        one = tables[0]
        sheet.write_url(row, 0, f"internal:'{name}'!A1", styles.link, name)
        sheet.write_string(row, 1, one.about, styles.wrapped)
        sheet.write_string(row, 2, one.question, styles.wrapped)
        sheet.write_number(row, 3, max(one.columns[0].base for one in tables), styles.count)
        texts = zip((one.about, one.question), CONTENTS_WIDTHS[1:], strict=False)
        sheet.set_row(row, max(height_of(text, width) for text, width in texts))
    sheet.freeze_panes(head + 1, 0)
    prepare_print(sheet, head)
