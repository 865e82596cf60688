"""Several answers in one cell, told from other texts, and the options that they seem to be; pure.

Options may hold the separator. Where it stands in parentheses it is part of one; so it is where
what comes before and after it hardly ever stands without the other. That is a guess, for a draft.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import polars as pl

SEPARATORS = (";", ", ")
FEWEST_ALONE = 2
"""Options that were ticked alone in some answers, and beside others in other answers."""
FEWEST_COMBINATIONS = 3
"""Different cells with several recurring parts; fewer may be single answers that hold commas."""
SMALLEST_SHARE = 0.02
"""Of the answers that hold several parts, and of those that hold another number of them."""
RECURRING = 0.8
"""The share of all parts that recur; open answers have parts that hardly ever do."""
RARE = 0.002
"""A part in fewer answers than this share was written by a respondent."""
ALWAYS = 0.95
"""How often two parts must stand together to be one option."""
OFTEN = 5
"""Occurrences from which that tells something, where the second part begins like an option."""


def looks_joined(column: pl.Series, separator: str) -> bool:
    """Whether many cells combine parts that recur, in many ways and different numbers."""
    cells = _counted(column)
    answered = cells.total()
    several = sum(count for cell, count in cells.items() if separator in cell)
    if not answered or several < SMALLEST_SHARE * answered:
        return False
    parts_of = _parts(cells, separator)
    options = _frequent(parts_of, cells)
    known = {cell: [one for one in parts if one in options] for cell, parts in parts_of.items()}
    combinations = {tuple(parts) for parts in known.values() if len(parts) > 1}
    widths = Counter[int]()
    for cell, parts in known.items():
        widths[len(parts)] += cells[cell]
    common = [width for width, count in widths.items() if count >= SMALLEST_SHARE * answered]
    recurring = sum(len(parts) * cells[cell] for cell, parts in known.items())
    total = sum(len(parts) * cells[cell] for cell, parts in parts_of.items())
    return (
        len(combinations) >= FEWEST_COMBINATIONS
        and len([width for width in common if width]) > 1
        and recurring >= RECURRING * total
    )


def separator_in(column: pl.Series) -> str:
    """What joins the answers of a column of no tool in particular; "" where none does.

    Single answers may share a beginning ("Yes, daily", "Yes, weekly", "No"). Where several were
    ticked, options stand alone and beside others, and there are more different cells than options.
    """
    for separator in SEPARATORS:
        if column.str.contains(separator, literal=True).any() and looks_joined(column, separator):
            cells = _counted(column)
            parts_of = _parts(cells, separator)
            options = _frequent(parts_of, cells)
            known = {
                tuple(one for one in parts if one in options) for parts in parts_of.values()
            } - {()}
            alone = {parts[0] for parts in known if len(parts) == 1}
            beside = {one for parts in known if len(parts) > 1 for one in parts}
            if len(alone & beside) >= FEWEST_ALONE and len(known) > len(options):
                return separator
    return ""


def recurring_options(column: pl.Series, separator: str) -> Mapping[str, int]:
    """The options that the cells seem to hold -> in how many answers, the most frequent first."""
    cells = _counted(column)
    return _frequent(_parts(cells, separator), cells)


def _counted(column: pl.Series) -> Counter[str]:
    texts = column.drop_nulls().str.strip_chars()
    counts = texts.filter(texts != "").alias("cell").value_counts(sort=True, name="count")
    return Counter(dict(counts.sort("count", "cell", descending=[True, False]).iter_rows()))


def _frequent(parts_of: Mapping[str, Sequence[str]], cells: Counter[str]) -> dict[str, int]:
    counts = Counter[str]()
    for cell, parts in parts_of.items():
        for part in dict.fromkeys(parts):
            counts[part] += cells[cell]
    fewest = max(2, RARE * cells.total())
    return {part: count for part, count in counts.most_common() if count >= fewest}


def _parts(cells: Counter[str], separator: str) -> dict[str, list[str]]:
    """The parts of each cell: cut at the separator, what belongs together put together again."""
    cut = {cell: list(_outside_parentheses(cell, separator)) for cell in cells}
    alone, pairs = Counter[str](), Counter[tuple[str, str]]()
    for cell, pieces in cut.items():
        for piece in pieces:
            alone[piece] += cells[cell]
        for pair in pairwise(pieces):
            pairs[pair] += cells[cell]
    one_option = {
        (first, second)
        for (first, second), count in pairs.items()
        if count >= ALWAYS * max(alone[first], alone[second])
        and (count >= OFTEN or second[:1].islower())
    }
    return {
        cell: list(_put_together(pieces, one_option, separator)) for cell, pieces in cut.items()
    }


def _outside_parentheses(cell: str, separator: str) -> Iterator[str]:
    waiting: list[str] = []
    opened = 0
    for piece in cell.split(separator):
        waiting.append(piece)
        opened += piece.count("(") - piece.count(")")
        if opened <= 0:
            yield from _not_blank(separator.join(waiting))
            waiting, opened = [], 0
    yield from _not_blank(separator.join(waiting))


def _not_blank(text: str) -> Iterator[str]:
    if text.strip():
        yield text.strip()


def _put_together(
    pieces: Sequence[str], one_option: set[tuple[str, str]], separator: str
) -> Iterator[str]:
    waiting: list[str] = []
    for piece in pieces:
        if waiting and (waiting[-1], piece) not in one_option:
            yield separator.join(waiting)
            waiting = []
        waiting.append(piece)
    if waiting:
        yield separator.join(waiting)
