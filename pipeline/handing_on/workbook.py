"""Answers as a workbook: the answers, the columns, and what each code means; pure."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pipeline.errors import PipelineError
from pipeline.handing_on.microdata import Microdata
from pipeline.wording.languages import in_language

ROWS, COLUMNS, SIGNS = 1_048_576, 16_384, 32_767
"""What a sheet takes, and a cell."""
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Texts are texts, whatever they begin with; nothing of the answers is written elsewhere."""
WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "answers": "Svar",
        "columns": "Kolonner",
        "labels": "Koder",
        "column": "Kolonne",
        "short": "Kort navn",
        "label": "Spørgsmål",
        "measure": "Måleniveau",
        "nominal": "nominal",
        "ordinal": "ordinal",
        "scale": "tal",
        "code": "Kode",
        "meaning": "Betydning",
        "missing": "Intet svar",
        "yes": "ja",
    },
    "nb": {
        "answers": "Svar",
        "columns": "Kolonner",
        "labels": "Koder",
        "column": "Kolonne",
        "short": "Kort navn",
        "label": "Spørsmål",
        "measure": "Målenivå",
        "nominal": "nominal",
        "ordinal": "ordinal",
        "scale": "tall",
        "code": "Kode",
        "meaning": "Betydning",
        "missing": "Ikke svar",
        "yes": "ja",
    },
    "en": {
        "answers": "Answers",
        "columns": "Columns",
        "labels": "Codes",
        "column": "Column",
        "short": "Short name",
        "label": "Question",
        "measure": "Measurement",
        "nominal": "nominal",
        "ordinal": "ordinal",
        "scale": "number",
        "code": "Code",
        "meaning": "Meaning",
        "missing": "No answer",
        "yes": "yes",
    },
}


def workbook(data: Microdata) -> bytes:
    """The workbook. Raises `PipelineError` for more answers than a sheet takes."""
    if data.rows.height >= ROWS or data.rows.width > COLUMNS:
        raise PipelineError(
            f"{data.name} has {data.rows.height:,} respondents and {data.rows.width:,} columns, "
            "more than a sheet takes; write FORMAT=csv, parquet or sav"
        )
    words = in_language(WORDS, data.language)
    buffer = BytesIO()
    with Workbook(buffer, OPTIONS) as book:
        bold = book.add_format({"bold": True})
        answers = book.add_worksheet(words["answers"])
        _fill(answers, bold, data.rows.columns, data.rows.iter_rows())
        answers.freeze_panes(1, 1)
        _fill(
            book.add_worksheet(words["columns"]),
            bold,
            [words[name] for name in ("column", "short", "label", "measure")],
            (
                (one.name, one.short or one.label, one.label, words[one.measure])
                for one in data.columns
            ),
        )
        _fill(
            book.add_worksheet(words["labels"]),
            bold,
            [words[name] for name in ("column", "code", "meaning", "missing")],
            (
                (one.name, code, label, words["yes"] if code in one.missing else "")
                for one in data.columns
                for code, label in one.labels.items()
            ),
        )
    return buffer.getvalue()


def _fill(
    sheet: Worksheet, bold: Format, head: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Heads that stay in sight, then rows; an empty cell stays empty."""
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(head) - 1, 18)
    for place, text in enumerate(head):
        sheet.write_string(0, place, text, bold)
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, place, value[:SIGNS])
            elif isinstance(value, int | float):
                sheet.write_number(number, place, value)
