"""Answers that have an order: which comes first, and what each scores; pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.drafting.lexicon import DEGREES, MISSING, MISSING_JOINED, SCALES, ScaleWords
from pipeline.drafting.wordings import plain

NUMBER = re.compile(r"[0-9]+(?:[.,' ][0-9]{3})*(?:[.,][0-9]+)?")
BELOW = re.compile(
    r"^(<|≤|under|below|less than|fewer than|up to|mindre end|mindre enn|færre|højst)"
)
ABOVE = re.compile(r"^(>|≥|over|above|more than|mere end|mer enn|flere end|at least|mindst|minst)")
LEADING_CODE = re.compile(r"^[0-9]+\s*(?:[=:.)–-]\s+|[=:.)])")
NEGATED = re.compile(r"\b(not|ikke|inte|nicht) (\w+) at all\b")
RATING = re.compile(r"^[0-9]{1,3}(?: ?[(=:–-]|$)")
"""A number that may be explained, as the ends of a scale are: `10 (all the time)`."""
MOST_BARE = 0.5
"""Of the answers of such a scale, that are numbers alone."""
FEWEST_LEVELS = 2
LONGEST_LEVEL = 40
"""Characters of an answer that may stand on a scale of numbers."""


@dataclass(frozen=True)
class Order:
    """Answers from most to least (numbers: from least to most), and the score of each.

    name: what kind of scale they are. scores: empty where a mean would not make sense.
    """

    name: str
    labels: tuple[str, ...]
    scores: Mapping[str, float]
    unipolar: bool = False


def is_missing(label: str) -> bool:
    """Whether an answer is none, as "Ved ikke" or "Ikke relevant/ vet ikke"."""
    parts = [label]
    for sign in MISSING_JOINED:
        parts = [one for part in parts for one in part.casefold().split(sign)]
    return plain(label) in MISSING or all(plain(part) in MISSING for part in parts)


def order_of(labels: Sequence[str]) -> Order | None:
    """The order of answers (those that are none left out), where words or numbers tell it."""
    given = [label for label in labels if not is_missing(label)]
    if len(given) < FEWEST_LEVELS:
        return None
    for scale in SCALES:
        if found := _levels(given, scale):
            return _ranked(scale.name, found, unipolar=scale.unipolar, scored=scale.scored)
    if found := _degrees(given):
        return _ranked("degree", found, unipolar=True, scored=True)
    return _numbers(given)


def _ranked(name: str, levels: Mapping[str, int], *, unipolar: bool, scored: bool) -> Order:
    ordered = tuple(sorted(levels, key=levels.__getitem__))
    scores = {label: float(len(ordered) - place) for place, label in enumerate(ordered)}
    return Order(name, ordered, scores if scored else {}, unipolar)


def _levels(labels: Sequence[str], scale: ScaleWords) -> Mapping[str, int] | None:
    """Label -> its level, 0 for the most; None where one is no level, or two are the same."""
    known = _by_wording(scale)
    found = {label: level for label in labels if (level := known.get(_heading(label))) is not None}
    if len(found) < len(labels) or len(set(found.values())) < len(labels):
        return None
    return found


@cache
def _by_wording(scale: ScaleWords) -> Mapping[str, int]:
    return {
        plain(wording): level
        for level, wordings in enumerate(scale.levels)
        for wording in wordings.split("|")
    }


def _heading(label: str) -> str:
    """An answer without its number, and without what explains it behind a dash."""
    return plain(LEADING_CODE.sub("", label).split(" -- ")[0].split(" – ")[0])


def _degrees(labels: Sequence[str]) -> Mapping[str, int] | None:
    """Levels of `not at all rude`, `somewhat rude`, `very rude`: one word in several degrees."""
    found: dict[str, int] = {}
    words = set()
    for label in labels:
        text = NEGATED.sub(r"\1 at all \2", plain(label))
        text = re.sub(r"^(yes|no|ja|nej|nei|nein) ", "", text)
        level, word = _degree(text)
        if level is None or not word:
            return None
        found[label] = level
        words.add(word)
    if len(words) != 1 or len(set(found.values())) < len(found):
        return None
    return found


def _degree(text: str) -> tuple[int | None, str]:
    for wording, level in _degree_words():
        if text.startswith(f"{wording} "):
            return level, text.removeprefix(f"{wording} ")
    return None, text


@cache
def _degree_words() -> tuple[tuple[str, int], ...]:
    """Wordings with their level, the longest first: `not at all` before `not`."""
    pairs = [(plain(one), level) for level, words in enumerate(DEGREES) for one in words.split("|")]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _numbers(labels: Sequence[str]) -> Order | None:
    """Answers that are numbers or ranges of numbers, the smallest first."""
    keys = {label: key for label in labels if (key := _amount(label)) is not None}
    if len(keys) < len(labels) or len(set(keys.values())) < len(labels):
        return None
    ordered = tuple(sorted(keys, key=keys.__getitem__))
    bare = [label for label in ordered if re.fullmatch(r"[0-9]{1,3}", label)]
    rated = len(bare) >= MOST_BARE * len(ordered) and all(map(RATING.match, ordered))
    scores = {label: keys[label][0] for label in ordered} if rated else {}
    return Order("numbers", ordered, scores, True)


def _amount(label: str) -> tuple[float, int] | None:
    """Where a range begins, and whether it lies below or above that number."""
    numbers = NUMBER.findall(label)
    begins = re.match(r"^[<>≤≥$€£~ ]*[0-9]|^[a-zåäöøæ ]{1,12} [$€£]?[0-9]", label.casefold())
    if not numbers or not begins or len(label) > LONGEST_LEVEL:
        return None
    whole = re.sub(r"[.,' ](?=[0-9]{3}\b)", "", numbers[0]).replace(",", ".")
    text = label.casefold().strip()
    return float(whole), -1 if BELOW.match(text) else 1 if ABOVE.match(text) else 0
