"""Find the export of a wave and read it: which files, which format, said in one sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import ExportError
from pipeline.readers import (
    delimited_file,
    google_forms,
    limesurvey,
    limesurvey_files,
    microsoft_forms,
    parquet,
    plain,
    qualtrics,
    spss,
    surveymonkey,
    surveyxact,
    surveyxact_files,
    workbook,
)
from pipeline.readers.column_names import with_names_apart
from pipeline.readers.export import Export
from pipeline.readers.other_files import what_to_do
from pipeline.readers.received import Received, receive
from pipeline.readers.sheet import Sheet

# What lies beside an export without being one.
NO_EXPORT = ("codebook.yml", "wave.yml")
NO_EXPORT_PREFIXES = (".", "~$", "readme")
NO_EXPORT_SUFFIXES = (".py", "_codes.csv")
NAME_IT = "Name the one that counts in wave.yml: `export: {format: ..., files: [...]}`."


@dataclass(frozen=True)
class FileFormat:
    """How the files of one tool are found by name and read."""

    name: str
    find: Callable[[Sequence[str]], list[tuple[str, ...]]]
    read: Callable[[Sequence[Received]], Export]


@dataclass(frozen=True)
class SheetFormat:
    """How a tool's table is told from others, by what its header rows say, and read.

    `recognise` gives the reason in words, None for a table of another tool.
    """

    name: str
    recognise: Callable[[Sheet], str | None]
    read: Callable[[Sheet], Export]


@dataclass(frozen=True)
class Container:
    """A kind of file that holds one table, whatever tool wrote it."""

    name: str
    suffixes: tuple[str, ...]
    read_sheet: Callable[[Received], Sheet]


# A format takes its files before the next one looks: three CSV files of SurveyXact are one export.
FILE_FORMATS = (
    FileFormat(surveyxact.NAME, surveyxact_files.find, surveyxact_files.read),
    FileFormat(limesurvey.NAME, limesurvey_files.find, limesurvey_files.read),
    FileFormat(spss.NAME, spss.find, spss.read),
)
# In the order in which they are asked: the most particular header first.
SHEET_FORMATS: tuple[SheetFormat, ...] = (
    SheetFormat(surveyxact.NAME, surveyxact.recognise, surveyxact.read),
    SheetFormat(qualtrics.NAME, qualtrics.recognise, qualtrics.read),
    SheetFormat(limesurvey.NAME, limesurvey.recognise, limesurvey.read),
    SheetFormat(surveymonkey.NAME, surveymonkey.recognise, surveymonkey.read),
    SheetFormat(microsoft_forms.NAME, microsoft_forms.recognise, microsoft_forms.read),
    SheetFormat(google_forms.NAME, google_forms.recognise, google_forms.read),
)
CONTAINERS = (
    Container(delimited_file.NAME, delimited_file.SUFFIXES, delimited_file.read_sheet),
    Container(workbook.NAME, workbook.SUFFIXES, workbook.read_sheet),
    Container(parquet.NAME, parquet.SUFFIXES, parquet.read_sheet),
)
# A tool may have files of its own and a table, too.
NAMES = tuple(
    dict.fromkeys(
        (
            *(one.name for one in FILE_FORMATS),
            *(one.name for one in SHEET_FORMATS),
            *(one.name for one in CONTAINERS),
        )
    )
)


@dataclass(frozen=True)
class _Found:
    """Files that are one export, by their names; `format` where the names alone tell which."""

    name: str
    files: tuple[str, ...]
    format: FileFormat | None = None


def read_export(folder: Path, files: Sequence[str] = (), format: str | None = None) -> Export:
    """Read the export in a wave's folder.

    files: names of files in the folder; without them the folder is searched, where exactly one
    export may lie. format: one of `NAMES`; without it the files tell, by their names and by their
    header rows. Raises ExportError for an export that is missing, ambiguous, still being written
    or unreadable.
    """
    if format not in (None, *NAMES):
        known = ", ".join(NAMES)
        raise ExportError(f'wave.yml, export: format "{format}" is not known. Known are: {known}.')
    names = _named(folder, files) if files else _candidates(folder)
    if files and format:
        named = next((one for one in FILE_FORMATS if one.name == format), None)
        found = _Found(format, tuple(names), named)
    else:
        found = _only_export(folder, names, format)
    received = receive([folder / name for name in found.files])
    export = found.format.read(received) if found.format else _read_table(received, format)
    return with_names_apart(export)


def _read_table(files: Sequence[Received], format: str | None) -> Export:
    """One file with a table, as the format that is named, or else the one that recognises it."""
    if len(files) != 1:
        listed = ", ".join(file.place for file in files)
        raise ExportError(
            f"{listed}: such an export is one file. Name it under `export` in wave.yml."
        )
    container = _container_of(files[0].path.name, format)
    sheet = container.read_sheet(files[0])
    for one in SHEET_FORMATS:
        if one.name == format or (format is None and one.recognise(sheet)):
            return one.read(sheet)
    return plain.read(sheet, container.name)


def _container_of(name: str, format: str | None) -> Container:
    """As a person says, or by the end of the file's name; delimited text where neither tells."""
    said = (one for one in CONTAINERS if one.name == format)
    named = (one for one in CONTAINERS if name.lower().endswith(one.suffixes))
    return next(said, next(named, CONTAINERS[0]))


