"""Links between pages, as each page's metadata has them."""

from pathlib import PurePosixPath

from pipeline.pages.navigation import WORDS, Page, navigation

FRONT = Page(PurePosixPath("index.qmd"), "Forside", language="da")
METHOD = Page(PurePosixPath("method.qmd"), "Metode", order=2, language="da")
ENGLISH_SUMMARY = Page(
    PurePosixPath("innovation/2020/en/index.qmd"), "Findings", 1, "en", "Wave 2020"
)
ENGLISH_METHODS = Page(PurePosixPath("innovation/2020/en/methods.qmd"), "Methods", 2, "en")
SUMMARY = Page(PurePosixPath("innovation/2020/index.qmd"), "Sammenfatning", 0, "da", "Bølge 2020")
THEMES = Page(PurePosixPath("innovation/2020/themes.qmd"), "Temaer", 1, "da", "Bølge 2020")
ENGLISH = Page(PurePosixPath("en/index.qmd"), "Summary", 3, "en-GB")
PAGES = (ENGLISH, ENGLISH_METHODS, ENGLISH_SUMMARY, THEMES, METHOD, FRONT, SUMMARY)


ABOUT = Page(PurePosixPath("innovation/about.qmd"), "Om", 3, "da")
MORE = Page(PurePosixPath("innovation/words.qmd"), "Ord", 4, "da")


def test_the_front_page_links_to_the_method_and_to_the_first_page_of_each_folder() -> None:
    made = navigation((*PAGES, MORE, ABOUT), FRONT)
    assert made["front"] is True
    assert [(link["text"], link["href"]) for link in made["site"]] == [
        ("Metode", "method.html"),
        ("Om", "innovation/about.html"),
    ]
    assert made["pages"] == []


def test_a_new_wave_leaves_the_pages_of_the_others_as_they_are() -> None:
    newer = Page(PurePosixPath("innovation/2022/index.qmd"), "Resultater", 0, "da", "Bølge 2022")
    for page in (THEMES, METHOD, FRONT, ENGLISH_SUMMARY):
        assert navigation((*PAGES, newer), page) == navigation(PAGES, page)


def test_links_of_a_page_count_from_its_folder() -> None:
    made = navigation(PAGES, THEMES)
    assert made["home"] == "../../index.html"
    assert [link["href"] for link in made["site"]] == [
        "index.html",
        "../../method.html",
    ]
    assert [link["href"] for link in made["pages"]] == ["index.html", "themes.html"]


def test_a_page_is_marked_in_its_folder_and_its_folder_in_the_site() -> None:
    made = navigation(PAGES, THEMES)
    assert [link["current"] for link in made["pages"]] == [False, True]
    assert [(link["current"], link["section"]) for link in made["site"]] == [
        (False, True),
        (False, False),
    ]


def test_previous_and_next_follow_the_order_and_end_with_the_folder() -> None:
    assert navigation(PAGES, SUMMARY)["previous"] == {}
    assert navigation(PAGES, SUMMARY)["next"]["href"] == "themes.html"
    assert navigation(PAGES, THEMES)["previous"]["href"] == "index.html"
    assert navigation(PAGES, THEMES)["next"] == {}
    assert navigation(PAGES, METHOD)["next"] == {}


def test_an_edition_is_a_site_of_its_own() -> None:
    made = navigation(PAGES, ENGLISH_SUMMARY)
    assert made["home"] == "../../../en/index.html"
    assert [(link["text"], link["href"]) for link in made["site"]] == [("Wave 2020", "index.html")]
    assert [link["href"] for link in made["pages"]] == ["index.html", "methods.html"]
    front = navigation(PAGES, ENGLISH)
    assert front["front"] is True
    assert front["site"] == []


def languages(page: Page) -> list[tuple[str, str, bool]]:
    """Name, address, and whether it is the same page."""
    links = navigation(PAGES, page)["languages"]
    return [(link["name"], link["href"], link["same"]) for link in links]


def test_each_page_leads_to_itself_in_the_other_language() -> None:
    assert languages(FRONT) == [("Dansk", "index.html", True), ("English", "en/index.html", True)]
    assert languages(ENGLISH_SUMMARY) == [
        ("Dansk", "../index.html", True),
        ("English", "index.html", True),
    ]


def test_a_wave_in_another_language_than_the_site_stands_in_the_edition_of_its_language() -> None:
    only = Page(PurePosixPath("members/2024/index.qmd"), "Findings", 0, "en", "Members 2024")
    archive = Page(PurePosixPath("archive.qmd"), "Arkiv", 90, "da")
    english = Page(PurePosixPath("en/archive.qmd"), "Archive", 90, "en")
    made = navigation((*PAGES, only, archive, english), only)
    assert made["home"] == "../../en/index.html"
    assert [(one["text"], one["href"]) for one in made["site"]] == [
        ("Members 2024", "index.html"),
        ("Archive", "../../en/archive.html"),
    ]
    assert [(one["name"], one["href"], one["same"]) for one in made["languages"]] == [
        ("Dansk", "../../index.html", False),
        ("English", "index.html", True),
    ]


def test_a_translation_in_the_language_of_the_site_stands_in_the_main_edition() -> None:
    page = Page(PurePosixPath("a/1/en/index.qmd"), "Findings", 0, "en", "A", site_language="en")
    front = Page(PurePosixPath("index.qmd"), "Surveys", 0, "en", site_language="en")
    assert page.edition == front.edition == ""
    assert navigation((front, page), page)["home"] == "../../../index.html"


def test_or_to_the_page_that_is_nearest_to_it() -> None:
    assert languages(THEMES)[1] == ("English", "en/index.html", False)
    assert languages(ENGLISH_METHODS)[0] == ("Dansk", "../index.html", False)
    assert languages(METHOD)[1] == ("English", "en/index.html", False)


def test_the_search_page_has_a_link_of_its_own() -> None:
    search = Page(PurePosixPath("search.qmd"), "Søg", language="da", listed=False)
    made = navigation((*PAGES, search), THEMES)
    assert made["search"]["href"] == "../../search.html"
    assert "../../search.html" not in [link["href"] for link in made["site"]]
    assert navigation((*PAGES, search), ENGLISH)["search"] == {}
    assert navigation((*PAGES, search), search)["search"]["current"] is True


def test_addresses_from_the_root_begin_with_the_way_to_it() -> None:
    assert navigation(PAGES, FRONT)["root"] == "./"
    assert navigation(PAGES, THEMES)["root"] == "../../"


def test_a_part_is_named_where_it_begins() -> None:
    pages = [
        Page(PurePosixPath(f"a/{name}.qmd"), name, order, "da", part=part)
        for order, (name, part) in enumerate(
            [("index", ""), ("one", "Themes"), ("two", "Themes"), ("data", "Data")]
        )
    ]
    made = navigation((FRONT, *pages), pages[0])
    assert [link["part"] for link in made["pages"]] == ["", "Themes", "", "Data"]


def test_a_site_in_one_language_has_no_switch() -> None:
    assert navigation((FRONT, METHOD, SUMMARY), FRONT)["languages"] == []


def test_the_words_of_the_template_follow_the_language() -> None:
    assert navigation(PAGES, THEMES)["words"]["next"] == "Næste"
    assert navigation(PAGES, ENGLISH)["words"]["next"] == "Next"
    assert {frozenset(words) for words in WORDS.values()} == {frozenset(WORDS["en"])}
