"""Categories for respondents, so that a table of counts comes out exactly.

Everybody has a score for each item: a person effect, an effect of what the item is about, and
chance. Ranking the scores and cutting the ranking at the pinned counts gives the counts, and
answers that belong together within a respondent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .chance import bell
from .respondents import Respondents

DONT_KNOW, NOT_RELEVANT = 6, 7
NETS = {
    "agree": (1, 2),
    "neither": (3,),
    "disagree": (4, 5),
    "dont_know": (6,),
    "not_relevant": (7,),
}


@dataclass(frozen=True)
class Scores:
    """What decides an item's answers, one entry a respondent."""

    agreement: np.ndarray
    unsure: np.ndarray
    aloof: np.ndarray


def scores(respondents: Respondents, item: str, subject: np.ndarray | float = 0.0) -> Scores:
    """The scores for an item; subject is what the item is about, on the scale of agreement."""
    count = len(respondents)
    return Scores(
        agreement=0.7 * respondents.agreeing + subject + bell(f"{item} agreement", count),
        unsure=1.2 * respondents.unsure + bell(f"{item} unsure", count),
        aloof=respondents.aloof + bell(f"{item} aloof", count),
    )


def spread(row: Sequence[int], strongly: tuple[float, float]) -> dict[int, int]:
    """A row of nets as counts by code; strongly are the shares of the outermost categories."""
    agree, neither, disagree, dont_know, *not_relevant = row
    strong_agree = int(agree * strongly[0] + 0.5)
    strong_disagree = int(disagree * strongly[1] + 0.5)
    return {
        1: strong_agree,
        2: agree - strong_agree,
        3: neither,
        4: disagree - strong_disagree,
        5: strong_disagree,
        DONT_KNOW: dont_know,
        NOT_RELEVANT: not_relevant[0] if not_relevant else 0,
    }


def place(
    answers: np.ndarray,
    members: np.ndarray,
    counts: Mapping[int, int],
    item_scores: Scores,
    best_first: Sequence[int] = (1, 2, 3, 4, 5),
) -> None:
    """Write the categories of counts into answers, for members; who is left over stays 0.

    Not relevant goes to the most aloof, don't know to the most unsure of the rest, and the
    substantive categories follow the ranking of agreement. Blanks are those least at ease with
    the item: they come out of the unsure, too.
    """
    blanks = len(members) - sum(counts.values())
    if blanks < 0:
        raise ValueError(f"{sum(counts.values())} answers for {len(members)} respondents")
    rest = members
    for code, score in (
        (NOT_RELEVANT, item_scores.aloof),
        (DONT_KNOW, item_scores.unsure),
    ):
        chosen, rest = top(rest, score, counts.get(code, 0))
        answers[chosen] = code
    _, rest = top(rest, item_scores.unsure, blanks)
    for code in best_first:
        chosen, rest = top(rest, item_scores.agreement, counts.get(code, 0))
        answers[chosen] = code


def top(members: np.ndarray, score: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """The count members with the highest scores, and the others."""
    order = members[np.argsort(-score[members], kind="stable")]
    return order[:count], order[count:]


def in_net(answers: np.ndarray, net: str) -> np.ndarray:
    """Whether each answer lies in the net; "other" is all but agree and disagree."""
    if net == "other":
        return ~in_net(answers, "agree") & ~in_net(answers, "disagree")
    return np.isin(answers, NETS[net])
