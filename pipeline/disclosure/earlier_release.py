"""What was released of sensitive questions bounds what may be published of them now; pure.

Who kept the released numbers can compare them with today's: where a late answer made a count one
larger, it is known what the late one said. So nothing of a sensitive question is published that
differs from what was released of it, and where a number of it is hidden, nothing more.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.disclosure.parts import Part, Tables
from pipeline.disclosure.precision import NUMBERS, rounded
from pipeline.disclosure.sensitive import WITH_OTHERS, Place
from pipeline.planning.sensitive_checks import origins

KEPT = "it was hidden in what was released"
CHANGED = "what was released of the question would be another number now"
FURTHER = "it was not released, and other numbers of the question are hidden"
KEY = ("figure", "variable", "item", "group_variable", "group", "statistic", "category")
SAME = 1e-6
"""Released numbers have been written and read; none has more decimals."""

Key = tuple[str, ...]
"""The part and the values of `KEY`."""
Question = tuple[str, str]
"""A variable and its item."""


@dataclass(frozen=True)
class Row:
    """The published number of a row, if it were shown, and whether it is hidden."""

    numbers: tuple[float | None, ...]
    base_n: int
    hidden: bool


def since_release(
    released: Mapping[str, pl.DataFrame],
    parts: Mapping[str, Part],
    codebook: Codebook,
    hidden: Mapping[Place, str],
) -> dict[Place, str]:
    """`hidden`, where and why numbers are hidden, as it must be beside what was released.

    `released` has the released estimates by part, none for a wave that never was. A sensitive
    question of which nothing was released is left as it is; one whose released numbers would be
    others is hidden as a whole; of another with hidden numbers the released ones alone are shown.
    """
    secret = {name for name, variable in codebook.variables.items() if variable.sensitive}
    before = _by_question(_released_rows(released, secret))
    places = dict(_places(parts, secret))
    now = _by_question(
        (key, Row(*numbers, place in hidden))
        for (key, place), numbers in zip(places.items(), _numbers(parts, secret), strict=True)
    )
    found = dict(hidden)
    for question, rows in now.items():
        reasons = {key: hidden.get(places[key], "") for key in rows}
        if _has_relatives(question[0], {name for name, _ in before}, codebook):
            reasons = {key: why or CHANGED for key, why in reasons.items()}
        elif question in before:
            reasons = _beside(rows, before[question], reasons)
        for key, why in reasons.items():
            found.pop(places[key], None)
            found |= {places[key]: why} if why else {}
    return found


def _beside(
    now: Mapping[Key, Row], before: Mapping[Key, Row], reasons: Mapping[Key, str]
) -> dict[Key, str]:
    """The reasons of a question's rows, '' for those that are shown."""
    both = now.keys() & before.keys()
    if not both or any(_differs(before[key], now[key]) for key in both):
        return {key: why or CHANGED for key, why in reasons.items()}
    if not any(row.hidden for row in (*now.values(), *before.values())):
        return dict(reasons)
    found = {}
    for key, why in reasons.items():
        if key not in before:
            found[key] = why or FURTHER
        elif before[key].hidden:
            found[key] = why or KEPT
        else:
            # It was hidden to protect numbers that are hidden with all that is new.
            found[key] = "" if why == WITH_OTHERS else why
    return found


def _differs(before: Row, now: Row) -> bool:
    """Whether a released number, or its base, is another one."""
    if before.base_n != now.base_n:
        return True
    pairs = zip(before.numbers, now.numbers, strict=True)
    return not before.hidden and any(not _same(*pair) for pair in pairs)


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= SAME


def _has_relatives(name: str, released: set[str], codebook: Codebook) -> bool:
    """Whether another variable that is made of the same answers was released."""
    own = origins(name, codebook)
    return any(
        other != name and other in codebook.variables and origins(other, codebook) & own
        for other in released
    )


def _by_question(rows: Iterator[tuple[Key, Row]]) -> dict[Question, dict[Key, Row]]:
    found: dict[Question, dict[Key, Row]] = {}
    for key, row in rows:
        _, _, variable, item, *_ = key
        found.setdefault((variable, item), {})[key] = row
    return found


def _released_rows(
    released: Mapping[str, pl.DataFrame], secret: set[str]
) -> Iterator[tuple[Key, Row]]:
    for part, estimates in released.items():
        of_secret = estimates.filter(pl.col("variable").is_in(list(secret)))
        for row in of_secret.iter_rows(named=True):
            numbers = tuple(row[name] for name in NUMBERS)
            yield (
                (part, *(row[name] for name in KEY)),
                Row(numbers, row["base_n"], row["suppressed"]),
            )


def _places(parts: Mapping[str, Part], secret: set[str]) -> Iterator[tuple[Key, Place]]:
    for name, part in parts.items():
        for place, row in enumerate(part.estimates.select(KEY).iter_rows(named=True)):
            if row["variable"] in secret:
                yield (name, *row.values()), (name, place)


def _numbers(
    parts: Mapping[str, Part], secret: set[str]
) -> Iterator[tuple[tuple[float | None, ...], int]]:
    """What would be published of each row of a sensitive variable, in the order of `_places`."""
    for part in parts.values():
        shown = part.estimates.with_columns(suppressed=False)
        estimates = rounded(Tables(shown, part.tests)).estimates
        of_secret = estimates.filter(pl.col("variable").is_in(list(secret)))
        for *numbers, base in of_secret.select(*NUMBERS, "base_n").iter_rows():
            yield tuple(numbers), base
