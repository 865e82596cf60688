"""SurveyXact's three tables: dataset (codes), structure (questions) and labels (codes in words).

They are three files, or three sheets of a workbook. `labels` has no header row in the exports seen;
one is accepted. A workbook may have the dataset in several sheets, side by side.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from pipeline.errors import ExportError
from pipeline.readers.export import Export, Hint
from pipeline.readers.sheet import Sheet, as_export, side_by_side

NAME = "surveyxact"
TITLE = "SurveyXact"
ROLES = ("dataset", "structure", "labels")
STRUCTURE_COLUMNS = ("variableName", "questionText", "choiceText")
TYPE_COLUMNS = ("questionType", "subType")
KINDS = {
    ("closed", "single"): "single",
    ("closed", "multiple"): "multiple",
    ("open", "string"): "text",
    ("open", "numeric"): "number",
}
"""Type and subtype of a question -> its kind; the exports seen have no other but numbers."""
LABELS_HEADER = {"variable", "variablename"}
PART_OF_DATASET = re.compile(r"dataset\s*\(?(\d+)\)?")
"""A sheet with some of the columns: "Dataset(1)", "Dataset(2)" ..."""
# A message that lists more names than this is not read.
NAMES_SHOWN = 10
TOGETHER = "Export dataset, structure and labels together and copy all three."


@dataclass(frozen=True)
class Tables:
    """The three tables of an export, each with what stands above its rows."""

    dataset: Sheet
    structure: Sheet
    labels: Sheet


def recognise(sheet: Sheet) -> str | None:
    """The reason why a table, or the workbook that it lies in, is this tool's; None for another's.

    Two of the three sheets are enough to see it, and the structure alone.
    """
    by_role = _by_role(sheet)
    if len(by_role) > 1:
        return f"sheets {', '.join(by_role)}"
    header = sheet.row(0)
    return "structure" if all(name in header for name in STRUCTURE_COLUMNS) else None


def read(sheet: Sheet) -> Export:
    """The answers of a workbook; raises ExportError where one of its three sheets is missing."""
    by_role = _by_role(sheet)
    # A table that is recognised and no sheet of such a workbook is the structure on its own.
    missing = [role for role in ROLES if role not in (by_role or {"structure"})]
    if missing:
        raise ExportError(
            f"{sheet.place}: {role} of the {TITLE} export is missing. {TOGETHER}"
            for role in missing
        )
    dataset, structure, labels = ([one() for one in by_role[role]] for role in ROLES)
    tables = Tables(side_by_side(dataset), structure[0], labels[0])
    parts = f" in {len(dataset)} parts" if len(dataset) > 1 else ""
    return read_tables(tables, f"sheets dataset{parts}, structure, labels")


def read_tables(tables: Tables, recognised: str) -> Export:
    """The answers with their questions and labels; `recognised` tells how the tables were found.

    A question with several choices has a column a choice: its text is "question - choice".
    Raises ExportError for tables that do not belong together.
    """
    structure, labels = _structure_rows(tables.structure), _label_rows(tables.labels)
    dataset = tables.dataset
    export = as_export(
        dataset,
        1,
        dataset.row(0),
        _questions(structure, tables.structure.place),
        f"{TITLE}: {recognised}",
        NAME,
        _labels(labels, tables.labels.place),
        _hints(tables.structure),
    )
    named = {
        tables.structure.place: [column for column, _ in structure],
        tables.labels.place: [column for column, _, _ in labels],
    }
    _refuse_unknown(named, dataset.place, export.rows.columns)
    return export


def _by_role(sheet: Sheet) -> dict[str, list[Callable[[], Sheet]]]:
    """What each sheet of the workbook is, and how to read it; the parts of a dataset in order."""
    found: dict[str, list[tuple[int, Callable[[], Sheet]]]] = {}
    for title, load in {sheet.title: lambda: sheet, **sheet.beside}.items():
        name = title.strip().casefold()
        part = PART_OF_DATASET.fullmatch(name)
        role = ROLES[0] if part else name
        if role in ROLES:
            found.setdefault(role, []).append((int(part[1]) if part else 0, load))
    return {
        role: [load for _, load in sorted(found[role], key=lambda one: one[0])]
        for role in ROLES
        if role in found
    }


def _structure_rows(sheet: Sheet) -> list[tuple[str, str]]:
    _refuse_broken(sheet)
    header = sheet.row(0)
    missing = [name for name in STRUCTURE_COLUMNS if name not in header]
    if missing:
        raise ExportError(f"{sheet.place}: columns are missing: {', '.join(missing)}. {TOGETHER}")
    columns = [sheet.cells.columns[header.index(name)] for name in STRUCTURE_COLUMNS]
    rows = sheet.cells.slice(1).select(columns).fill_null("").rows()
    return [(column, _question(text, choice)) for column, text, choice in rows if column]


def _hints(sheet: Sheet) -> dict[str, Hint]:
    """Column -> what its question is, as far as the structure tells."""
    header = sheet.row(0)
    if not all(name in header for name in TYPE_COLUMNS):
        return {}
    columns = [sheet.cells.columns[header.index(name)] for name in ("variableName", *TYPE_COLUMNS)]
    rows = sheet.cells.slice(1).select(columns).fill_null("").rows()
    return {
        column: Hint(KINDS[kind.casefold(), sub.casefold()])
        for column, kind, sub in rows
        if column and (kind.casefold(), sub.casefold()) in KINDS
    }


def _question(text: str, choice: str) -> str:
    return " - ".join(part for part in (text.strip(), choice.strip()) if part)


def _label_rows(sheet: Sheet) -> list[tuple[str, str, str]]:
    _refuse_broken(sheet)
    if sheet.cells.width != 3:
        raise ExportError(
            f"{sheet.place}: {sheet.cells.width} columns instead of 3 (variable, code, label). "
            f"{TOGETHER}"
        )
    rows = sheet.cells.fill_null("").rows()
    headed = rows[0][0].lower() in LABELS_HEADER
    return [(column, code, label.strip()) for column, code, label in rows[headed:]]


def _questions(rows: Iterable[tuple[str, str]], place: str) -> Mapping[str, str]:
    questions: dict[str, str] = {}
    problems = []
    for column, text in rows:
        known = questions.setdefault(column, text)
        if known != text:
            problems.append(f'{place}: {column} has two questions, "{known}" and "{text}".')
    if problems:
        raise ExportError(f"{problem} {TOGETHER}" for problem in problems)
    return questions


def _labels(rows: Iterable[tuple[str, str, str]], place: str) -> Mapping[str, Mapping[str, str]]:
    labels: dict[str, dict[str, str]] = {}
    problems = []
    for column, code, label in rows:
        known = labels.setdefault(column, {}).setdefault(code, label)
        if known != label:
            problems.append(
                f'{place}: code {code} of {column} has two labels, "{known}" and "{label}".'
            )
    if problems:
        raise ExportError(f"{problem} {TOGETHER}" for problem in problems)
    return labels


def _refuse_broken(sheet: Sheet) -> None:
    if sheet.broken.height:
        raise ExportError(
            f"{sheet.place}, row {row}: {reason}. {TOGETHER}"
            for row, _, reason in sheet.broken.iter_rows()
        )


def _refuse_unknown(named: Mapping[str, list[str]], dataset: str, columns: Sequence[str]) -> None:
    lacking = PurePosixPath(dataset).name
    problems = [
        f"{place}: names columns that {lacking} lacks: {_listed(unknown)}. {TOGETHER}"
        for place, names in named.items()
        if (unknown := [name for name in dict.fromkeys(names) if name not in set(columns)])
    ]
    if problems:
        raise ExportError(problems)


def _listed(names: Sequence[str]) -> str:
    more = len(names) - NAMES_SHOWN
    return ", ".join(names[:NAMES_SHOWN]) + (f" and {more} more" if more > 0 else "")
