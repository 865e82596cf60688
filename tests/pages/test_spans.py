"""Spans with attributes: what they hold, and where in a page they stand."""

from pathlib import Path

from pipeline.pages.shortcodes import included
from pipeline.pages.spans import PageText, page_text, spans, words_only

PAGE = Path("reports/page.qmd")


def page(text: str) -> PageText:
    return page_text(included(PAGE, PAGE.parent, PAGE.parent, {PAGE: text}.get, []))


def test_a_span_has_words_classes_and_attributes() -> None:
    (span,) = spans("Det er [7 **ud** af 10]{.claim of='a.yes' than=\"b c\" within=5}.", "claim")
    assert span.words == "7 **ud** af 10"
    assert span.classes == ("claim",)
    assert span.attributes == {"of": "a.yes", "than": "b c", "within": "5"}


def test_only_spans_of_the_class_are_found() -> None:
    text = "[a]{.claims} [b]{.x.claim} [c]{#claim} [d](e){.f} [g]{.note .claim}"
    assert [span.words for span in spans(text, "claim")] == ["g"]
    assert [span.words for span in spans(text, "claim", "claims")] == ["a", "g"]


def test_code_is_blank_and_places_stay() -> None:
    text = page("`[a]{.claim}` [b]{.claim}\n```\n[c]{.claim}\n```\n\n[d]{.claim}")
    found = list(spans(text.text, "claim"))
    assert [span.words for span in found] == ["b", "d"]
    assert [text.where(span.start) for span in found] == [
        "reports/page.qmd, line 1",
        "reports/page.qmd, line 6",
    ]


def test_the_words_of_spans_alone() -> None:
    assert words_only("Af [dem]{.claim of=a} og [x](y) [5]{.b}") == "Af dem og [x](y) 5"
