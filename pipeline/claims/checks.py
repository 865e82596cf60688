"""Claims against the results: what each states, and whether it holds; pure."""

from dataclasses import dataclass

from pipeline.claims.claim import ATTRIBUTES, Claim
from pipeline.claims.comparisons import comparison_problem, number_of, outcome_problem
from pipeline.claims.evidence import Evidence, Known, Outcome, evidence, group_test
from pipeline.documents import nearest
from pipeline.keys import Estimate, UnknownKey
from pipeline.results import FORMS
from pipeline.wording.fractions import Stated, read

KINDS = {
    "percent": ("percent", "fraction"),
    "points": ("points",),
    "decimal": ("number",),
    "coefficient": ("number",),
    "count": ("count",),
}
"""How the numbers of a statistic are written -> the kinds of number that words may state of it."""
CALLED = {
    "percent": "a share",
    "points": "a score in percentage points",
    "decimal": "a mean or a value of a scale",
    "coefficient": "a coefficient",
    "count": "a count",
}


@dataclass(frozen=True)
class Checked:
    """A claim, what it was compared with, and what is wrong with it; '' when it holds.

    `other` and `evidence` are of a claim that compares two estimates, `test` of one that states
    the outcome of a test.
    """

    claim: Claim
    estimate: Estimate | None
    problem: str
    other: Estimate | None = None
    evidence: Evidence | None = None
    test: Outcome | None = None


def checked(claim: Claim, known: Known, survey: str, wave: str, language: str) -> Checked:
    """Whether the words hold for the estimates or the test that the claim names."""
    wrong = _misnamed(claim)
    if wrong:
        return Checked(claim, None, wrong)
    if claim.test:
        return _of_test(claim, known, survey, wave, language)
    try:
        first = known.keys.find_all(claim.of, survey, wave)
        second = known.keys.find_all(claim.than, survey, wave) if claim.than else ()
    except UnknownKey as unknown:
        return Checked(claim, None, f"{_said(claim)}: {unknown}")
    if not second:
        return Checked(claim, first[0], _number_problem(claim, first[0], language))
    estimate, other = _of_one_figure(first, second)
    for one in (estimate, other):
        if one.value is None or one.suppressed:
            return Checked(claim, estimate, _unpublished(claim, one), other)
    if estimate.statistic != other.statistic or estimate.key == other.key:
        text = f"{_said(claim)}: {estimate.key} and {other.key} are not two numbers of one kind"
        return Checked(claim, estimate, f"{text}; name two that can be compared", other)
    found = evidence(estimate, other, known)
    problem = comparison_problem(claim, estimate, other, found, language)
    return Checked(claim, estimate, problem and f"{_said(claim)} {problem}", other, found)


def _misnamed(claim: Claim) -> str:
    """What is wrong with the attributes of a claim."""
    if claim.unknown:
        near = nearest(claim.unknown[0], ATTRIBUTES)
        return f'{_said(claim)}: "{claim.unknown[0]}" means nothing in a claim{near}'
    if claim.test and (claim.of or claim.than or claim.within):
        return f"{_said(claim)}: names both a test and an estimate; make two claims of it"
    if not claim.of and not claim.test:
        return f'{_said(claim)}: no estimate is named; write of="..."'
    if claim.within and not claim.than:
        return f'{_said(claim)}: "within" is of two estimates; name the other one with than="..."'
    return ""


def _of_test(claim: Claim, known: Known, survey: str, wave: str, language: str) -> Checked:
    try:
        known.keys.refuse_beyond(claim.test)
    except UnknownKey as beyond:
        return Checked(claim, None, f"{_said(claim)}: {beyond}")
    found = group_test(claim.test, survey, wave, known.tests)
    if found and not any(test.is_significant for test in found):
        # Where none of several shows a difference, the nearest to it speaks for them all.
        found = [min(found, key=lambda test: test.p_adjusted)]
    if len(found) != 1:
        what = "no test" if not found else f"{len(found)} tests, and some are significant"
        return Checked(
            claim,
            None,
            f'{_said(claim)}: {claim.test} has {what}; write test="fig_05" or '
            'test="fig_05.<item>" for a figure with groups and a test',
        )
    problem = outcome_problem(claim, found[0], language)
    return Checked(claim, None, problem and f"{_said(claim)} {problem}", test=found[0])


def _of_one_figure(
    first: tuple[Estimate, ...], second: tuple[Estimate, ...]
) -> tuple[Estimate, Estimate]:
    """Of the figures that show both numbers one that shows them together, if there is one."""
    pairs = [(one, other) for one in first for other in second]
    return min(pairs, key=lambda pair: pair[0].figure != pair[1].figure)


def _number_problem(claim: Claim, estimate: Estimate, language: str) -> str:
    form = FORMS[estimate.statistic]
    stated = read(claim.words, language, counted=form == "count")
    if stated is None:
        return (
            f'{_said(claim)} states no number that can be checked; write "70 pct.", '
            '"7 ud af 10" or the like, or name a second estimate with than="..." to compare'
        )
    if stated.kind not in KINDS[form]:
        what = f"{estimate.key} is {CALLED[form]}"
        return f"{_said(claim)}: {what}, which the words do not state"
    if estimate.value is None or estimate.suppressed:
        return _unpublished(claim, estimate)
    return _outside(claim, estimate, stated)


def _outside(claim: Claim, estimate: Estimate, stated: Stated) -> str:
    if stated.holds_for(estimate.value or 0.0):
        return ""
    return (
        f"{_said(claim)} does not hold: {estimate.key} is {number_of(estimate)} "
        f"(N = {estimate.base_n}); correct the sentence"
    )


def _unpublished(claim: Claim, estimate: Estimate) -> str:
    return f"{_said(claim)}: {estimate.key} is not published; leave the sentence out"


def _said(claim: Claim) -> str:
    return f'{claim.where}: "{claim.words}"'
