"""What the answers of a column look like, as far as they tell its kind of question; pure."""

from collections.abc import Sequence

import polars as pl

MOST_CATEGORIES = 12
"""More different answers than these are words of respondents' own."""
FEWEST_REPEATS = 2
"""How often an answer occurs on average, for answers to be chosen from a list."""


def texts_of(column: pl.Series) -> frozenset[str]:
    """The different answers, without white space around them; blank ones are none."""
    texts = column.str.strip_chars().drop_nulls().unique()
    return frozenset(texts.to_list()) - {""}


def are_numbers(column: pl.Series) -> bool:
    """Whether there are answers and all are numbers, with a comma or a point before decimals."""
    texts = pl.Series(sorted(texts_of(column)), dtype=pl.String)
    numbers = texts.str.replace(",", ".", literal=True).cast(pl.Float64, strict=False)
    return not texts.is_empty() and numbers.null_count() == 0


def are_ticks(columns: Sequence[pl.Series], options: Sequence[str]) -> bool:
    """Whether each column holds nothing but the text of its option, or one number of its own."""
    texts = [texts_of(column) for column in columns]
    if not any(texts) or any(len(one) > 1 for one in texts):
        return False
    ticked = [next(iter(one), "") for one in texts]
    if all(_same(text, option) for text, option in zip(ticked, options, strict=True) if text):
        return True
    numbers = [text for text in ticked if text]
    return all(text.isdecimal() for text in numbers) and len(set(numbers)) == len(numbers)


def share_answers(columns: Sequence[pl.Series]) -> bool:
    """Whether the answers of several columns are few and recur, as those of one scale do."""
    texts = frozenset[str]().union(*(texts_of(column) for column in columns))
    answered = sum(column.len() - column.null_count() for column in columns)
    return 0 < len(texts) <= MOST_CATEGORIES and answered >= FEWEST_REPEATS * len(texts)


def _same(text: str, option: str) -> bool:
    return " ".join(text.split()).casefold() == " ".join(option.split()).casefold()
