"""What the pages of a site refer to, and what of it is missing or forbidden."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from os.path import normpath
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from pipeline.documents import nearest

FORBIDDEN_ELEMENTS = {"style", "iframe", "object", "embed", "base"}


@dataclass(frozen=True)
class References:
    """The ids of a page, what it links to, what it shows, and what a strict policy forbids."""

    ids: tuple[str, ...]
    links: tuple[str, ...]
    shown: tuple[str, ...]
    forbidden: tuple[str, ...]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.shown: list[str] = []
        self.forbidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in FORBIDDEN_ELEMENTS or (tag == "script" and not dict(attrs).get("src")):
            self.forbidden.append(f"<{tag}>")
        for name, value in attrs:
            if name == "style" or name.startswith("on"):
                self.forbidden.append(f"<{tag} {name}>")
            elif value is None:
                continue
            elif name == "id":
                self.ids.append(value)
            elif name == "href":
                fetched = tag == "link" and ("rel", "alternate") not in attrs
                (self.shown if fetched else self.links).append(value)
            elif name == "src":
                self.shown.append(value)
            elif name == "srcset":
                self.shown += [part.split()[0] for part in value.split(",") if part.strip()]


def references(html: str) -> References:
    """Read a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return References(
        tuple(reader.ids), tuple(reader.links), tuple(reader.shown), tuple(reader.forbidden)
    )


def local_target(page: PurePosixPath, reference: str) -> tuple[PurePosixPath, str] | None:
    """The file, counted from the site's folder, and the anchor; None for another host."""
    parts = urlsplit(reference)
    if parts.scheme or parts.netloc:
        return None
    path = PurePosixPath(normpath(page.parent / unquote(parts.path))) if parts.path else page
    return path, unquote(parts.fragment)


def files(site: Mapping[PurePosixPath, References]) -> frozenset[PurePosixPath]:
    """The files besides pages that the site needs: style sheet, pictures, downloads."""
    targets = (
        local_target(page, one)
        for page, found in site.items()
        for one in (*found.links, *found.shown)
    )
    return frozenset(target[0] for target in targets if target and target[0] not in site)


def problems(
    site: Mapping[PurePosixPath, References], exists: Callable[[PurePosixPath], bool]
) -> tuple[str, ...]:
    """Every broken link, missing picture, doubled id, foreign host and breach of the policy."""
    return tuple(
        f"{page}: {problem}"
        for page, found in sorted(site.items())
        for problem in _page_problems(page, found, site, exists)
    )


def _page_problems(
    page: PurePosixPath,
    found: References,
    site: Mapping[PurePosixPath, References],
    exists: Callable[[PurePosixPath], bool],
) -> Iterator[str]:
    for name, times in Counter(found.ids).items():
        if times > 1:
            yield f'the id "{name}" stands {times} times; give each its own'
    for element in dict.fromkeys(found.forbidden):
        yield f"{element} breaks the content security policy; leave it out"
    for shown in dict.fromkeys(found.shown):
        target = local_target(page, shown)
        if target is None and not shown.startswith("data:"):
            yield f"{shown} comes from another host; keep a copy in reports/"
        elif target and not exists(target[0]):
            yield f"{shown} does not exist; correct the name or make the file"
    for link in dict.fromkeys(found.links):
        target = local_target(page, link)
        if target is None:
            continue
        path, anchor = target
        if path not in site:
            if not exists(path):
                yield f"the link {link} leads nowhere{nearest(path, site)}"
        elif anchor and anchor not in site[path].ids:
            near = nearest(anchor, dict.fromkeys(site[path].ids))
            yield f'the link {link} leads nowhere: {path} has no id "{anchor}"{near}'
