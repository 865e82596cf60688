"""Numbers in prose that no claim, variable or mark accounts for; pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.pages.shortcodes import Line
from pipeline.pages.spans import CLASS, PageText, blanked, page_text, spans
from pipeline.wording.unbound import unbound_words

MARK = "not-from-survey"
"""The class of spans and blocks whose numbers come from elsewhere."""
FENCED = re.compile(r"^\s*:{3,}\s*(?P<attributes>\{[^{}]*\}|[\w-]+)?\s*:*\s*$")

# What Markdown writes with digits that no reader takes for a result, in the order of blanking.
HARMLESS = tuple(
    re.compile(pattern, re.DOTALL | re.MULTILINE)
    for pattern in (
        r"\A---\n.*?\n(?:---|\.\.\.)$",  # front matter
        r"\{\{\{?<.*?>\}\}\}?",  # short codes
        r"<!--.*?-->",
        r"\$\$.*?\$\$|(?<![\\\w])\$[^$\n]+\$",  # formulas
        r"\]\([^()]*\)",  # where a link leads
        r"\{[^{}\n]*\}",  # attributes
        r"<[^<>\n]+>",  # HTML, and links that are written as they are
        r"\b(?:https?://|www\.|doi:)[^\s)\]]+|\b10\.\d{4,}/[^\s)\]]+",
        r"\[\^[^\]\n]+\]|(?<!\w)@[\w:.-]+",  # footnotes and citations
        r"&#?\w+;",
        r"^[ \t]*(?:[-*+][ \t]+)?\d+[.)](?=\s)",  # the numbers of lists
        r"^#+[ \t]+\d+(?:\.\d+)*\.?(?=\s)",  # and of headings
    )
)


@dataclass(frozen=True)
class Unbound:
    """What stands in one line of prose without a claim."""

    where: str
    words: tuple[str, ...]

    @property
    def problem(self) -> str:
        """What to tell the author."""
        several = len(self.words) > 1
        listed = ", ".join(f'"{word}"' for word in self.words)
        return (
            f"{self.where}: {listed} {'stand' if several else 'stands'} outside claims and "
            f'variables; write a claim, [{self.words[0]}]{{.claim of="fig_01.yes"}} with the key '
            "of the estimate, or a variable, or mark what is not from the survey: "
            f"[{self.words[0]}]{{.{MARK}}}"
        )


def unbound(lines: Iterable[Line], language: str) -> tuple[Unbound, ...]:
    """The numbers, and the words that only statistics use, of a page or a headline."""
    page = page_text(_written(lines))
    text = _prose(page)
    found = [
        (page.where(one.start()), one.start(), one.end()) for one in unbound_words(text, language)
    ]
    return tuple(
        Unbound(where, tuple(" ".join(page.text[start:end].split()) for _, start, end in here))
        for where, here in groupby(found, key=lambda one: one[0])
    )


def _written(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines of a person's; what the pipeline made, and blocks that are marked, as code."""
    blocks: list[bool] = []
    for line in lines:
        fence = None if line.code else FENCED.match(line.text)
        if fence and fence["attributes"]:
            blocks.append(MARK in CLASS.findall(fence["attributes"].strip("{}")))
        elif fence and blocks:
            blocks.pop()
        made = "_made" in line.path.parts
        yield replace(line, code=line.code or made or any(blocks))


def _prose(page: PageText) -> str:
    """The text with blanks for all that needs no claim; places stay."""
    text = page.text
    for span in spans(text, "claim", MARK):
        inside = re.sub(r"[^\n]", " ", text[span.start : span.end])
        text = text[: span.start] + inside + text[span.end :]
    for pattern in HARMLESS:
        text = blanked(pattern, text)
    return text
