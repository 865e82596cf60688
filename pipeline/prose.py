"""The pages of a wave against its estimates: claims hold, variables exist."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import polars as pl

from pipeline.claims import CLAIM, Checked, Claim, checked, claims, problems
from pipeline.documents import Document, read_document
from pipeline.errors import ClaimError, PlanError
from pipeline.keys import Keys, UnknownKey, keys
from pipeline.paths import Places
from pipeline.variables import uses, value
from pipeline.wording.languages import LANGUAGES

LANGUAGE = re.compile(r"---\n(?:(?!---).*\n)*?lang:\s*[\"']?(?P<language>[a-z]{2})")


def check_wave(places: Places, language: str) -> int:
    """Check every claim and variable of a wave's pages and headlines; the number of claims.

    Raises `ClaimError` with all that do not hold.
    """
    known = keys(pl.read_parquet(places.estimates))
    pages = [
        page
        for edition in ("", *LANGUAGES)
        for page in sorted((places.pages / edition).glob("*.qmd"))
    ]
    results = [
        *page_claims(pages, places, known, language),
        *_headline_claims(places, known),
    ]
    wrong = problems(results) + [
        problem for page in pages for problem in variable_problems(page, places, known, language)
    ]
    if wrong:
        raise ClaimError(wrong)
    return len(results)


def page_claims(pages: Iterable[Path], places: Places, known: Keys, language: str) -> list[Checked]:
    """Every claim of some pages, checked; a page's language is its own, or the one given."""
    read = cache(text_or_nothing)
    return [
        checked(claim, known, places.survey, places.wave, language_of(page, language))
        for page in pages
        for claim in claims(page, places.reports, read)
    ]


def variable_problems(page: Path, places: Places, known: Keys, language: str) -> list[str]:
    """The variables of a page that name no estimate, with their line."""
    wrong = []
    for use in uses(page, places.reports, cache(text_or_nothing)):
        try:
            value(use.key, known, language_of(page, language))
        except UnknownKey as problem:
            wrong.append(f"{use.where}: {problem}")
    return wrong


def _headline_claims(places: Places, known: Keys) -> list[Checked]:
    """The claims in the headlines of the figure plan."""
    document = read_document(places.plan, PlanError)
    return [
        checked(claim, known, places.survey, places.wave, language)
        for name, figure in document.values["figures"].items()
        for language, text in figure.get("headline", {}).items()
        for claim in _claims_in(text, document, name, language)
    ]


def _claims_in(text: str, document: Document, figure: str, language: str) -> list[Claim]:
    where = document.where(("figures", figure, "headline", language))
    return (
        [
            Claim(where, claim.words, claim.of)
            for claim in claims(Path("headline"), Path(), lambda _: text)
        ]
        if CLAIM.search(text)
        else []
    )


def language_of(page: Path, main: str) -> str:
    """The language that a page's front matter gives, or its folder, or else the main one."""
    found = LANGUAGE.match(page.read_text(encoding="utf-8"))
    if found:
        return found["language"]
    return page.parent.name if page.parent.name in LANGUAGES else main


def text_or_nothing(path: Path) -> str | None:
    """The text of a file, or None when there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return None
