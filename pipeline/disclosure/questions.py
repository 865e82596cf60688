"""One sensitive question with everything that is published of it, as linear forms of its counts.

What is not known are the counts of respondents by answer and background. Everything published is a
sum of them: a share is the count of some answers in a region (see `regions`), a base that of all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod

import numpy as np
import numpy.typing as npt

from pipeline.disclosure.regions import Region

Answers = frozenset[str]
NO_ANSWER = ""
"""Who gave none of the answers of a background question that any number is of."""


@dataclass(frozen=True)
class Form:
    """The respondents of a region who gave one of some answers; all answers give the base."""

    region: tuple[tuple[str, Answers], ...]
    answers: Answers


def form(region: Region, answers: Iterable[str]) -> Form:
    """The form, the same for the same respondents however they are named."""
    return Form(tuple(sorted(region.items())), frozenset(answers))


@dataclass(frozen=True)
class System:
    """The unknown counts of a question, none of them negative.

    `rows` has a vector for each form: its value is the sum of the counts where the vector is 1.
    `links @ counts` is 0: background questions that no number combines hold the same respondents.
    """

    rows: Mapping[Form, npt.NDArray[np.float64]]
    links: npt.NDArray[np.float64]


def system(forms: Iterable[Form], answers: Iterable[str]) -> System:
    """The system of all forms of a question, whose `answers` make up the base."""
    wanted, kinds = list(dict.fromkeys(forms)), tuple(answers)
    blocks = [_cells(names, wanted) for names in _combined(wanted)] or [[{}]]
    sizes = [len(kinds) * len(block) for block in blocks]
    starts = np.cumsum([0, *sizes])
    rows = {}
    for one in wanted:
        place = next(
            place
            for place, block in enumerate(blocks)
            if all(name in block[0] for name, _ in one.region)
        )
        row = np.zeros(starts[-1])
        row[starts[place] : starts[place + 1]] = _members(one, blocks[place], kinds)
        rows[one] = row
    return System(rows, _links(blocks, starts, kinds))


def size_of(forms: Iterable[Form], answers: Iterable[str]) -> int:
    """How many unknown counts the system of these forms has."""
    wanted = list(dict.fromkeys(forms))
    blocks = (_levels(names, wanted).values() for names in _combined(wanted) or [set()])
    return len(tuple(answers)) * sum(prod(len(own) for own in levels) for levels in blocks)


def _members(
    one: Form, block: list[dict[str, str]], kinds: tuple[str, ...]
) -> npt.NDArray[np.float64]:
    inside = [all(cell[name] in answers for name, answers in one.region) for cell in block]
    given = [kind in one.answers for kind in kinds]
    return np.outer(given, inside).astype(np.float64).ravel()


def _links(
    blocks: list[list[dict[str, str]]], starts: npt.NDArray[np.int64], kinds: tuple[str, ...]
) -> npt.NDArray[np.float64]:
    """Each answer has as many respondents in each block as in the first."""
    links = np.zeros(((len(blocks) - 1) * len(kinds), int(starts[-1])))
    pairs = product(range(1, len(blocks)), range(len(kinds)))
    for (other, kind), link in zip(pairs, links, strict=True):
        for place, sign in ((0, 1.0), (other, -1.0)):
            size = len(blocks[place])
            first = starts[place] + kind * size
            link[first : first + size] = sign
    return links


def _combined(forms: list[Form]) -> list[set[str]]:
    """Background questions that some number combines, together."""
    found: list[set[str]] = []
    for one in forms:
        names = {name for name, _ in one.region}
        if not names:
            continue
        names = names.union(*(other for other in found if other & names))
        found = [*(other for other in found if not other & names), names]
    return found


def _cells(names: set[str], forms: list[Form]) -> list[dict[str, str]]:
    """Every combination of answers to background questions that some number tells apart."""
    levels = _levels(names, forms)
    return [
        dict(zip(levels, combination, strict=True)) for combination in product(*levels.values())
    ]


def _levels(names: set[str], forms: list[Form]) -> dict[str, list[str]]:
    """The answers to each of these background questions that some number tells apart, and none."""
    levels: dict[str, set[str]] = {name: set() for name in sorted(names)}
    for name, answers in (condition for one in forms for condition in one.region):
        if name in levels:
            levels[name] |= answers
    return {name: [*sorted(own), NO_ANSWER] for name, own in levels.items()}
