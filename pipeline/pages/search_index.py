"""What the site's own search looks in: the text of finished pages, section by section; pure."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from os.path import relpath
from pathlib import PurePosixPath

HEADINGS = {"h1", "h2", "h3", "h4"}
SKIPPED = {"nav", "table", "math", "summary", "svg", "script", "form"}
"""Elements whose words are no text to look for: menus, numbers, formulas, controls."""
SKIPPED_CLASSES = {"notice", "demonstration", "wave", "downloads", "claim-note"}
"""Stand on many pages or with every figure, so that they tell none from another."""
INLINE = {"a", "abbr", "code", "em", "mark", "small", "span", "strong", "sub", "sup"}
VOID = {"br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Section:
    """A heading or figure and the text below it; `anchor` is its id, '' for the whole page."""

    anchor: str
    said_above: list[str] = field(default_factory=list)
    said_below: list[str] = field(default_factory=list)

    @property
    def heading(self) -> str:
        """The heading on one line, with plain spaces."""
        return " ".join("".join(self.said_above).split())

    @property
    def text(self) -> str:
        """The text on one line, with plain spaces."""
        return " ".join("".join(self.said_below).split())


class _Reader(HTMLParser):
    """Splits what stands in `main` at headings and figures."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: list[Section] = [Section("")]
        self.open: list[tuple[str, str, bool]] = []
        self.in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self._say(" ")
        if tag in VOID:
            return
        given = dict(attrs)
        skipped = tag in SKIPPED or not SKIPPED_CLASSES.isdisjoint(
            (given.get("class") or "").split()
        )
        self.open.append((tag, given.get("id") or "", skipped))
        if self._reads and (tag in HEADINGS - {"h1"} or tag == "figure"):
            anchor = next((one for _, one, _ in reversed(self.open) if one), "")
            if anchor != self.sections[-1].anchor:
                self.sections.append(Section(anchor))
        if self._reads and tag in HEADINGS:
            # A further heading without an address of its own is text of the section.
            self.in_heading = not self.sections[-1].heading

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass
        if tag in HEADINGS:
            self.in_heading = False
        if tag not in INLINE:
            self._say(" ")

    def handle_data(self, data: str) -> None:
        self._say(data)

    @property
    def _reads(self) -> bool:
        tags = [tag for tag, _, _ in self.open]
        return "main" in tags and not any(skipped for _, _, skipped in self.open)

    def _say(self, words: str) -> None:
        if not self._reads:
            return
        section = self.sections[-1]
        (section.said_above if self.in_heading else section.said_below).append(words)


def sections(html: str) -> tuple[Section, ...]:
    """The sections of a page; the first is the page itself, its heading the title."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.sections)


def search_index(pages: Mapping[PurePosixPath, str], folder: PurePosixPath) -> str:
    """A script that sets `searchIndex`: address, title and sections of each page.

    Addresses count from `folder`, where the search page stands. A script, because a page that is
    opened as a file may load one, and no JSON. Nothing in it can end a script element.
    """
    entries = [
        _entry(relpath(path, folder), sections(html)) for path, html in sorted(pages.items())
    ]
    text = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    escaped = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"globalThis.searchIndex={escaped};\n"


def _entry(address: str, found: tuple[Section, ...]) -> list[object]:
    page, *others = found
    parts = [["", "", page.text], *([one.anchor, one.heading, one.text] for one in others)]
    return [address, page.heading, parts]
