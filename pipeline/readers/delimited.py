"""Delimited text to records: lossless, every cell as text, rows of a wrong width set apart.

Arrow splits: with the separator and the number of columns given it follows RFC 4180 (quotes,
doubled quotes, separators and line breaks in quotes), takes any line ending, hands over each row
that does not fit, and is faster than the database. It guesses nothing here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl
import pyarrow as pa
import pyarrow.csv as arrow_csv

from pipeline.errors import ExportError
from pipeline.readers.export import BROKEN_SCHEMA
from pipeline.readers.separators import Separator, find_separator

# A row must fit in two blocks; the larger ones are only tried for files with very long cells.
BLOCK_BYTES = (4 * 1024 * 1024, 128 * 1024 * 1024, 2**31 - 1)
# Closes the text as a row of its own. It cannot occur in it, since NUL is refused before; where
# it does not come back as a row, a quotation mark swallowed it.
END_CELL = "\0"


@dataclass(frozen=True)
class Records:
    """All rows of a delimited file, the header among them, as text; blank rows left out.

    cells: String columns named "1", "2", ...; row_numbers: UInt32, 1-based, blank rows counted;
    broken: rows of a wrong width, as in `Export`.
    """

    cells: pl.DataFrame
    row_numbers: pl.Series
    broken: pl.DataFrame
    separator: Separator


@dataclass(frozen=True)
class _Misfit:
    row: int
    text: str
    cells: int


def split(text: bytes, place: str) -> Records:
    """Split UTF-8 text into records; `place` names the file in messages.

    Raises ExportError where the last row shows that the file was cut: too few cells, or a quoted
    cell that never ends.
    """
    separator = find_separator(text)
    closed = _closed(text, separator)
    table, misfits = _parsed(closed, separator, place, threads=True)
    if misfits:
        # Only a single thread knows the numbers of the rows that do not fit.
        table, misfits = _parsed(closed, separator, place, threads=False)
    total = table.num_rows + len(misfits)
    _refuse_open_quote(table, total, place)
    cells = _frame(table.slice(0, table.num_rows - 1))
    row_numbers = _row_numbers(total - 1, misfits)
    content = ~cells.select(pl.all_horizontal(pl.all().is_null())).to_series()
    if not content.all():
        cells, row_numbers = cells.filter(content), row_numbers.filter(content)
    misfits = [misfit for misfit in misfits if misfit.text.strip()]
    _refuse_cut(misfits, row_numbers, separator.width, place)
    return Records(cells, row_numbers, _broken(misfits, separator.width), separator)


def _closed(text: bytes, separator: Separator) -> bytes:
    end = separator.sign.join([END_CELL] * separator.width)
    return text.rstrip(b"\r\n") + f"\n{end}\n".encode()


def _parsed(
    text: bytes, separator: Separator, place: str, *, threads: bool
) -> tuple[pa.Table, list[_Misfit]]:
    for block_bytes in BLOCK_BYTES:
        misfits: list[_Misfit] = []
        try:
            table = _arrow_table(text, separator, block_bytes, misfits, threads=threads)
        except pa.ArrowInvalid as error:
            reason = str(error)
            if "straddling" in reason:
                continue
            break
        return table, misfits
    raise ExportError(f"{place}: cannot be split into rows and cells ({reason}). Export it again.")


def _arrow_table(
    text: bytes, separator: Separator, block_bytes: int, misfits: list[_Misfit], *, threads: bool
) -> pa.Table:
    names = [str(number) for number in range(1, separator.width + 1)]

    def set_apart(row: arrow_csv.InvalidRow) -> str:
        misfits.append(_Misfit(row.number or 0, row.text, row.actual_columns))
        return "skip"

    return arrow_csv.read_csv(
        pa.BufferReader(text),
        read_options=arrow_csv.ReadOptions(
            use_threads=threads, block_size=block_bytes, column_names=names
        ),
        parse_options=arrow_csv.ParseOptions(
            delimiter=separator.sign,
            newlines_in_values=b'"' in text,
            ignore_empty_lines=False,
            invalid_row_handler=set_apart,
        ),
        convert_options=arrow_csv.ConvertOptions(
            check_utf8=False,
            column_types={name: pa.string() for name in names},
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=True,
        ),
    )


def _frame(table: pa.Table) -> pl.DataFrame:
    # Without rechunking, which would hold all text twice.
    frame = pl.from_arrow(table, rechunk=False)
    assert isinstance(frame, pl.DataFrame)
    return frame


def _refuse_open_quote(table: pa.Table, total: int, place: str) -> None:
    last = table.slice(table.num_rows - 1).to_pylist()
    if not last or set(last[0].values()) != {END_CELL}:
        raise ExportError(
            f"{place}, row {total}: a quotation mark is opened and never closed. The file was cut "
            "while copying, or the mark is stray; copy or export it again."
        )


def _refuse_cut(misfits: list[_Misfit], rows: pl.Series, width: int, place: str) -> None:
    if not misfits:
        return
    last = misfits[-1]
    if last.cells < width and (rows.is_empty() or last.row > rows[-1]):
        raise ExportError(
            f"{place}, row {last.row}: the last row has {_fields(last.cells)} instead of "
            f"{width}. "
            "The file was cut while copying; copy it again."
        )


def _row_numbers(total: int, misfits: list[_Misfit]) -> pl.Series:
    numbers = pl.Series("row", range(1, total + 1), dtype=pl.UInt32)
    broken = pl.Series([misfit.row for misfit in misfits], dtype=pl.UInt32)
    return numbers.filter(~numbers.is_in(broken.implode())) if misfits else numbers


def _broken(misfits: list[_Misfit], width: int) -> pl.DataFrame:
    return pl.DataFrame(
        [(misfit.row, misfit.text, reason) for misfit, reason in _reasons(misfits, width)],
        schema=BROKEN_SCHEMA,
        orient="row",
    )


def _reasons(misfits: list[_Misfit], width: int) -> Iterator[tuple[_Misfit, str]]:
    for misfit in misfits:
        reason = f"{_fields(misfit.cells)} instead of {width}"
        if "\n" in misfit.text or "\r" in misfit.text:
            reason += "; it runs over several lines: look for a stray quotation mark"
        yield misfit, reason


def _fields(count: int) -> str:
    return "1 field" if count == 1 else f"{count} fields"
