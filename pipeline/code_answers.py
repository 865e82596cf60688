"""`make codes`: open answers that nobody has coded, written down with what key words propose."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.codebooks.codebook import Codebook
from pipeline.coding.proposals import new_rows
from pipeline.database import existing_database
from pipeline.errors import ExportError
from pipeline.loading.codes_files import (
    ENDING,
    answers_by_respondent,
    extend,
    read_codes,
    themes_variables,
)
from pipeline.loading.joined_columns import expanded
from pipeline.loading.received_rows import received_rows, trimmed
from pipeline.paths import Places
from pipeline.readers.reading import read_export
from pipeline.wave import Wave


@dataclass(frozen=True)
class Written:
    """What was added to one file of codes: answers, and those with a proposal among them."""

    path: str
    added: int
    proposed: int
    present: int


def code_answers(places: Places, codebook: Codebook, wave: Wave) -> Iterator[Written]:
    """Add a row for each answer that counts and has none yet; rows that are there stay.

    Raises `ExportError` where the files of codes have mistakes.
    """
    files = read_codes(places.raw, codebook)
    problems = [problem for file in files for problem in file.problems]
    if problems:
        raise ExportError(f"{places.raw.as_posix()}/{problem}" for problem in problems)
    export = trimmed(read_export(places.raw, wave.export.files, wave.export.format))
    identified = received_rows(expanded(export, codebook).export, codebook, wave.design)
    for (variable, source), file in zip(themes_variables(codebook), files, strict=True):
        with existing_database(places.database) as database:
            answers = answers_by_respondent(database, identified, source)
        in_file = {coding.respondent for coding in file.codings}
        rows = new_rows(answers, in_file, variable)
        path = places.raw / f"{source}{ENDING}"
        if rows.height:
            extend(path, rows)
        proposed = rows.height - rows["themes"].null_count()
        yield Written(path.as_posix(), rows.height, proposed, len(in_file & answers.keys()))
