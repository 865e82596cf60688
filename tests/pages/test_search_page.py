"""The search page, and what it is without a script."""

from pathlib import PurePosixPath

from pipeline.pages.navigation import Page
from pipeline.pages.search_page import WORDS, search_body

FRONT = Page(PurePosixPath("index.qmd"), "Forside", language="da")
METHOD = Page(PurePosixPath("metode.qmd"), "Metode", 1, "da", subtitle="Sådan & sådan")
WAVE = Page(PurePosixPath("a/2020/index.qmd"), "Overblik", 0, "da", "Bølge <2020>")


def test_without_a_script_it_is_a_table_of_contents() -> None:
    body = search_body((WAVE, METHOD, FRONT), FRONT)
    assert '<form class="search" role="search"' in body and " hidden>" in body
    contents = body[body.index("<section") :]
    assert contents.splitlines()[2:9] == [
        "<ul>",
        '<li><a href="index.html">Forside</a></li>',
        '<li><a href="metode.html">Metode</a><br><small>Sådan &amp; sådan</small></li>',
        "</ul>",
        "<h3>Bølge &lt;2020&gt;</h3>",
        "<ul>",
        '<li><a href="a/2020/index.html">Overblik</a></li>',
    ]


def test_an_edition_without_a_front_page_counts_from_its_first_page() -> None:
    english = Page(PurePosixPath("a/2020/en/index.qmd"), "Findings", 0, "en-GB", "Wave")
    body = search_body((english,), english)
    assert '<a href="index.html">Findings</a>' in body and "Search headings" in body


def test_every_language_has_all_words() -> None:
    assert {frozenset(words) for words in WORDS.values()} == {frozenset(WORDS["en"])}