def _named(folder: Path, files: Sequence[str]) -> list[str]:
    outside = [name for name in files if Path(name).name != name or "\\" in name]
    missing = [name for name in files if name not in outside and not (folder / name).is_file()]
    problems = [
        f'wave.yml, export: "{name}" is not the name of a file in {folder.as_posix()}. Put the '
        "file there and name it without a folder."
        for name in outside
    ] + [
        f"{(folder / name).as_posix()}: the file is missing. Put it there, or correct `export` in "
        "wave.yml."
        for name in missing
    ]
    if problems:
        raise ExportError(problems)
    return list(files)


def _candidates(folder: Path) -> list[str]:
    if not folder.is_dir():
        raise ExportError(f"{folder.as_posix()}: no such folder. Put the export there.")
    return sorted(
        path.name
        for path in folder.iterdir()
        if path.is_file()
        and path.name not in NO_EXPORT
        and not path.name.lower().startswith(NO_EXPORT_PREFIXES)
        and not path.name.lower().endswith(NO_EXPORT_SUFFIXES)
    )


def _only_export(folder: Path, names: Sequence[str], format: str | None) -> _Found:
    exports = [one for one in _exports(names) if _may_be(one, format)]
    if len(exports) == 1:
        return exports[0]
    place = folder.as_posix()
    if not exports:
        wanted = format or ", ".join(NAMES)
        beside = f"; found only {', '.join(names)}" if names else ""
        advice = what_to_do([] if format else names)
        raise ExportError(f"{place}: no export of a known format ({wanted}){beside}. {advice}")
    listed = "; ".join(f"{one.name}: {', '.join(one.files)}" for one in exports)
    raise ExportError(f"{place}: several exports: {listed}. {NAME_IT}")


def _exports(names: Sequence[str]) -> list[_Found]:
    """What lies in a folder, as far as names of files tell."""
    exports, remaining = [], list(names)
    for entry in FILE_FORMATS:
        for found in entry.find(remaining):
            exports.append(_Found(entry.name, found, entry))
            remaining = [name for name in remaining if name not in found]
    for container in CONTAINERS:
        alone = [name for name in remaining if name.lower().endswith(container.suffixes)]
        exports += [_Found(container.name, (name,)) for name in alone]
    return exports


def _may_be(found: _Found, format: str | None) -> bool:
    """Whether files can be of the format that is named: a tool's table is in any container."""
    tables = {one.name for one in SHEET_FORMATS}
    return format in (None, found.name) or (found.format is None and format in tables)
