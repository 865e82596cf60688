"""Where a page stands in the site, as the metadata that the page template prints."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from os.path import relpath
from pathlib import PurePosixPath
from typing import Any

# The template's own words; a page chooses them by its language.
WORDS = {
    "da": {
        "skip": "Spring til indholdet",
        "site": "Hele webstedet",
        "contents": "Indhold",
        "turn": "Blad i rapporten",
        "previous": "Forrige",
        "next": "Næste",
        "publisher": "Udgiver",
        "contact": "Kontakt",
        "licence": "Licens",
    },
    "no": {
        "skip": "Hopp til innholdet",
        "site": "Hele nettstedet",
        "contents": "Innhold",
        "turn": "Bla i rapporten",
        "previous": "Forrige",
        "next": "Neste",
        "publisher": "Utgiver",
        "contact": "Kontakt",
        "licence": "Lisens",
    },
    "en": {
        "skip": "Skip to the content",
        "site": "The whole site",
        "contents": "Contents",
        "turn": "Turn the page",
        "previous": "Previous",
        "next": "Next",
        "publisher": "Publisher",
        "contact": "Contact",
        "licence": "Licence",
    },
}
WORDS["nb"] = WORDS["nn"] = WORDS["no"]

FRONT = PurePosixPath("index.qmd")


@dataclass(frozen=True)
class Page:
    """What the navigation needs of a page.

    `path` counts from the folder of the project; `wave` is what the site calls the page's folder.
    """

    path: PurePosixPath
    text: str
    order: float = 0
    language: str = "en"
    wave: str = ""

    @property
    def folder(self) -> PurePosixPath:
        """The folder that the page stands in; the pages of a wave share one."""
        return self.path.parent

    @property
    def address(self) -> PurePosixPath:
        """The page as a reader opens it."""
        return self.path.with_suffix(".html")


def in_reading_order(pages: Iterable[Page]) -> tuple[Page, ...]:
    """By `order`; where that is equal, the page called index first, then by name."""
    return tuple(sorted(pages, key=lambda page: (page.order, page.path.stem != "index", page.path)))


def navigation(pages: Iterable[Page], page: Page) -> dict[str, Any]:
    """The metadata `navigation` of one page; every href counts from that page.

    `site`: the pages beside the front page and the first page of each folder; `pages`: the pages
    of the same folder; `previous` and `next`: its neighbours there; `words`: the template's words.
    """
    everything = in_reading_order(pages)
    beside = tuple(one for one in everything if one.folder == page.folder)
    below = page.folder != FRONT.parent
    return {
        "front": page.path == FRONT,
        "home": _href(page, FRONT.with_suffix(".html")),
        "site": [_link(page, one, within=True) for one in _site(everything)],
        "pages": [_link(page, one) for one in beside] if below else [],
        "previous": next((_link(page, a) for a, b in pairwise(beside) if b == page and below), {}),
        "next": next((_link(page, b) for a, b in pairwise(beside) if a == page and below), {}),
        "words": WORDS.get(page.language.split("-")[0], WORDS["en"]),
    }


def _site(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages of the first folder without the front page, and each other folder's first."""
    firsts = {one.folder: one for one in reversed(pages)}
    return tuple(
        one
        for one in pages
        if one.path != FRONT and (one.folder == FRONT.parent or firsts[one.folder] == one)
    )


def _link(page: Page, target: Page, within: bool = False) -> dict[str, Any]:
    """A link to a page, or with `within` to its folder; `section` on the folder's other pages."""
    same_folder = page.folder == target.folder != FRONT.parent
    return {
        "text": (within and target.wave) or target.text,
        "href": _href(page, target.address),
        "current": page.path == target.path,
        "section": within and same_folder and page.path != target.path,
    }


def _href(page: Page, address: PurePosixPath) -> str:
    return relpath(address, page.folder)
