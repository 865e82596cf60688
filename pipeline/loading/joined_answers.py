"""Several answers in one cell: which options it holds, though options may hold the separator; pure.

A cell and the options are cut at the separator; a reading of a cell puts its pieces together to
options again, each at most once, and leaves as few pieces as possible that are no option.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.codebooks.codebook import Item, option_texts

Pieces = tuple[str, ...]
Ticks = frozenset[str]


@dataclass(frozen=True)
class CellReading:
    """ticked: the options that the cell holds in whatever way it is read; ambiguous: those that it
    holds in some ways only; unknown: what is no option, with the separator between pieces."""

    ticked: Ticks
    ambiguous: Ticks
    unknown: str


@dataclass(frozen=True)
class Options:
    """What may stand in a cell: the pieces of each text -> the name of its item."""

    separator: str
    items: Mapping[Pieces, str]

    @cached_property
    def by_first_piece(self) -> Mapping[str, tuple[Pieces, ...]]:
        """The options that begin with a piece, the longest first."""
        longest_first = sorted(self.items, key=len, reverse=True)
        return {
            first: tuple(pieces for pieces in longest_first if pieces[0] == first)
            for first in {pieces[0] for pieces in self.items}
        }


def options_of(items: Mapping[str, Item], separator: str) -> Options:
    """The options by which cells are read."""
    return Options(
        separator,
        {
            pieces: name
            for name, item in items.items()
            for text in option_texts(item)
            if (pieces := _pieces(text, separator))
        },
    )


def cell_reading(cell: str, options: Options) -> CellReading:
    """What a cell holds.

    An option that stands twice, which no tool writes, is known once: the second is no option.
    """
    pieces = _pieces(cell, options.separator)
    least = _least_unknown(pieces, options)
    path = list(_longest_first(pieces, options, least))
    skipped = [piece for piece, item in path if not item]
    readings = _readings(pieces, options, least)
    if not readings:
        ticked, skipped = _once(path)
        return CellReading(ticked, frozenset(), options.separator.join(skipped))
    some, every = frozenset[str]().union(*readings), frozenset.intersection(*readings)
    return CellReading(every, some - every, options.separator.join(skipped))


def _pieces(text: str, separator: str) -> Pieces:
    """The text cut at the separator, without white space around pieces or separators at its ends.

    The separator may end in a space that was trimmed at the end of the text.
    """
    cut = [" ".join(piece.split()) for piece in f"{text} ".split(separator)]
    while cut and not cut[-1]:
        cut.pop()
    while cut and not cut[0]:
        cut.pop(0)
    return tuple(cut)


def _least_unknown(pieces: Pieces, options: Options) -> list[int]:
    """For each place in the cell, the fewest pieces from there on that are no option."""
    least = [0] * (len(pieces) + 1)
    for start in reversed(range(len(pieces))):
        skipped = least[start + 1] + bool(pieces[start])
        known = (least[start + len(one)] for one in _matching(pieces, start, options))
        least[start] = min((skipped, *known))
    return least


def _steps(
    pieces: Pieces, start: int, options: Options, least: list[int]
) -> Iterator[tuple[int, str]]:
    """Where a reading goes on that leaves the least, and the option before; "" for none."""
    for one in _matching(pieces, start, options):
        if least[start + len(one)] == least[start]:
            yield start + len(one), options.items[one]
    if least[start + 1] + bool(pieces[start]) == least[start]:
        yield start + 1, ""


def _matching(pieces: Pieces, start: int, options: Options) -> Iterator[Pieces]:
    for one in options.by_first_piece.get(pieces[start], ()):
        if pieces[start : start + len(one)] == one:
            yield one


def _readings(pieces: Pieces, options: Options, least: list[int]) -> set[Ticks]:
    """Every set of options that a cell can hold, each once; none where one must stand twice."""
    reached: list[set[Ticks]] = [set() for _ in range(len(pieces) + 1)]
    reached[0].add(frozenset())
    for start in range(len(pieces)):
        for after, item in _steps(pieces, start, options, least):
            reached[after] |= {
                used | {item} if item else used for used in reached[start] if item not in used
            }
        reached[start] = set()
    return reached[-1]


def _longest_first(pieces: Pieces, options: Options, least: list[int]) -> Iterator[tuple[str, str]]:
    """The pieces of the reading with the longest options first: text, and its option or ""."""
    start = 0
    while start < len(pieces):
        after, item = next(_steps(pieces, start, options, least))
        if text := options.separator.join(pieces[start:after]):
            yield text, item
        start = after


def _once(path: list[tuple[str, str]]) -> tuple[Ticks, list[str]]:
    """The options of a reading, and all that is none or stands for the second time."""
    ticked: set[str] = set()
    left = []
    for text, item in path:
        if item and item not in ticked:
            ticked.add(item)
        else:
            left.append(text)
    return frozenset(ticked), left
