"""The colours of the house style, and which answer gets which.

A drawing names the *role* of a colour; the theme (light or dark) says what it looks like. Blue and
orange differ for every kind of colour vision, and each side of a scale differs in lightness too.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Literal

from pipeline.codebooks.codebook import Variable
from pipeline.figures.poles import Side, score_of, side

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
    MOST = "most"
    MUCH = "much"
    SOME = "some"
    LITTLE = "little"
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
        Role.MOST: "#12375d",
        Role.MUCH: "#2f74b3",
        Role.SOME: "#78aedc",
        Role.LITTLE: "#b5d4ee",
        Role.MISSING: "#fbfaf6",
        Role.MISSING_TOO: "#8a9396",
        Role.OUTLINE: "#79848a",
        Role.SECOND: "#85662a",
        Role.THIRD: "#3d1a5b",
        Role.FOURTH: "#0f3d27",
        Role.FIFTH: "#b44d6e",
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
        Role.MOST: "#cfe6fb",
        Role.MUCH: "#86b6e2",
        Role.SOME: "#3a75aa",
        Role.LITTLE: "#24486c",
        Role.MISSING: "#151c1f",
        Role.MISSING_TOO: "#626c77",
        Role.OUTLINE: "#85909d",
        Role.SECOND: "#d9b667",
        Role.THIRD: "#a96ce9",
        Role.FOURTH: "#82e0b5",
        Role.FIFTH: "#d7658a",
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
LEVELS: Mapping[int, Sequence[Role]] = {
    1: (Role.MUCH,),
    2: (Role.MUCH, Role.NEUTRAL),
    3: (Role.MOST, Role.SOME, Role.NEUTRAL),
    4: (Role.MOST, Role.MUCH, Role.LITTLE, Role.NEUTRAL),
    5: (Role.MOST, Role.MUCH, Role.SOME, Role.LITTLE, Role.NEUTRAL),
}
"""From much to nothing."""
UNORDERED = (Role.POSITIVE, Role.SECOND, Role.THIRD, Role.FOURTH, Role.FIFTH)
PAIR = (Role.POSITIVE, Role.NEUTRAL)
MISSING = (Role.MISSING, Role.MISSING_TOO)

OUTLINED = frozenset({Role.SOME, Role.LITTLE, Role.NEUTRAL, Role.MISSING})
"""Fills too close to the page to be seen without an outline."""

LABEL_ON: Mapping[Role, Role] = {
    Role.MOST: Role.ON_STRONG,
    Role.SOME: Role.ON_WEAK,
    Role.LITTLE: Role.TEXT,
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
    (orange), one from much to nothing from dark blue to pale; answers without scores get unrelated
    colours; missing ones are hollow, then grey.
    """
    substantive = [name for name in names if not _is_missing(variable, name)]
    scores = {name: score_of(variable, name) for name in substantive}
    known = {name: score for name, score in scores.items() if score is not None}
    if known and len(known) == len(scores):
        coloured = _sequential(known) if variable.unipolar else _diverging(variable, known)
    else:
        hues = PAIR if len(substantive) == len(PAIR) else UNORDERED
        coloured = {name: hues[place % len(hues)] for place, name in enumerate(substantive)}
    missing = [name for name in names if name not in coloured]
    greys = {name: MISSING[min(place, 1)] for place, name in enumerate(missing)}
    return {name: (coloured | greys)[name] for name in names}


def _diverging(variable: Variable, scores: Mapping[str, float]) -> dict[str, Role]:
    above = sorted(_on(variable, scores, "above"), key=lambda name: -scores[name])
    below = sorted(_on(variable, scores, "below"), key=lambda name: scores[name])
    return (
        dict.fromkeys(scores, Role.NEUTRAL)
        | _shaded(above, POSITIVE_SHADES)
        | _shaded(below, NEGATIVE_SHADES)
    )


def _on(variable: Variable, names: Iterable[str], wanted: Side) -> list[str]:
    return [name for name in names if side(variable, name) == wanted]


def _sequential(scores: Mapping[str, float]) -> dict[str, Role]:
    return _shaded(sorted(scores, key=lambda name: -scores[name]), LEVELS)


def _shaded(names: Sequence[str], shades: Mapping[int, Sequence[Role]]) -> dict[str, Role]:
    """Shades from the extreme on; more answers than there are shades share them in order."""
    steps = shades[min(max(len(names), 1), len(shades))]
    return {name: steps[place * len(steps) // len(names)] for place, name in enumerate(names)}


def _is_missing(variable: Variable, name: str) -> bool:
    return all(variable.categories[one].missing for one in variable.category_names(name))
