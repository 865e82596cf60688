"""Microsoft Forms: one header row; several answers in one cell, each with a semicolon behind it.

A quiz has two more columns for each question, "Points - Question" and "Feedback - Question".
"""

from collections.abc import Iterator

import polars as pl

from pipeline.readers.export import Export, Hint
from pipeline.readers.plain import JOINT
from pipeline.readers.sheet import Sheet, as_export, plain_name, told_apart

NAME = "microsoft_forms"
TITLE = "Microsoft Forms"
SEPARATOR = ";"
ID = frozenset(("id",))
START = frozenset(("start time", "starttidspunkt", "starttid", "startzeit"))
END = frozenset(
    (
        *("completion time", "fuldførelsestidspunkt", "fullføringstidspunkt", "slutförandetid"),
        "fertigstellungszeit",
    )
)
OWN_COLUMNS = {
    **dict.fromkeys(ID, "respondent"),
    **dict.fromkeys(START | END, "time"),
    **dict.fromkeys(
        (
            *("last modified time", "tidspunkt for sidste ændring", "tidspunkt for siste endring"),
            *("senast ändrad", "zeitpunkt der letzten änderung"),
        ),
        "time",
    ),
    **dict.fromkeys(
        (
            *("email", "mail", "e-mail", "mailadresse", "e-mailadresse", "e-post", "e-postadresse"),
            *("name", "navn", "namn"),
        ),
        "personal",
    ),
    **dict.fromkeys(("language", "sprog", "språk", "sprache"), "technical"),
}
"""The tool's own columns before the questions, in lower case -> what they are."""
QUIZ = frozenset(("total points", "quiz feedback", "grade posted time"))
"""What a quiz says of all its questions."""
QUIZ_PREFIXES = frozenset(
    (
        *("points", "feedback", "point", "poeng", "tilbakemelding", "poäng", "återkoppling"),
        *("punkte", "kommentare"),
    )
)
"""What stands before the wording of a question where a quiz says more of it."""


def recognise(sheet: Sheet) -> str | None:
    """The reason why a table is this tool's; None for another's."""
    names = [plain_name(name) for name in sheet.row(0)]
    if len(names) < 3 or names[0] not in ID or names[1] not in START or names[2] not in END:
        return None
    return ", ".join(name.strip() for name in sheet.row(0)[:3])


def read(sheet: Sheet) -> Export:
    """The answers under the wordings of the questions; raises ExportError."""
    names = told_apart(sheet.row(0))
    answers = sheet.cells.slice(1)
    columns = {name: answers.to_series(number) for number, name in enumerate(names)}
    hints = {name: hint for name, hint in _hints(columns) if hint != Hint()}
    questions = {name: name for name in names if hints.get(name, Hint()).kind in ("", "joined")}
    reason = recognise(sheet) or "one header row"
    return as_export(sheet, 1, names, questions, f"{TITLE}: {reason}", NAME, hints=hints)


def _hints(columns: dict[str, pl.Series]) -> Iterator[tuple[str, Hint]]:
    asked = {plain_name(name) for name in columns}
    before_questions = True
    for name, column in columns.items():
        own = OWN_COLUMNS.get(plain_name(name), "")
        before_questions = before_questions and own != ""
        if before_questions:
            yield name, Hint(own, sent=plain_name(name) in END)
        elif _of_quiz(name, asked):
            yield name, Hint("technical")
        elif _all_end_in_separator(column):
            yield name, Hint("joined", separator=SEPARATOR)
        else:
            yield name, Hint()


def _of_quiz(name: str, asked: set[str]) -> bool:
    """Whether a column holds points or comments, of all questions or of one that is there."""
    first, _, question = plain_name(name).partition(JOINT)
    return plain_name(name) in QUIZ or (first in QUIZ_PREFIXES and question in asked)


def _all_end_in_separator(column: pl.Series) -> bool:
    texts = column.str.strip_chars().drop_nulls()
    texts = texts.filter(texts != "")
    return not texts.is_empty() and texts.str.ends_with(SEPARATOR).all()
