"""Pages to a site: rendered where they are not as they were, checked, and put in place whole.

What a renderer returns is finished and checked the same way, so both give the same site.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from pipeline.errors import RenderError
from pipeline.folders import put_in_place, recover
from pipeline.pages.anchors import with_found_anchors
from pipeline.pages.disclosures import Confidential, disclosures
from pipeline.pages.html_pages import finished
from pipeline.pages.links import files, problems, references
from pipeline.pages.search_index import search_index
from pipeline.pages.search_page import INDEX as SEARCH_INDEX
from pipeline.pages.search_page import NAME as SEARCH_PAGE
from pipeline.pages.site_bounds import beyond_bounds
from pipeline.pages.sources import project_settings, read_sources
from pipeline.rendered_pages import with_kept
from pipeline.renderers import Renderer, html_of, made_with

Html = Mapping[PurePosixPath, str]
Editions = Mapping[PurePosixPath, str]
"""Address of a page -> `Page.edition`."""


@dataclass(frozen=True)
class Rendered:
    """The pages of the site, and how many of them the renderer was run for."""

    pages: tuple[Path, ...]
    anew: int


TEXTS = (".html", ".svg", ".csv", ".js", ".json", ".css")
WORKBOOK = ".xlsx"


def render(
    reports: Path,
    renderer: Renderer,
    kept: bool = False,
    confidential: Confidential | None = None,
) -> Rendered:
    """Render every page below `reports` into `reports/_site`, where it is not as it was.

    The site is made beside and renamed into place when it is whole, so that a run that fails or
    is interrupted leaves the last good one. Raises RenderError with everything that is wrong:
    short codes, front matter, links, pictures, breaches of the security policy, what is
    `confidential`; with `kept` also for a site that has lost pages or is out of all proportion to
    the last one.
    """
    site, new = reports / "_site", reports / "_site.new"
    recover(site)
    sources = read_sources(reports)
    settings = project_settings(reports)
    shutil.rmtree(new, ignore_errors=True)
    try:
        made, anew = with_kept(
            reports,
            sources,
            made_with(reports, renderer, settings),
            lambda some: html_of(reports, renderer, some, settings),
        )
        html = with_found_anchors({path: finished(text) for path, text in made.items()})
        editions = {source.page.address: source.page.edition for source in sources}
        _write(html, editions, reports, new)
        if confidential and (told := disclosures(_texts(new), confidential)):
            raise RenderError(f"site: {one}" for one in told)
        if kept and (beyond := beyond_bounds(_sizes(site), _sizes(new))):
            raise RenderError(f"site: {one}" for one in beyond)
        put_in_place(new, site)
    except OSError as problem:
        where = problem.filename or new
        raise RenderError(
            f"{where} cannot be written: {problem.strerror}; the last site stays"
        ) from None
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return Rendered(tuple(site / path for path in html), anew)


def _texts(site: Path) -> dict[str, str]:
    """Address -> content of every file of a site that holds text; of a workbook all its parts."""
    return {
        path.relative_to(site).as_posix(): _text(path)
        for path in sorted(site.rglob("*"))
        if path.suffix in (*TEXTS, WORKBOOK)
    }


def _text(path: Path) -> str:
    if path.suffix != WORKBOOK:
        return path.read_text(encoding="utf-8")
    with ZipFile(path) as parts:
        return "\n".join(parts.read(name).decode() for name in parts.namelist())


def _sizes(site: Path) -> dict[str, int]:
    """Address -> bytes of every file of a site; none where there is no site."""
    return {
        path.relative_to(site).as_posix(): path.stat().st_size
        for path in site.rglob("*")
        if path.is_file()
    }


def _write(html: Html, editions: Editions, reports: Path, new: Path) -> None:
    """Write the pages, what search looks in, and copies of the files that they refer to.

    Nothing is written when something is wrong.
    """
    site = {path: references(text) for path, text in html.items()}
    made = {**html, **_search_indexes(html, editions)}
    wrong = problems(site, lambda path: path in made or _is_ours(reports, path))
    if wrong:
        raise RenderError(f"site: {one}" for one in wrong)
    for path, text in made.items():
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        (new / path).write_text(text, encoding="utf-8")
    for path in files(site) - made.keys():
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(reports / path, new / path)


def _search_indexes(html: Html, editions: Editions) -> dict[PurePosixPath, str]:
    """What the search page of each edition looks in: every other page of that edition."""
    searching = [path for path in html if path.with_suffix(".qmd").name == SEARCH_PAGE]
    found: dict[str, dict[PurePosixPath, str]] = {editions[path]: {} for path in searching}
    for path, text in html.items():
        if path not in searching:
            found[editions[path]][path] = text
    return {
        path.parent / SEARCH_INDEX: search_index(found[editions[path]], path.parent)
        for path in searching
    }


def _is_ours(reports: Path, path: PurePosixPath) -> bool:
    return ".." not in path.parts and (reports / path).is_file()
