"""Workbooks are written by hand here, part by part, as the standard (ECMA-376) has them."""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ExportError
from pipeline.readers.export import Source
from pipeline.readers.reading import read_export
from pipeline.readers.received import Received
from pipeline.readers.workbook import read_sheet

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DATE, DATE_AND_TIME = 1, 2
STYLES = (
    f'<styleSheet {MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy '
    'hh:mm"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/>'
    '<xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>'
)


def text(value: str) -> str:
    return f't="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is>'


def number(value: str, style: int = 0) -> str:
    return f's="{style}"><v>{value}</v>'


def truth(value: bool) -> str:
    return f't="b"><v>{int(value)}</v>'


def failed(value: str) -> str:
    return f't="e"><v>{escape(value)}</v>'


def workbook(*sheets: dict[int, list[str | None]]) -> bytes:
    """A workbook of sheets: row number -> cells from column A on."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        'Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": relationships({"r1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets>'
        + "".join(
            f'<sheet name="Ark{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, len(sheets) + 1)
        )
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relationships(
            {f"r{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)}
            | {"r0": ("styles", "styles.xml")}
        ),
        "xl/styles.xml": STYLES,
    } | {f"xl/worksheets/sheet{n}.xml": sheet_part(rows) for n, rows in enumerate(sheets, 1)}
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + part)
    return content.getvalue()


def relationships(targets: dict[str, tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'


def sheet_part(rows: dict[int, list[str | None]]) -> str:
    return (
        f"<worksheet {MAIN}><sheetData>"
        + "".join(
            f'<row r="{row}">'
            + "".join(
                f'<c r="{chr(65 + column)}{row}" {cell}</c>'
                for column, cell in enumerate(cells)
                if cell is not None
            )
            + "</row>"
            for row, cells in rows.items()
        )
        + "</sheetData></worksheet>"
    )


def test_every_cell_is_the_text_that_a_person_sees(put):
    content = workbook(
        {
            1: [text("id"), text("dato"), text("tid"), text("svar"), text("tal")],
            2: [
                number("1"),
                number("43993", DATE),
                number("43993.5", DATE_AND_TIME),
                text(" ø "),
                None,
            ],
            3: [
                number("2.0"),
                number("44000", DATE),
                number("44000", DATE_AND_TIME),
                text("NA"),
                number("0.5"),
            ],
            4: [number("12345678901"), None, None, truth(True), number("0.30000000000000004")],
            5: [text("007"), None, None, text(""), failed("#N/A")],
        }
    )
    export = read_export(put("svar.xlsx", content))
    assert export.rows.columns == ["id", "dato", "tid", "svar", "tal"]
    assert export.rows.rows() == [
        ("1", "2020-06-11", "2020-06-11 12:00:00", " ø ", None),
        ("2", "2020-06-18", "2020-06-18 00:00:00", "NA", "0.5"),
        ("12345678901", None, None, "true", "0.3"),
        ("007", None, None, None, "#N/A"),
    ]
    assert export.row_numbers.to_list() == [2, 3, 4, 5]
    assert export.broken.height == 0
    assert export.sources[0].name == "svar.xlsx"
    assert export.recognised == 'XLSX: one header row; sheet "Ark1"'


def test_blank_rows_are_left_out_and_counted(put):
    content = workbook(
        {
            3: [None, text("id"), text("svar")],
            4: [None, number("1"), text("ja")],
            7: [None, number("2")],
        }
    )
    export = read_export(put("svar.xlsx", content))
    assert export.rows.rows() == [("1", "ja"), ("2", None)]
    assert export.row_numbers.to_list() == [4, 7]


def test_only_the_first_sheet_is_read(put):
    content = workbook({1: [text("id")], 2: [number("1")]}, {1: [text("andet")], 2: [number("9")]})
    assert read_export(put("svar.xlsx", content)).rows.to_dicts() == [{"id": "1"}]


@pytest.mark.parametrize("rows", [{}, {1: [text("id"), text("svar")]}])
def test_a_sheet_without_answers_is_an_empty_export(put, rows):
    with pytest.raises(ExportError, match=r'svar\.xlsx, sheet "Ark1": empty export'):
        read_export(put("svar.xlsx", workbook(rows)))


def test_doubled_column_names_are_refused(put):
    content = workbook({1: [text("id"), text("id")], 2: [number("1"), number("2")]})
    with pytest.raises(ExportError, match=r'several columns have the same name: "id"'):
        read_export(put("svar.xlsx", content))


@pytest.mark.parametrize("length", [10, 500, -30])
def test_a_workbook_that_was_cut_is_refused(put, length):
    whole = workbook({1: [text("id")], 2: [number("1")]})
    with pytest.raises(ExportError, match=r"svar\.xlsx: no readable XLSX file"):
        read_export(put("svar.xlsx", whole[:length]))


def test_a_file_that_is_no_workbook_is_refused(put):
    with pytest.raises(ExportError, match=r"svar\.xlsx: no readable XLSX file"):
        read_export(put("svar.xlsx", b"id;svar\n1;ja\n"))


@settings(max_examples=60)
@given(
    st.lists(st.floats(-1e13, 1e13) | st.floats(-1, 1) | st.integers(-(2**53), 2**53), min_size=1)
)
def test_numbers_keep_the_digits_that_a_spreadsheet_keeps(numbers):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        book.add_worksheet().write_column(0, 0, ["tal", *numbers])
    content = content.getvalue()
    cells = read_sheet(Received(Path("svar.xlsx"), content, Source("svar.xlsx", 1, ""))).cells
    for text, wanted in zip(cells.to_series(0)[1:], numbers, strict=True):
        assert float(text) == pytest.approx(wanted, rel=1e-14, abs=0)
        assert "e" not in text


def test_a_time_of_day_has_no_date_and_failed_formulas_are_told(put):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["tid", "vægt"])
        style = book.add_format({"num_format": "hh:mm"})
        for row, value in enumerate((0, 0.5, 0.75), start=1):
            sheet.write_number(row, 0, value, style)
        for row, value in enumerate(("#DIV/0!", "#VALUE!", "#NAME?"), start=1):
            sheet.write_formula(row, 1, "=1/0", value=value)
    export = read_export(put("svar.xlsx", content.getvalue()))
    assert export.rows.rows() == [
        ("00:00:00", "#DIV/0!"),
        ("12:00:00", "#VALUE!"),
        ("18:00:00", "#NAME?"),
    ]
