"""The block of a figure: what it holds, and that no label can break out of it."""

import re
from html import unescape
from pathlib import Path

import pytest

from pipeline.figures.findings import (
    Finding,
    Picture,
    anchor_of,
    finding_html,
    fragment,
    label_of,
    raw_block,
    svg_size,
)
from pipeline.pages.shortcodes import resolved

PICTURE = Picture(
    "a.svg", "a-dark.svg", "a-narrow.svg", "a-narrow-dark.svg", (720, 240), (358, 300), "70 pct."
)
FINDING = Finding(
    "fig_05",
    "28 pct. fik flere partnere",
    "Hvor enige er I?",
    PICTURE,
    "<table></table>",
    ("N = 564.", "Der er sammenhæng."),
    "Innovation 2020.",
    ("_made/fig-05.csv", "_made/fig-05.png"),
)
HOSTILE = [
    "<script>alert(1)</script>",
    "A & B < C > D",
    "\"double\" and 'single'",
    "{{< var innovation.w2020.fig_01.yes >}}",
    "{{< include /etc/passwd >}}",
    "`code` and ```{=html}",
    "```\n# A heading\n```",
    "$x$ [link](x) *star*",
]


def changed(**values: object) -> Finding:
    return Finding(**{**vars(FINDING), **values})


def test_a_figure_has_its_parts_in_order() -> None:
    html = finding_html(FINDING, "da")
    parts = [
        '<figure class="finding" id="fig-05">',
        '<a href="#fig-05"><span class="visually-hidden">Link til </span>Figur 5 ',
        '<h3 class="headline">28 pct. fik flere partnere</h3>',
        '<p class="question">Hvor enige er I?</p>',
        '<img src="a.svg" alt="70 pct." width="720" height="240" loading="lazy">',
        "<summary>Tallene i en tabel</summary>",
        "<table></table>",
        "<strong>Note.</strong> N = 564. Der er sammenhæng.",
        "<strong>Kilde.</strong> Innovation 2020.",
        '<ul class="downloads">',
        "</figure>",
    ]
    assert sorted(parts, key=html.index) == parts


def test_each_theme_and_width_has_its_drawing() -> None:
    html = finding_html(FINDING, "da")
    sources = dict(re.findall(r'<source media="(.*?)" srcset="(.*?)"', html))
    assert sources == {
        "screen and (max-width: 40rem) and (prefers-color-scheme: dark)": "a-narrow-dark.svg",
        "screen and (max-width: 40rem)": "a-narrow.svg",
        "screen and (prefers-color-scheme: dark)": "a-dark.svg",
    }
    assert html.count('srcset="a-narrow.svg" width="358" height="300">') == 1


def test_a_table_without_a_picture_is_open() -> None:
    html = finding_html(changed(name="table_1", picture=None, question=""), "en")
    assert "<details" not in html and "<img" not in html and "question" not in html
    assert "Link to </span>Table 1 " in html and "<table></table>" in html


def test_files_to_take_away_are_named_for_their_kind_and_their_figure() -> None:
    html = finding_html(FINDING, "da")
    links = re.findall(r'<a href="(_made/[^"]*)" download>(.*?)</a>', html)
    assert [(address, re.sub("<[^>]*>", "", words)) for address, words in links] == [
        ("_made/fig-05.csv", "Hent Figur 5: CSV"),
        ("_made/fig-05.png", "Hent Figur 5: PNG"),
    ]
    assert "downloads" not in finding_html(changed(downloads=()), "da")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("part", ["headline", "question", "note", "source"])
def test_a_text_is_shown_as_it_stands(part: str, text: str) -> None:
    html = finding_html(changed(**{part: (text,) if part == "note" else text}), "da")
    assert text not in html or not re.search("[<>&\"']", text)
    assert text in unescape(re.sub(r"<[^>]*>", "", html))


@pytest.mark.parametrize("text", HOSTILE)
def test_the_words_of_a_picture_stay_inside_their_attribute(text: str) -> None:
    picture = Picture(**{**vars(PICTURE), "alternative": text})
    html = finding_html(changed(picture=picture), "da")
    (alternative,) = re.findall(r'<img src="a.svg" alt="([^"]*)" width="720"', html)
    assert unescape(alternative) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_no_label_ends_the_block_or_is_taken_for_a_short_code(text: str) -> None:
    page = Path("reports/page.qmd")
    block = fragment(changed(headline=text, note=(text,)), "da")
    assert block.count("```") == 2
    assert block.startswith("```{=html}\n") and block.endswith("\n```\n")
    outcome = resolved(page, page.parent, {}, {page: block}.get)
    assert (outcome.text.rstrip("\n"), outcome.problems) == (block.rstrip("\n"), ())
    assert "{{" not in block and "{<" not in block


def test_a_raw_block_shows_what_it_was_given() -> None:
    given = "<p>{a} `b` ```</p>"
    inner = raw_block(given).removeprefix("```{=html}\n").removesuffix("\n```\n")
    assert unescape(inner) == given


def test_a_claim_in_a_headline_becomes_a_span_and_all_else_is_escaped() -> None:
    text = 'A < [7 ud af 10]{.claim of="volunteer.yes"} & [B & C]{of=x .claim} [D]'
    html = finding_html(changed(headline=text), "da")
    assert (
        "A &lt; "
        '<span class="claim" data-of="volunteer.yes">7 ud af 10</span> &amp; '
        '<span class="claim" data-of="x">B &amp; C</span> [D]</h3>'
    ) in html


def test_a_claim_cannot_carry_html() -> None:
    text = """[<b>7</b>]{.claim of='"><script>'}"""
    html = finding_html(changed(headline=text), "da")
    assert "<b>" not in html and "<script>" not in html


@pytest.mark.parametrize(
    ("name", "anchor", "danish", "english"),
    [
        ("fig_05", "fig-05", "Figur 5", "Figure 5"),
        ("table_1", "table-1", "Tabel 1", "Table 1"),
        ("ill_1", "ill-1", "Illustration 1", "Illustration 1"),
        ("key_factors", "key-factors", "Nøgletal", "Key numbers"),
        ("fig_key_numbers", "fig-key-numbers", "Figur", "Figure"),
    ],
)
def test_what_a_figure_is_called(name: str, anchor: str, danish: str, english: str) -> None:
    assert anchor_of(name) == anchor
    assert (label_of(name, "da"), label_of(name, "en")) == (danish, english)


def test_the_size_of_a_drawing() -> None:
    assert svg_size(b'<svg width="9in" viewBox="0 0 720.4 239.6" xmlns="x">') == (720, 240)


def test_the_table_of_a_figure_without_a_number_is_named_after_its_headline() -> None:
    claimed = 'Hos [82 pct.]{.claim of="a.b"} hjalp åbenhed'
    numbered, key = (
        finding_html(changed(name=name, headline=claimed), "da") for name in ("fig_05", "key_a")
    )
    assert 'aria-label="Tallene i en tabel: Figur 5"' in numbered
    assert 'aria-label="Tallene i en tabel: Hos 82 pct. hjalp åbenhed"' in key
