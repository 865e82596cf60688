"""Answers that have an order: which comes first, and what each scores; pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.drafting.degrees import degrees_of
from pipeline.drafting.fact_words import FACTS
from pipeline.drafting.no_answers import is_missing
from pipeline.drafting.rates import rates_of
from pipeline.drafting.scale_words import ATTITUDES, ScaleWords
from pipeline.drafting.wordings import plain

NOTHING = frozenset(("ingen", "none", "no", "inga", "inget", "keine", "intet", "nothing", "nul"))
"""Words for 0 among numbers."""
NUMBER = re.compile(r"[0-9]+(?:[.,' ][0-9]{3})*(?:[.,][0-9]+)?")
BELOW = re.compile(
    r"^(<|≤|under|below|less than|fewer than|up to|before|mindre end|mindre enn|mindre än"
    r"|færre|färre|højst|høyst|högst|upp till|op til|inntil|indtil|før|före|innan|unter"
    r"|weniger als|bis( zu)?\b|höchstens|vor|ældre end|eldre enn|tidligere end)"
)
ABOVE = re.compile(
    r"^[>≥]|^(over|above|more than|after|mere end|mer enn|mer än|flere end|flere enn|fler än"
    r"|at least|mindst|minst|mindestens|über|mehr als|ab|efter|etter|över|nach)\b"
)
LEADING_CODE = re.compile(r"^[0-9]+\s*(?:[=:.)–-]\s+|[=:.)])")
TRAILING_CODE = re.compile(r"\s*\([0-9]+\)\.?$")
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


def order_of(labels: Sequence[str]) -> Order | None:
    """The order of answers (those that are none left out), where words or numbers tell it."""
    given = [label for label in labels if not is_missing(label)]
    if len(given) < FEWEST_LEVELS:
        return None
    for scale in (*ATTITUDES, *FACTS):
        if found := _levels(given, scale):
            return _ranked(scale.name, found, unipolar=scale.unipolar, scored=scale.scored)
    if rates := rates_of(given):
        return _ranked("frequency", _from_most(rates), unipolar=True, scored=True)
    told = [_without_code(label) for label in given]
    if len(set(told)) == len(told) and (degrees := degrees_of(told)):
        amounts = {label: degrees.amounts[text] for label, text in zip(given, told, strict=True)}
        return _ranked(degrees.kind, _from_most(amounts), unipolar=degrees.unipolar, scored=True)
    return _numbers(given)


def _from_most(amounts: Mapping[str, float]) -> Mapping[str, int]:
    """Label -> its place, 0 for the most."""
    ordered = sorted(amounts, key=amounts.__getitem__, reverse=True)
    return {label: place for place, label in enumerate(ordered)}


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
    return plain(_without_code(label).split(" -- ")[0].split(" – ")[0])


def _without_code(label: str) -> str:
    return TRAILING_CODE.sub("", LEADING_CODE.sub("", label))


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
    if plain(label).split(" ")[0] in NOTHING:
        return 0.0, -1
    numbers = NUMBER.findall(label)
    begins = re.match(r"^[<>≤≥$€£~ ]*[0-9]|^[a-zà-ÿß ]{1,12} [$€£]?[0-9]", label.casefold())
    if not numbers or not begins or len(label) > LONGEST_LEVEL:
        return None
    whole = re.sub(r"[.,' ](?=[0-9]{3}\b)", "", numbers[0]).replace(",", ".")
    text = label.casefold().strip()
    return float(whole), -1 if BELOW.match(text) else 1 if ABOVE.match(text) else 0
