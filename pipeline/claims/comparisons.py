"""Words that compare, against the difference of two estimates or the outcome of a test; pure."""

from math import inf

from pipeline.claims.claim import Claim
from pipeline.claims.evidence import Evidence, Outcome
from pipeline.keys import Estimate
from pipeline.results import FORMS
from pipeline.wording.comparing import Compared, NotUnderstood, Says, read_comparison

JOINT_COUNTS = (
    "how the two depend on each other is not known (their joint counts are not counted), and even "
    "the widest interval would have to leave out 0; leave the comparison out"
)
WRITE_NOT_SHOWN = 'write "ikke påvist", or leave the comparison out'


def comparison_problem(
    claim: Claim, first: Estimate, second: Estimate, found: Evidence | None, language: str
) -> str:
    """What is wrong with a claim about two published estimates of one statistic; '' when it holds.

    It begins with a verb: the words come before it.
    """
    try:
        compared = read_comparison(claim.words, language)
    except NotUnderstood as problem:
        return str(problem)
    numbers = f"{first.key} is {number_of(first)} and {second.key} {number_of(second)}"
    if found is None:
        return f"cannot be backed: {numbers}, and one of them has no interval; leave it out"
    numbers += f", a difference of {difference_of(first, found)}"
    unmet = _unmet(claim, compared, first, second, found)
    return f"{unmet[0]}: {numbers}; {unmet[1]}" if unmet else ""


def _unmet(
    claim: Claim, compared: Compared, first: Estimate, second: Estimate, found: Evidence
) -> tuple[str, str] | None:
    """The verdict and what to do, or None when the words hold."""
    if compared.says == Says.THE_SAME:
        return _not_within(claim, first, found)
    if claim.within:
        return "does not need a bound", 'leave out "within", which is for "ingen forskel"'
    if compared.says == Says.NOT_SHOWN:
        return _shown(found)
    right_way = {Says.MORE: found.value > 0, Says.LESS: found.value < 0}.get(compared.says, True)
    if not right_way or not _size_holds(compared, first, second, found):
        return "does not hold", "correct the sentence"
    if compared.significant and found.test is None:
        return "is not backed", "no test compares just these two; leave out the word, or test them"
    if found.is_shown is None:
        return "is not backed", JOINT_COUNTS
    if not found.is_shown:
        return "is not backed", WRITE_NOT_SHOWN
    return None


def _not_within(claim: Claim, first: Estimate, found: Evidence) -> tuple[str, str] | None:
    if not claim.within:
        return (
            "is never shown by a test",
            'write "ikke påvist", or declare with within="5" the largest difference that is none',
        )
    bound = _bound(claim.within, first)
    if bound is None:
        return "has no bound that can be read", 'write a number above 0, such as within="5"'
    low, high = (found.low, found.high)
    if low is not None and high is not None and -bound <= low and high <= bound:
        return None
    return "is not backed", f"the interval is not within {claim.within}; leave it out"


def _bound(text: str, first: Estimate) -> float | None:
    """The declared bound: percentage points of shares and scores, else units of the scale."""
    try:
        bound = float(text.replace(",", "."))
    except ValueError:
        return None
    if not 0 < bound < inf:
        return None
    return bound / 100 if FORMS[first.statistic] in ("percent", "points") else bound


def _shown(found: Evidence) -> tuple[str, str] | None:
    if found.is_shown is None:
        return "is not backed", JOINT_COUNTS
    if found.is_shown:
        return "does not hold", "the difference is shown; correct the sentence"
    return None


def _size_holds(compared: Compared, first: Estimate, second: Estimate, found: Evidence) -> bool:
    """Whether what the words say of the size is true; of shares they speak in percentage points."""
    size = compared.size
    if size is None:
        return True
    if size.kind == "multiple":
        return bool(second.value) and size.holds_for((first.value or 0.0) / (second.value or 1.0))
    in_points = FORMS[first.statistic] in ("percent", "points")
    return (size.kind == "points") == in_points and size.holds_for(abs(found.value))


def outcome_problem(claim: Claim, test: Outcome, language: str) -> str:
    """What is wrong with a claim about the outcome of a test of all answers of groups."""
    try:
        compared = read_comparison(claim.words, language)
    except NotUnderstood as problem:
        return str(problem)
    outcome = outcome_of(test)
    if compared.size or compared.says in (Says.MORE, Says.LESS):
        return (
            "says more than a test of all answers shows: that groups differ, not which number is "
            "larger; name two estimates with of and than"
        )
    if compared.says == Says.THE_SAME:
        return f'is never shown by a test: {outcome}; write "ikke påvist"'
    if test.is_significant == (compared.says == Says.DIFFERENT):
        return ""
    return f"does not hold: {outcome}; correct the sentence"


def number_of(estimate: Estimate) -> str:
    """An estimate in a message, or in a listing."""
    return written(estimate.value or 0.0, estimate.statistic)


def written(value: float, statistic: str) -> str:
    """A number of a statistic: shares in percent with a decimal."""
    form = FORMS[statistic]
    if form == "count":
        return f"{value:,.0f}"
    if form in ("percent", "points"):
        return f"{100 * value:.1f} %"
    return f"{value:.2f}"


def difference_of(first: Estimate, found: Evidence) -> str:
    """A difference with its interval and where it is from."""
    unit = FORMS[first.statistic]
    scale, name = (100, " points") if unit in ("percent", "points") else (1, "")
    digits = 0 if unit == "count" else 1 if scale == 100 else 2
    value = f"{scale * found.value:+.{digits}f}{name}"
    if found.low is None or found.high is None or found.low == found.high:
        return f"{value} ({found.source})"
    interval = f"{scale * found.low:.{digits}f} to {scale * found.high:.{digits}f}"
    source = f"{found.source}; {outcome_of(found.test)}" if found.test else found.source
    return f"{value}, {interval} ({source})"


def outcome_of(test: Outcome) -> str:
    """The outcome of a test."""
    return f"{test.name} of {test.figure}, p = {test.p_adjusted:.2g}"
