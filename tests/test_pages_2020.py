"""The written pages of 2020: every figure stands on one of them, and the themes keep their form."""

import re

import pytest
from waves import REPOSITORY

from pipeline.figures.findings import anchor_of
from pipeline.paths import Places
from pipeline.planning.plan import read_plan
from pipeline.reading import read_inputs

PLACES = Places("innovation", "2020", REPOSITORY)
PAGES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(PLACES.pages.glob("*.qmd"))}
THEMES = ("samarbejde", "inddragelse", "vilkaar", "organisation")
INCLUDE = re.compile(r"^\{\{< include _made/([\w-]+)\.md >\}\}$", re.MULTILINE)
CANNOT_HOLD = ("236", "417", "3,5 pct.", "3 pct.")
"""The printed numbers that fit with no others, as the methods page gives them."""


def included(page: str) -> list[str]:
    return INCLUDE.findall(PAGES[page])


def test_every_figure_of_the_plan_stands_on_one_page() -> None:
    figures = read_plan(PLACES.plan, read_inputs(PLACES)[0]).figures
    shown = [name for page in PAGES for name in included(page)]
    assert {anchor_of(name): shown.count(anchor_of(name)) for name in figures} == {
        anchor_of(name): 1 for name in figures
    }


@pytest.mark.parametrize("page", [page for page in PAGES if "_made/fig-" in PAGES[page]])
def test_every_figure_is_followed_by_words(page: str) -> None:
    """A figure may stand right before another; the last of them has its text."""
    _, *parts = re.split(INCLUDE, PAGES[page])
    for name, after in zip(parts[::2], parts[1::2], strict=True):
        if name.startswith(("fig-", "ill-", "key-")):
            assert not after.strip().startswith("#"), f"{name} has no text on {page}"


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_ends_with_what_was_learnt(theme: str) -> None:
    assert re.search(
        r"## Det kan man tage med\n\n::: \{\.takeaway\}\n(?:.+\n)+:::\n$", PAGES[theme]
    )


@pytest.mark.parametrize("number", CANNOT_HOLD)
def test_the_methods_page_tells_of_the_numbers_that_cannot_hold(number: str) -> None:
    assert number in PAGES["metode"].partition("## Rekonstruerede data")[2]


def test_pages_stand_in_an_order_of_their_own() -> None:
    orders = [re.search(r"^order: (\d+)$", text, re.MULTILINE) for text in PAGES.values()]
    assert None not in orders
    assert len({order[1] for order in orders if order}) == len(PAGES)
