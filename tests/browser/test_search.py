"""The search page in a browser, on a static host and opened as a file."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from viewing import context

FIELD = "#query"


def titles(page: Page) -> list[str]:
    return page.locator("#results .result").all_inner_texts()


def asked(page: Page, words: str) -> None:
    """Look for words; what was found is told when the search is done."""
    page.fill(FIELD, words)
    page.press(FIELD, "Enter")


@pytest.fixture
def search(browser: Browser, address: str) -> Page:
    page = context(browser, "light", 1280).new_page()
    page.goto(f"{address}search.html")
    return page


def test_words_are_found_by_their_beginning_whatever_their_case(search: Page) -> None:
    asked(search, "METO")
    assert any("Metode" in title for title in titles(search))
    expect(search.locator("#found")).to_have_attribute("role", "status")
    expect(search.locator("#found")).to_contain_text("fundet")
    assert search.locator("#results mark").first.inner_text().casefold().startswith("meto")


@pytest.mark.parametrize("typed", ["spørg", "spoerg", "sporg", "SPØRG"])
def test_danish_letters_are_found_as_people_type_them(typed: str, search: Page) -> None:
    asked(search, "spørg")
    expected = titles(search)
    assert expected
    asked(search, typed)
    assert titles(search) == expected


def test_a_title_comes_before_a_text(search: Page) -> None:
    asked(search, "metode")
    assert "Metode" in titles(search)[0]


def test_every_word_must_be_found(search: Page) -> None:
    asked(search, "metode zzzz")
    assert titles(search) == []
    expect(search.locator("#found")).to_contain_text("Intet fundet")
    asked(search, "")
    assert search.locator("#found").inner_text() == ""
    assert search.is_visible(".all-pages")


def test_what_is_typed_is_shown_as_it_stands(search: Page) -> None:
    asked(search, '<img src=x onerror="document.title=1">')
    assert search.locator("#results img").count() == 0
    assert search.locator("main img").count() == 0


def test_the_keyboard_goes_from_the_field_to_the_places_found(search: Page) -> None:
    assert search.evaluate("document.activeElement.id") == "query"
    search.keyboard.type("metode")
    expect(search.locator("#results li").first).to_be_visible()
    search.keyboard.press("Tab")
    href = search.evaluate("document.activeElement.href")
    search.keyboard.press("Enter")
    search.wait_for_url(href)


def test_going_back_shows_what_was_found(search: Page) -> None:
    asked(search, "metode")
    found = titles(search)
    search.click("#results a")
    search.go_back()
    expect(search.locator("#results .result")).to_have_count(len(found))
    assert search.input_value(FIELD) == "metode"


def test_it_works_in_a_page_that_is_opened_as_a_file(browser: Browser, built_site: Path) -> None:
    with context(browser, "light", 1280) as opened:
        page = opened.new_page()
        page.goto((built_site / "search.html").as_uri())
        asked(page, "metode")
        assert titles(page)


def test_without_a_script_there_is_a_list_of_pages_and_no_field(
    browser: Browser, address: str
) -> None:
    with context(browser, "light", 390, java_script_enabled=False) as opened:
        page = opened.new_page()
        page.goto(f"{address}search.html")
        assert not page.is_visible(FIELD)
        assert page.locator(".all-pages a").count() > 2
