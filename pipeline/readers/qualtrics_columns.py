"""The columns of Qualtrics: the tool's own, and those of one question told together; pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

import polars as pl

from pipeline.readers.answers import are_numbers, are_ticks, share_answers, texts_of
from pipeline.readers.export import Hint
from pipeline.readers.joined import looks_joined
from pipeline.readers.plain import JOINT

OWN_COLUMNS = {
    **dict.fromkeys(("startdate", "enddate", "recordeddate"), "time"),
    **dict.fromkeys(("responseid", "recordid"), "respondent"),
    **dict.fromkeys(
        (
            *("ipaddress", "recipientlastname", "recipientfirstname", "recipientemail", "name"),
            *("email", "externalreference", "externaldatareference", "externaldatareferenceid"),
            *("locationlatitude", "locationlongitude", "locationaccuracy"),
        ),
        "personal",
    ),
    **dict.fromkeys(
        (
            *("status", "responsetype", "progress", "duration", "durationinseconds", "finished"),
            *("distributionchannel", "userlanguage", "responseset"),
        ),
        "technical",
    ),
}
"""The tool's own columns, letters only and without capitals -> what they are."""
TECHNICAL = re.compile(
    r"^Q_[A-Z]|_NPS_GROUP$|_DO(_|$)|_[0-9a-f]{24}\w*$"
    r"|_(First|Last) Click$|_Page Submit$|_Click Count$|_(FIRST|LAST)_CLICK$|_PAGE_SUBMIT$"
    r"|_CLICK_COUNT$|_(Browser|Version|Operating System|Resolution)$",
)
"""Fraud checks, orders of display, topics of text analysis, timing and browsers."""
QUESTION_ID = re.compile(r"^(\d+_)?QID\d+(#\d+)?")
NUMBERED = re.compile(r"(_\d+)+$")
TEXT = "_TEXT"
SELECTED = "Selected Choice"
"""What the tool writes into the wording of choices of which one takes a text."""
SEPARATOR = ","


@dataclass(frozen=True)
class Column:
    """A column by its place, name, wording and id; `own` tells what the tool's own ones are."""

    number: int
    name: str
    wording: str
    import_id: str
    own: str

    @property
    def question(self) -> str:
        """What the columns of one question share."""
        by_id = QUESTION_ID.match(self.import_id)
        return by_id[0] if by_id else NUMBERED.sub("", self.name.removesuffix(TEXT))

    @property
    def is_open(self) -> bool:
        """Whether the column is the whole of an open question."""
        return self.import_id == f"{self.question}{TEXT}"

    @property
    def is_other(self) -> bool:
        """Whether the column holds the text that goes with a choice."""
        named = self.import_id or self.name
        return named.endswith(TEXT) and not self.is_open


def column_of(number: int, name: str, wording: str, import_id: str) -> Column:
    """A column with what it is, by its id, else by its name; a question's is none of the tool's."""
    asked = QUESTION_ID.match(import_id)
    own = "" if asked else OWN_COLUMNS.get(_letters(import_id)) or OWN_COLUMNS.get(_letters(name))
    if TECHNICAL.search(name) or TECHNICAL.search(import_id):
        own = "technical"
    return Column(number, name, wording, import_id, own or "")


def columns_by_question(columns: Sequence[Column]) -> list[list[Column]]:
    """The columns of each question together; without an id, those whose wordings begin alike."""
    groups: dict[str, list[Column]] = {}
    for column in columns:
        if not column.own and column.name:
            groups.setdefault(column.question, []).append(column)
    return [
        part
        for group in groups.values()
        for part in ([group] if _belong_together(group) else [[column] for column in group])
    ]


def stem(columns: Sequence[Column]) -> tuple[str, list[str]]:
    """The wording that the columns of a question share, and what each has beyond it.

    "Selected Choice", in whatever language, is left out: it is what choices share beside texts.
    """
    wordings = [column.wording.split(JOINT) for column in columns]
    shared = _shared(wordings)
    over, rests = wordings[0][:shared], [words[shared:] for words in wordings]
    choices = [rest for rest, one in zip(rests, columns, strict=True) if not one.is_other]
    first = {rest[0] if rest else "" for rest in choices}
    if len(choices) < len(columns) and len(first) == 1 and "" not in first:
        marked = [not one.is_other for one in columns]
        rests = [rest[mark:] for rest, mark in zip(rests, marked, strict=True)]
    elif over[-1:] == [SELECTED]:
        over = over[:-1]
    return JOINT.join(over), [JOINT.join(rest) for rest in rests]


def kinds(
    columns: Sequence[Column], parts: Sequence[str], answers: Sequence[pl.Series]
) -> list[Hint]:
    """What each column of one question is, as far as ids and answers tell."""
    choices = [number for number, column in enumerate(columns) if not column.is_other]
    given = [answers[number] for number in choices]
    if not choices:
        return [Hint("text")] * len(columns)
    if len(choices) == 1:
        shared = _alone(columns[choices[0]], given[0], several=len(columns) > 1)
    elif are_ticks(given, [parts[number] for number in choices]) or _all_one(given):
        shared = Hint("multiple")
    else:
        shared = Hint("battery" if share_answers(given) else "")
    return [shared if number in choices else Hint("other_text") for number in range(len(columns))]


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.casefold())


def _belong_together(columns: Sequence[Column]) -> bool:
    return bool(
        any(QUESTION_ID.match(column.import_id) for column in columns)
        or _shared([column.wording.split(JOINT) for column in columns])
    )


def _shared(wordings: Sequence[Sequence[str]]) -> int:
    """With how many parts all begin."""
    places = zip(*wordings, strict=False)
    return len(list(takewhile(lambda parts: len(set(parts)) == 1, places)))


def _all_one(columns: Sequence[pl.Series]) -> bool:
    """Whether a tick is the number 1 in every column, as in exports of numeric values."""
    texts = frozenset[str]().union(*map(texts_of, columns))
    return texts == {"1"}


def _alone(column: Column, answers: pl.Series, *, several: bool) -> Hint:
    if column.is_open:
        return Hint("text")
    if looks_joined(answers, SEPARATOR):
        return Hint("joined", separator=SEPARATOR)
    return Hint("single" if several and not are_numbers(answers) else "")
