"""Qualtrics: names, wordings and import ids in three header rows; two in older exports.

The tool's own columns keep their names in every language; only their wordings are translated.
"""

import json
import re
from collections.abc import Sequence

from pipeline.readers.export import Export, Hint
from pipeline.readers.plain import JOINT
from pipeline.readers.qualtrics_columns import Column, column_of, columns_by_question, kinds, stem
from pipeline.readers.sheet import Sheet, as_export, told_apart
from pipeline.readers.surveymonkey import plain_text

NAME = "qualtrics"
TITLE = "Qualtrics"
HEADER_ROWS = {1: "one header row", 2: "two header rows", 3: "three header rows, ImportId"}
IMPORT_ID = re.compile(r'^\{\s*"ImportId"\s*:')
RESPONSE_ID = re.compile(r"^R_\w+$")
LEGACY = re.compile(r"^V\d+$")
"""What older exports call the tool's own columns; the second row has their names."""
FEWEST_OWN = 3
"""Other tools have a column or two that are called the same."""


def recognise(sheet: Sheet) -> str | None:
    """The reason why a table is this tool's; None for another's."""
    rows = _header_rows(sheet)
    own = [column.own for column in _columns(sheet, rows)]
    if rows < 3 and ("respondent" not in own or len(list(filter(None, own))) < FEWEST_OWN):
        return None
    return HEADER_ROWS[rows] if rows == 3 else f"{HEADER_ROWS[rows]}, response id"


def read(sheet: Sheet) -> Export:
    """The answers under the columns' names; raises ExportError."""
    rows = _header_rows(sheet)
    columns = _columns(sheet, rows)
    answers = sheet.cells.slice(rows)
    questions: dict[str, str] = {}
    hints = {column.name: Hint(column.own) for column in columns if column.own}
    for group in columns_by_question(columns):
        over, parts = stem(group)
        several = len(group) > 1
        series = [answers.to_series(column.number) for column in group]
        for column, part, hint in zip(group, parts, kinds(group, parts, series), strict=True):
            questions[column.name] = JOINT.join(text for text in (over, part) if text)
            hints[column.name] = Hint(hint.kind, over if several else "", (), hint.separator)
    hints = {name: hint for name, hint in hints.items() if hint != Hint()}
    names = [column.name for column in columns]
    reason = f"{TITLE}: {recognise(sheet) or HEADER_ROWS[rows]}"
    return as_export(sheet, rows, names, questions, reason, NAME, hints=hints)


def _header_rows(sheet: Sheet) -> int:
    """Three with import ids; of the others, the rows that do not begin with a response's id."""
    third = [cell for cell in sheet.row(2) if cell]
    if third and all(IMPORT_ID.match(cell) for cell in third):
        return 3
    below = sheet.row(1)
    answered = any(
        RESPONSE_ID.match(cell) and column_of(0, name, "", "").own == "respondent"
        for name, cell in zip(sheet.row(0), below, strict=False)
    )
    return 1 if answered or not any(below) else 2


def _columns(sheet: Sheet, rows: int) -> list[Column]:
    first = sheet.row(0)
    blank = [""] * len(first)
    second = sheet.row(1) if rows > 1 else blank
    ids = [_import_id(cell) for cell in sheet.row(2)] if rows == 3 else blank
    named = [
        below if LEGACY.match(name) and column_of(0, below, "", "").own else name
        for name, below in zip(first, second, strict=True)
    ]
    return [
        column_of(number, name, plain_text(wording), import_id)
        for number, (name, wording, import_id) in enumerate(
            zip(told_apart(named), second, ids, strict=True)
        )
    ]


def _import_id(cell: str) -> str:
    """The id of the question, and of the choice where the cell tells it apart; '' for none."""
    try:
        told = json.loads(cell)
    except ValueError:
        return ""
    parts: Sequence[object] = (told.get("ImportId"), told.get("choiceId"))
    return "_".join(str(part) for part in parts if part)
