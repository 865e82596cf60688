"""Regular expressions for numbers in words, made from the vocabulary of a language."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from pipeline.wording.languages import in_language
from pipeline.wording.tolerances import Modifier
from pipeline.wording.vocabulary import VOCABULARIES, Vocabulary


@cache
def statement(language: str) -> re.Pattern[str]:
    """A filler, a modifier, a number and the rest, as named groups.

    The group that names the kind of number is one of percent, n (with out_of and m), every,
    half, numerator (with denominator), count, all, none.
    """
    vocabulary = in_language(VOCABULARIES, language)
    modifier, filler = _any(modifiers(vocabulary)), _any(vocabulary.fillers)
    number = "|".join((*_numbers(vocabulary), *_everyone(vocabulary)))
    return re.compile(
        rf"(?:{filler} )?(?:(?P<modifier>{modifier}) )?(?:{number})"
        rf"(?! {_any(vocabulary.changed_by)}\b)(?P<rest>(?:,? \D*)?[.,;:!?]?)"
    )


@cache
def another_number(language: str) -> re.Pattern[str]:
    """A number, or a word for percent, anywhere in what follows a number."""
    vocabulary = in_language(VOCABULARIES, language)
    anything = "|".join((*_numbers(vocabulary), _any(vocabulary.percent)))
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


def _numbers(vocabulary: Vocabulary) -> tuple[str, ...]:
    """A pattern for each kind of number; the first that fits is meant."""
    whole = rf"\d{{1,3}}(?:{re.escape(vocabulary.thousands_separator)}\d{{3}})+|\d+"
    decimals = rf"\d+(?:{re.escape(vocabulary.decimal_mark)}\d+)?"
    word, out_of = _any(codes(vocabulary.numbers)), _any(vocabulary.out_of)
    nth, denominator = _any(codes(vocabulary.ordinals)), _any(codes(vocabulary.denominators))
    return (
        rf"(?P<percent>{decimals}) ?{_any(vocabulary.percent)}(?!\w)",
        rf"(?P<n>{whole}|{word}) (?P<out_of>{out_of}) (?P<m>{whole}|{word})(?!\w)",
        rf"{_any(vocabulary.every)} (?P<every>{nth}(?!\w)|\d+\.)",
        rf"(?P<half>{_any(vocabulary.half)})(?!\w)",
        rf"(?P<numerator>{word}) (?P<denominator>{denominator})(?!\w)",
        rf"(?P<count>{whole})(?![\w%])",
    )


def _everyone(vocabulary: Vocabulary) -> tuple[str, str]:
    return rf"(?P<all>{vocabulary.all})(?!\w)", rf"(?P<none>{vocabulary.none})(?!\w)"


def _any(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"
