"""Claims as readers meet them: words that lead to a figure, a note, and a warning."""

import re
from dataclasses import replace
from html import unescape

import pytest

from pipeline.claims.claim import Claim
from pipeline.claims.records import Note, Notes, as_records, from_records
from pipeline.claims.spans import html_with_notes, markdown_with_notes, plain_with_warnings

CLAIM = Claim("", "7 ud af 10", "club.yes")
NOTE = Note("69,8 pct. af 222 svar.", "Figur 1", "omfang.html#fig-01")
TEXT = '[7 ud af 10]{.claim of="club.yes"}'
UNSUPPORTED = replace(NOTE, unsupported="Udsagnet kan ikke bekræftes.")
SHOWN = (
    '<span class="claim" data-of="club.yes">'
    '<a href="omfang.html#fig-01" class="claim-words" aria-describedby="{id}">7 ud af 10</a>'
    '<a href="omfang.html#fig-01" class="claim-note" id="{id}" tabindex="-1">'
    '69,8 pct. af 222 svar. <span class="claim-figure">Figur 1</span></a></span>'
)


def html_of(markdown: str) -> str:
    """The Markdown as a renderer passes it on: pieces of HTML as they are."""
    return re.sub(r"`([^`]*)`\{=html\}", lambda found: unescape(found[1]), markdown)


def shown(text: str, note: Note = NOTE) -> str:
    return html_of(markdown_with_notes(text, {CLAIM: note}))


def test_the_words_lead_to_the_figure_and_a_note_stands_beside_them() -> None:
    assert shown(f"Det er {TEXT}.\n") == f"Det er {SHOWN.format(id='claim-1')}.\n"


def test_words_stay_markdown_and_may_run_over_a_line() -> None:
    made = markdown_with_notes('[**7** ud\naf 10]{.claim of="club.yes"}', {CLAIM: NOTE})
    assert "`{=html}**7** ud\naf 10`</a>" in made


def test_each_note_has_an_id_of_its_own() -> None:
    assert re.findall(r' id="(.*?)"', shown(f"{TEXT} og {TEXT}\n\n{TEXT}\n")) == [
        "claim-1",
        "claim-2",
        "claim-3",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"`{TEXT}`\n",
        f"```\n{TEXT}\n```\n",
        '[8 ud af 10]{.claim of="club.yes"}\n',
        '[7 ud af 10]{.claim of="house.yes"}\n',
        "[7 ud af 10]{.not-from-survey}\n",
        "",
    ],
)
def test_what_has_no_note_stays_as_it_is(text: str) -> None:
    assert markdown_with_notes(text, {CLAIM: NOTE}) == text


def test_a_claim_whose_figure_no_page_shows_can_still_be_reached() -> None:
    made = shown(TEXT, replace(NOTE, href=""))
    assert '<span tabindex="0" class="claim-words" aria-describedby="claim-1">7 ud af' in made
    assert "href" not in made and "Figur 1" not in made


def test_a_heading_has_words_alone_because_the_contents_repeat_it() -> None:
    assert shown(f"## Hos {TEXT}\n") == "## Hos 7 ud af 10\n"
    marked = shown(f"## Hos {TEXT}\n\n{TEXT}\n", UNSUPPORTED)
    assert marked.startswith('## Hos 7 ud af 10 <strong class="claim-warning">(Udsagnet')


def test_a_claim_that_does_not_hold_is_marked_for_everyone() -> None:
    made = shown(f"Det er {TEXT}.", UNSUPPORTED)
    assert '<span class="claim unsupported" ' in made
    assert made.endswith(
        '</span> <strong class="claim-warning">(Udsagnet kan ikke bekræftes.)</strong>.\n'
    )


def test_a_note_cannot_carry_html_or_end_its_cell() -> None:
    note = Note('<script>"`{{< var x >}}` | </span>', "Figur <1>", 'a"b.html')
    made = markdown_with_notes(f"| {TEXT} |\n", {CLAIM: note})
    assert "<script>" not in made and "{{<" not in made and 'a"b' not in made
    assert made.count("|") == 2
    assert made.count("`") == 4


def test_a_headline_is_escaped_and_its_notes_have_ids_of_their_own() -> None:
    made = html_with_notes(f"A < {TEXT} & [5]{{.not-from-survey}} [D]", {CLAIM: NOTE}, "fig-01")
    expected = SHOWN.format(id="fig-01-claim-1")
    assert made == f'A &lt; {expected} &amp; <span class="not-from-survey">5</span> [D]'


def test_a_list_of_headlines_has_words_and_warnings_alone() -> None:
    text = f"Hos {TEXT} og [5]{{.not-from-survey}}"
    assert plain_with_warnings(text, {CLAIM: NOTE}) == "Hos 7 ud af 10 og 5"
    assert plain_with_warnings(text, {CLAIM: UNSUPPORTED}) == (
        "Hos 7 ud af 10 (Udsagnet kan ikke bekræftes.) og 5"
    )


def test_notes_are_written_down_and_read_again() -> None:
    pages: dict[str, Notes] = {"a/index.qmd": {replace(CLAIM, unknown=("then",)): NOTE}}
    assert from_records(as_records(pages)) == pages
