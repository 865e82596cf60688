"""Google Forms: the sheet of answers, with the time of each first and a column a question.

A grid has a column a row, "Question [Row]". Checkboxes are one cell with ", " between the answers,
or ";" in the CSV that the form itself gives; the sheet does not tell which options there were.
"""

import re
from collections.abc import Iterator

import polars as pl

from pipeline.readers.answers import share_answers
from pipeline.readers.export import Export, Hint
from pipeline.readers.joined import looks_joined
from pipeline.readers.plain import JOINT
from pipeline.readers.sheet import Sheet, as_export, plain_name, told_apart

NAME = "google_forms"
TITLE = "Google Forms"
TIMESTAMP = frozenset(
    (
        *("timestamp", "tidsstempel", "tidsmerke", "tidsstämpel", "zeitstempel", "tijdstempel"),
        *("horodateur", "marca temporal", "informazioni cronologiche", "carimbo de data/hora"),
        *("aikaleima", "sygnatura czasowa", "časová značka"),
    )
)
"""What the first column is called, in the language of the form's owner."""
PERSONAL = frozenset(
    (
        *("email address", "e-mail address", "email", "username", "mailadresse", "e-mailadresse"),
        *("brugernavn", "e-postadresse", "brukernavn", "e-postadress", "användarnamn"),
        *("e-mail-adresse", "nutzername"),
    )
)
"""What the column of addresses is called that the tool itself collects."""
SCORE = frozenset(("score", "point", "poeng", "poäng", "punkte", "punktzahl", "resultat"))
QUIZ = re.compile(r"\[(score|feedback)\]$", re.IGNORECASE)
TIME = re.compile(r"^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},? \d{1,2}[:.]\d{2}[:.]\d{2}")
POINTS = re.compile(r"^[\d.,]+ / [\d.,]+$")
SEPARATORS = (", ", ";")


def recognise(sheet: Sheet) -> str | None:
    """The reason why a table is this tool's; None for another's."""
    first = (sheet.row(0) or [""])[0]
    times = sheet.cells.to_series(0).slice(1).drop_nulls()
    if plain_name(first) not in TIMESTAMP or times.is_empty():
        return None
    dated = sum(bool(TIME.match(time)) for time in times)
    return f"{first.strip()} first" if dated > times.len() / 2 else None


def read(sheet: Sheet) -> Export:
    """The answers under the wordings of the questions; raises ExportError."""
    names = told_apart(sheet.row(0))
    answers = sheet.cells.slice(1)
    columns = {name: answers.to_series(number) for number, name in enumerate(names)}
    hints = {name: hint for name, hint in _hints(columns) if hint != Hint()}
    own = {name for name, hint in hints.items() if hint.kind in ("time", "personal", "technical")}
    questions = {name: _wording(name) for name in names if name not in own}
    reason = recognise(sheet) or "one header row"
    return as_export(sheet, 1, names, questions, f"{TITLE}: {reason}", NAME, hints=hints)


def _grid(name: str) -> tuple[str, str]:
    """The question and the row of "Question [Row]"; two empty texts for another name."""
    start = name.rfind("[")
    question, row = name[: max(start, 0)].strip(), name[start + 1 : -1].strip()
    return (question, row) if question and row and name.endswith("]") else ("", "")


def _wording(name: str) -> str:
    question, row = _grid(name)
    return f"{question}{JOINT}{row}" if row else name


def _hints(columns: dict[str, pl.Series]) -> Iterator[tuple[str, Hint]]:
    grids: dict[str, list[pl.Series]] = {}
    for name, column in columns.items():
        question, _ = _grid(name)
        if question and not QUIZ.search(name):
            grids.setdefault(question, []).append(column)
    batteries = {question for question, rows in grids.items() if share_answers(rows)}
    for number, (name, column) in enumerate(columns.items()):
        group = _grid(name)[0]
        separator = next((sign for sign in SEPARATORS if looks_joined(column, sign)), "")
        if kind := _own_kind(number, name, column):
            yield name, Hint(kind, sent=number == 0)
        elif separator:
            yield name, Hint("joined", group, separator=separator)
        else:
            yield name, Hint("battery" if group in batteries else "", group)


def _own_kind(number: int, name: str, column: pl.Series) -> str:
    """What one of the tool's own columns is; '' for a question."""
    if number == 0:
        return "time"
    if plain_name(name) in PERSONAL:
        return "personal"
    points = plain_name(name) in SCORE and _all(POINTS, column)
    return "technical" if points or QUIZ.search(name) else ""


def _all(pattern: re.Pattern[str], column: pl.Series) -> bool:
    texts = column.drop_nulls()
    return not texts.is_empty() and all(pattern.match(text) for text in texts)
