"""The sign between the cells: chosen on the header, checked against the first rows."""

import csv
import io
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple

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

    Only those that split the header count, and those that cut no quoted name of it in two come
    first; where several split equally many rows, the one with more columns, then semicolon before
    tab before comma. Text that none splits is one column.
    """
    head = text[:HEAD_BYTES].decode("utf-8", "ignore")
    cut = len(text) > HEAD_BYTES
    fits = {sign: _fit(_records(head, sign, cut)) for sign in SEPARATORS}
    splitting = {sign: fit for sign, fit in fits.items() if fit.width > 1}
    if not splitting:
        return Separator(";", 1)
    sign = max(splitting, key=splitting.__getitem__)
    return Separator(sign, splitting[sign].width)


class _Fit(NamedTuple):
    """How well a separator splits, the most telling first."""

    whole_header: bool
    share: float
    width: int


def _fit(records: Sequence[Sequence[str]]) -> _Fit:
    if not records:
        return _Fit(False, 0.0, 0)
    header, *rows = records
    fitting = sum(len(row) == len(header) and _whole(row) for row in rows)
    return _Fit(_whole(header), fitting / len(rows) if rows else 1.0, len(header))


def _whole(cells: Sequence[str]) -> bool:
    # The wrong separator cuts quoted cells in two and leaves a quotation mark in each half.
    return all(cell.count('"') % 2 == 0 for cell in cells)


def _records(head: str, sign: str, cut: bool) -> list[list[str]]:
    records: list[list[str]] = []
    with suppress(csv.Error):  # a cell longer than the csv module takes: what came before counts
        for record in csv.reader(io.StringIO(head, newline=""), delimiter=sign):
            if record:
                records.append(record)
            if len(records) == HEAD_RECORDS:
                return records
    return records[:-1] if cut and len(records) > 1 else records
