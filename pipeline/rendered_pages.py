"""What a renderer gave for each page, kept: a page of the same text and template is not made again.

Twenty waves have hundreds of pages, and a new wave changes few of them.
"""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

from pipeline import atomic
from pipeline.pages.sources import Source

FOLDER = Path("_made") / "rendered"
"""Below reports/."""
Html = dict[PurePosixPath, str]


def with_kept(
    reports: Path,
    sources: Sequence[Source],
    made_with: str,
    make: Callable[[Sequence[Source]], Html],
) -> tuple[Html, int]:
    """Every page as the renderer gives it, in the order of `sources`, and how many it was run for.

    made_with: all that pages are made with beside their own text. What no page needs any more is
    removed.
    """
    folder = reports / FOLDER
    places = {one.path: folder / _name(one, made_with) for one in sources}
    lacking = [one for one in sources if not places[one.path].is_file()]
    made = make(lacking) if lacking else {}
    for source in lacking:
        atomic.write_bytes(places[source.path], made[source.page.address].encode())
    for stale in set(folder.glob("*.html")) - set(places.values()):
        stale.unlink()
    html = {one.page.address: places[one.path].read_text(encoding="utf-8") for one in sources}
    return html, len(lacking)


def _name(source: Source, made_with: str) -> str:
    parts = (made_with, str(source.path), source.text)
    digest = hashlib.sha256("\0".join(parts).encode())
    return f"{digest.hexdigest()[:32]}.html"
