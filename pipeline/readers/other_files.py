"""Files that are no export that can be read, and what to do with them; pure."""

from collections.abc import Sequence
from pathlib import PurePath

from pipeline.errors import ExportError
from pipeline.readers.received import Received

SAVE = "Save it as XLSX or CSV"
UNPACK = "Unpack it, and name the file or the folder with the export"
FROM_TOOL = "It is no table of answers: export them from the survey tool as CSV or XLSX"
BY_ENDING = {
    **dict.fromkeys((".xls", ".xlsb", ".xlsm", ".ods", ".numbers", ".fods"), SAVE),
    **dict.fromkeys((".dta", ".sas7bdat", ".rds", ".rdata", ".json", ".por"), SAVE),
    **dict.fromkeys((".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz"), UNPACK),
    **dict.fromkeys((".pdf", ".docx", ".doc", ".odt", ".pages", ".pptx", ".html"), FROM_TOOL),
}
OTHERWISE = "Give the file the ending that it should have, as .csv"
BY_BEGINNING = {
    b"PK\x03\x04": "is a ZIP or XLSX file, not text. Name it .xlsx or export it as CSV.",
    b"\xd0\xcf\x11\xe0": "is an old .xls file, not text. Save it as XLSX or CSV.",
    b"\x1f\x8b": "is packed, and no text. Unpack it first.",
    b"%PDF": "is a PDF document. Export the answers from the survey tool as CSV or XLSX.",
    b"<!DOCTYPE": "is a web page. Export the answers from the survey tool as CSV or XLSX.",
    b"<HTML": "is a web page. Export the answers from the survey tool as CSV or XLSX.",
    b"<?XML": "is XML. Export the answers from the survey tool as CSV or XLSX.",
}
"""How files begin that are called .csv and are none; words in capitals."""
MARK = b"\xef\xbb\xbf"


def what_to_do(names: Sequence[str]) -> str:
    """A sentence about files of which none is an export."""
    endings = [PurePath(name).suffix.lower() for name in names]
    known = (BY_ENDING[ending] for ending in endings if ending in BY_ENDING)
    return next(known, OTHERWISE if names else "Put the export there") + "."


def refuse_no_text(file: Received) -> None:
    """Raise ExportError, saying what it is, for a file that begins as no delimited text does."""
    head = file.content[:100].removeprefix(MARK).lstrip().upper()
    for beginning, what in BY_BEGINNING.items():
        if head.startswith(beginning.upper()):
            raise ExportError(f"{file.place}: {what}")
