"""The colours of the house style, and which answer gets which.

A drawing names the *role* of a colour; the theme (light or dark) says what it looks like. Blue and
orange differ for every kind of colour vision, and each side of a scale differs in lightness too.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from statistics import fmean
from typing import Literal

from pipeline.codebook import Variable

Theme = Literal["light", "dark"]
Palette = Mapping["Role", str]


class Role(StrEnum):
    """What a colour is for."""

    PAGE = "page"
    TEXT = "text"
    MUTED = "muted"
    TRACK = "track"
    POSITIVE_STRONG = "positive strong"
    POSITIVE = "positive"
    POSITIVE_WEAK = "positive weak"
    NEUTRAL = "neutral"
    NEGATIVE_WEAK = "negative weak"
    NEGATIVE = "negative"
    NEGATIVE_STRONG = "negative strong"
    MISSING = "missing"
    MISSING_TOO = "missing too"
    OUTLINE = "outline"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"
    FIFTH = "fifth"
    ON_STRONG = "on strong"
    ON_MIDDLE = "on middle"
    ON_WEAK = "on weak"


PALETTES: Mapping[Theme, Palette] = {
    "light": {
        Role.PAGE: "#fcfbf8",
        Role.TEXT: "#1c2a30",
        Role.MUTED: "#546269",
        Role.TRACK: "#efede6",
        Role.POSITIVE_STRONG: "#133a60",
        Role.POSITIVE: "#2f74b3",
        Role.POSITIVE_WEAK: "#5992c6",
        Role.NEUTRAL: "#e3e2dc",
        Role.NEGATIVE_WEAK: "#cb7838",
        Role.NEGATIVE: "#b85a20",
        Role.NEGATIVE_STRONG: "#6a2b0b",
        Role.MISSING: "#fbfaf6",
        Role.MISSING_TOO: "#8a9396",
        Role.OUTLINE: "#79848a",
        Role.SECOND: "#8c6a14",
        Role.THIRD: "#6b4c93",
        Role.FOURTH: "#3f7d6b",
        Role.FIFTH: "#9d3f68",
        Role.ON_STRONG: "#ffffff",
        Role.ON_MIDDLE: "#ffffff",
        Role.ON_WEAK: "#0f1620",
    },
    "dark": {
        Role.PAGE: "#12181b",
        Role.TEXT: "#e3e8e7",
        Role.MUTED: "#a3b0b5",
        Role.TRACK: "#20292e",
        Role.POSITIVE_STRONG: "#b4d7f7",
        Role.POSITIVE: "#4987c0",
        Role.POSITIVE_WEAK: "#3a75aa",
        Role.NEUTRAL: "#343d42",
        Role.NEGATIVE_WEAK: "#a8602c",
        Role.NEGATIVE: "#bf6b32",
        Role.NEGATIVE_STRONG: "#ffc69c",
        Role.MISSING: "#151c1f",
        Role.MISSING_TOO: "#626c77",
        Role.OUTLINE: "#85909d",
        Role.SECOND: "#d4ad4e",
        Role.THIRD: "#b79be0",
        Role.FOURTH: "#76bfa8",
        Role.FIFTH: "#e38db3",
        Role.ON_STRONG: "#0f1620",
        Role.ON_MIDDLE: "#0f1620",
        Role.ON_WEAK: "#ffffff",
    },
}

POSITIVE_SHADES: Mapping[int, Sequence[Role]] = {
    1: (Role.POSITIVE,),
    2: (Role.POSITIVE_STRONG, Role.POSITIVE_WEAK),
    3: (Role.POSITIVE_STRONG, Role.POSITIVE, Role.POSITIVE_WEAK),
}
NEGATIVE_SHADES: Mapping[int, Sequence[Role]] = {
    1: (Role.NEGATIVE,),
    2: (Role.NEGATIVE_STRONG, Role.NEGATIVE_WEAK),
    3: (Role.NEGATIVE_STRONG, Role.NEGATIVE, Role.NEGATIVE_WEAK),
}
UNORDERED = (Role.POSITIVE, Role.SECOND, Role.THIRD, Role.FOURTH, Role.FIFTH)
PAIR = (Role.POSITIVE, Role.NEUTRAL)
MISSING = (Role.MISSING, Role.MISSING_TOO)

OUTLINED = frozenset({Role.NEUTRAL, Role.MISSING})
"""Fills too close to the page to be seen without an outline."""

LABEL_ON: Mapping[Role, Role] = {
    Role.NEUTRAL: Role.TEXT,
    Role.MISSING: Role.TEXT,
    Role.MISSING_TOO: Role.ON_WEAK,
    Role.POSITIVE_WEAK: Role.ON_WEAK,
    Role.NEGATIVE_WEAK: Role.ON_WEAK,
    Role.POSITIVE_STRONG: Role.ON_STRONG,
    Role.NEGATIVE_STRONG: Role.ON_STRONG,
}


def label_on(fill: Role) -> Role:
    """The colour of words on a fill."""
    return LABEL_ON.get(fill, Role.ON_MIDDLE)


def fills(variable: Variable, names: Sequence[str]) -> Mapping[str, Role]:
    """The fill of each shown category or net of a variable.

    A scale with scores is drawn from its best end (blue) over its middle (pale) to its worst
    (orange); answers without scores get unrelated colours; missing ones are hollow, then grey.
    """
    substantive = [name for name in names if not _is_missing(variable, name)]
    scores = {name: _score(variable, name) for name in substantive}
    if scores and all(score is not None for score in scores.values()):
        coloured = _diverging(variable, {name: score or 0.0 for name, score in scores.items()})
    else:
        hues = PAIR if len(substantive) == len(PAIR) else UNORDERED
        coloured = {name: hues[place % len(hues)] for place, name in enumerate(substantive)}
    missing = [name for name in names if name not in coloured]
    greys = {name: MISSING[min(place, 1)] for place, name in enumerate(missing)}
    return {name: (coloured | greys)[name] for name in names}


def _diverging(variable: Variable, scores: Mapping[str, float]) -> dict[str, Role]:
    possible = [one.score for one in variable.categories.values() if one.score is not None]
    middle = (min(possible) + max(possible)) / 2
    above = sorted((name for name in scores if scores[name] > middle), key=lambda n: -scores[n])
    below = sorted((name for name in scores if scores[name] < middle), key=lambda n: scores[n])
    return (
        dict.fromkeys(scores, Role.NEUTRAL)
        | _shaded(above, POSITIVE_SHADES)
        | _shaded(below, NEGATIVE_SHADES)
    )


def _shaded(names: Sequence[str], shades: Mapping[int, Sequence[Role]]) -> dict[str, Role]:
    """Shades for one side, the extreme first; more than three answers share them in order."""
    steps = shades[min(max(len(names), 1), len(shades))]
    return {name: steps[place * len(steps) // len(names)] for place, name in enumerate(names)}


def _is_missing(variable: Variable, name: str) -> bool:
    return all(variable.categories[one].missing for one in variable.category_names(name))


def _score(variable: Variable, name: str) -> float | None:
    scores = [variable.categories[one].score for one in variable.category_names(name)]
    known = [score for score in scores if score is not None]
    return fmean(known) if known and len(known) == len(scores) else None
