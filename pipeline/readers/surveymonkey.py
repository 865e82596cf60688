"""SurveyMonkey: questions in the first header row, their options or rows in the second.

A question with one column has "Response" or "Open-Ended Response" there. Files that went through
other hands may have one header row; the name of the respondent's column still tells the tool.
"""

import re
from collections.abc import Iterator, Sequence

import polars as pl

from pipeline.readers.answers import are_numbers, are_ticks, share_answers
from pipeline.readers.export import Export, Hint
from pipeline.readers.joined import separator_in
from pipeline.readers.plain import JOINT
from pipeline.readers.sheet import Sheet, as_export, told_apart

NAME = "surveymonkey"
TITLE = "SurveyMonkey"
HEADER_ROWS = {1: "one header row", 2: "two header rows"}
RESPONDENT = "respondentid"
OWN_COLUMNS = {
    RESPONDENT: "respondent",
    "collectorid": "technical",
    "startdate": "time",
    "enddate": "time",
    "datecreated": "time",
    "datemodified": "time",
    "ipaddress": "personal",
    "emailaddress": "personal",
    "firstname": "personal",
    "lastname": "personal",
}
"""The tool's own columns without spaces and underscores -> what they are."""
CUSTOM = re.compile(r"custom(data|value)?\d*")
CLOSED = frozenset(("response", "svar", "respons", "antwort", "antwoord", "réponse", "respuesta"))
OPEN = frozenset(
    ("open-ended response", "åbent svar", "åpent svar", "öppet svar", "offene antwort")
)
OTHER = re.compile(r"(other|andet|annet|annat|sonstige)\b", re.IGNORECASE)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def recognise(sheet: Sheet) -> str | None:
    """The reason why a table is this tool's; None for another's."""
    own = [name for name in sheet.row(0) if _own_kind(name) == "respondent"]
    if len(own) != 1:
        return None
    return f"{HEADER_ROWS[_header_rows(sheet)]}, {own[0]}"


def read(sheet: Sheet) -> Export:
    """The answers under names such as "question - option"; raises ExportError."""
    rows = _header_rows(sheet)
    first = sheet.row(0)
    second = sheet.row(1) if rows == 2 else [""] * len(first)
    heads = _questions_over(first, second)
    pairs = list(zip(heads, map(_part, second), strict=True))
    names = told_apart([_joined(*pair) for pair in pairs])
    questions = {
        name: _joined(plain_text(head), plain_text(part))
        for name, (head, part) in zip(names, pairs, strict=True)
        if not _own_kind(head)
    }
    hints = dict(zip(names, _hints(sheet.cells.slice(rows), heads, second), strict=True))
    hints = {name: hint for name, hint in hints.items() if hint != Hint()}
    reason = f"{TITLE}: {recognise(sheet) or HEADER_ROWS[rows]}"
    return as_export(sheet, rows, names, questions, reason, NAME, hints=hints)


def _own_kind(name: str) -> str:
    """What one of the tool's own columns is; '' for a question."""
    bare = re.sub(r"[\s_]+", "", name).casefold()
    return "personal" if CUSTOM.fullmatch(bare) else OWN_COLUMNS.get(bare, "")


def _header_rows(sheet: Sheet) -> int:
    """Two where the second row names parts of questions and says nothing of a respondent."""
    first, second = sheet.row(0), sheet.row(1)
    own = [below for above, below in zip(first, second, strict=False) if _own_kind(above)]
    return 2 if any(second) and own and not any(own) else 1


def _questions_over(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """The question of each column: that on its left where only the second row names it."""
    heads, last = [], ""
    for above, below in zip(first, second, strict=True):
        last = above or (last if below else "")
        heads.append(last)
    return heads


def _part(below: str) -> str:
    """The option or row that a column holds; '' where the column is all of its question."""
    return "" if below.strip().casefold() in CLOSED | OPEN else below


def _joined(*parts: str) -> str:
    return JOINT.join(part for part in parts if part)


def plain_text(text: str) -> str:
    """A wording as people read it, without the tags that questions are formatted with."""
    return " ".join(TAG.sub(" ", text).split()) if TAG.search(text) else text


def _hints(answers: pl.DataFrame, heads: Sequence[str], second: Sequence[str]) -> Iterator[Hint]:
    for run in _runs(heads):
        own = _own_kind(heads[run[0]])
        several = len(run) > 1 or bool(_part(second[run[0]]))
        group = plain_text(heads[run[0]]) if several else ""
        columns = [answers.to_series(number) for number in run]
        kinds = _kinds(columns, [second[number] for number in run])
        for column, kind in zip(columns, kinds, strict=True):
            # Condensed exports have all ticks of a question in one cell.
            sign = separator_in(column) if not own and kind in ("single", "") else ""
            yield Hint("joined", group, separator=sign) if sign else Hint(own or kind, group)


def _kinds(columns: Sequence[pl.Series], parts: Sequence[str]) -> list[str]:
    """What the columns of one question are, as far as the tool and the answers tell."""
    named = [number for number, part in enumerate(parts) if _part(part) and not _is_other(part)]
    shared = _shared_kind([columns[number] for number in named], [parts[n] for n in named])
    return [
        shared if number in named else _kind(column, part)
        for number, (column, part) in enumerate(zip(columns, parts, strict=True))
    ]


def _is_other(part: str) -> bool:
    """Whether a column holds what people wrote themselves: "Other", "Other (please specify)"."""
    text = part.strip()
    other = OTHER.match(text)
    return other is not None and (other[0] == text or ("(" in text and text.endswith(")")))


def _shared_kind(columns: Sequence[pl.Series], parts: Sequence[str]) -> str:
    if are_ticks(columns, parts):
        return "multiple"
    return "battery" if len(columns) > 1 and share_answers(columns) else ""


def _kind(column: pl.Series, part: str) -> str:
    if _is_other(part):
        return "other_text"
    if not part or are_numbers(column):
        return ""
    return "text" if part.strip().casefold() in OPEN else "single"


def _runs(heads: Sequence[str]) -> Iterator[list[int]]:
    """The numbers of the columns that lie beside each other under one question."""
    run: list[int] = []
    for number, head in enumerate(heads):
        if run and (not head or head != heads[run[0]]):
            yield run
            run = []
        run.append(number)
    if run:
        yield run
