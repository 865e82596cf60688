"""Where a page stands in the site, as the metadata that the page template prints."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from os.path import relpath
from pathlib import PurePosixPath
from typing import Any

from pipeline.wording.labels import at_start
from pipeline.wording.languages import LANGUAGES, LOCALES

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
        "languages": "Sprog",
        "search": "Søg",
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
        "languages": "Språk",
        "search": "Søk",
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
        "languages": "Languages",
        "search": "Search",
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
    subtitle: str = ""
    part: str = ""
    """The heading in the menu that the page stands under."""
    listed: bool = True
    """Whether menus have it; the search page has a link of its own."""
    site_language: str = ""
    """The main language of the site."""

    @property
    def folder(self) -> PurePosixPath:
        """The folder that the page stands in; the pages of a wave share one."""
        return self.path.parent

    @property
    def edition(self) -> str:
        """The language in which a reader sees the site around the page; none for the main one.

        A wave may have its pages in another language than the site, in no folder of it.
        """
        language = self.language.split("-")[0]
        return "" if language == self.site_language.split("-")[0] else language

    @property
    def twin(self) -> PurePosixPath:
        """Its path without the folder of a language: what it shares with its translations."""
        return self.folder.parent / self.path.name if self.folder.name in LANGUAGES else self.path

    @property
    def address(self) -> PurePosixPath:
        """The page as a reader opens it."""
        return self.path.with_suffix(".html")


def in_reading_order(pages: Iterable[Page]) -> tuple[Page, ...]:
    """By `order`; where that is equal, the page called index first, then by name."""
    return tuple(sorted(pages, key=lambda page: (page.order, page.path.stem != "index", page.path)))


def front_of(edition: Sequence[Page]) -> Page:
    """The front page of an edition, or else its first page."""
    return next((one for one in edition if one.twin == FRONT), edition[0])


def navigation(pages: Iterable[Page], page: Page) -> dict[str, Any]:
    """The metadata `navigation` of one page; every href counts from that page.

    Of the pages in the same edition, `site` has those beside the front page and the first page of
    each folder, but of waves only the page's own: a new wave leaves the pages of the others as they
    are. `pages` are those of the same folder, `previous` and `next` its neighbours there.
    `languages`: the same page, or else what is nearest to it, in each edition; `words`: the
    template's words.
    """
    every_edition = in_reading_order(pages)
    everything = tuple(one for one in every_edition if one.edition == page.edition and one.listed)
    front = front_of(everything)
    search = next(
        (one for one in every_edition if one.edition == page.edition and not one.listed), None
    )
    beside = tuple(one for one in everything if one.folder == page.folder)
    below = page.folder != front.folder
    return {
        "front": page == front,
        "home": _href(page, front.address),
        "root": _href(page, PurePosixPath(".")) + "/",
        "search": _link(page, search) if search else {},
        "languages": _languages(every_edition, page),
        "site": [_link(page, one, within=True) for one in _site(everything, front, page)],
        "pages": _menu(page, beside) if below else [],
        "previous": next((_link(page, a) for a, b in pairwise(beside) if b == page and below), {}),
        "next": next((_link(page, b) for a, b in pairwise(beside) if a == page and below), {}),
        "words": WORDS.get(page.language.split("-")[0], WORDS["en"]),
    }


def _site(pages: tuple[Page, ...], front: Page, page: Page) -> tuple[Page, ...]:
    """The pages of the first folder without the front page, and each other folder's first."""
    firsts = {one.folder: one for one in reversed(pages)}
    return tuple(
        one
        for one in pages
        if one != front
        and (one.folder == front.folder or firsts[one.folder] == one)
        and (not one.wave or one.folder == page.folder)
    )


def _languages(pages: tuple[Page, ...], page: Page) -> list[dict[str, Any]]:
    """A link to each edition of a page, itself included; none where there is only one edition.

    `same`: it is this page in that language, and not only the nearest one.
    """
    editions = sorted({one.edition for one in pages})
    nearest = [_nearest(tuple(one for one in pages if one.edition == e), page) for e in editions]
    if len(nearest) == 1:
        return []
    return [
        {
            "code": one.language,
            "name": _name_of(one.language),
            "href": _href(page, one.address),
            "current": one == page,
            "same": one.twin == page.twin,
        }
        for one in nearest
    ]


def _name_of(language: str) -> str:
    """A language as its own readers call it: Dansk."""
    locale = LOCALES.get(language.split("-")[0])
    return at_start((locale and locale.language_name) or language)


def _nearest(edition: tuple[Page, ...], page: Page) -> Page:
    """The same page, else the first of its folder, else the first of all, in another edition."""

    def distance(one: Page) -> int:
        if one.twin == page.twin:
            return 0
        return 1 if one.twin.parent == page.twin.parent else 2 if one.twin == FRONT else 3

    return min(edition, key=distance)


def _menu(page: Page, beside: Sequence[Page]) -> list[dict[str, Any]]:
    """Links to the pages of a folder; `part` on the first page of each part that has a name."""
    before = ("", *(one.part for one in beside))
    return [
        {**_link(page, one), "part": one.part if one.part != last else ""}
        for last, one in zip(before, beside, strict=False)
    ]


def _link(page: Page, target: Page, within: bool = False) -> dict[str, Any]:
    """A link to a page, or with `within` to its folder; `section` on the folder's other pages."""
    same_folder = page.folder == target.folder and page.twin.parent != FRONT.parent
    return {
        "text": (within and target.wave) or target.text,
        "href": _href(page, target.address),
        "current": page.path == target.path,
        "section": within and same_folder and page.path != target.path,
    }


def _href(page: Page, address: PurePosixPath) -> str:
    return relpath(address, page.folder)
