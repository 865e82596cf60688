"""Find the export of a wave and read it: which files, which format, said in one sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import ExportError
from pipeline.readers import csv_file, surveyxact, xlsx
from pipeline.readers.export import Export
from pipeline.readers.received import Received, receive

# What lies beside an export without being one.
NO_EXPORT = ("codebook.yml", "wave.yml")
NO_EXPORT_PREFIXES = (".", "~$", "readme")
NO_EXPORT_SUFFIXES = (".py", "_codes.csv")
NAME_IT = "Name the one that counts in wave.yml: `export: {format: ..., files: [...]}`."


@dataclass(frozen=True)
class Format:
    """How one tool's files are found by name and read."""

    name: str
    find: Callable[[Sequence[str]], list[tuple[str, ...]]]
    read: Callable[[Sequence[Received]], Export]


# A format takes its files before the next one looks: three CSV files of SurveyXact are one export.
FORMATS = (
    Format(surveyxact.NAME, surveyxact.find, surveyxact.read),
    Format(csv_file.NAME, csv_file.find, csv_file.read),
    Format(xlsx.NAME, xlsx.find, xlsx.read),
)


def read_export(folder: Path, files: Sequence[str] = (), format: str | None = None) -> Export:
    """Read the export in a wave's folder.

    files: names of files in the folder; without them the folder is searched, where exactly one
    export may lie. format: `surveyxact`, `csv` or `xlsx`; without it the files' names tell.
    Raises ExportError for an export that is missing, ambiguous, still being written or unreadable.
    """
    formats = _formats(format)
    names = _named(folder, files) if files else _candidates(folder)
    if files and format:
        chosen, found = formats[0], tuple(names)
    else:
        chosen, found = _only_export(folder, names, formats)
    return chosen.read(receive([folder / name for name in found]))


def _formats(name: str | None) -> tuple[Format, ...]:
    chosen = tuple(entry for entry in FORMATS if name in (None, entry.name))
    if not chosen:
        known = ", ".join(entry.name for entry in FORMATS)
        raise ExportError(f'wave.yml, export: format "{name}" is not known. Known are: {known}.')
    return chosen


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


def _only_export(
    folder: Path, names: Sequence[str], formats: Sequence[Format]
) -> tuple[Format, tuple[str, ...]]:
    exports: list[tuple[Format, tuple[str, ...]]] = []
    remaining = list(names)
    for entry in formats:
        for found in entry.find(remaining):
            exports.append((entry, found))
            remaining = [name for name in remaining if name not in found]
    if len(exports) == 1:
        return exports[0]
    place = folder.as_posix()
    if not exports:
        wanted = ", ".join(entry.name for entry in formats)
        beside = f"; found only {', '.join(names)}" if names else ""
        raise ExportError(
            f"{place}: no export of a known format ({wanted}){beside}. Put the export there."
        )
    listed = "; ".join(f"{entry.name}: {', '.join(found)}" for entry, found in exports)
    raise ExportError(f"{place}: several exports: {listed}. {NAME_IT}")
