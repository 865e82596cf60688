"""What readers are shown of each claim of a page, in their language; pure."""

from collections.abc import Mapping
from dataclasses import replace

from pipeline.claims.checks import Checked
from pipeline.claims.evidence import Known, evidence
from pipeline.claims.records import Note
from pipeline.figures.findings import label_of
from pipeline.keys import Estimate
from pipeline.results import FORMS
from pipeline.wording.claim_notes import (
    Counted,
    Stated,
    difference_note,
    number_note,
    outcome_note,
    unsupported_note,
)

COUNTED: Mapping[str, Counted] = {"share_of_ticks": "ticks", "rate": "all", "count": "", "rank": ""}
"""Statistic -> what its base counts, where that is not answers."""


def figure_of(checked: Checked) -> tuple[str, str, str] | None:
    """Survey, wave and figure that a claim is about."""
    one = checked.estimate or checked.test
    return (one.survey, one.wave, one.figure) if one else None


def as_published(checked: Checked, known: Known) -> Checked:
    """The claim with its numbers as readers may see them: rounded where the wave says so."""
    first, second = (
        known.published.get(one.key, one) if one else None
        for one in (checked.estimate, checked.other)
    )
    found = checked.evidence
    if found and first and second and not _is_hidden(first) and not _is_hidden(second):
        shown = evidence(first, second, known)
        found = replace(shown, test=found.test) if shown else None
    return replace(checked, estimate=first, other=second, evidence=found)


def note_of(checked: Checked, href: str, level: float, language: str) -> Note:
    """The note of a claim; `href` is where its figure is, '' when no page shows it."""
    about = figure_of(checked)
    if about is None:
        return unknown_note(language)
    text = _text(checked, level, language)
    warning = unsupported_note(text, language) if checked.problem else ""
    return Note(text, label_of(about[2], language), href, warning)


def unknown_note(language: str) -> Note:
    """The note of a claim that names nothing that is known."""
    return Note("", unsupported=unsupported_note("", language))


def _text(checked: Checked, level: float, language: str) -> str:
    if checked.test:
        return outcome_note(checked.test.p_adjusted, language)
    estimate, other, found = checked.estimate, checked.other, checked.evidence
    if estimate is None or _is_hidden(estimate) or (other and _is_hidden(other)):
        return ""
    first = _stated(estimate)
    if other is None:
        return number_note(first, level, language)
    if found is None:
        return ""
    difference = Stated(first.form, found.value, found.low, found.high, 0, "")
    p = found.test.p_adjusted if found.test else None
    return difference_note(first, _stated(other), difference, p, level, language)


def _is_hidden(estimate: Estimate) -> bool:
    return estimate.value is None or estimate.suppressed


def _stated(estimate: Estimate) -> Stated:
    assert estimate.value is not None, "only what is published has a note"
    return Stated(
        FORMS[estimate.statistic],
        estimate.value,
        estimate.low,
        estimate.high,
        estimate.base_n,
        COUNTED.get(estimate.statistic, "answers"),
    )
