"""Answers about the innovations themselves: types, old ideas, partners."""

import numpy as np

from . import pinned
from .assigning import top
from .chance import bell, shuffled, stream
from .respondents import Respondents

NOT_SHOWN = -1


def draw_types(respondents: Respondents) -> dict[str, np.ndarray]:
    """Ticks (1, 0, or not shown) by item; everybody who was asked has one at least."""
    count = len(respondents)
    asked = respondents.answered_types
    rank = {
        item: 0.4 * respondents.agreeing + bell(f"type {item}", count)
        for item in ("external_cooperation", *pinned.INNOVATION_TYPES)
    }
    ticks = {item: np.full(count, NOT_SHOWN) for item in rank}
    for item, score in rank.items():
        ticks[item][asked] = 0
        if item != "external_cooperation":
            ticks[item][top(asked, score, pinned.INNOVATION_TYPES[item])[0]] = 1
    external = ticks["external_cooperation"]
    for kind, number in pinned.EXTERNAL_COOPERATION.items():
        members = respondents.among_innovators(respondents.org_type == kind)
        external[top(members, rank["external_cooperation"], number)[0]] = 1
    stopped = np.setdiff1d(asked, respondents.innovators)
    chosen, _ = top(stopped, rank["external_cooperation"], pinned.EXTERNAL_COOPERATION_STOPPED)
    external[chosen] = 1
    _one_tick_each(ticks, asked, rank)
    return ticks


def _one_tick_each(
    ticks: dict[str, np.ndarray], asked: np.ndarray, rank: dict[str, np.ndarray]
) -> None:
    """Move a tick to everyone without any, from whoever has most; totals stay."""
    for place in asked:
        if any(column[place] == 1 for column in ticks.values()):
            continue
        item = max(pinned.INNOVATION_TYPES, key=lambda name: rank[name][place])
        number = np.sum([column[asked] for column in ticks.values()], axis=0)
        has = ticks[item][asked] == 1
        giver = asked[np.argmax(np.where(has, number, 0))]
        ticks[item][giver], ticks[item][place] = 0, 1


def draw_old_ideas(respondents: Respondents) -> np.ndarray:
    """Yes (1), no (2) and don't know (3) of the 582; 0 otherwise."""
    answers = np.zeros(len(respondents), dtype=int)
    yes, _, dont_know = pinned.OLD_IDEAS
    unsure, rest = top(
        respondents.innovators,
        respondents.unsure + bell("old ideas unsure", len(respondents)),
        dont_know,
    )
    chosen, rest = top(rest, 0.3 * respondents.agreeing + bell("old ideas", len(respondents)), yes)
    answers[unsure], answers[chosen], answers[rest] = 3, 1, 2
    return answers


def draw_partners(respondents: Respondents, external: np.ndarray) -> dict[str, np.ndarray]:
    """Ticks (1, 0, or not shown) by partner, for the 582 with new external cooperation.

    One respondent of each type gets too many ticks: five and four.
    """
    items = list(pinned.NEW_PARTNERS[pinned.SOCIAL_SERVICE])
    ticks = np.full((len(items), len(respondents)), NOT_SHOWN)
    for kind, totals in pinned.NEW_PARTNERS.items():
        asked = respondents.among_innovators(respondents.org_type == kind, external == 1)
        numbers = [
            number for number, count in enumerate(pinned.TICKS[kind], 1) for _ in range(count)
        ]
        capacity = np.array(shuffled(f"tick numbers {kind}", numbers))
        table = _ticks(capacity, [totals[item] for item in items], f"ticks {kind}")
        ticks[:, asked[:-1]] = table
        too_many = (0, 1, 3, 4, 9) if kind == pinned.SOCIAL_SERVICE else (0, 4, 6, 9)
        ticks[:, asked[-1]] = np.isin(np.arange(len(items)), too_many)
    return dict(zip(items, ticks, strict=True))


def _ticks(capacity: np.ndarray, totals: list[int], purpose: str) -> np.ndarray:
    """A 0/1 table (items by respondents) with the given sums, well mixed.

    Gale and Ryser: items one by one to those with most ticks left always succeeds. Swapping
    two ticks between two respondents keeps all sums and takes the pattern out.
    """
    table = np.zeros((len(totals), len(capacity)), dtype=int)
    left = capacity.copy()
    for item in np.argsort([-total for total in totals], kind="stable"):
        chosen = np.argsort(-left, kind="stable")[: totals[item]]
        table[item, chosen] = 1
        left[chosen] -= 1
    if left.any():
        raise ValueError("the ticks of new_partners do not fit")
    draws = stream(purpose).random_sample((6000, 4))
    for first_item, second_item, first, second in (
        draws * [len(totals), len(totals), len(capacity), len(capacity)]
    ).astype(int):
        corner = table[[first_item, second_item]][:, [first, second]]
        if (corner == [[1, 0], [0, 1]]).all() or (corner == [[0, 1], [1, 0]]).all():
            table[np.ix_([first_item, second_item], [first, second])] = 1 - corner
    return table
