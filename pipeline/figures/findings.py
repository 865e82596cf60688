"""The block of one figure on a page: headline, question, picture, table, note, source; pure.

It is finished HTML inside a Markdown fragment, so that both renderers print the same.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import PurePosixPath

from pipeline.claims.records import Notes
from pipeline.claims.spans import html_with_notes
from pipeline.pages.spans import words_only
from pipeline.wording.languages import in_language

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "figure": "Figur",
        "table": "Tabel",
        "key": "Nøgletal",
        "illustration": "Illustration",
        "numbers": "Tallene i en tabel",
        "note": "Note.",
        "source": "Kilde.",
        "download": "Hent",
        "link": "Link til",
    },
    "nb": {
        "figure": "Figur",
        "table": "Tabell",
        "key": "Nøkkeltall",
        "illustration": "Illustrasjon",
        "numbers": "Tallene i en tabell",
        "note": "Merknad.",
        "source": "Kilde.",
        "download": "Last ned",
        "link": "Lenke til",
    },
    "en": {
        "figure": "Figure",
        "table": "Table",
        "key": "Key numbers",
        "illustration": "Illustration",
        "numbers": "The numbers in a table",
        "note": "Note.",
        "source": "Source.",
        "download": "Download",
        "link": "Link to",
    },
}
KINDS = {"table": "table", "key": "key", "ill": "illustration"}
"""How the name of what is no figure begins -> its kind."""
SVG_SIZE = re.compile(rb'<svg[^>]*?\bviewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)"')


@dataclass(frozen=True)
class Picture:
    """The four drawings of a figure: their addresses, sizes (wide and narrow), and the words."""

    wide: str
    wide_dark: str
    narrow: str
    narrow_dark: str
    size: tuple[int, int]
    narrow_size: tuple[int, int]
    alternative: str


@dataclass(frozen=True)
class Finding:
    """What the block shows; the table is HTML already.

    `headline` may hold claim spans, of which readers see the `notes`.
    """

    name: str
    headline: str
    question: str
    picture: Picture | None
    table: str
    note: Sequence[str]
    source: str
    downloads: Sequence[str] = ()
    """The addresses of what readers take away; the ending says what it is."""
    notes: Notes = field(default_factory=dict)


def fragment(finding: Finding, language: str) -> str:
    """The Markdown that a page includes."""
    return raw_block(finding_html(finding, language))


def raw_block(html: str) -> str:
    """HTML as a block of Markdown; no label in it can end the block or look like a short code."""
    return f"```{{=html}}\n{html.replace('{', '&#123;').replace('`', '&#96;')}\n```\n"


def finding_html(finding: Finding, language: str) -> str:
    """The block as HTML; every text is escaped."""
    words = in_language(WORDS, language)
    anchor = anchor_of(finding.name)
    label = label_of(finding.name, language)
    question = f'<p class="question">{escape(finding.question)}</p>\n' if finding.question else ""
    return (
        f'<figure class="finding" id="{anchor}">\n'
        "<figcaption>\n"
        f'<p class="label"><a href="#{anchor}"><span class="visually-hidden">{words["link"]} '
        f'</span>{label} <span class="sign" aria-hidden="true">#</span></a></p>\n'
        f'<h3 class="headline">{html_with_notes(finding.headline, finding.notes, anchor)}</h3>\n'
        f"{question}</figcaption>\n"
        f"{picture_html(finding.picture)}"
        f"{_table(finding, label, words)}"
        '<div class="note">\n'
        f"<p><strong>{words['note']}</strong> {escape(' '.join(finding.note))}</p>\n"
        f'<p class="source"><strong>{words["source"]}</strong> {escape(finding.source)}</p>\n'
        f"{_downloads(finding.downloads, label, words)}"
        "</div>\n</figure>"
    )


def anchor_of(name: str) -> str:
    """The id of a figure on its page: `fig-05`."""
    return name.replace("_", "-")


def label_of(name: str, language: str) -> str:
    """`Figur 5`, `Tabel 1`, `Illustration 1`; a name without a number gives none: `Nøgletal`."""
    words = in_language(WORDS, language)
    first, number = name.partition("_")[0], name.rpartition("_")[2]
    kind = words[KINDS.get(first, "figure")]
    return f"{kind} {int(number)}" if number.isdigit() else kind


def svg_size(svg: bytes) -> tuple[int, int]:
    """Width and height of a drawing in pixels."""
    found = SVG_SIZE.search(svg)
    assert found, "an SVG of ours has a viewBox"
    return round(float(found["width"])), round(float(found["height"]))


def picture_html(picture: Picture | None) -> str:
    """The picture in the width and the colours that a reader's screen asks for."""
    if picture is None:
        return ""
    width, height = picture.size
    # Without it a phone keeps room in the shape of the wide drawing until the narrow one is there.
    size = 'width="{}" height="{}"'.format(*picture.narrow_size)
    # Paper has the wide and light drawing.
    narrow, dark = "screen and (max-width: 40rem)", "(prefers-color-scheme: dark)"
    return (
        "<picture>\n"
        f'<source media="{narrow} and {dark}" srcset="{picture.narrow_dark}" {size}>\n'
        f'<source media="{narrow}" srcset="{picture.narrow}" {size}>\n'
        f'<source media="screen and {dark}" srcset="{picture.wide_dark}">\n'
        f'<img src="{picture.wide}" alt="{escape(picture.alternative)}" '
        f'width="{width}" height="{height}" loading="lazy">\n'
        "</picture>\n"
    )


def _table(finding: Finding, label: str, words: Mapping[str, str]) -> str:
    """The table; folded away below a picture. Its name tells it from every other on the page."""
    of = label if label[-1].isdigit() else words_only(finding.headline)
    name = escape(f"{words['numbers']}: {of}")
    scroll = (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{name}">\n'
        f"{finding.table}\n</div>\n"
    )
    if finding.picture is None:
        return scroll
    summary = f"<summary>{words['numbers']}</summary>"
    return f'<details class="numbers">{summary}\n{scroll}</details>\n'


def _downloads(addresses: Sequence[str], label: str, words: Mapping[str, str]) -> str:
    """Links that are named for their kind of file, and for who does not see it for the figure."""
    if not addresses:
        return ""
    hidden = f'<span class="visually-hidden">{words["download"]} {label}: </span>'
    links = "".join(
        f'<li><a href="{escape(address)}" download>{hidden}'
        f"{PurePosixPath(address).suffix.removeprefix('.').upper()}</a></li>"
        for address in addresses
    )
    return f'<ul class="downloads"><li aria-hidden="true">{words["download"]}</li>{links}</ul>\n'
