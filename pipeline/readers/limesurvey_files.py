"""LimeSurvey's responses with the survey's structure beside them: a .lss, or an archive with one.

Nothing is unpacked to disk. Of an archive (.lsa) the structure alone is read.
"""

import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import PurePosixPath

from pipeline.errors import ExportError
from pipeline.readers import delimited_file, workbook
from pipeline.readers.export import Export
from pipeline.readers.limesurvey import read_with
from pipeline.readers.limesurvey_structure import MOST_BYTES, Structure, structure_of
from pipeline.readers.received import Received

STRUCTURE = ".lss"
ARCHIVE = ".lsa"
TABLES = (*delimited_file.SUFFIXES, *workbook.SUFFIXES)
NESTED = (".zip", ".lsa", ".gz", ".bz2", ".xz", ".7z", ".tar", ".rar")
MOST_MEMBERS = 1000
MOST_UNPACKED = 4 * 1024**3
"""Bytes of all members, as the archive states them."""
AGAIN = "Export the survey's structure (.lss) and put it there instead."


def find(names: Sequence[str]) -> list[tuple[str, ...]]:
    """Each table among file names with the structure beside it; a .lss goes before an archive."""
    structures = _ending(names, STRUCTURE) or _ending(names, ARCHIVE)
    return [(table, one) for one in structures for table in _ending(names, *TABLES)]


def read(files: Sequence[Received]) -> Export:
    """The responses with what the structure tells; raises ExportError."""
    tables = [file for file in files if file.path.name.lower().endswith(TABLES)]
    structures = [file for file in files if file not in tables]
    if len(tables) != 1 or len(structures) > 1:
        raise ExportError(
            f"{', '.join(file.place for file in files)}: an export of LimeSurvey is one table of "
            "responses, and one .lss or .lsa beside it. Name both under `export` in wave.yml."
        )
    is_workbook = tables[0].path.name.lower().endswith(workbook.SUFFIXES)
    container = workbook if is_workbook else delimited_file
    structure = _structure(structures[0]) if structures else None
    export = read_with(container.read_sheet(tables[0]), structure)
    return replace(export, sources=tuple(file.source for file in (*tables, *structures)))


def _ending(names: Sequence[str], *suffixes: str) -> list[str]:
    return [name for name in names if name.lower().endswith(suffixes)]


def _structure(file: Received) -> Structure:
    if not file.path.name.lower().endswith(ARCHIVE):
        return structure_of(file.content, file.place)
    try:
        with zipfile.ZipFile(BytesIO(file.content)) as archive:
            member = _member(archive.infolist(), file.place)
            with archive.open(member) as opened:
                content = opened.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise ExportError(
            f"{file.place}: no readable archive of LimeSurvey ({error}). It may be cut while "
            f"copying, or protected with a password. {AGAIN}"
        ) from error
    return structure_of(content, f"{file.place}, {member.filename}")


def _member(members: Sequence[zipfile.ZipInfo], place: str) -> zipfile.ZipInfo:
    """The one structure in an archive that is what LimeSurvey writes; raises ExportError."""
    paths = [PurePosixPath(member.filename.replace("\\", "/")) for member in members]
    if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > MOST_UNPACKED:
        raise ExportError(
            f"{place}: more than {MOST_MEMBERS} files or {MOST_UNPACKED // 1024**3} GB are packed "
            f"in the archive. {AGAIN}"
        )
    if any(path.is_absolute() or ".." in path.parts or ":" in str(path) for path in paths):
        raise ExportError(f"{place}: a file in the archive leaves its folder. {AGAIN}")
    if any(path.name.lower().endswith(NESTED) for path in paths):
        raise ExportError(f"{place}: holds another archive, as none of LimeSurvey does. {AGAIN}")
    found = [one for one in members if one.filename.lower().endswith(STRUCTURE)]
    if len(found) != 1:
        raise ExportError(f"{place}: holds {len(found)} structures (.lss) instead of one. {AGAIN}")
    return found[0]
