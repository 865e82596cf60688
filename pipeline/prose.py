"""The pages of a wave against its estimates: claims hold, variables exist."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from pipeline.claim_checks import Checked, checked, problems
from pipeline.claims import claims, claims_in
from pipeline.comparison import Known
from pipeline.documents import read_document
from pipeline.errors import ClaimError, PlanError
from pipeline.keys import Keys, UnknownKey
from pipeline.paths import Places
from pipeline.reading import known_results
from pipeline.shortcodes import Line, included
from pipeline.unbound_numbers import unbound
from pipeline.variables import uses, value
from pipeline.wording.languages import LANGUAGES

LANGUAGE = re.compile(r"---\n(?:(?!---).*\n)*?lang:\s*[\"']?(?P<language>[a-z]{2})")


def check_wave(places: Places, language: str) -> int:
    """Check every claim and variable of a wave's pages and headlines; the number of claims.

    Raises `ClaimError` with all that do not hold, and with the numbers that are neither.
    """
    known = known_results(places.root)
    pages = [
        page
        for edition in ("", *LANGUAGES)
        for page in sorted((places.pages / edition).glob("*.qmd"))
    ]
    headlines = list(_headlines(places))
    results = [
        *page_claims(pages, places, known, language),
        *(
            checked(claim, known, places.survey, places.wave, of_headline)
            for line, of_headline in headlines
            for claim in claims_in([line])
        ),
    ]
    wrong = problems(results)
    for page in pages:
        wrong += variable_problems(page, places, known.keys, language)
        wrong += number_problems(page, places, language)
    wrong += [
        found.problem for line, of_headline in headlines for found in unbound([line], of_headline)
    ]
    if wrong:
        raise ClaimError(wrong)
    return len(results)


def page_claims(
    pages: Iterable[Path], places: Places, known: Known, language: str
) -> list[Checked]:
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


def number_problems(page: Path, places: Places, language: str) -> list[str]:
    """The numbers of a page that are neither claims nor variables, with their line."""
    lines = included(page, page.parent, places.reports, cache(text_or_nothing), [])
    return [found.problem for found in unbound(lines, language_of(page, language))]


def _headlines(places: Places) -> Iterator[tuple[Line, str]]:
    """The headlines of the figure plan, each with its language."""
    plan = read_document(places.plan, PlanError)
    for name, figure in plan.values["figures"].items():
        for language, text in figure.get("headline", {}).items():
            place = ("figures", name, "headline", language)
            entry = ".".join(place)
            yield Line(" ".join(text.split()), plan.path, plan.lines[place], False, entry), language


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
