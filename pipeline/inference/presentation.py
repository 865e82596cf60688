"""Whether an estimate is good enough to be shown, and how.

The rules are those of the US National Center for Health Statistics for proportions: Parker et al.
(2017), National Center for Health Statistics data presentation standards for proportions, Vital
and Health Statistics 2(175). They judge the base, the width of the interval and the degrees of
freedom. Ours is that a very small base is shown as a count in words, "three of the four", which
no one takes for an estimate.
"""

from dataclasses import dataclass
from enum import StrEnum


class Presentation(StrEnum):
    """How a share is shown."""

    SHOWN = "shown"
    WITH_WARNING = "with a warning"
    AS_COUNT = "as a count in words"
    NOT_SHOWN = "not shown"


class Reason(StrEnum):
    """Why a share is not simply shown."""

    NO_ONE = "no one is in the base"
    VERY_FEW = "very few are in the base"
    SMALL_BASE = "the base is small"
    SMALL_EFFECTIVE_BASE = "unequal weights or clusters make the base worth few respondents"
    WIDE = "the interval is wide"
    WIDE_BESIDE_SHARE = "the interval is wide beside the share"
    FEW_DEGREES_OF_FREEDOM = "the standard error rests on few degrees of freedom"
    NO_VARIATION = "everyone or no one gave the answer, so the standard error says nothing"


@dataclass(frozen=True)
class Rules:
    """The limits; the defaults are those of Parker et al. (2017), except the first and the last.

    `counted_up_to`: bases up to this many respondents are shown as counts in words (numbers up
    to nine are written out); 0 for never. `smallest_base`: neither the respondents nor the
    effective base may be fewer. `narrow` and `wide`: an interval up to `narrow` (of 0..1) is
    shown, from `wide` on it is not; between them not if it is wider than `widest_beside_share`
    times the share. `fewest_df`: fewer degrees of freedom get a warning. `smallest_tested`:
    groups, or tables without groups, of fewer respondents are not tested.
    """

    counted_up_to: int = 9
    smallest_base: float = 30
    narrow: float = 0.05
    wide: float = 0.30
    widest_beside_share: float = 1.30
    fewest_df: float = 8
    smallest_tested: int = 10


STANDARD = Rules()


@dataclass(frozen=True)
class Judgement:
    """How a share is shown, with all reasons; none where it is simply shown."""

    presentation: Presentation
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class ShareShown:
    """What is judged: a share, its interval (0..1), its respondents, effective base and df.

    The standard was set for intervals of Korn and Graubard with a level of 0.95, and for the
    effective base of the share (`share_intervals.effective_base`); at 0 and 1, where that is
    unknown, give Kish's. Without a design `effective_n` is `n` and `df` n - 1.
    """

    share: float
    low: float
    high: float
    n: float
    effective_n: float
    df: float


def judged(of: ShareShown, rules: Rules = STANDARD) -> Judgement:
    """How this share is shown under the rules."""
    if of.n <= 0:
        return Judgement(Presentation.NOT_SHOWN, (Reason.NO_ONE,))
    if of.n <= rules.counted_up_to:
        return Judgement(Presentation.AS_COUNT, (Reason.VERY_FEW,))
    unreliable = (*_small(of.n, of.effective_n, rules), *_wide(of, rules))
    if unreliable:
        return Judgement(Presentation.NOT_SHOWN, unreliable)
    doubtful = _doubtful(of, rules)
    return Judgement(Presentation.WITH_WARNING if doubtful else Presentation.SHOWN, doubtful)


def judged_by_base(n: float, effective_n: float, df: float, rules: Rules = STANDARD) -> Judgement:
    """How a mean, quantile, score or other number that is no share is shown.

    The standard is for shares; of other numbers ours holds to the base and the degrees of freedom,
    since the width of an interval has no natural unit beside them.
    """
    if n <= 0:
        return Judgement(Presentation.NOT_SHOWN, (Reason.NO_ONE,))
    small = _small(n, effective_n, rules)
    if small:
        return Judgement(Presentation.NOT_SHOWN, small)
    few = _few_df(df, rules)
    return Judgement(Presentation.WITH_WARNING if few else Presentation.SHOWN, few)


def is_tested(n: float, rules: Rules = STANDARD) -> bool:
    """Whether a group of n respondents, or a table of so many, takes part in tests."""
    return n >= rules.smallest_tested


def _small(n: float, effective_n: float, rules: Rules) -> tuple[Reason, ...]:
    if n < rules.smallest_base:
        return (Reason.SMALL_BASE,)
    return (Reason.SMALL_EFFECTIVE_BASE,) if effective_n < rules.smallest_base else ()


def _wide(of: ShareShown, rules: Rules) -> tuple[Reason, ...]:
    width = of.high - of.low
    # An unknown interval (nan) is no narrow one.
    if width <= rules.narrow:
        return ()
    if not width < rules.wide:
        return (Reason.WIDE,)
    # A share of 0 has no width beside it to be measured by; it gets a warning.
    beside = of.share > 0 and width > rules.widest_beside_share * of.share
    return (Reason.WIDE_BESIDE_SHARE,) if beside else ()


def _doubtful(of: ShareShown, rules: Rules) -> tuple[Reason, ...]:
    few = _few_df(of.df, rules)
    return (*few, Reason.NO_VARIATION) if of.share in (0.0, 1.0) else few


def _few_df(df: float, rules: Rules) -> tuple[Reason, ...]:
    return (Reason.FEW_DEGREES_OF_FREEDOM,) if df < rules.fewest_df else ()
