"""What a reader gives back: the answers as text, and what the files say of themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl


@dataclass(frozen=True)
class Source:
    """A file as it was received: its name, size in bytes and SHA-256 in hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Hint:
    """What a file says of a column beyond its wording and labels, as far as it tells.

    kind: "", "respondent", "time", "personal", "single", "multiple", "battery", "number", "text",
        "joined", "weight", "other_text" or "technical".
    group: the wording or code that the columns of one question share.
    missing: the values that mean no answer.
    separator: what joins several answers in one cell, where kind is "joined".
    ordered: whether the answers have an order; None where the file does not tell.
    ticked: the value that means a tick, where the file tells which.
    condition: under which the tool asked the question, in its own words; "" where everybody was.
    sent: whether a text in the column means that all answers were sent.
    """

    kind: str = ""
    group: str = ""
    missing: tuple[str, ...] = ()
    separator: str = ""
    ordered: bool | None = None
    ticked: str = ""
    condition: str = ""
    sent: bool = False


@dataclass(frozen=True)
class Export:
    """One export, whatever tool wrote it.

    rows: one row a response; every column String, exactly as received, never trimmed. An empty
        cell is null, quoted or not. Rows without any content are left out.
    row_numbers: UInt32, as high as rows: the row that a spreadsheet shows, counted from 1; the
        header is row 1 and blank rows count. A text editor shows a later line where cells hold
        line breaks.
    broken: rows that could not be split: row (UInt32), text and reason (String).
    questions: column -> question, as far as the files tell it.
    labels: column -> {value as in the file: label}, as far as the files tell it.
    recognised: how the files were understood, in words.
    format: its name in `export` of wave.yml.
    hints: column -> what else the files say of it.
    language: of the questionnaire, as "da", where the files tell it.
    """

    rows: pl.DataFrame
    row_numbers: pl.Series
    broken: pl.DataFrame
    questions: Mapping[str, str]
    labels: Mapping[str, Mapping[str, str]]
    sources: tuple[Source, ...]
    recognised: str
    format: str
    hints: Mapping[str, Hint] = field(default_factory=dict)
    language: str = ""


BROKEN_SCHEMA = pl.Schema({"row": pl.UInt32, "text": pl.String, "reason": pl.String})
