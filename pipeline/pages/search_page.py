"""The page that searches the site, and without a script is its table of contents; pure."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import groupby
from os.path import relpath
from pathlib import PurePosixPath

from pipeline.figures.findings import raw_block
from pipeline.pages.navigation import Page, in_reading_order

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "title": "Søg",
        "field": "Søg efter ord i overskrifter, figurer og tekst",
        "none": "Intet fundet. Prøv med begyndelsen af ordet, eller færre ord.",
        "one": "1 sted fundet",
        "several": "{} steder fundet",
        "most": "Over {} steder fundet; de bedste vises",
        "contents": "Alle sider",
    },
    "nb": {
        "title": "Søk",
        "field": "Søk etter ord i overskrifter, figurer og tekst",
        "none": "Ingenting funnet. Prøv begynnelsen av ordet, eller færre ord.",
        "one": "1 sted funnet",
        "several": "{} steder funnet",
        "most": "Over {} steder funnet; de beste vises",
        "contents": "Alle sider",
    },
    "en": {
        "title": "Search",
        "field": "Search headings, figures and text for words",
        "none": "Nothing found. Try the beginning of the word, or fewer words.",
        "one": "1 place found",
        "several": "{} places found",
        "most": "More than {} places found; the best are shown",
        "contents": "All pages",
    },
}
PROGRAM = "search.js"
"""The search itself, in reports/."""
NAME = "search.qmd"
INDEX = "search-index.js"
"""What it looks in, beside the page."""


def words_in(language: str) -> Mapping[str, str]:
    """The words of the page in a language; English where it has none."""
    return WORDS.get(language.split("-")[0], WORDS["en"])


def search_body(pages: Iterable[Page], front: Page) -> str:
    """Markdown of the page beside `front`: the field, hidden until the program runs, and a list
    of all `pages` by folder."""
    words = words_in(front.language)
    said = " ".join(
        f'data-{name}="{escape(words[name])}"' for name in ("none", "one", "several", "most")
    )
    return raw_block(
        f'<form class="search" role="search" {said} hidden>\n'
        f'<label for="query">{escape(words["field"])}</label>\n'
        '<input type="search" id="query" autocomplete="off" spellcheck="false">\n'
        '<p id="found" role="status"></p>\n'
        '<ol id="results"></ol>\n</form>\n'
        f'<section class="all-pages">\n<h2 id="all-pages">{escape(words["contents"])}</h2>\n'
        f"{_contents(in_reading_order(pages), front.folder)}</section>"
    )


def _contents(pages: Sequence[Page], folder: PurePosixPath) -> str:
    by_folder = sorted(pages, key=lambda page: (page.folder != folder, page.folder))
    return "".join(
        _of_folder(list(group), folder) for _, group in groupby(by_folder, lambda one: one.folder)
    )


def _of_folder(pages: Sequence[Page], folder: PurePosixPath) -> str:
    wave = pages[0].wave if pages[0].folder != folder else ""
    heading = f"<h3>{escape(wave)}</h3>\n" if wave else ""
    lines = "".join(
        f'<li><a href="{escape(relpath(page.address, folder))}">'
        f"{escape(page.text)}</a>{_about(page)}</li>\n"
        for page in pages
    )
    return f"{heading}<ul>\n{lines}</ul>\n"


def _about(page: Page) -> str:
    return f"<br><small>{escape(page.subtitle)}</small>" if page.subtitle else ""
