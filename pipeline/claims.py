"""Prose against estimates: every span that states a number is read and compared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.keys import Estimate, Keys, UnknownKey
from pipeline.results import FORMS
from pipeline.shortcodes import Line, Read, included
from pipeline.spans import page_text, spans
from pipeline.wording.fractions import Stated, read

CLASS = "claim"


@dataclass(frozen=True)
class Claim:
    """Words of a page that state an estimate."""

    where: str
    words: str
    of: str


@dataclass(frozen=True)
class Checked:
    """A claim, the estimate that it states and what is wrong with it; '' when it holds."""

    claim: Claim
    estimate: Estimate | None
    problem: str


def claims(page: Path, project: Path, read_text: Read) -> tuple[Claim, ...]:
    """The claims of a page and of what it includes, in reading order."""
    return tuple(claims_in(included(page, page.parent, project, read_text, [])))


def claims_in(lines: Iterable[Line]) -> Iterator[Claim]:
    """The claims of some lines; one may run over the end of a line, and stands where it begins."""
    page = page_text(lines)
    for span in spans(page.text, CLASS):
        words = " ".join(span.words.replace("*", "").split())
        yield Claim(page.where(span.start), words, span.attributes.get("of", ""))


def checked(claim: Claim, keys: Keys, survey: str, wave: str, language: str) -> Checked:
    """Whether the words hold for the estimate that the claim names."""
    if not claim.of:
        return Checked(claim, None, f'{_said(claim)}: no estimate is named; write of="..."')
    try:
        estimate = keys.find(claim.of, survey, wave)
    except UnknownKey as problem:
        return Checked(claim, None, f"{_said(claim)}: {problem}")
    stated = read(claim.words, language)
    if stated is None:
        return Checked(
            claim,
            estimate,
            f'{_said(claim)} states no number that can be checked; write "70 pct.", '
            '"7 ud af 10" or the like',
        )
    return Checked(claim, estimate, _problem(claim, estimate, stated))


def _problem(claim: Claim, estimate: Estimate, stated: Stated) -> str:
    if FORMS[estimate.statistic] in ("points", "coefficient"):
        what = f"{estimate.key} is a {estimate.statistic}, which no words state"
        return f"{_said(claim)}: {what}; write it as a variable"
    counts = FORMS[estimate.statistic] == "count"
    if (stated.kind == "count") != counts:
        expected = "a count" if counts else "a share"
        return f"{_said(claim)}: {estimate.key} is {expected}, which the words do not state"
    if estimate.value is None or estimate.suppressed:
        return f"{_said(claim)}: {estimate.key} is not published; leave the sentence out"
    if stated.low <= estimate.value <= stated.high:
        return ""
    return (
        f"{_said(claim)} does not hold: {estimate.key} is {_number(estimate)} "
        f"(N = {estimate.base_n}); correct the sentence"
    )


def _said(claim: Claim) -> str:
    return f'{claim.where}: "{claim.words}"'


def _number(estimate: Estimate) -> str:
    value = estimate.value or 0.0
    return f"{value:,.0f}" if estimate.statistic == "count" else f"{100 * value:.1f} %"


def problems(results: Iterable[Checked]) -> list[str]:
    """What is wrong with the claims that do not hold."""
    return [result.problem for result in results if result.problem]
