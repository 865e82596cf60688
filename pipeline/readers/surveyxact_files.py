"""SurveyXact's export as three files: dataset.csv, structure.csv and labels.csv, or a workbook.

The tool writes them with semicolons in Windows-1252, with commas in Windows-1252, or with tabs in
UTF-16.
"""

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from pipeline.errors import ExportError
from pipeline.readers import workbook
from pipeline.readers.delimited import Records, split
from pipeline.readers.encoding import decode
from pipeline.readers.export import Export
from pipeline.readers.received import Received
from pipeline.readers.sheet import Sheet
from pipeline.readers.surveyxact import NAME, ROLES, TITLE, TOGETHER, Tables, read_tables
from pipeline.readers.surveyxact import read as read_workbook


def find(names: Sequence[str]) -> list[tuple[str, ...]]:
    """The three files among file names; two of them are enough to see it."""
    found = [name for role in ROLES for name in names if _role(name) == role]
    return [tuple(found)] if len({_role(name) for name in found}) > 1 else []


def read(files: Sequence[Received]) -> Export:
    """Read the three files, or the workbook; raises ExportError, also for a missing file."""
    if len(files) == 1 and files[0].path.name.lower().endswith(workbook.SUFFIXES):
        return read_workbook(workbook.read_sheet(files[0]))
    file_by_role = _by_role(files)
    read_files = {role: _read(file_by_role[role], role) for role in ROLES}
    sheets = {role: sheet for role, (sheet, _, _) in read_files.items()}
    encodings = {encoding for _, _, encoding in read_files.values()} - {"ASCII"} or {"ASCII"}
    separator = read_files["dataset"][1]
    export = read_tables(Tables(**sheets), "")
    return replace(
        export,
        sources=tuple(file_by_role[role].source for role in ROLES),
        recognised=f"{TITLE}: 3 files, {separator}, {', '.join(sorted(encodings))}",
    )


def _role(name: str) -> str | None:
    stem, _, suffix = name.lower().rpartition(".")
    return next((role for role in ROLES if suffix == "csv" and stem.endswith(role)), None)


def _by_role(files: Sequence[Received]) -> dict[str, Received]:
    found = {role: [file for file in files if _role(file.path.name) == role] for role in ROLES}
    folder = files[0].path.parent.as_posix()
    problems = [
        f"{folder}: {role}.csv of the {TITLE} export is missing. {TOGETHER}"
        if not matches
        else f"{folder}: several files are {role}.csv: "
        f"{', '.join(file.path.name for file in matches)}. Name the three files that belong "
        "together under `export` in wave.yml."
        for role, matches in found.items()
        if len(matches) != 1
    ]
    if problems:
        raise ExportError(problems)
    return {role: matches[0] for role, matches in found.items()}


def _read(file: Received, role: str) -> tuple[Sheet, str, str]:
    """The table of a file, the name of its separator, and its encoding."""
    text = decode(file)
    records = split(text.utf8, file.place)
    if role == "structure":
        records = _without_phantoms(records, text.utf8, file.place)
    sheet = Sheet(records.cells, records.row_numbers, records.broken, file.place, NAME, file.source)
    return sheet, records.separator.name, text.encoding


def _without_phantoms(records: Records, text: bytes, place: str) -> Records:
    """The same records, with rows that end in one separator too many.

    The tool writes one behind each choice of a question with several, and none in the header.
    """
    sign = records.separator.sign
    phantom = pl.col("text").str.strip_chars_end("\r\n").str.ends_with(sign)
    rows = records.broken.filter(phantom)
    if rows.is_empty():
        return records
    lines = [line.rstrip("\r\n").removesuffix(sign) for line in rows["text"]]
    header = text.lstrip(b"\r\n").splitlines()[0]
    mended = split(b"\n".join([header, *(line.encode() for line in lines)]), place)
    if mended.broken.height or mended.separator != records.separator:
        return records
    numbers = pl.concat([records.row_numbers, rows["row"]])
    cells = pl.concat([records.cells, mended.cells.slice(1)])
    order = numbers.arg_sort()
    return replace(
        records,
        cells=cells[order],
        row_numbers=numbers[order],
        broken=records.broken.filter(~phantom),
    )
