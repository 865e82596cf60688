"""The files of codes beside an export, one for each open question with themes."""

from pathlib import Path

import polars as pl

from pipeline import atomic
from pipeline.codebooks.codebook import Codebook, Variable
from pipeline.coding.codings import COLUMNS, CodesFile, codes_file
from pipeline.database import Database
from pipeline.readers.delimited_file import DelimitedTable, read_table
from pipeline.readers.received import receive

ENDING = "_codes.csv"
OWNER_ONLY = 0o600


def themes_variables(codebook: Codebook) -> list[tuple[Variable, str]]:
    """Each variable of themes, and the open question that they are of."""
    return [
        (variable, variable.derivation.sources[0][0])
        for variable in codebook.variables.values()
        if variable.type == "themes" and variable.derivation
    ]


def read_codes(folder: Path, codebook: Codebook) -> list[CodesFile]:
    """The codings of each open question with themes; none where there is no file yet.

    Raises `ExportError` for a file that is no table.
    """
    return [
        _read(folder / f"{source}{ENDING}", variable)
        for variable, source in themes_variables(codebook)
    ]


def _read(path: Path, variable: Variable) -> CodesFile:
    table = _table(path)
    if table is None:
        return CodesFile(path.name, variable)
    read = codes_file(path.name, variable, table.rows, table.row_numbers)
    broken = (
        f"{path.name}, row {row}: {reason}; correct the row"
        for row, _, reason in table.broken.iter_rows()
    )
    return CodesFile(path.name, variable, read.codings, (*broken, *read.problems))


def _table(path: Path) -> DelimitedTable | None:
    """The file's rows below its header; None without a file, or with a header alone."""
    if not path.is_file():
        return None
    (received,) = receive([path])
    return read_table(received) if len(received.content.strip().splitlines()) > 1 else None


def answers_by_respondent(
    database: Database, identified: pl.DataFrame, source: str
) -> dict[str, str]:
    """The answers to an open question that count, by respondent as the export calls him.

    `identified` has `row` and `respondent_key`; the order is that of the export.
    """
    answers = database.table("open_answers").filter(
        (pl.col("variable") == source) & (pl.col("state") == "answered")
    )
    rows = database.table("respondents").select("respondent", "row")
    found = (
        answers.join(rows, on="respondent")
        .join(identified.select("row", "respondent_key"), on="row")
        .sort("row")
    )
    return dict(found.select("respondent_key", "text").iter_rows())


def extend(path: Path, rows: pl.DataFrame) -> None:
    """Add rows at the end of a file of codes; what stands in it stays, word by word.

    The file is written such that a spreadsheet opens it: semicolons, UTF-8 with its mark. A new
    one can be read by its owner only.
    """
    table = _table(path)
    present = pl.DataFrame() if table is None else table.rows
    columns = list(dict.fromkeys((*present.columns, *COLUMNS)))
    together = pl.concat([present, rows], how="diagonal").select(columns)
    text = together.write_csv(separator=";", include_bom=True)
    mode = path.stat().st_mode & 0o777 if path.is_file() else OWNER_ONLY
    atomic.write_bytes(path, text.encode(), mode)
