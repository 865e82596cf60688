"""XLSX from outside: how large it becomes when it is read, found out before it is.

The library makes room for each cell up to the last row and column, for as many texts as the file
announces, and for a shared text in each cell that has it: a file of 2 KB can ask for 400 GB.
"""

import zipfile
import zlib
from collections.abc import Iterator
from copy import copy
from io import BytesIO
from xml.parsers.expat import ExpatError

from pipeline.errors import ExportError
from pipeline.readers.received import Received
from pipeline.readers.workbook_part import SAVE_AGAIN, Found, look_through

MOST_UNPACKED = 2 * 1024**3
"""Bytes of one part: twice what 100,000 rows of 300 answers take."""
CHUNK_BYTES = 1024**2
PARTS = (".xml", ".rels")
WORKBOOK = "xl/workbook.xml"
TEXTS = "sharedstrings"
OLE = b"\xd0\xcf\x11\xe0"
"""How old .xls files begin, and workbooks with a password."""
DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError),
    *(ExpatError, LookupError),
)


def look_into(file: Received) -> Found:
    """Look through the XML of a workbook; memory stays small whatever it holds.

    Raises ExportError for a file that is no workbook or would be too large, and for one that
    declares a document type.
    """
    if file.content.startswith(OLE):
        raise ExportError(
            f"{file.place}: is an old .xls file, or protected with a password. Save it as XLSX "
            "without a password, or as CSV."
        )
    found = Found()
    try:
        with zipfile.ZipFile(BytesIO(file.content)) as archive:
            for part in _parts(archive):
                place = f"{file.place}, {part.filename}"
                look_through(_chunks(archive, part, place), place, found)
    except DAMAGED as error:
        raise unreadable(file, str(error)) from error
    return found


def unreadable(file: Received, why: str) -> ExportError:
    """The error for a file that is no workbook."""
    return ExportError(
        f"{file.place}: no readable XLSX file ({why}). It may be cut while copying or protected "
        "with a password; save it again as XLSX or CSV."
    )


def _parts(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The parts that hold XML, the shared texts before the sheets that have them."""
    parts = archive.infolist()
    names = [part.filename.lower() for part in parts]
    if WORKBOOK not in names:
        raise ValueError("it holds no workbook")
    if len(set(names)) < len(names):
        raise ValueError("two parts have the same name")
    found = [part for part in parts if part.filename.lower().endswith(PARTS)]
    return sorted(found, key=lambda part: TEXTS not in part.filename.lower())


def _chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo, place: str) -> Iterator[bytes]:
    """A part as it unpacks, whatever size it states."""
    whole = copy(part)
    # Past the limit, so that no check sum is looked for where it is reached.
    whole.file_size = MOST_UNPACKED + 2 * CHUNK_BYTES
    unpacked = 0
    with archive.open(whole) as opened:
        while chunk := opened.read(CHUNK_BYTES):
            unpacked += len(chunk)
            if unpacked > MOST_UNPACKED:
                raise ExportError(
                    f"{place}: unpacks to over {MOST_UNPACKED // 1024**3} GB. {SAVE_AGAIN}"
                )
            yield chunk
