"""Headers of LimeSurvey: codes, wordings or both, `code[sub]. wording [part]`; pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.readers.surveymonkey import plain_text

CODED = re.compile(
    r"^(?P<code>[A-Za-z]\w*)(?P<subs>(?:\[\w*\])*)(?:\.(?:\s+(?P<text>.*))?)?$", re.DOTALL
)
BOTH = re.compile(r"^[A-Za-z]\w*(?:\[\w*\])*\.(?:\s|$)")
SUB = re.compile(r"\[(\w*)\]")
OWN_CODES = {
    "id": "respondent",
    **dict.fromkeys(("submitdate", "startdate", "datestamp"), "time"),
    **dict.fromkeys(
        ("ipaddr", "refurl", "token", "firstname", "lastname", "email"),
        "personal",
    ),
    **dict.fromkeys(
        ("lastpage", "startlanguage", "seed", "completed", "interviewtime"), "technical"
    ),
}
"""Code of one of the tool's own columns -> what it is."""
OWN_TEXTS = {
    **dict.fromkeys(("response id", "antwort id", "svar-id", "svars-id"), "id"),
    **dict.fromkeys(("date submitted", "datum abgeschickt"), "submitdate"),
    **dict.fromkeys(("last page", "letzte seite"), "lastpage"),
    **dict.fromkeys(("start language", "startsprache", "start-sprache"), "startlanguage"),
    "seed": "seed",
    **dict.fromkeys(("date started", "datum gestartet"), "startdate"),
    **dict.fromkeys(("date last action", "datum letzte aktivität"), "datestamp"),
    **dict.fromkeys(("ip address", "ip-adresse"), "ipaddr"),
    **dict.fromkeys(("referrer url", "weiterleitungs-url"), "refurl"),
    **dict.fromkeys(("access code", "token", "zugangscode", "zugangsschlüssel"), "token"),
    **dict.fromkeys(("first name", "vorname"), "firstname"),
    **dict.fromkeys(("last name", "nachname"), "lastname"),
    **dict.fromkeys(("email address", "e-mail-adresse"), "email"),
    **dict.fromkeys(("total time", "gesamtzeit"), "interviewtime"),
}
"""Wording of one of the tool's own columns, where the header has no codes -> its code."""
TIMING = re.compile(r"^(group|question)Time\d+$")
TIME = "Time"
"""Behind the code of a question: how long it took."""
TIMING_TEXT = re.compile(r"^(group|question) time\b", re.I)
"""How long a page or a question took."""
OTHER = "other"
COMMENT = "comment"
MOST_PARTS = 2
"""A table has a part for its row and one for its column."""


@dataclass(frozen=True)
class Heading:
    """A column's header taken apart.

    code, subs: '' and () for a question where the header has wordings alone. wording: of the
    question; parts: of its sub-question. own: what one of the tool's own columns is, '' for a
    question.
    """

    code: str
    subs: tuple[str, ...]
    wording: str
    parts: tuple[str, ...]
    own: str

    @property
    def question(self) -> str:
        """What the columns of one question share."""
        return self.code or self.wording

    @property
    def is_text_beside(self) -> bool:
        """Whether the column holds what was written beside an answer."""
        told = self.subs[-1:] or tuple(part.casefold() for part in self.parts[-1:])
        return bool(told) and (told[0] == OTHER or told[0].endswith(COMMENT))


def headings(names: Sequence[str]) -> list[Heading]:
    """The headers of a table, all of one kind: with codes, or wordings alone."""
    if not has_codes(names):
        return [_worded(name) for name in names]
    taken_apart = [_coded(name) for name in names]
    timed = {f"{one.code}{TIME}" for one in taken_apart}
    return [
        replace(one, own="technical") if one.code in timed and not one.subs else one
        for one in taken_apart
    ]


def has_codes(names: Sequence[str]) -> bool:
    """Whether every column that has a name begins with a code."""
    named = [name for name in names if name]
    return bool(named) and all(CODED.match(name) for name in named)


def has_both(names: Sequence[str]) -> bool:
    """Whether every column that has a name has a code and a wording behind it."""
    named = [name for name in names if name]
    return bool(named) and all(BOTH.match(name) for name in named)


def _coded(name: str) -> Heading:
    match = CODED.match(name)
    if not match:
        return Heading("", (), "", (), "")
    code, subs = match["code"], tuple(SUB.findall(match["subs"]))
    text = plain_text(match["text"] or "")
    wording, parts = _taken_apart(text) if subs else (text, ())
    own = "" if subs else OWN_CODES.get(code, "")
    if TIMING.match(code) and not subs:
        own = "technical"
    return Heading(code, subs, wording, parts, own)


def _worded(name: str) -> Heading:
    text = plain_text(name)
    code = OWN_TEXTS.get(" ".join(text.split()).casefold(), "")
    if code:
        return Heading(code, (), text, (), OWN_CODES[code])
    if TIMING_TEXT.match(text):
        return Heading("", (), text, (), "technical")
    wording, parts = _taken_apart(text)
    return Heading("", (), wording, parts, "")


def _taken_apart(text: str) -> tuple[str, tuple[str, ...]]:
    """The wording, and what stands in brackets behind it; empty brackets are no part."""
    parts: list[str] = []
    rest = text.rstrip()
    while rest.endswith("]") and len(parts) < MOST_PARTS:
        start = _opening(rest)
        if start is None:
            break
        parts.insert(0, rest[start + 1 : -1])
        rest = rest[:start].rstrip()
    return rest, tuple(part for part in parts if part)


def _opening(text: str) -> int | None:
    """Where the bracket opens that closes at the end."""
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += {"]": 1, "[": -1}.get(text[place], 0)
        if not depth:
            return place
    return None
