"""The list of files that readers may download."""

import re
from dataclasses import replace

from figure_examples import CODEBOOK

from pipeline.blocks.downloads import WORDS, downloads
from pipeline.planning.plan import Figure, Plan

PLAN = Plan(
    survey=CODEBOOK.survey,
    figures={
        "fig_01": Figure(variable="innovated", title={"da": "Nyt", "en": "Something new"}),
        "key_new": Figure(variable="changes", title={"da": "Helt nyt", "en": "Brand new?"}),
        "fig_09": Figure(variable="types"),
    },
)
DATA = {
    "estimates.csv": b"x" * 48_897,
    "changes.csv": b"x" * 900,
    "banner-a-tests.csv": b"x" * 2511,
    "tables-da.xlsx": b"x" * 12_400,
}
MADE = {
    "fig-01.svg": b"x" * 18_400,
    "fig-01-dark.svg": b"",
    "fig-01-narrow.svg": b"",
    "fig-01.csv": b"x" * 900,
    "fig-01.md": b"",
    "fig-01-trend.svg": b"x" * 7_000,
    "fig-01-trend-dark.svg": b"",
    "key-new.svg": b"",
}


def test_tables_come_with_what_they_hold_and_how_large_they_are() -> None:
    html = downloads(DATA, MADE, PLAN, CODEBOOK, "_made").replace("\u00a0", " ")
    table = html[: html.index("</table>")]
    assert re.findall(r'href="(.*?)"', table) == [
        "_made/data/estimates.csv",
        "_made/data/changes.csv",
        "_made/data/banner-a-tests.csv",
        "_made/data/tables-da.xlsx",
    ]
    assert re.findall(r'class="number">(.*?)</td>', table) == ["49 kB", "0,9 kB", "2,5 kB", "12 kB"]
    assert "Ændringer siden tidligere målinger" in table
    assert "Testene bag tabellerne" in table
    assert "Alle tabeller i én projektmappe" in table
    assert "højst 4 decimaler" in html


def test_figures_come_with_their_files_and_not_with_other_drawings() -> None:
    english = replace(CODEBOOK, languages=("en", "da"))
    html = downloads(DATA, MADE, PLAN, english, "../_made/en").replace("\u00a0", " ")
    assert 'href="../_made/data/estimates.csv"' in html
    listed = html[html.index("<ul>") :]
    assert re.findall(r'href="(.*?)"', listed) == [
        "../_made/en/fig-01.csv",
        "../_made/en/fig-01.svg",
        "../_made/en/fig-01-trend.svg",
        "../_made/en/key-new.svg",
    ]
    words = re.sub(r"<[^>]*>", "", listed)
    assert words.splitlines() == [
        "",
        "Figure 1. Something new: CSV (0.9 kB), SVG (18 kB); over time: SVG (7.0 kB)",
        "Key numbers. Brand new? SVG (0.0 kB)",
    ]


def test_every_language_has_all_words() -> None:
    assert {frozenset(words) for words in WORDS.values()} == {frozenset(WORDS["en"])}
