"""On which page of the site a figure is shown; pure."""

import re
from collections.abc import Iterable, Mapping
from os.path import normpath, relpath
from pathlib import Path

from pipeline.figures.findings import anchor_of
from pipeline.pages.shortcodes import Line

FIGURE = re.compile(r'<figure class="finding" id="(?P<anchor>[\w-]+)"')
MADE = "_made"

Shown = tuple[Path, str]
"""The folder of a wave, and the id of a figure of it."""


def figures_on(lines: Iterable[Line]) -> frozenset[Shown]:
    """The figures that a page shows, by the files that it includes."""
    return frozenset(
        (_folder_of(line.path), found["anchor"])
        for line in lines
        if MADE in line.path.parts and (found := FIGURE.search(line.text))
    )


def figure_address(
    page: Path, wave: Path, figure: str, pages: Mapping[Path, frozenset[Shown]]
) -> str:
    """A link from a page to a figure of a wave; '' when no page shows it.

    `wave` is the folder of the wave's pages, `pages` the figures of each page. The page itself
    comes first, then one beside it, then the wave's own.
    """
    shown = (Path(normpath(wave)), anchor_of(figure))
    showing = [one for one, figures in pages.items() if shown in figures]
    if not showing:
        return ""
    nearest = min(showing, key=lambda one: _distance(page, one))
    anchor = f"#{shown[1]}"
    if nearest == page:
        return anchor
    return relpath(nearest.with_suffix(".html"), page.parent) + anchor


def _distance(page: Path, other: Path) -> tuple[bool, bool, int, str]:
    return other != page, other.parent != page.parent, len(other.parts), str(other)


def _folder_of(made: Path) -> Path:
    """The folder that holds the folder of what was made, without steps back to it."""
    return Path(normpath(Path(*made.parts[: made.parts.index(MADE)])))
