"""What words say of two numbers: "flere end", "12 procentpoint flere", "ikke påvist"."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pipeline.wording.comparing_words import COMPARING_WORDS, ComparingWords
from pipeline.wording.fractions import Stated, decimal_number, plain
from pipeline.wording.grammar import another_number, any_of, codes, modifiers, written_decimal
from pipeline.wording.languages import in_language
from pipeline.wording.tolerances import Modifier, Quantity, interval, multiple, number, points
from pipeline.wording.vocabulary import VOCABULARIES, Vocabulary


class Says(StrEnum):
    """What is said of the first number beside the second."""

    MORE = "more"
    LESS = "less"
    DIFFERENT = "different"
    NOT_SHOWN = "no difference shown"
    THE_SAME = "no difference"


@dataclass(frozen=True)
class Compared:
    """What words say of two numbers.

    `size` is what they say of the difference (a kind of points or number, of its size without its
    sign), or of the one over the other (a multiple); `significant`: they call it so.
    """

    says: Says
    significant: bool = False
    size: Stated | None = None


class NotUnderstood(ValueError):
    """Words that state no comparison that can be checked; the text says what to write."""


def read_comparison(words: str, language: str) -> Compared:
    """What the words state of two numbers.

    Raises `NotUnderstood` for words that do not compare, compare both ways, turn a comparison
    around ("ikke flere") or hold a number that is not the size of the difference.
    """
    known = in_language(COMPARING_WORDS, language)
    size, rest = _size(plain(words), language)
    for pattern, says in ((known.not_shown, Says.NOT_SHOWN), (known.no_difference, Says.THE_SAME)):
        if _has(pattern, rest):
            rest = re.sub(rf"\b(?:{pattern})\b", " ", rest)
            _refuse_others(rest, known, language)
            if size or _has(known.more, rest) or _has(known.less, rest):
                raise NotUnderstood("says that numbers differ and that they do not")
            return Compared(says)
    _refuse_others(rest, known, language)
    significant = _has(known.significant, rest)
    return Compared(_direction(rest, known, size, significant), significant, size)


def _refuse_others(rest: str, known: ComparingWords, language: str) -> None:
    if another_number(language).search(rest):
        raise NotUnderstood(
            "holds a number that is no difference in percentage points; give that number a claim "
            "of its own"
        )
    if _has(known.no, rest):
        raise NotUnderstood(
            'turns a comparison around; say which is larger, or that no difference is shown ("ikke '
            'påvist")'
        )


def _direction(rest: str, known: ComparingWords, size: Stated | None, significant: bool) -> Says:
    more, less = _has(known.more, rest), _has(known.less, rest)
    if more and less:
        raise NotUnderstood("compares both ways; put only the words that compare into the claim")
    if size and size.kind == "multiple":
        says = Says.MORE if size.low > 1 or size.high > 1 else Says.LESS
        if (says == Says.MORE and less) or (says == Says.LESS and more):
            raise NotUnderstood(
                "compares both ways; put only the words that compare into the claim"
            )
        return says
    if more or less:
        return Says.MORE if more else Says.LESS
    if size or significant or _has(known.different, rest):
        return Says.DIFFERENT
    raise NotUnderstood(
        'states no comparison that can be checked; write "flere", "12 procentpoint flere", '
        '"dobbelt så mange", "ingen påviselig forskel" or the like'
    )


def _size(text: str, language: str) -> tuple[Stated | None, str]:
    """What the words say of the size of a difference, and the words without it."""
    vocabulary = in_language(VOCABULARIES, language)
    match = _sizes(language).search(text)
    if match is None:
        return None, text
    found = {name: value for name, value in match.groupdict().items() if value}
    quantity = _quantity(found, vocabulary, in_language(COMPARING_WORDS, language))
    modifier = modifiers(vocabulary).get(found.get("modifier", ""), Modifier.NONE)
    stated = Stated(quantity.kind, *interval(quantity, modifier), text=match[0])
    return stated, f"{text[: match.start()]} {text[match.end() :]}"


def _quantity(found: dict[str, str], vocabulary: Vocabulary, known: ComparingWords) -> Quantity:
    if "points" in found:
        value, decimals = decimal_number(found["points"], vocabulary)
        return points(value / 100, decimals)
    if "decimal" in found:
        return number(*decimal_number(found["decimal"], vocabulary))
    if "times" in found:
        times = found["times"]
        return multiple(
            codes(vocabulary.numbers).get(times) or decimal_number(times, vocabulary)[0]
        )
    return multiple(
        next(value for value, words in known.multiples.items() if _has(words, found["multiple"]))
    )


@cache
def _sizes(language: str) -> re.Pattern[str]:
    vocabulary = in_language(VOCABULARIES, language)
    known = in_language(COMPARING_WORDS, language)
    decimals = written_decimal(vocabulary)
    several = "|".join(known.multiples.values())
    times = rf"{any_of(codes(vocabulary.numbers))}|{decimals}"
    return re.compile(
        rf"\b(?:(?P<modifier>{any_of(modifiers(vocabulary))}) )?(?:"
        rf"(?P<points>{decimals}) ?{any_of(vocabulary.points)}(?!\w)"
        rf"|(?P<times>{times}) (?:{known.times})\b"
        rf"|(?P<multiple>{several})\b"
        rf"|(?P<decimal>\d+{re.escape(vocabulary.decimal_mark)}\d+)"
        rf"(?![\w%]| ?{any_of(vocabulary.percent)}))"
    )


def _has(pattern: str, text: str) -> bool:
    return re.search(rf"\b(?:{pattern})\b", text) is not None
