"""Banner tables as a workbook, as a spreadsheet reads it."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import fastexcel
import pytest

from pipeline.tables.banner import BannerCell, BannerColumn, BannerTable
from pipeline.tables.cells import number, suppressed
from pipeline.tables.tab_book import Chapter, TabBook, tab_book
from pipeline.tables.tab_sheet import WORDS, height_of

Rows = list[list[str]]


def column(heading: str, label: str, letter: str, cell: BannerCell, test: str = "") -> BannerColumn:
    return BannerColumn(heading, label, letter, (cell,), 1200, 950, test, variable=heading)


SHARE = BannerCell(number("63 per cent A*"), 0.63125, True, " A*")
MEAN = BannerCell(number("3.4"), 3.40625)
COLUMNS = (
    column("", "", "", SHARE),
    column("Size", "Small", "A", BannerCell(suppressed("en")), test="p = 0.03"),
    column("Size", "Large", "B", MEAN, test="p = 0.03"),
    column("Kind", "=1+1", "A", MEAN),
)
FIRST = BannerTable("Tried", "Have you tried?", (("Yes", True),), COLUMNS, about="Tried")
BATTERY = tuple(
    BannerTable(item, "Do you agree?", (("Agree", False),), COLUMNS, about="Views")
    for item in ("We are faster", "@We are braver")
)
BOOK = TabBook(
    "The survey",
    ("The survey. 1–8 March 2024.", "The numbers are made up."),
    "Publisher",
    date(2024, 3, 8),
    (Chapter((FIRST, *BATTERY), "How to read.", ("What is hidden.",)),),
    "en",
)


@pytest.fixture(scope="module")
def content() -> bytes:
    return tab_book(BOOK)


def rows(content: bytes, name: str) -> Rows:
    """The cells of a sheet as text, without what is empty at the end of a row."""
    sheet = fastexcel.read_excel(content).load_sheet(name, header_row=None, dtypes="string")
    cells = [[value or "" for value in row] for row in sheet.to_polars().iter_rows()]
    return [row[: max((n for n, one in enumerate(row, 1) if one), default=0)] for row in cells]


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(content)) as parts:
        return parts.read(name).decode()


def test_contents_list_a_sheet_a_question(content: bytes) -> None:
    assert fastexcel.read_excel(content).sheet_names == ["Contents", "Table 1", "Table 2"]
    assert rows(content, "Contents") == [
        ["The survey"],
        ["The survey. 1–8 March 2024."],
        ["The numbers are made up."],
        [],
        ["Table", "Topic", "Question", "Answers"],
        ["Table 1", "Tried", "Have you tried?", "1200"],
        ["Table 2", "Views", "Do you agree?", "1200"],
    ]
    sheet = part(content, "xl/worksheets/sheet1.xml")
    assert "location=\"'Table 2'!A1\"" in sheet
    assert 'state="frozen"' in sheet


def test_a_table_has_heads_numbers_bases_tests_and_notes(content: bytes) -> None:
    assert rows(content, "Table 1") == [
        ["Contents"],
        ["Tried"],
        ["Have you tried?"],
        ["", "", "Size", "", "Kind"],
        ["", "Total", "Small (A)", "Large (B)", "=1+1 (A)"],
        ["Yes", "0.6312", "·", "3.4062", "3.4062"],
        ["Answers", "1200", "1200", "1200", "1200"],
        ["Effective base", "950", "950", "950", "950"],
        ["Test", "", "p = 0.03"],
        [],
        ["How to read."],
        ["What is hidden."],
    ]


def test_items_of_a_question_are_below_each_other_under_one_head(content: bytes) -> None:
    table = rows(content, "Table 2")
    heads = [row for row in table if row[1:2] == ["Total"]]
    assert len(heads) == 1
    titles = [row[0] for row in table if len(row) == 1]
    assert titles[:5] == ["Contents", "Views", "Do you agree?", "We are faster", "@We are braver"]


def test_letters_and_doubts_follow_the_number_in_its_format(content: bytes) -> None:
    styles = part(content, "xl/styles.xml")
    assert "0%&quot; A*&quot;" in styles
    assert 'formatCode="0.0"' in styles


def test_heads_and_answers_stay_in_sight(content: bytes) -> None:
    sheet = part(content, "xl/worksheets/sheet2.xml")
    assert '<pane xSplit="1" ySplit="5" topLeftCell="B6"' in sheet


def test_a_sheet_is_printed_across_as_wide_as_a_page_with_its_head_on_each(content: bytes) -> None:
    sheet = part(content, "xl/worksheets/sheet2.xml")
    assert 'paperSize="9" fitToHeight="0" orientation="landscape"' in sheet
    assert "'Table 1'!$4:$5" in part(content, "xl/workbook.xml")


def test_rows_are_as_high_as_their_texts() -> None:
    """44 signs and four columns of 13 are 96; five words of 19 and a space fit into such a line."""
    word = "x" * 18
    asked = replace(BATTERY[0], question=" ".join([word] * 11))
    book = tab_book(replace(BOOK, chapters=(Chapter((asked,), "Short.", ()),)))
    sheet = part(book, "xl/worksheets/sheet2.xml")
    assert re.search(r'<row r="3"[^>]* ht="45"', sheet)
    assert height_of("", 10) == height_of("short", 10) == 15
    assert height_of("two words", 5) == 30


def test_no_text_is_a_formula(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist())
    assert "=1+1 (A)" in part(content, "xl/sharedStrings.xml")


def test_the_same_tables_give_the_same_bytes(content: bytes) -> None:
    assert tab_book(BOOK) == content
    assert "2024-03-08T00:00:00Z" in part(content, "docProps/core.xml")
    with zipfile.ZipFile(BytesIO(content)) as parts:
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_tables_with_other_columns_have_a_sheet_of_their_own() -> None:
    narrow = replace(BATTERY[1], columns=COLUMNS[:2])
    book = replace(BOOK, chapters=(Chapter((BATTERY[0], narrow), "", ()),))
    assert fastexcel.read_excel(tab_book(book)).sheet_names == ["Contents", "Table 1", "Table 2"]


def test_every_language_has_all_words() -> None:
    assert {frozenset(words) for words in WORDS.values()} == {frozenset(WORDS["en"])}
