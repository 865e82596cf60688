"""What a figure shows over waves: a series of points an answer or item; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from pipeline.codebooks.codebook import Codebook, in_language
from pipeline.planning.figure import Figure, items_of, shown
from pipeline.results import EVERYONE

MOST_SERIES = 8
"""More lines than these cannot be told apart; the table has them all."""


@dataclass(frozen=True)
class Point:
    """A published estimate of one wave; `joined`: it can be compared with the last wave."""

    wave: str
    estimate: float
    low: float | None
    high: float | None
    joined: bool


@dataclass(frozen=True)
class Series:
    """One number over waves, in their order; `changed` since the wave before, by a test."""

    label: str
    item: str
    category: str
    points: tuple[Point, ...]
    changed: bool

    @property
    def is_comparable(self) -> bool:
        """Whether an earlier wave can be compared with the last."""
        return sum(point.joined for point in self.points) > 1


def trend(
    figure: Figure,
    codebook: Codebook,
    estimates: Mapping[str, pl.DataFrame],
    changes: pl.DataFrame,
    comparability: pl.DataFrame,
) -> tuple[Series, ...]:
    """The series of a figure that earlier waves have, of everyone.

    `estimates` are the figure's published ones by wave, in their order, this wave last; `changes`
    and `comparability` its rows of `results.CHANGES` and `results.COMPARABILITY`. Of a question
    with several items each is followed by the first answer that the figure shows.
    """
    if len(estimates) < 2 or figure.estimated not in ("share", "mean", "score"):
        return ()
    kept = {
        wave: rows.filter(statistic=figure.estimated, group=EVERYONE)
        for wave, rows in estimates.items()
    }
    found = (
        Series(label, item, category, points, _changed(item, category, estimates, changes))
        for label, item, category in _numbers(figure, codebook)
        if len(points := tuple(_points(item, category, kept, comparability))) > 1
        and points[-1].wave == list(estimates)[-1]
    )
    return tuple(found)


def _numbers(figure: Figure, codebook: Codebook) -> Iterator[tuple[str, str, str]]:
    """Label, item and category of each series."""
    variable, language = codebook.variables[figure.variable], codebook.language
    items = items_of(figure, variable)
    of_answers = figure.statistic == "share"
    answers: Sequence[str] = shown(figure, variable) if of_answers else ("",)
    if len(items) > 1 or not of_answers:
        for item in items:
            own = variable.items[item].label if item else variable.label
            yield in_language(own, language), item, answers[0]
        return
    for answer in answers:
        yield in_language(variable.answer_label(answer), language), items[0], answer


def _points(
    item: str, category: str, estimates: Mapping[str, pl.DataFrame], comparability: pl.DataFrame
) -> Iterator[Point]:
    last = list(estimates)[-1]
    for wave, rows in estimates.items():
        row = rows.filter(
            ~pl.col("suppressed"), pl.col("estimate").is_not_null(),
            item=item, category=category,
        )  # fmt: skip
        if row.height == 1:
            one = row.row(0, named=True)
            joined = (
                wave == last
                or not comparability.filter(
                    pl.col("comparable"), item=item, other_wave=wave
                ).is_empty()
            )
            yield Point(wave, one["estimate"], one["ci_low"], one["ci_high"], joined)


def _changed(
    item: str, category: str, estimates: Mapping[str, pl.DataFrame], changes: pl.DataFrame
) -> bool:
    before = list(estimates)[-2]
    rows = changes.filter(
        pl.col("significant"), item=item, category=category, group=EVERYONE, other_wave=before
    )
    return not rows.is_empty()
