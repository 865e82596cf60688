"""Links to a figure by its id alone lead to the page of the same folder that shows it; pure."""

import re
from collections.abc import Mapping
from html import unescape
from pathlib import PurePosixPath

Pages = Mapping[PurePosixPath, str]

LINK = re.compile(r'(?P<start><a\s[^>]*?\bhref=")#(?P<id>[^"]+)"')
ID = re.compile(r'\sid="(?P<id>[^"]+)"')


def with_found_anchors(html: Pages) -> dict[PurePosixPath, str]:
    """The pages, with `#fig-05` as `omfang.html#fig-05` where another page has that id.

    So a block can name a figure and stand on any page of a wave. What no page of the folder has
    stays as it is, for the check of links to tell.
    """
    shown: dict[tuple[PurePosixPath, str], str] = {}
    own = {path: set(_ids(text)) for path, text in html.items()}
    for path, ids in sorted(own.items()):
        for one in ids:
            shown.setdefault((path.parent, one), path.name)

    def found(path: PurePosixPath, link: re.Match[str]) -> str:
        anchor = unescape(link["id"])
        page = "" if anchor in own[path] else shown.get((path.parent, anchor), "")
        return f'{link["start"]}{page}#{link["id"]}"'

    return {
        path: LINK.sub(lambda link, path=path: found(path, link), text)  # type: ignore[misc]
        for path, text in html.items()
    }


def _ids(text: str) -> list[str]:
    return [unescape(match["id"]) for match in ID.finditer(text)]
