"""What a language needs words for to state numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from pipeline.wording.tolerances import Modifier, Part


@dataclass(frozen=True)
class Vocabulary:
    """What one language calls numbers.

    `modifiers` stand before a number and change what it says, `fillers` do not; a word of
    `changed_by` right after the number makes it another statement (7 out of 10 or more).
    `minus` stands before a number, `points` behind one of percentage points. `out_of` are the
    words of "7 out of 10", `every` those of "every fourth"; `denominators` names the parts (a
    third, two thirds), and `parts` are words that name a part without a number (most). `spoken`
    are the phrases that a generated sentence uses, with `spoken_modifiers` before them.
    """

    thousands_separator: str
    decimal_mark: str
    percent: tuple[str, ...]
    points: tuple[str, ...]
    minus: tuple[str, ...]
    modifiers: Mapping[Modifier, tuple[str, ...]]
    fillers: tuple[str, ...]
    changed_by: tuple[str, ...]
    numbers: Mapping[int, tuple[str, ...]]
    out_of: tuple[str, ...]
    every: tuple[str, ...]
    ordinals: Mapping[int, tuple[str, ...]]
    half: tuple[str, ...]
    denominators: Mapping[int, tuple[str, ...]]
    parts: Mapping[Part, tuple[str, ...]]
    all: str
    none: str
    spoken: Mapping[Fraction, str]
    spoken_modifiers: Mapping[Modifier, str]
