"""The pages of reports/ as a renderer gets them: short codes resolved, metadata complete."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from pipeline.claims.records import Notes, from_records
from pipeline.claims.spans import NOTE, PROGRAM, markdown_with_notes
from pipeline.codebooks.codebook import in_language
from pipeline.errors import RenderError
from pipeline.pages.navigation import FRONT, Page, front_of, in_reading_order, navigation
from pipeline.pages.report_pages import (
    replacement_problems,
    report_pages,
    split_front_matter,
    text_or_nothing,
)
from pipeline.pages.search_page import INDEX as SEARCH_INDEX
from pipeline.pages.search_page import NAME as SEARCH_PAGE
from pipeline.pages.search_page import PROGRAM as SEARCH_PROGRAM
from pipeline.pages.search_page import search_body, words_in
from pipeline.pages.shortcodes import resolved

PROJECT = "_quarto.yml"
VARIABLES = "_variables.yml"
CLAIMS = Path("_made") / "claims"
FOLDER_METADATA = "_metadata.yml"
HTML_KEYS = ("template", "css", "toc", "toc-depth")

Metadata = Mapping[str, Any]


@dataclass(frozen=True)
class Source:
    """A page: its place below reports/, its metadata and its Markdown."""

    path: PurePosixPath
    metadata: Metadata
    body: str
    site_language: str = ""

    @property
    def text(self) -> str:
        """Front matter and Markdown, as a renderer reads them."""
        front_matter = yaml.safe_dump(dict(self.metadata), allow_unicode=True, sort_keys=False)
        return f"---\n{front_matter}---\n\n{self.body}"

    @property
    def page(self) -> Page:
        """What the navigation needs of it."""
        return Page(
            self.path,
            str(self.metadata.get("short-title") or self.metadata["title"]),
            float(self.metadata.get("order", 0)),
            str(self.metadata.get("lang", "en")),
            str(self.metadata.get("wave", "")),
            str(self.metadata.get("subtitle", "")),
            str(self.metadata.get("part", "")),
            self.path.name != SEARCH_PAGE,
            self.site_language,
        )


def project_settings(reports: Path) -> dict[str, Any]:
    """_quarto.yml. Raises RenderError when it is missing, no YAML, or lacks what we need of it."""
    path = reports / PROJECT
    settings = _mapping(_text(path), path)
    html = (settings.get("format") or {}).get("html") or {}
    missing = [f"format.html.{key}" for key in HTML_KEYS if key not in html]
    if "output-dir" not in (settings.get("project") or {}):
        missing.append("project.output-dir")
    if missing:
        raise RenderError(f'{path}: "{key}" is missing; add it' for key in missing)
    return settings


def read_sources(reports: Path) -> tuple[Source, ...]:
    """Every page of the site, written or made.

    A page's metadata comes from the project, then from `_metadata.yml` in its folder and those
    above it, then from its own front matter; the navigation comes last. Raises RenderError with
    everything that is wrong in any page.
    """
    settings = project_settings(reports)
    shared: Metadata = {key: settings[key] for key in ("lang", "publication") if key in settings}
    variables = _variables(reports / VARIABLES)
    found = [_source(reports, path, shared, variables) for path in report_pages(reports)]
    wrong = [problem for _, problems in found for problem in problems]
    wrong += replacement_problems(reports)
    if wrong:
        raise RenderError(wrong)
    notes = _notes(reports / CLAIMS)
    sources = (_with_notes(source, notes) for source, _ in found)
    return tuple(_with_navigation(sources, shared))


def _with_notes(source: Source, notes: Mapping[str, Notes]) -> Source:
    """The page with what it shows of its claims, and the script that the notes need on a phone."""
    body = markdown_with_notes(source.body, notes.get(source.path.as_posix(), {}))
    if NOTE not in body:
        return source
    scripts = [*source.metadata.get("scripts", ()), PROGRAM]
    return replace(source, body=body, metadata={**source.metadata, "scripts": scripts})


def _notes(folder: Path) -> dict[str, Notes]:
    """What each page shows of its claims, by its path below reports/."""
    pages: dict[str, Notes] = {}
    for path in sorted(folder.glob("*.json")):
        pages |= from_records(json.loads(_text(path)))
    return pages


def _search_page(pages: Sequence[Page], shared: Metadata) -> Source:
    """The search page of an edition, beside its front page."""
    front = front_of(in_reading_order(pages))
    root = "" if front.folder == FRONT.parent else f"{front.folder}/"
    metadata = {
        **shared,
        "title": words_in(front.language)["title"],
        "lang": front.language,
        "toc": False,
        "scripts": [f"{root}{SEARCH_INDEX}", SEARCH_PROGRAM],
    }
    body = search_body(pages, front)
    place = front.folder / SEARCH_PAGE
    return Source(place, _in_its_language(metadata), body, front.site_language)


def _with_navigation(sources: Iterable[Source], shared: Metadata) -> list[Source]:
    known = list(sources)
    editions: dict[str, list[Page]] = {}
    for source in known:
        editions.setdefault(source.page.edition, []).append(source.page)
    known += [_search_page(pages, shared) for pages in editions.values()]
    pages = [source.page for source in known]
    return [
        replace(source, metadata={**source.metadata, "navigation": navigation(pages, source.page)})
        for source in known
    ]


def _source(
    reports: Path, path: Path, shared: Metadata, variables: Metadata
) -> tuple[Source, list[str]]:
    page = resolved(path, reports, variables, cache(text_or_nothing))
    front_matter, body = split_front_matter(page.text)
    problems = list(page.problems)
    place = PurePosixPath(path.relative_to(reports).as_posix())
    try:
        own = _mapping(front_matter, path)
    except RenderError as error:
        return Source(place, {"title": path.stem}, body), [*problems, *error.messages]
    if not own.get("title"):
        problems.append(f'{path}: the front matter has no "title"; add one')
        own["title"] = path.stem
    if not isinstance(own.get("order", 0), int | float):
        problems.append(f'{path}: "order" is "{own["order"]}"; give a number')
        del own["order"]
    metadata = {**shared, **_folders_metadata(reports, place), **own}
    language = str(shared.get("lang", ""))
    return Source(place, _in_its_language(metadata), body, language), problems


def _in_its_language(metadata: dict[str, Any]) -> dict[str, Any]:
    """The metadata with what `publication` says by language in the page's own, or the first."""
    language = str(metadata.get("lang", "")).split("-")[0]
    publication = {
        key: in_language(value, language) if isinstance(value, dict) else value
        for key, value in (metadata.get("publication") or {}).items()
    }
    return {**metadata, "publication": publication} if publication else metadata


def _folders_metadata(reports: Path, page: PurePosixPath) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for folder in reversed(page.parents):
        path = reports / folder / FOLDER_METADATA
        if path.is_file():
            merged |= _mapping(_text(path), path)
    return merged


def _variables(path: Path) -> dict[str, Any]:
    """All scalars as text: a key such as `yes` must not become a truth value."""
    if not path.is_file():
        return {}
    loaded = yaml.load(_text(path), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return loaded if isinstance(loaded, dict) else {}


def _mapping(text: str, path: Path) -> dict[str, Any]:
    try:
        loaded = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as problem:
        what = " ".join(str(problem).split())
        raise RenderError(f"{path}: no valid YAML: {what}") from None
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise RenderError(f"{path}: expected keys and values, such as `title: ...`")
    return loaded


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise RenderError(f"{path} does not exist; it belongs to the project") from None
    except UnicodeDecodeError as problem:
        raise RenderError(f"{path} is not UTF-8 (byte {problem.start}); save it so") from None
