"""Workbooks that ask for more than they hold: refused before anything of them is in memory."""

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from pipeline.errors import ExportError
from pipeline.readers import workbook_bounds, workbook_part
from pipeline.readers.export import Source
from pipeline.readers.received import Received
from pipeline.readers.workbook import read_sheet
from pipeline.readers.workbook_bounds import look_into

SHEET, TEXTS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
RELATIONSHIPS = "xl/_rels/workbook.xml.rels"
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
LAUGHS = (
    '<!DOCTYPE worksheet [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;">]>'
    f'{HEAD}<row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
)
OUTSIDE = LAUGHS.replace('<!ENTITY a "haha">', '<!ENTITY b SYSTEM "file:///etc/hostname">')


def written() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write_column(0, 0, ["svar", "ja", "ja", "nej"])
    return content.getvalue()


def repacked(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(written())) as old,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in dict.fromkeys([*old.namelist(), *parts]):
            new.writestr(name, parts.get(name) or old.read(name))
    return content.getvalue()


def sheet(*rows: str) -> bytes:
    return f"{HEAD}{''.join(rows)}</sheetData></worksheet>".encode()


def received(content: bytes) -> Received:
    return Received(Path("svar.xlsx"), content, Source("svar.xlsx", len(content), ""))


def refusal(content: bytes) -> str:
    with pytest.raises(ExportError) as raised:
        read_sheet(received(content))
    return str(raised.value)


def test_a_workbook_that_is_changed_in_nothing_is_read():
    assert read_sheet(received(repacked({}))).cells.rows() == [
        ("svar",),
        ("ja",),
        ("ja",),
        ("nej",),
    ]


@pytest.mark.parametrize(
    "last",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="9"><c r="xfd1048576"><v>1</v></c></row>',
        '<row r="9999999"><c><v>1</v></c></row><row r="3"><c r="ZZ3"><v>2</v></c></row>',
        '<x:row r="1048576" xmlns:x="y"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>',
        '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>',
        '<row r="1048576"><c r="&#88;FD1048576"><v>1</v></c></row>',
    ],
)
def test_a_cell_far_below_and_to_the_right_is_refused(last):
    content = repacked({SHEET: sheet('<row r="1"><c r="A1"><v>1</v></c></row>', last)})
    assert "svar.xlsx, xl/worksheets/sheet1.xml: too large to be read (the last cell" in refusal(
        content
    )


def test_cells_without_names_count_from_the_left(monkeypatch):
    monkeypatch.setattr(workbook_part, "MOST_CELLS", 5)
    rows = ["<row><c><v>1</v></c><c><v>2</v></c></row>"] * 3
    assert "row 3 and column 2" in refusal(repacked({SHEET: sheet(*rows)}))
    assert look_into(received(repacked({SHEET: sheet(*rows[:2])})))


def test_coloured_cells_without_content_do_not_count():
    cells = (
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    )
    assert look_into(received(repacked({SHEET: sheet(cells)})))


def test_a_long_text_that_many_cells_share_is_refused():
    texts = f"<sst>{'<si><t>x</t></si>' * 3}<si><t>{'x' * 30_000}</t></si></sst>".encode()
    rows = '<row><c t="s"><v>3</v></c></row>' * 36_000
    content = repacked({SHEET: sheet(rows), TEXTS: texts})
    assert len(content) < 20_000
    assert "over 1,073,741,824 characters of texts that cells share" in refusal(content)


def test_more_texts_than_memory_holds_may_not_be_announced():
    texts = b'<sst count="4000000000" uniqueCount="4000000000"><si><t>x</t></si></sst>'
    assert "xl/sharedStrings.xml: too large to be read (4,000,000,000 entries)" in refusal(
        repacked({TEXTS: texts})
    )


def test_parts_with_too_many_entries_are_refused(monkeypatch):
    monkeypatch.setattr(workbook_part, "MOST_TAGS", 1000)
    styles = f"<styleSheet>{'<xf/>' * 1000}</styleSheet>".encode()
    assert "xl/styles.xml: too large" in refusal(repacked({"xl/styles.xml": styles}))


@pytest.mark.parametrize("stated", [None, 100])
def test_a_part_that_unpacks_to_too_much_is_refused_whatever_it_states(monkeypatch, stated):
    monkeypatch.setattr(workbook_bounds, "MOST_UNPACKED", 1024**2)
    monkeypatch.setattr(workbook_bounds, "CHUNK_BYTES", 1024)
    content = repacked({SHEET: sheet(" " * 1024**2)})
    if stated:
        true_size = (1024**2 + len(sheet())).to_bytes(4, "little")
        assert content.count(true_size)
        content = content.replace(true_size, stated.to_bytes(4, "little"))
    assert "xl/worksheets/sheet1.xml: unpacks to over 0 GB" in refusal(content)


@pytest.mark.parametrize("xml", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize("part", [SHEET, TEXTS, "xl/styles.xml", "xl/workbook.xml"])
def test_document_types_and_entities_are_refused(xml, part):
    message = refusal(repacked({part: xml.encode()}))
    assert f"svar.xlsx, {part}: declares a document type or entities" in message


def test_a_sheet_that_is_called_something_else_than_xml_is_refused():
    with zipfile.ZipFile(io.BytesIO(written())) as archive:
        related = archive.read(RELATIONSHIPS).replace(b"sheet1.xml", b"sheet1.dat")
    content = repacked({RELATIONSHIPS: related, "xl/worksheets/sheet1.dat": sheet()})
    assert "names a worksheet that is no XML" in refusal(content)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "is an old .xls file, or protected with",
        ),
        (b"%PDF-1.7", "no readable XLSX file"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "no readable XLSX file"),
        (repacked({SHEET: b"<worksheet>&b;</worksheet>"}), "no readable XLSX file"),
        (repacked({SHEET: b"<worksheet"}), "no readable XLSX file"),
        (repacked({SHEET: b'<?xml version="1.0" encoding="x"?><a/>'}), "no readable XLSX file"),
        (
            repacked({"xl/workbook.xml": b"<workbook/>"}),
            "no readable XLSX file (it holds no sheet)",
        ),
    ],
    ids=["xls", "pdf", "html", "entity", "cut", "encoding", "no sheet"],
)
def test_what_only_ends_in_xlsx_is_refused(content, message):
    assert f"svar.xlsx: {message}" in refusal(content)


@pytest.mark.parametrize("name", ["word/document.xml", "content.xml", "svar.csv"])
def test_another_archive_is_refused(name):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(name, "id;a\n1;2\n")
    assert "no readable XLSX file (it holds no workbook)" in refusal(content.getvalue())
