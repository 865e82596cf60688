"""Spans with attributes in the text of a page: `[words]{.claim of="..."}`; pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.pages.shortcodes import Line

SPAN = re.compile(r"\[(?P<words>[^\[\]]+)\]\{(?P<attributes>[^{}]*)\}")
CLASS = re.compile(r"(?<!\S)\.(?P<name>[\w-]+)")
ATTRIBUTE = re.compile(
    r"""(?<!\S)(?P<key>[\w-]+)=(?:"(?P<quoted>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s}]+))"""
)
CODE = re.compile(r"(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)", re.DOTALL)


@dataclass(frozen=True)
class Span:
    """Words with classes and attributes; `start` and `end` are places in the text."""

    words: str
    classes: tuple[str, ...]
    attributes: Mapping[str, str]
    start: int
    end: int


@dataclass(frozen=True)
class PageText:
    """The lines of a page as one text in which code is blank, and where each place stands."""

    text: str
    lines: tuple[Line, ...] = field(repr=False)

    def where(self, place: int) -> str:
        """File and line of a place in the text."""
        return self.line(place).where

    def line(self, place: int) -> Line:
        """The line that a place in the text stands on."""
        return self.lines[self.text.count("\n", 0, place)]


def page_text(lines: Iterable[Line]) -> PageText:
    """The text of some lines; code in them is blanked, so that places stay."""
    kept = tuple(lines)
    text = "\n".join("" if line.code else line.text for line in kept)
    return PageText(blanked(CODE, text), kept)


def spans(text: str, *names: str) -> Iterator[Span]:
    """The spans that have one of these classes, or any at all, in reading order."""
    for match in SPAN.finditer(text):
        classes = tuple(CLASS.findall(match["attributes"]))
        if set(names) & set(classes) or (classes and not names):
            yield Span(
                match["words"],
                classes,
                attributes(match["attributes"]),
                match.start(),
                match.end(),
            )


def words_only(text: str) -> str:
    """The text with nothing but the words of its spans."""
    return SPAN.sub(r"\g<words>", text)


def attributes(text: str) -> dict[str, str]:
    """The keys and values between the braces of a span."""
    return {
        found["key"]: next(filter(None, (found["quoted"], found["single"], found["bare"])), "")
        for found in ATTRIBUTE.finditer(text)
    }


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """The text with everything that the pattern finds as spaces; lines stay lines."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
