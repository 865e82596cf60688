"""Codings beside the answers of the wave: whose they are, and the tables that `sql/` joins."""

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from pipeline.codebooks.codebook import PROPOSED
from pipeline.coding.codings import CodesFile, Coding, coder_names
from pipeline.coding.personal_data import kinds_in
from pipeline.documents import nearest

CODINGS = pl.Schema(
    {
        "coding": pl.UInt32(),
        "row": pl.UInt32(),
        "variable": pl.String(),
        "coder": pl.String(),
        "coder_rank": pl.UInt16(),
        "released": pl.Boolean(),
    }
)
"""One row a coding by a person and row of the export that its respondent sent; `coder_rank` is 0
for what coders agreed on in the end, and counts the coders of the codebook from 1."""
CODED_THEMES = pl.Schema({"coding": pl.UInt32(), "question": pl.UInt16(), "place": pl.UInt16()})
"""One row a coding and theme, in the order in which the person wrote them."""


def coding_tables(
    files: Sequence[CodesFile],
    identified: pl.DataFrame,
    numbers: Mapping[tuple[str, str], int],
) -> dict[str, pl.DataFrame]:
    """Table name -> frame; `identified` has `row` and `respondent_key` as the export has it."""
    by_respondent = _rows_by_respondent(files, identified)
    codings: list[tuple[object, ...]] = []
    themes: list[tuple[object, ...]] = []
    coded = [(file, one) for file in files for one in file.codings if one.counts]
    for number, (file, coding) in enumerate(coded, start=1):
        variable = file.variable
        rank = list(coder_names(variable).values()).index(coding.coder)
        codings += [
            (number, row, variable.name, coding.coder, rank, coding.released)
            for row in by_respondent.get(coding.respondent, ())
        ]
        themes += [
            (number, numbers[variable.name, theme], place)
            for place, theme in enumerate(coding.themes or (), start=1)
        ]
    return {
        "codings": pl.DataFrame(codings, schema=CODINGS, orient="row"),
        "coded_themes": pl.DataFrame(themes, schema=CODED_THEMES, orient="row"),
    }


def _rows_by_respondent(
    files: Sequence[CodesFile], identified: pl.DataFrame
) -> Mapping[str, list[int]]:
    coded = {one.respondent for file in files for one in file.codings}
    found = identified.filter(pl.col("respondent_key").is_in(list(coded)))
    rows: dict[str, list[int]] = {}
    for row, respondent in found.select("row", "respondent_key").iter_rows():
        rows.setdefault(respondent, []).append(row)
    return rows


def misplaced(
    file: CodesFile, answers: Mapping[str, str], respondents: frozenset[str], source: str
) -> Iterator[str]:
    """The codings that belong to no answer, whose row shows another answer than the export, or that
    release an answer which tells who somebody is.

    `answers` has the text of each respondent whose answer to the question `source` counts.
    """
    for coding in file.codings:
        wrong = _wrong_place(coding, answers, respondents, source)
        if wrong:
            yield f"{file.name}, row {coding.row}: {wrong}"


def _wrong_place(
    coding: Coding, answers: Mapping[str, str], respondents: frozenset[str], source: str
) -> str:
    name = coding.respondent
    if name not in respondents:
        return f'there is no respondent "{name}" in the export{nearest(name, answers)}'
    if name not in answers:
        if coding.coder in ("", PROPOSED):
            return ""
        return f"respondent {name} has no answer to {source} that counts; remove the row"
    if coding.released and (kinds := kinds_in(answers[name])):
        return (
            f"the answer tells who somebody is ({', '.join(kinds)}), and readers would see it; "
            'write "no" under released'
        )
    if coding.answer and _words(coding.answer) != _words(answers[name]):
        return (
            f"the answer is not that of respondent {name} in the export; were some columns sorted "
            "without the others? Put the rows together again, or empty the cell"
        )
    return ""


def _words(text: str) -> str:
    return " ".join(text.split())
