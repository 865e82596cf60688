"""Answers that say how much of one word, or of its opposite, is meant; pure."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.drafting.degree_words import (
    BARE,
    DEGREES,
    KINDS,
    MIDDLE,
    NEITHER,
    OPPOSING,
    OPPOSITES,
    SAME,
)
from pipeline.drafting.wordings import plain

AROUND = (
    (re.compile(r"\b(not) (.+) at all\b"), r"not at all \2"),
    (re.compile(r"\b(ikke) (.+) i det hele tatt\b"), r"slet ikke \2"),
    (re.compile(r"\b(inte) (.+) alls\b"), r"inte alls \2"),
)
"""Degrees that stand around their word: `ikke viktig i det hele tatt`."""
ANSWER = re.compile(r"^(yes|no|ja|nej|nei|nein) ")
MIDDLE_AT = 0
FEWEST_SIDED = 2


@dataclass(frozen=True)
class Degrees:
    """Answer -> how much it means; kind: of scale; unipolar: from nothing to much."""

    amounts: Mapping[str, int]
    kind: str
    unipolar: bool


def degrees_of(labels: Sequence[str]) -> Degrees | None:
    """How much of one word answers mean: `meget vigtigt`, `vigtigt`, `slet ikke vigtigt`.

    None where they speak of several words, where two answers mean as much, or where they are no
    more than the word and its denial, as `selected` and `not selected`.
    """
    parted = {label: _parted(label) for label in labels}
    words = frozenset(word for _, head in parted.values() for word in head.split())
    amounts: dict[str, int] = {}
    heads, two_ends = set(), False
    for label, (amount, head) in parted.items():
        if _is_middle(plain(label), words):
            amounts[label], two_ends = MIDDLE_AT, True
            continue
        word, opposed = _turned(head, words)
        heads.add(word)
        two_ends |= opposed
        amounts[label] = -amount if opposed else amount
    if len(heads) != 1 or not _is_scale(amounts.values()):
        return None
    kind = KINDS.get(heads.pop(), "degree")
    return Degrees(amounts, kind, not two_ends and kind != "agreement")


def _is_scale(amounts: Collection[int]) -> bool:
    sided = [amount for amount in amounts if amount != MIDDLE_AT]
    told = set(sided) - {BARE, -BARE}
    return len(set(amounts)) == len(amounts) and len(sided) >= FEWEST_SIDED and bool(told)


def _parted(label: str) -> tuple[int, str]:
    """How much an answer says, and of what: `økt mye` -> (10, `økt`)."""
    text = ANSWER.sub("", plain(label))
    for around, together in AROUND:
        text = around.sub(together, text)
    for wording, amount in _wordings():
        if found := re.search(rf"\b{wording}\b", text):
            return amount, _same(f"{text[: found.start()]} {text[found.end() :]}")
    return BARE, _same(text)


def _same(text: str) -> str:
    return " ".join(SAME.get(word, word) for word in text.split())


@cache
def _wordings() -> tuple[tuple[str, int], ...]:
    """Wordings of degrees with how much they mean, the longest first: `not at all` before `not`."""
    pairs = [(plain(one), amount) for amount, words in DEGREES for one in words.split("|")]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0].split()), -len(pair[0]))))


def _turned(head: str, words: Collection[str]) -> tuple[str, bool]:
    """A word, or the one that it is the opposite of, and whether it is."""
    if head in OPPOSITES:
        return OPPOSITES[head], True
    turned, opposed = [], False
    for word in head.split():
        other = _opposite(word, words)
        opposed |= other is not None
        turned.append(other or word)
    return " ".join(turned), opposed


def _opposite(word: str, words: Collection[str]) -> str | None:
    if word in OPPOSITES:
        return OPPOSITES[word]
    bases = (word.removeprefix(prefix) for prefix in OPPOSING if word.startswith(prefix))
    return next((base for base in bases if base in words), None)


def _is_middle(text: str, words: Collection[str]) -> bool:
    """Whether an answer is neither: in so many words, or by naming both ends."""
    own = _same(text).split()
    if text in MIDDLE.split("|") or not NEITHER.isdisjoint(own):
        return True
    return any(_opposite(word, words) in own for word in own)
