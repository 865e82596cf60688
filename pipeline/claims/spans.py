"""Claim spans as readers meet them: words that lead to their figure, and a note on the number.

The note stands beside the words and the style sheet shows it; it needs no script. In Markdown the
words stay Markdown, between pieces of HTML that every renderer passes on.
"""

import re
from collections.abc import Iterator
from html import escape
from itertools import count, groupby

from pipeline.claims.claim import CLASS, claim_of
from pipeline.claims.records import Note, Notes, anywhere
from pipeline.pages.shortcodes import lines_of
from pipeline.pages.spans import CODE, Span, blanked, spans

NOTE = 'class="claim-note"'
"""What a page has where it shows a note."""
PROGRAM = "claims.js"
"""The script that opens notes by a tap and closes them by Escape; the style sheet does the rest."""
HEADING = re.compile(r"^ {0,3}#{1,6}\s", re.MULTILINE)


def markdown_with_notes(text: str, notes: Notes) -> str:
    """The text of a page in which every claim that has a note shows it.

    In a heading, which the contents repeat, the words stay alone, with the warning where the claim
    does not hold.
    """
    numbers = count(1)
    runs = groupby(lines_of(text), key=lambda line: line.code)
    return "".join(
        run if is_code else _with_notes(run, notes, numbers)
        for is_code, lines in runs
        for run in ("".join(f"{line.text}\n" for line in lines),)
    )


def _with_notes(text: str, notes: Notes, numbers: Iterator[int]) -> str:
    """Markdown without code blocks in which claims show their notes."""
    parts, end = [], 0
    for span in spans(blanked(CODE, text), CLASS):
        note = notes.get(anywhere(claim_of(span)))
        if note:
            heading = _in_heading(text, span)
            parts += [text[end : span.start], _markdown(span, note, next(numbers), heading)]
            end = span.end
    return "".join([*parts, text[end:]])


def _in_heading(text: str, span: Span) -> bool:
    return HEADING.match(text, text.rfind("\n", 0, span.start) + 1) is not None


def _markdown(span: Span, note: Note, number: int, in_heading: bool) -> str:
    if in_heading:
        return f"{span.words}{_raw(_warning(note))}"
    before, after = _html(span, note, f"claim-{number}")
    return f"{_raw(before)}{span.words}{_raw(after)}"


def _raw(html: str) -> str:
    """HTML inside a line of Markdown; nothing in it can end it or look like a short code."""
    safe = html.replace("`", "&#96;").replace("{", "&#123;").replace("|", "&#124;")
    return f"`{safe}`{{=html}}" if html else ""


def html_with_notes(text: str, notes: Notes, prefix: str) -> str:
    """Escaped text in which spans are HTML, as a renderer would make them; for a headline.

    `prefix` begins the ids of its notes.
    """
    parts, end = [], 0
    for number, span in enumerate(spans(text), start=1):
        note = notes.get(anywhere(claim_of(span))) if CLASS in span.classes else None
        parts.append(escape(text[end : span.start]))
        if note:
            before, after = _html(span, note, f"{prefix}-claim-{number}")
            parts.append(f"{before}{escape(span.words)}{after}")
        else:
            parts.append(f"<span{_attributes(span)}>{escape(span.words)}</span>")
        end = span.end
    return "".join([*parts, escape(text[end:])])


def _attributes(span: Span) -> str:
    of = span.attributes.get("of")
    key = "" if of is None else f' data-of="{escape(of)}"'
    return f' class="{" ".join(span.classes)}"{key}'


def plain_with_warnings(text: str, notes: Notes) -> str:
    """The text with only the words of its spans; after those that do not hold, the warning."""
    parts, end = [], 0
    for span in spans(text):
        note = notes.get(anywhere(claim_of(span)))
        warning = f" ({note.unsupported})" if note and note.unsupported else ""
        parts += [text[end : span.start], span.words, warning]
        end = span.end
    return "".join([*parts, text[end:]])


def _html(span: Span, note: Note, name: str) -> tuple[str, str]:
    """What stands before the words of a claim, and what after them."""
    of = span.attributes.get("of", "")
    classes = "claim unsupported" if note.unsupported else "claim"
    link = f'a href="{escape(note.href)}"' if note.href else 'span tabindex="0"'
    before = (
        f'<span class="{classes}" data-of="{escape(of)}">'
        f'<{link} class="claim-words" aria-describedby="{name}">'
    )
    end = link.split()[0]
    figure = f' <span class="claim-figure">{escape(note.figure)}</span>' if note.href else ""
    shown = f"{escape(note.text or note.unsupported)}{figure}"
    box = (
        f'<a href="{escape(note.href)}" {NOTE} id="{name}" tabindex="-1">{shown}</a>'
        if note.href
        else f'<span {NOTE} id="{name}">{shown}</span>'
    )
    return before, f"</{end}>{box}</span>{_warning(note)}"


def _warning(note: Note) -> str:
    """The sentence that says that a claim does not hold, for everyone and on paper."""
    if not note.unsupported:
        return ""
    return f' <strong class="claim-warning">({escape(note.unsupported)})</strong>'
