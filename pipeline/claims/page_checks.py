"""Pages against the results: what does not hold on each, and where it stands."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pipeline.claims.checks import checked
from pipeline.claims.claim import claims
from pipeline.claims.evidence import Known
from pipeline.claims.table import Placed
from pipeline.claims.unbound_numbers import unbound
from pipeline.keys import Keys, UnknownKey
from pipeline.pages.report_pages import text_or_nothing
from pipeline.pages.shortcodes import included
from pipeline.pages.variables import uses, value
from pipeline.paths import Places
from pipeline.wording.languages import LANGUAGES

LANGUAGE = re.compile(r"---\n(?:(?!---).*\n)*?lang:\s*[\"']?(?P<language>[a-z]{2})")


def page_claims(pages: Iterable[Path], places: Places, known: Known, language: str) -> list[Placed]:
    """Every claim of some pages, checked; a page's language is its own, or the one given."""
    read = cache(text_or_nothing)
    return [
        Placed(page, said_in, checked(claim, known, places.survey, places.wave, said_in))
        for page in pages
        for said_in in (language_of(page, language),)
        for claim in claims(page, places.reports, read)
    ]


def problems(stated: Iterable[Placed]) -> list[str]:
    """What is wrong with the claims that do not hold."""
    return [one.checked.problem for one in stated if one.checked.problem]


def variable_problems(page: Path, places: Places, known: Keys, language: str) -> list[str]:
    """The variables of a page that name no estimate, with their line."""
    wrong = []
    for use in uses(page, places.reports, cache(text_or_nothing)):
        try:
            value(use.key, known, language_of(page, language))
        except UnknownKey as problem:
            wrong.append(f"{use.where}: {problem}")
    return wrong


def number_problems(page: Path, places: Places, language: str) -> list[str]:
    """The numbers of a page that are neither claims nor variables, with their line."""
    lines = included(page, page.parent, places.reports, cache(text_or_nothing), [])
    return [found.problem for found in unbound(lines, language_of(page, language))]


def language_of(page: Path, main: str) -> str:
    """The language that a page's front matter gives, or its folder, or else the main one."""
    found = LANGUAGE.match(text_or_nothing(page) or "")
    if found:
        return found["language"]
    return page.parent.name if page.parent.name in LANGUAGES else main
