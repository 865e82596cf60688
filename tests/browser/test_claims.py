"""Claims in a browser: hover, focus, tap and Escape; nothing is cut off; paper has words alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page
from sites import report

PAGE = "innovation/2020/index.html"
INSIDE = """note => {
    const box = note.getBoundingClientRect();
    const page = document.documentElement;
    return box.width > 100 && box.left >= 0 && box.right <= innerWidth
        && page.scrollWidth <= innerWidth;
}"""


@pytest.fixture(scope="module")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published site: claims have notes when all stages have run."""
    return report(tmp_path_factory.mktemp("claims"))


@pytest.fixture(scope="module")
def address(built_site: Path) -> str:
    """Opened as files, which is the strictest case for scripts."""
    return f"{built_site.as_uri()}/"


@pytest.fixture(params=[1280, 390])
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_context(viewport={"width": request.param, "height": 800}) as context:
        opened = context.new_page()
        opened.goto(address + PAGE)
        yield opened


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    viewport = {"width": 390, "height": 800}
    with browser.new_context(viewport=viewport, has_touch=True, is_mobile=True) as context:  # type: ignore[arg-type]
        opened = context.new_page()
        opened.goto(address + PAGE)
        yield opened


def claims(page: Page) -> list[tuple[Locator, Locator]]:
    """The words and the note of each claim."""
    found = page.locator("main .claim:has(.claim-note)").all()
    assert len(found) > 3
    return [(claim.locator(".claim-words"), claim.locator(".claim-note")) for claim in found]


def test_a_note_shows_on_hover_where_it_is_not_cut_off(page: Page) -> None:
    for words, note in claims(page):
        assert not note.is_visible()
        words.hover()
        assert note.is_visible()
        assert note.evaluate(INSIDE), words.inner_text()
        assert "svar" in note.inner_text() or "Test" in note.inner_text()
        page.mouse.move(1, 1)
        assert not note.is_visible()


def test_the_pointer_can_go_into_a_note(page: Page) -> None:
    words, note = claims(page)[0]
    words.hover()
    note.hover(position={"x": 20, "y": 20})
    assert note.is_visible()


def test_a_note_shows_on_focus_and_describes_the_words(page: Page) -> None:
    words, note = claims(page)[0]
    words.focus()
    assert note.is_visible()
    assert words.get_attribute("aria-describedby") == note.get_attribute("id")
    page.keyboard.press("Tab")
    assert not note.is_visible()
    assert page.evaluate("document.activeElement.className") != "claim-note"


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_escape_closes_a_note_until_one_comes_by_again(page: Page, way: str) -> None:
    words, note = claims(page)[0]
    getattr(words, way)()
    page.keyboard.press("Escape")
    assert not note.is_visible()
    page.mouse.move(1, 1)
    words.blur()
    getattr(words, way)()
    assert note.is_visible()


def test_the_keyboard_follows_the_link_to_the_figure(page: Page) -> None:
    words, _ = claims(page)[0]
    words.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/omfang.html#fig-01")


def test_a_first_tap_shows_the_note_and_a_second_one_leads_to_the_figure(phone: Page) -> None:
    words, note = claims(phone)[0]
    words.tap()
    assert note.is_visible()
    assert note.evaluate(INSIDE)
    assert phone.url.endswith(PAGE)
    words.tap()
    phone.wait_for_url("**/omfang.html#fig-01")


def test_a_tap_elsewhere_closes_the_note_and_one_on_it_leads_to_the_figure(phone: Page) -> None:
    words, note = claims(phone)[0]
    words.tap()
    phone.locator("h1").tap()
    assert not note.is_visible()
    words.tap()
    assert note.is_visible()
    note.tap()
    phone.wait_for_url("**/omfang.html#fig-01")


def test_notes_show_on_hover_without_a_script(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + PAGE)
        words = page.locator("main .claim-words").first
        words.hover()
        assert page.locator("main .claim-note").first.is_visible()


def test_paper_shows_the_words_alone(page: Page) -> None:
    words, note = claims(page)[0]
    words.focus()
    page.emulate_media(media="print")
    assert words.is_visible()
    assert not note.is_visible()
