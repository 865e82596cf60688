"""Regular expressions for numbers in words, made from the vocabulary of a language."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from pipeline.wording.languages import in_language
from pipeline.wording.tolerances import Modifier, Part
from pipeline.wording.vocabulary import VOCABULARIES, Vocabulary


@cache
def statement(language: str) -> re.Pattern[str]:
    """A filler, a modifier, a number and the rest, as named groups.

    The group that names the kind of number is one of points, percent, n (with out_of and m),
    every, half, numerator (with denominator), decimal, count, all, none; or `part` names a part
    without a number.
    """
    vocabulary = in_language(VOCABULARIES, language)
    modifier, filler = any_of(modifiers(vocabulary)), any_of(vocabulary.fillers)
    number = "|".join((*_numbers(vocabulary), *_everyone(vocabulary)))
    part = any_of(parts(vocabulary))
    return re.compile(
        rf"(?:{filler} )?(?:(?P<part>{part})(?!\w)|(?:(?P<modifier>{modifier}) )?(?:{number}))"
        rf"(?! {any_of(vocabulary.changed_by)}\b)(?P<rest>(?:,? \D*)?[.,;:!?]?)"
    )


@cache
def another_number(language: str) -> re.Pattern[str]:
    """A number, or a word for percent, anywhere in what follows a number."""
    vocabulary = in_language(VOCABULARIES, language)
    anything = "|".join((*_numbers(vocabulary), any_of(vocabulary.percent)))
    return re.compile(rf"(?<!\w)(?:{anything})")


def any_number(language: str) -> str:
    """A pattern for every kind of number in words or digits, with the groups of `statement`."""
    return "|".join(_numbers(in_language(VOCABULARIES, language)))


def codes(words: Mapping[int, tuple[str, ...]]) -> dict[str, int]:
    """Each word with the number it stands for."""
    return {word: code for code, several in words.items() for word in several}


def modifiers(vocabulary: Vocabulary) -> dict[str, Modifier]:
    """Each word that may stand before a number with what it does."""
    return {word: kind for kind, several in vocabulary.modifiers.items() for word in several}


def parts(vocabulary: Vocabulary) -> dict[str, Part]:
    """Each word that names a part with the part."""
    return {word: part for part, several in vocabulary.parts.items() for word in several}


def _numbers(vocabulary: Vocabulary) -> tuple[str, ...]:
    """A pattern for each kind of number; the first that fits is meant."""
    whole = rf"\d{{1,3}}(?:{re.escape(vocabulary.thousands_separator)}\d{{3}})+|\d+"
    decimals = written_decimal(vocabulary)
    word, out_of = any_of(codes(vocabulary.numbers)), any_of(vocabulary.out_of)
    nth, denominator = any_of(codes(vocabulary.ordinals)), any_of(codes(vocabulary.denominators))
    minus = rf"(?:{any_of(vocabulary.minus)} ?)?"
    return (
        rf"(?P<points>{minus}{decimals}) ?{any_of(vocabulary.points)}(?!\w)",
        rf"(?P<percent>{decimals}) ?{any_of(vocabulary.percent)}(?!\w)",
        rf"(?P<n>{whole}|{word}) (?P<out_of>{out_of}) (?P<m>{whole}|{word})(?!\w)",
        rf"{any_of(vocabulary.every)} (?P<every>{nth}(?!\w)|\d+\.)",
        rf"(?P<half>{any_of(vocabulary.half)})(?!\w)",
        rf"(?P<numerator>{word}) (?P<denominator>{denominator})(?!\w)",
        rf"(?P<decimal>{minus}\d+{re.escape(vocabulary.decimal_mark)}\d+)(?![\w%])",
        rf"(?P<count>{whole})(?![\w%])",
    )


def written_decimal(vocabulary: Vocabulary) -> str:
    """A pattern for digits with or without decimals."""
    return rf"\d+(?:{re.escape(vocabulary.decimal_mark)}\d+)?"


def _everyone(vocabulary: Vocabulary) -> tuple[str, str]:
    return rf"(?P<all>{vocabulary.all})(?!\w)", rf"(?P<none>{vocabulary.none})(?!\w)"


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"
