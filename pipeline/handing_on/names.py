"""Names of columns that SPSS and every other program accepts; pure."""

import re
from collections.abc import Iterable, Iterator

LONGEST = 64
"""Bytes of a name."""
RESERVED = frozenset(
    ("ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"),
)
UNUSABLE = re.compile(r"\W", re.ASCII)


def accepted_names(wanted: Iterable[str]) -> tuple[str, ...]:
    """The names, changed where they must be: letters, digits and `_`, at most 64 bytes.

    They begin with a letter, are no reserved words and differ in more than upper case; of two
    that are the same the second ends with `_2`.
    """
    return tuple(_told_apart(wanted))


def _told_apart(wanted: Iterable[str]) -> Iterator[str]:
    taken: set[str] = set()
    for one in wanted:
        plain = _plain(one)
        name, place = plain, 1
        while name.upper() in taken:
            place += 1
            ending = f"_{place}"
            name = f"{plain[: LONGEST - len(ending)]}{ending}"
        taken.add(name.upper())
        yield name


def _plain(name: str) -> str:
    plain = UNUSABLE.sub("_", name)
    if not plain[:1].isalpha() or plain.upper() in RESERVED:
        plain = f"v_{plain}"
    return plain[:LONGEST]
