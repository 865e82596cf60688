"""Shares in words, both ways: what to say of a share, and what said words say.

`tolerances.py` has the table of what words are true for, `vocabulary/` the words, `grammar.py` how
they go together.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isclose

from pipeline.wording.comparing_words import COMPARING_WORDS
from pipeline.wording.grammar import another_number, codes, modifiers, parts, statement
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import percent
from pipeline.wording.tolerances import (
    PARTS,
    Kind,
    Modifier,
    Quantity,
    count,
    exactly,
    fraction,
    interval,
    number,
    out_of,
    percentage,
    points,
)
from pipeline.wording.vocabulary import VOCABULARIES, Vocabulary

# Within this of a fraction a sentence says it bare: 33 and 34 percent are a third, but 49 is
# just under half.
SPOKEN_BARE = 0.0075

# The largest M that "N in M" may have: "903 in 2020" is no fraction.
LARGEST_IN = 100


@dataclass(frozen=True)
class Stated:
    """What words state: true for the numbers from `low` to `high`, both included.

    A percentage or a fraction is a share of 0..1, and points are a part of 1; a count is a number
    of things, a number the value of a scale, a multiple the one over the other.
    """

    kind: Kind
    low: float
    high: float
    text: str

    def holds_for(self, value: float) -> bool:
        """Whether the words are true of the value."""
        return self.low <= value <= self.high


def spoken(share: float, language: str) -> str:
    """The words of a headline for a share of 0..1: "knap halvdelen", "7 ud af 10".

    Shares that no fraction is near ("3 pct.", "97 pct.") stay percentages. What comes back is
    true as `read` understands it. Raises ValueError for what is no share.
    """
    if not 0 <= share <= 1:
        raise ValueError(f"a share lies between 0 and 1, not at {share}")
    for words in _phrases(share, in_language(VOCABULARIES, language)):
        stated = read(words, language)
        if stated and stated.holds_for(share):
            return words
    return percent(share, language)


def read(words: str, language: str, counted: bool = True) -> Stated | None:
    """What the words state, or None when they state no number that is understood here.

    One number, from the start of the words; what follows may name the things that are counted
    ("halvdelen af foreningerne") but hold no other number, and after a percentage
    no word that compares: "46 pct. mere" reads as a growth. A whole number is a count, or with
    `counted` off the value of a scale.
    """
    vocabulary = in_language(VOCABULARIES, language)
    match = statement(language).fullmatch(plain(words))
    if not match or another_number(language).search(match["rest"]):
        return None
    found = {name: text for name, text in match.groupdict().items() if text}
    if "percent" in found and _compares(match["rest"], language):
        return None
    if "part" in found:
        return Stated("fraction", *PARTS[parts(vocabulary)[found["part"]]], text=words)
    quantity = _quantity(found, vocabulary, counted)
    if quantity is None:
        return None
    modifier = modifiers(vocabulary).get(found.get("modifier", ""), Modifier.NONE)
    return Stated(quantity.kind, *interval(quantity, modifier), text=words)


def _compares(rest: str, language: str) -> bool:
    known = in_language(COMPARING_WORDS, language)
    return re.match(rf" (?:{known.more}|{known.less})\b", rest) is not None


def plain(words: str) -> str:
    """Lower case, single plain spaces, and none but spaces between words (two-thirds)."""
    return re.sub(r"(?<=[^\W\d])-(?=[^\W\d])", " ", " ".join(words.lower().split()))


def _phrases(share: float, vocabulary: Vocabulary) -> Iterator[str]:
    """What could be said of a share, the nearest fraction first."""
    yield from (vocabulary.none, vocabulary.all)
    for anchor in sorted(vocabulary.spoken, key=lambda anchor: abs(share - anchor)):
        phrase = vocabulary.spoken[anchor]
        if isclose(share, anchor, rel_tol=0, abs_tol=SPOKEN_BARE):
            yield phrase
        side = Modifier.NEARLY if share < anchor else Modifier.SLIGHTLY_OVER
        yield f"{vocabulary.spoken_modifiers[side]} {phrase}"


def _quantity(found: Mapping[str, str], vocabulary: Vocabulary, counted: bool) -> Quantity | None:
    """The number behind the named groups that matched."""
    if "points" in found:
        value, decimals = decimal_number(found["points"], vocabulary)
        return points(value / 100, decimals)
    if "percent" in found:
        value, decimals = decimal_number(found["percent"], vocabulary)
        return percentage(value / 100, decimals)
    if "decimal" in found:
        return number(*decimal_number(found["decimal"], vocabulary))
    if "m" in found:
        n, m = _whole(found["n"], vocabulary), _whole(found["m"], vocabulary)
        too_large = found["out_of"] == "in" and m > LARGEST_IN
        return None if too_large or not 0 <= n <= m > 0 else out_of(n, m)
    if "every" in found:
        nth = found["every"].rstrip(".")
        n = int(nth) if nth.isdigit() else codes(vocabulary.ordinals)[nth]
        return fraction(1 / n) if n > 1 else None
    if "half" in found:
        return fraction(1 / 2)
    if "denominator" in found:
        n = codes(vocabulary.numbers)[found["numerator"]]
        m = codes(vocabulary.denominators)[found["denominator"]]
        return fraction(n / m) if n < m else None
    if "count" in found:
        value = _whole(found["count"], vocabulary)
        return count(value) if counted else number(value, 0)
    return exactly(1.0 if "all" in found else 0.0)


def decimal_number(text: str, vocabulary: Vocabulary) -> tuple[float, int]:
    """The number, below zero after a minus, and how many decimals it was written with."""
    digits = re.search(r"\d.*", text)
    assert digits, "the grammar finds numbers with digits"
    whole, _, decimals = digits[0].partition(vocabulary.decimal_mark)
    value = float(f"{whole}.{decimals}")
    return value if digits.start() == 0 else -value, len(decimals)


def _whole(text: str, vocabulary: Vocabulary) -> int:
    known = codes(vocabulary.numbers)
    return known[text] if text in known else int(text.replace(vocabulary.thousands_separator, ""))
