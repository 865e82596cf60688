"""What a reader needs: little to load, room to read and touch, no script, a way by keys."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from viewing import WIDTHS, context

LARGEST_PAGE = 300_000
LARGEST_WAVE = 10_000_000
SMALLEST_TARGET = 24
NARROWEST = 320
NOT_INLINE = """() => [...document.querySelectorAll("a, button, summary, input")].filter(one => {
    const box = one.getBoundingClientRect();
    const inText = getComputedStyle(one).display === "inline";
    const above = one.classList.contains("skip") || !one.checkVisibility();
    return !inText && !above && (box.height < SMALLEST || box.width < SMALLEST);
}).map(one => one.outerHTML.slice(0, 90))""".replace("SMALLEST", str(SMALLEST_TARGET))
"""Targets smaller than 2.5.8 asks for; links inside a sentence are excepted there."""
FOCUS = """() => {
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
}"""


@pytest.fixture(scope="session")
def names(built_site: Path) -> tuple[str, ...]:
    found = sorted(path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html"))
    assert found
    return tuple(found)


def test_no_page_is_heavy_as_first_viewed(
    browser: Browser, address: str, names: tuple[str, ...]
) -> None:
    heavy = []
    with context(browser, "light", 1280) as opened:
        for name in names:
            page = opened.new_page()
            sizes: list[int] = []
            page.on("response", lambda answer, sizes=sizes: sizes.append(len(answer.body())))
            page.goto(address + name, wait_until="networkidle")
            if sum(sizes) >= LARGEST_PAGE:
                heavy.append(f"{name}: {sum(sizes):,} bytes")
            page.close()
    assert heavy == []


def test_the_whole_site_is_small(built_site: Path) -> None:
    size = sum(path.stat().st_size for path in built_site.rglob("*") if path.is_file())
    waves = {page.parent for page in built_site.glob("*/*/index.html")}
    assert size < LARGEST_WAVE * len(waves)


@pytest.mark.parametrize("width", [NARROWEST, *WIDTHS])
def test_no_page_scrolls_sideways(
    browser: Browser, address: str, names: tuple[str, ...], width: int
) -> None:
    with context(browser, "light", width) as narrow:
        page = narrow.new_page()
        wide = []
        for name in names:
            page.goto(address + name)
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append(name)
    assert wide == []


@pytest.mark.parametrize("width", WIDTHS)
def test_what_can_be_touched_is_large_enough(
    browser: Browser, address: str, names: tuple[str, ...], width: int
) -> None:
    with context(browser, "light", width) as opened:
        page = opened.new_page()
        small = []
        for name in names:
            page.goto(address + name)
            small += [f"{name}: {one}" for one in page.evaluate(NOT_INLINE)]
    assert small == []


def test_every_stop_of_the_keyboard_is_seen(
    browser: Browser, address: str, names: tuple[str, ...]
) -> None:
    deep = next(name for name in names if name.count("/") == 2)
    with context(browser, "light", 1280) as opened:
        page = opened.new_page()
        page.goto(address + deep)
        stops = _stops(page)
        assert len(stops) > 5
        assert [where for where, seen in stops if not seen] == []


def _stops(page: Page) -> list[tuple[str, bool]]:
    """What Tab comes to, from the top of a page to its end, and whether a ring shows it."""
    stops = []
    for _ in range(300):
        page.keyboard.press("Tab")
        where = page.evaluate("document.activeElement.outerHTML.slice(0, 90)")
        if where.startswith("<body"):
            return stops
        stops.append((where, page.evaluate(FOCUS)))
    raise AssertionError("the keyboard never comes to the end of the page")


def test_everything_is_there_without_a_script(
    browser: Browser, address: str, names: tuple[str, ...]
) -> None:
    with context(browser, "light", 390, java_script_enabled=False) as opened:
        page = opened.new_page()
        for name in names:
            page.goto(address + name)
            assert page.is_visible("h1")
            assert page.is_visible("footer.site")
            assert page.locator("header.site a").count() > 1
