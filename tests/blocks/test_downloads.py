"""The list of files that readers may download."""

import re

from pipeline.blocks.downloads import WORDS, downloads

DATA = {"estimates.csv": b"x" * 48_897, "banner-a-tests.csv": b"x" * 2511}
MADE = {
    "fig-01.svg": b"x" * 18_400,
    "fig-01-dark.svg": b"",
    "fig-01-narrow.svg": b"",
    "fig-01.csv": b"x" * 900,
    "fig-01.md": b"",
    "key-new.svg": b"",
}


def test_tables_come_with_what_they_hold_and_how_large_they_are() -> None:
    html = downloads(DATA, MADE, "_made", "da").replace("\u00a0", " ")
    table = html[: html.index("</table>")]
    assert re.findall(r'href="(.*?)"', table) == [
        "_made/data/estimates.csv",
        "_made/data/banner-a-tests.csv",
    ]
    assert re.findall(r'class="number">(.*?)</td>', table) == ["49 kB", "2,5 kB"]
    assert "Testene bag tabellerne" in table
    assert "højst 4 decimaler" in html


def test_figures_come_with_their_files_and_not_with_other_drawings() -> None:
    html = downloads(DATA, MADE, "../_made/en", "en").replace("\u00a0", " ")
    assert 'href="../_made/data/estimates.csv"' in html
    listed = html[html.index("<ul>") :]
    assert re.findall(r'href="(.*?)"', listed) == [
        "../_made/en/fig-01.svg",
        "../_made/en/fig-01.csv",
        "../_made/en/key-new.svg",
    ]
    assert "<li>Figure 1: " in listed and "(key-new): " in listed


def test_every_language_has_all_words() -> None:
    assert {frozenset(words) for words in WORDS.values()} == {frozenset(WORDS["en"])}
