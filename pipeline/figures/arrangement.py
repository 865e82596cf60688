"""What a figure shows: rows of answers in sections, in the order in which readers meet them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.results import EVERYONE


@dataclass(frozen=True)
class Answer:
    """A category or net that a figure shows; named '' where the statistic has no category."""

    name: str
    label: str
    is_net: bool = False
    is_missing: bool = False


@dataclass(frozen=True)
class Value:
    """One estimate; `estimate` is None where nothing could be computed or nothing may be shown."""

    answer: Answer
    estimate: float | None
    low: float | None = None
    high: float | None = None
    margin: float | None = None
    base_n: int | None = None
    suppressed: bool = False
    doubtful: bool = False
    deviation: float | None = None
    """The standard deviation of the answers behind a mean."""
    counted: tuple[int, int] | None = None
    """How many of how many, where a base is too small for a percentage."""

    @property
    def is_shown(self) -> bool:
        """Whether there is a number, and it may be shown."""
        return self.estimate is not None and not self.suppressed

    @property
    def interval(self) -> tuple[float, float] | None:
        """The confidence interval of a shown estimate that has one."""
        if self.estimate is None or self.low is None or self.high is None:
            return None
        return self.low, self.high


@dataclass(frozen=True)
class Row:
    """The answers of one group to one item; `label` names what tells it from the other rows."""

    item: str
    group: str
    label: str
    values: tuple[Value, ...]

    @property
    def is_total(self) -> bool:
        """Whether the row is of everybody."""
        return self.group == EVERYONE

    @property
    def base_n(self) -> int | None:
        """The answers behind the row."""
        return next((value.base_n for value in self.values if value.base_n is not None), None)

    @property
    def rank(self) -> float:
        """What rows are sorted by, largest first: the first answer; unknown ones come last."""
        first = self.values[0].estimate if self.values else None
        return float("-inf") if first is None else first


@dataclass(frozen=True)
class Section:
    """Rows that belong together under a heading: the groups of one item; '' is no heading."""

    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Arrangement:
    """What a figure shows: the answers, and sections of rows that all have these answers.

    `of_ticks`: the bases of the rows count ticks, not respondents. `shared` is the heading of all
    sections, where they part the groups of one item.
    """

    answers: tuple[Answer, ...]
    sections: tuple[Section, ...]
    by_groups: bool
    of_ticks: bool = False
    shared: str = ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all sections."""
        return tuple(row for section in self.sections for row in section.rows)

    @property
    def is_distribution(self) -> bool:
        """Whether there is a single row without a label: a question without items or groups."""
        return not self.by_groups and not any(row.label for row in self.rows)

    @property
    def title(self) -> str:
        """The heading that all rows share."""
        return self.sections[0].label if len(self.sections) == 1 else self.shared


def one_value_a_row(arrangement: Arrangement) -> Arrangement:
    """The same numbers, each in a row of its own: the answers of a single distribution below each
    other, else a section an answer, headed by it where there are several.

    Groups are compared with each other, so their total goes, and a section of nothing else.
    """
    if arrangement.is_distribution:
        rows = (
            replace(row, label=value.answer.label, values=(value,))
            for row in arrangement.rows
            for value in row.values
        )
        return replace(arrangement, sections=(Section("", tuple(rows)),))
    return replace(arrangement, sections=tuple(_by_answer(arrangement)))


def _by_answer(arrangement: Arrangement) -> Iterator[Section]:
    several = len(arrangement.answers) > 1
    for section in arrangement.sections:
        for place, answer in enumerate(arrangement.answers):
            heading = (section.label, answer.label if several else "")
            rows = (
                replace(row, values=(row.values[place],))
                for row in section.rows
                if not (arrangement.by_groups and row.is_total)
            )
            if kept := tuple(rows):
                yield Section(": ".join(part for part in heading if part), kept)


def untitled(arrangement: Arrangement) -> Arrangement:
    """The arrangement without the heading that all rows share."""
    if len(arrangement.sections) != 1:
        return arrangement
    return replace(arrangement, sections=(replace(arrangement.sections[0], label=""),))
