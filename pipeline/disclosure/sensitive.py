"""Small counts of sensitive questions, and the further numbers that must be hidden with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.disclosure.parts import Part
from pipeline.disclosure.protection import protected
from pipeline.disclosure.questions import Form, form, size_of, system
from pipeline.disclosure.regions import region_of
from pipeline.errors import PlanError
from pipeline.planning.figure import left_out
from pipeline.planning.plan import Disclosure

SMALL = "fewer than {} gave the answer, or did not give it"
WITH_OTHERS = "another number that is hidden could be worked out from it"
SKIPPED = ""
"""The answer of those in the base who gave none."""

LARGEST = 1000
"""Unknown counts of a question. Time grows with their number to the power of 2.3: 405 took 11
seconds on one core, 1010 took 105."""

Place = tuple[str, int]
"""The name of a part and the row of its estimates."""


@dataclass(frozen=True)
class Number:
    """A share of a sensitive question: where it stands, whom it counts, and how many they are.

    `figure` is the figure or banner as messages call it.
    """

    question: tuple[str, str]
    place: Place
    figure: str
    form: Form
    count: int
    base: Form
    base_n: int


def hidden_counts(
    parts: Mapping[str, Part], codebook: Codebook, rules: Disclosure, hidden: Mapping[Place, str]
) -> dict[Place, str]:
    """Where a share of a sensitive question is hidden, and why.

    `hidden` are the numbers that are hidden already; those of sensitive questions are protected as
    well. Counts are of respondents, whatever their weights. Raises `PlanError` for a question that
    is divided into more counts than can be protected.
    """
    numbers = sorted(_numbers(parts, codebook), key=attrgetter("question"))
    found: dict[Place, str] = {}
    for _, of_question in groupby(numbers, key=attrgetter("question")):
        found |= _of_question(list(of_question), rules, hidden)
    return found


def _of_question(
    numbers: list[Number], rules: Disclosure, hidden: Mapping[Place, str]
) -> dict[Place, str]:
    least = rules.smallest_count
    first = {
        one.form: hidden.get(one.place) or SMALL.format(least)
        for one in numbers
        if one.place in hidden or min(one.count, one.base_n - one.count) < least
    }
    bases = {one.base: one.base_n for one in numbers}
    shares = {one.form: one.count for one in numbers}
    answers = sorted(frozenset().union(*(one.base.answers for one in numbers)))
    if (size := size_of([*bases, *shares], answers)) > LARGEST:
        raise PlanError(_too_large(numbers, size))
    of = system([*bases, *shares], answers)
    all_hidden = protected(of, bases, shares, first, rules.width)
    reasons = {one: first.get(one, WITH_OTHERS) for one in all_hidden}
    return {one.place: reasons[one.form] for one in numbers if one.form in reasons}


def _too_large(numbers: list[Number], size: int) -> str:
    figures = ", ".join(dict.fromkeys(one.figure for one in numbers))
    groups = ", ".join(sorted({name for one in numbers for name, _ in one.form.region}))
    return (
        f'figures.yml: "{numbers[0].question[0]}" is sensitive and divided by {groups} into {size} '
        f"counts in {figures}; no more than {LARGEST} can be protected together. Show it by fewer "
        "groups, without a cross or where, or as a recode with fewer answers"
    )


def _numbers(parts: Mapping[str, Part], codebook: Codebook) -> Iterator[Number]:
    """The shares of sensitive questions in figures and banners; not that of all answers together,
    which is 100 per cent whoever answered."""
    for name, part in parts.items():
        counted = _counts(part.cells)
        for place, row in enumerate(part.estimates.iter_rows(named=True)):
            variable = codebook.variables.get(row["variable"])
            if variable is None or not variable.sensitive or row["statistic"] != "share":
                continue
            figure = part.plan.figures[row["figure"]]
            absent = left_out(figure, variable)
            in_base = {one for one in variable.categories if one not in absent}
            in_base |= {SKIPPED} if figure.base == "asked" else set()
            region = region_of(figure, row["group"], codebook)
            given = set(variable.category_names(row["category"])) & in_base
            if given == in_base:
                continue
            counts = counted.get((row["figure"], row["item"], row["group"]), {})
            yield Number(
                (row["variable"], row["item"]),
                (name, place),
                f"banner {name}" if name else row["figure"],
                form(region, given),
                sum(counts.get(one, 0) for one in given),
                form(region, in_base),
                row["base_n"],
            )


def _counts(cells: pl.DataFrame) -> dict[tuple[str, str, str], dict[str, int]]:
    """Figure, item and group -> respondents in the base by category."""
    found: dict[tuple[str, str, str], dict[str, int]] = {}
    by = ["figure", "item", "group", "category"]
    totals = cells.filter("in_base").group_by(by).agg(pl.col("n").sum())
    for figure, item, group, category, n in totals.iter_rows():
        found.setdefault((figure, item, group), {})[category or SKIPPED] = n
    return found
