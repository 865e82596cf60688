"""On which side of a scale's middle an answer lies."""

from collections.abc import Iterable
from statistics import fmean
from typing import Literal

from pipeline.codebooks.codebook import Variable

Side = Literal["above", "middle", "below"]


def score_of(variable: Variable, name: str) -> float | None:
    """The score of a category, or the mean of those in a net; None where one has no score."""
    scores = [variable.categories[one].score for one in variable.category_names(name)]
    known = [score for score in scores if score is not None]
    return fmean(known) if known and len(known) == len(scores) else None


def side(variable: Variable, name: str) -> Side | None:
    """The side of an answer of a scale with two poles; None without such a scale or a score."""
    score = score_of(variable, name)
    possible = [one.score for one in variable.categories.values() if one.score is not None]
    if score is None or variable.unipolar:
        return None
    middle = (min(possible) + max(possible)) / 2
    if score == middle:
        return "middle"
    return "above" if score > middle else "below"


def has_two_sides(variable: Variable, names: Iterable[str]) -> bool:
    """Whether answers lie on both sides of a middle."""
    return {side(variable, name) for name in names} >= {"above", "below"}
