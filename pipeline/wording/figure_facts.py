"""What the note below a figure states, as values."""

from dataclasses import dataclass
from typing import Literal

from pipeline.wording.labels import GroupName
from pipeline.wording.small_numbers import NOTHING_HIDDEN, FewAnswers

Ticks = Literal["", "alone", "together"]
"""Whether the uncertainty of shares of ticks counts each tick as a response of its own, or those
of one respondent together; '' where ticks are not counted."""
Counted = Literal["answers", "coded", "asked", "invited", "ticks"]


@dataclass(frozen=True)
class Chosen:
    """A condition of being asked, or of being in a figure: what respondents answered to what."""

    source: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class LeftOut:
    """Answers that the base leaves out, and how many there were (None: it differs by item)."""

    answers: tuple[str, ...]
    n: int | None = None


@dataclass(frozen=True)
class Net:
    """Answers put together for reading."""

    label: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class DerivedGroups:
    """Groups made from another question.

    `groups` pairs a group's label with the answers that make it; without answers (ranges of a
    number) only the source is named. `rest_left_out`: some answers belong to no group.
    """

    source: str
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rest_left_out: bool = False


@dataclass(frozen=True)
class CrossedGroups:
    """Groups that combine the categories of several variables."""

    variables: tuple[str, ...]


@dataclass(frozen=True)
class GroupTest:
    """A test of the group variable; `p_value`, corrected, is nan where nothing could be tested.

    `test` is a name of the tests table; `item` is the statement of one test among several, and a
    test without one beside such is of all of them together; `within` the only respondents whose
    groups are compared.
    """

    test: str
    p_value: float
    significant: bool
    small_expected: bool = False
    item: str | None = None
    within: GroupName | None = None


@dataclass(frozen=True)
class Margin:
    """A margin of error, of one group or, without one, the largest of the figure.

    Of a share (0..1), or on the scale of the scores.
    """

    margin: float
    group: GroupName | None = None
    on_scale: bool = False


@dataclass(frozen=True)
class Median:
    """The figure shows medians."""


@dataclass(frozen=True)
class Quantile:
    """The figure shows the values that this part of the answers lies at or below."""

    probability: float


@dataclass(frozen=True)
class Score:
    """The figure shows the share of the answers at the top less that of those at the bottom."""

    top: tuple[str, ...]
    bottom: tuple[str, ...]


@dataclass(frozen=True)
class Alpha:
    """The figure shows Cronbach's alpha of so many items; some run against the others."""

    items: int
    against: tuple[str, ...] = ()


Measure = Median | Quantile | Score | Alpha
"""What numbers are that are neither shares, means nor counts."""


@dataclass(frozen=True)
class FigureFacts:
    """What the note of a figure states; labels are in the language of the note.

    `n` is the N printed under the figure; `n_by_item` its lowest and highest value where items
    differ. `margin_of` is the answer whose margins are given by group; without it a margin by
    group is the largest of that group. `interval` is the plan's name of the method, '' where the
    figure has none; `weighted`, `designed` and `finite` (population correction) tell what the wave
    declares; `few` what is hidden or marked; `correction` is the plan's name, '' for none;
    `letters`: groups are compared in pairs, with letters in the table. `boxes`: it is drawn as
    boxes, whose areas are parts of all ticks or themes while their numbers are shares of the
    respondents. `missing_in_base`: answers such as "don't know" that N counts.
    """

    n: int
    counted: Counted = "answers"
    n_by_item: tuple[int, int] | None = None
    measure: Measure | None = None
    ticks: Ticks = ""
    several_answers: bool = False
    boxes: bool = False
    asked: tuple[Chosen, ...] = ()
    only: tuple[Chosen, ...] = ()
    missing_in_base: tuple[str, ...] = ()
    left_out: LeftOut | None = None
    groups_made_of: DerivedGroups | CrossedGroups | None = None
    nets: tuple[Net, ...] = ()
    group_variable: str | None = None
    tests: tuple[GroupTest, ...] = ()
    margins: tuple[Margin, ...] = ()
    margin_of: str | None = None
    interval: str = ""
    weighted: bool = False
    designed: bool = False
    finite: bool = False
    correction: str = ""
    letters: bool = False
    few: FewAnswers = NOTHING_HIDDEN
    level: float = 0.95
