"""The sign between the cells: chosen on the header, checked against the first rows."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

SEPARATORS = {";": "semicolons", "\t": "tabs", ",": "commas"}
# Enough rows to tell separators apart; a header of 2,000 long questions still fits.
HEAD_BYTES = 1024 * 1024
HEAD_RECORDS = 1000


@dataclass(frozen=True)
class Separator:
    """The sign between cells, and how many cells the header has."""

    sign: str
    width: int

    @property
    def name(self) -> str:
        """What messages call it; a file of one column shows none."""
        return SEPARATORS[self.sign] if self.width > 1 else "one column"


def find_separator(text: bytes) -> Separator:
    """The separator of UTF-8 text: the one that splits most rows like the header.

    Only those that split the header count; where several split equally many rows, the one with
    more columns, then semicolon before tab before comma. Text that none splits is one column.
    """
    head = text[:HEAD_BYTES].decode("utf-8", "ignore")
    cut = len(text) > HEAD_BYTES
    fits = {sign: _fit(head, sign, cut) for sign in SEPARATORS}
    splitting = {sign: fit for sign, fit in fits.items() if fit[1] > 1}
    if not splitting:
        return Separator(";", 1)
    sign = max(splitting, key=splitting.__getitem__)
    return Separator(sign, splitting[sign][1])


def _fit(head: str, sign: str, cut: bool) -> tuple[float, int]:
    """Share of the rows that have as many cells as the header, and that number."""
    widths = list(islice(_widths(head, sign), HEAD_RECORDS))
    if cut and 1 < len(widths) < HEAD_RECORDS:
        widths.pop()
    if not widths:
        return 0.0, 0
    header, *rows = widths
    return (rows.count(header) / len(rows) if rows else 1.0), header


def _widths(head: str, sign: str) -> Iterator[int]:
    records = csv.reader(io.StringIO(head, newline=""), delimiter=sign)
    try:
        for record in records:
            if record:
                yield len(record)
    except csv.Error:
        # A cell longer than the csv module takes, as when the separator is the wrong one.
        return
