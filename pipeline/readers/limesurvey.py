"""LimeSurvey: one header row with codes, wordings or both; answers as codes or in words.

Without the survey's structure beside it, what a column is shows in the header and the answers.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from pipeline.readers.export import Export, Hint
from pipeline.readers.limesurvey_headings import Heading, has_both, has_codes, headings
from pipeline.readers.limesurvey_questions import hints_of, labels_of, wording_of
from pipeline.readers.limesurvey_structure import Structure
from pipeline.readers.sheet import Sheet, as_export, told_apart

NAME = "limesurvey"
TITLE = "LimeSurvey"
SUBS = re.compile(r"^[A-Za-z]\w*\[\w*\]")
OWN_ALONE = frozenset(("submitdate", "lastpage", "startlanguage", "datestamp"))
"""Columns that other tables do not have beside an id."""
FEWEST_SUBS = 2
"""Columns with a sub-question's code in brackets, where the tool's own columns were left out."""


def recognise(sheet: Sheet) -> str | None:
    """The reason why a table is this tool's; None for another's."""
    names = sheet.row(0)
    own = {one.code for one in headings(names) if one.own}
    if "id" in own and own & OWN_ALONE:
        return f"{_header(names)}, response id"
    subs = [name for name in names if SUBS.match(name)]
    if has_codes(names) and len(subs) >= FEWEST_SUBS:
        return f"{_header(names)}, sub-questions in brackets"
    return None


def read(sheet: Sheet) -> Export:
    """The answers under the headers as they stand; raises ExportError."""
    return read_with(sheet, None)


def read_with(sheet: Sheet, structure: Structure | None) -> Export:
    """The same, with what the survey's structure tells of its questions; raises ExportError."""
    header = sheet.row(0)
    names = told_apart(header)
    language = _language(structure.language) if structure else ""
    columns = _columns(sheet, names)
    questions: dict[str, str] = {}
    labels: dict[str, Mapping[str, str]] = {}
    hints = {one.name: Hint(one.heading.own) for one in columns if one.heading.own}
    for group in _by_question(columns):
        heads = [one.heading for one in group]
        answers = [one.answers for one in group]
        question = structure.question_of(heads[0]) if structure else None
        for one, hint in zip(group, hints_of(heads, answers, question, language), strict=True):
            hints[one.name] = hint
            questions[one.name] = wording_of(one.heading, question, language) or one.name
            labels[one.name] = labels_of(one.heading, one.answers, question, language)
    reason = f"{TITLE}: {recognise(sheet) or _header(header)}"
    if structure:
        reason += f", structure ({structure.language})"
    export = as_export(
        sheet,
        1,
        names,
        questions,
        reason,
        NAME,
        labels={name: options for name, options in labels.items() if options},
        hints={name: hint for name, hint in hints.items() if hint != Hint()},
    )
    return replace(export, language=language)


def _language(code: str) -> str:
    """A language as the tool names it, without its country: `de-informal`, `no`."""
    short = code.casefold().split("-")[0]
    return "nb" if short == "no" else short


@dataclass(frozen=True)
class _Column:
    name: str
    heading: Heading
    answers: pl.Series


def _columns(sheet: Sheet, names: Sequence[str]) -> list[_Column]:
    """The columns with a name, and a first one without, where it holds the ids of responses."""
    answers = sheet.cells.slice(1)
    columns = [
        _Column(name, heading, answers.to_series(number))
        for number, (name, heading) in enumerate(zip(names, headings(names), strict=True))
    ]
    first, rest = columns[0], [one for one in columns[1:] if one.name]
    if first.name:
        return [first, *rest]
    ids = first.answers
    if not ids.null_count() and ids.n_unique() == ids.len() and ids.str.contains(r"^\d+$").all():
        heading = replace(first.heading, own="respondent")
        return [replace(first, name="column_1", heading=heading), *rest]
    return rest


def _by_question(columns: Sequence[_Column]) -> list[list[_Column]]:
    groups: dict[str, list[_Column]] = {}
    for one in columns:
        if not one.heading.own:
            groups.setdefault(one.heading.question, []).append(one)
    return list(groups.values())


def _header(names: Sequence[str]) -> str:
    if has_both(names):
        return "codes and wordings in the header"
    return "codes in the header" if has_codes(names) else "wordings in the header"
