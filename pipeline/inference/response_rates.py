"""Response and cooperation rates of a web survey whose invitations went to a list.

Names and formulas are those of the American Association for Public Opinion Research (2016),
Standard Definitions, 9th edition, for internet surveys of specifically named persons.

With a list, every invitation is known and so are its answers, but silence is not: whoever did
nothing may have been ineligible, may never have read the invitation or may have declined. RR1
and RR2 count all of them against the survey, so they can be computed, and are the lowest that
the response can be called. RR3 to RR6 need a guess of how many were eligible and are not given.
Cooperation rates are of those known to have been reached: who started, or said no.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from pipeline.inference.proportions import wilson_interval


class RateName(StrEnum):
    """AAPOR's rates, and two common ones for which AAPOR has no name in this kind of survey."""

    RR1 = "RR1"
    RR2 = "RR2"
    COOP1 = "COOP1"
    COOP2 = "COOP2"
    COMPLETED_OF_STARTED = "completed of started"
    BREAK_OFF = "break-off"


@dataclass(frozen=True)
class Dispositions:
    """What became of the invitations: numbers of invited units.

    `complete` (I); `partial` (P), enough answers to be used; `break_off` (in R), started with too
    few; `refused` (in R), said no; `undelivered` (NC); `silent` (UO), nothing came back. Units
    found not to belong to the population are left out of all.
    """

    complete: int
    partial: int
    break_off: int
    refused: int = 0
    undelivered: int = 0
    silent: int = 0

    @property
    def started(self) -> int:
        """All who began to answer."""
        return self.complete + self.partial + self.break_off

    @property
    def reached(self) -> int:
        """All who are known to have been reached: (I + P) + R."""
        return self.started + self.refused

    @property
    def invited(self) -> int:
        """All: (I + P) + (R + NC) + UO."""
        return self.reached + self.undelivered + self.silent


@dataclass(frozen=True)
class Rate:
    """A rate with its Wilson interval; nan where it is of no one.

    The interval treats the invited as a sample of those who might have been. It says nothing of
    how those who did not answer differ.
    """

    name: RateName
    numerator: int
    denominator: int
    rate: float
    low: float
    high: float


def response_rates(of: Dispositions, level: float = 0.95) -> tuple[Rate, ...]:
    """All rates, in the order of `RateName`.

    RR1 = I / invited and RR2 = (I + P) / invited; COOP1 = I / reached and COOP2 = (I + P) /
    reached; completed of started = I / started; break-off = break-offs / started (partial ones
    are no break-offs). Raises ValueError for a negative number or a level outside 0..1.
    """
    if min(of.complete, of.partial, of.break_off, of.refused, of.undelivered, of.silent) < 0:
        raise ValueError(f"numbers of invited units cannot be negative: {of}")
    used = of.complete + of.partial
    parts = {
        RateName.RR1: (of.complete, of.invited),
        RateName.RR2: (used, of.invited),
        RateName.COOP1: (of.complete, of.reached),
        RateName.COOP2: (used, of.reached),
        RateName.COMPLETED_OF_STARTED: (of.complete, of.started),
        RateName.BREAK_OFF: (of.break_off, of.started),
    }
    numerator, denominator = np.array(list(parts.values()), dtype=np.float64).T
    share = numerator / np.where(denominator > 0, denominator, np.nan)
    interval = wilson_interval(share, denominator, level)
    values = zip(parts, share.tolist(), interval.low.tolist(), interval.high.tolist(), strict=True)
    return tuple(Rate(name, *parts[name], rate, low, high) for name, rate, low, high in values)
