"""One XML part of a workbook, looked through without keeping it: how large it becomes."""

import re
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from xml.parsers import expat

from pipeline.errors import ExportError

MOST_CELLS = 50_000_000
"""Rows times columns of a sheet, up to the last cell that holds something."""
MOST_TEXT = 1024**3
"""Characters of a sheet's shared texts, each as often as a cell has it."""
MOST_TAGS = 5_000_000
"""Of parts that hold neither cells nor texts."""
MOST_FAILED = 1_000_000
LONG_DECIMALS = re.compile(rb"\d\.\d{10}|\d[eE]-\d")
OVERLAP = 32
"""Bytes of a chunk that are looked at again with the next: a number may be cut in two."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FOLLOWED = ("worksheet", "sharedStrings", "styles")
"""Kinds of relationships by which the library finds the parts that it reads."""
SAVE_AGAIN = "Save the answers alone as XLSX, or as CSV."


@dataclass
class Found:
    """What the parts of a workbook tell.

    lengths: characters of each shared text. failed: cells whose formula failed. long_decimals:
    whether there may be numbers with more than nine decimals.
    """

    lengths: "array[int]" = field(default_factory=lambda: array("L"))
    failed: int = 0
    long_decimals: bool = False


def look_through(chunks: Iterable[bytes], place: str, found: Found) -> None:
    """Add to `found` what a part tells; the shared texts must come before the sheets.

    Raises ExportError, naming the part, for one that declares a document type or that would be too
    large, `expat.ExpatError` for one that is no XML.
    """
    part = _Part(place, found)
    tail = b""
    for chunk in chunks:
        part.parser.Parse(chunk, False)
        found.long_decimals = found.long_decimals or bool(LONG_DECIMALS.search(tail + chunk))
        tail = chunk[-OVERLAP:]
    part.parser.Parse(b"", True)


class _Part:
    """The state of one part while it is parsed."""

    def __init__(self, place: str, found: Found) -> None:
        self.place, self.found = place, found
        self.row = self.column = self.last_row = self.last_column = 0
        self.tags = self.text = self.length = 0
        self.shared: list[str] = []
        self.is_shared = False
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        self.parser.StartElementHandler = self._start

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        kind = _local(name)
        if kind == "c":
            self._start_cell(attributes)
        elif kind == "v" or kind == "is":
            self._start_value()
        elif kind == "row":
            self.row = _number(attributes.get("r")) or self.row + 1
            self.column = 0
        elif kind == "si":
            self.length = 0
            self.parser.CharacterDataHandler = self._add_length
            self.parser.EndElementHandler = self._end_text
        else:
            self._start_other(kind, attributes)

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        place = attributes.get("r")
        if place:
            letters = place.rstrip("0123456789")
            self.column = _column(letters)
            self.row = int(place[len(letters) :] or 0)
        else:
            self.column += 1
        kind = attributes.get("t")
        self.is_shared = kind == "s"
        if kind == "e":
            self.found.failed += 1
            if self.found.failed > MOST_FAILED:
                raise self._too_large(f"over {MOST_FAILED:,} formulas that failed")

    def _start_value(self) -> None:
        # Cells with a colour and nothing else are no cells to the library.
        if self.row > self.last_row or self.column > self.last_column:
            self._reach(max(self.row, self.last_row), max(self.column, self.last_column))
        if self.is_shared:
            self.shared = []
            self.parser.CharacterDataHandler = self.shared.append
            self.parser.EndElementHandler = self._end_shared

    def _reach(self, row: int, column: int) -> None:
        self.last_row, self.last_column = row, column
        if row * column > MOST_CELLS:
            raise self._too_large(f"the last cell is in row {row:,} and column {column:,}")

    def _start_other(self, kind: str, attributes: Mapping[str, str]) -> None:
        self.tags += kind not in ("t", "r", "f")
        announced = max(_number(attributes.get(key)) for key in ("count", "uniqueCount"))
        if self.tags > MOST_TAGS or announced > MOST_CELLS:
            raise self._too_large(f"{max(self.tags, announced):,} entries")
        related = attributes.get("Type", "").rpartition("/")[2]
        if related in FOLLOWED and not attributes.get("Target", "").lower().endswith(".xml"):
            raise ExportError(f"{self.place}: names a {related} that is no XML. {SAVE_AGAIN}")

    def _end_shared(self, _: str) -> None:
        number = _number("".join(self.shared))
        lengths = self.found.lengths
        self.text += lengths[number] if number < len(lengths) else 0
        self.parser.CharacterDataHandler = self.parser.EndElementHandler = None
        if self.text > MOST_TEXT:
            raise self._too_large(f"over {MOST_TEXT:,} characters of texts that cells share")

    def _end_text(self, name: str) -> None:
        if _local(name) != "si":
            return
        self.parser.CharacterDataHandler = self.parser.EndElementHandler = None
        self.found.lengths.append(self.length)
        if len(self.found.lengths) > MOST_CELLS:
            raise self._too_large(f"over {MOST_CELLS:,} texts")

    def _add_length(self, text: str) -> None:
        self.length += len(text)

    def _refuse_doctype(self, *_: object) -> None:
        raise ExportError(
            f"{self.place}: declares a document type or entities, as no workbook does. Save it "
            "again; do not use a file that you do not know."
        )

    def _too_large(self, what: str) -> ExportError:
        return ExportError(f"{self.place}: too large to be read ({what}). {SAVE_AGAIN}")


@cache
def _local(name: str) -> str:
    """The name of an element without its prefix."""
    return name.rpartition(":")[2]


@cache
def _column(letters: str) -> int:
    """The number of a column by its letters, 1 for A; anything else counts as nothing."""
    number = 0
    for letter in letters.upper()[:8]:
        number = number * 26 + LETTERS.find(letter) + 1
    return number


def _number(text: str | None) -> int:
    return int(text) if text and text.strip().isdecimal() and len(text) < 20 else 0
