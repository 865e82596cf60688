"""SurveyXact's three files: dataset (codes), structure (questions) and labels (codes in words).

The tool writes them with semicolons in Windows-1252, with commas in Windows-1252, or with tabs in
UTF-16. `labels` has no header row in the exports seen; one is accepted.
"""

from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from pipeline.errors import ExportError
from pipeline.readers.delimited import split
from pipeline.readers.delimited_file import DelimitedTable, read_table
from pipeline.readers.encoding import decode
from pipeline.readers.export import Export
from pipeline.readers.received import Received

NAME = "surveyxact"
ROLES = ("dataset", "structure", "labels")
STRUCTURE_COLUMNS = ("variableName", "questionText", "choiceText")
LABELS_HEADER = {"variable", "variablename"}
# A message that lists more names than this is not read.
NAMES_SHOWN = 10
TOGETHER = "Export dataset, structure and labels together and copy all three."


def find(names: Sequence[str]) -> list[tuple[str, ...]]:
    """The export of this format among file names; two of the three files are enough to see it."""
    found = [name for role in ROLES for name in names if _role(name) == role]
    return [tuple(found)] if len({_role(name) for name in found}) > 1 else []


def read(files: Sequence[Received]) -> Export:
    """Read the three files of a SurveyXact export.

    A question with several choices has a column a choice: its text is "question - choice".
    Raises ExportError for a missing file, and for files that do not belong together.
    """
    file_by_role = _by_role(files)
    dataset = read_table(file_by_role["dataset"])
    structure, structure_rows = _structure(file_by_role["structure"])
    label_rows, labels_encoding = _label_rows(file_by_role["labels"])
    _refuse_unknown(file_by_role, dataset.rows.columns, structure_rows, label_rows)
    encodings = {dataset.encoding, structure.encoding, labels_encoding} - {"ASCII"} or {"ASCII"}
    return Export(
        rows=dataset.rows,
        row_numbers=dataset.row_numbers,
        broken=dataset.broken,
        questions=_questions(structure_rows, file_by_role["structure"].place),
        labels=_labels(label_rows, file_by_role["labels"].place),
        sources=tuple(file_by_role[role].source for role in ROLES),
        recognised=f"SurveyXact: 3 files, {dataset.separator.name}, {', '.join(sorted(encodings))}",
        format=NAME,
    )


def _role(name: str) -> str | None:
    stem, _, suffix = name.lower().rpartition(".")
    return next((role for role in ROLES if suffix == "csv" and stem.endswith(role)), None)


def _by_role(files: Sequence[Received]) -> dict[str, Received]:
    found = {role: [file for file in files if _role(file.path.name) == role] for role in ROLES}
    folder = files[0].path.parent.as_posix()
    problems = [
        f"{folder}: {role}.csv of the SurveyXact export is missing. {TOGETHER}"
        if not matches
        else f"{folder}: several files are {role}.csv: "
        f"{', '.join(file.path.name for file in matches)}. Name the three files that belong "
        "together under `export` in wave.yml."
        for role, matches in found.items()
        if len(matches) != 1
    ]
    if problems:
        raise ExportError(problems)
    return {role: matches[0] for role, matches in found.items()}


def _structure(file: Received) -> tuple[DelimitedTable, list[tuple[str, str]]]:
    table = read_table(file)
    _refuse_broken(table.broken, file.place)
    missing = [name for name in STRUCTURE_COLUMNS if name not in table.rows.columns]
    if missing:
        raise ExportError(f"{file.place}: columns are missing: {', '.join(missing)}. {TOGETHER}")
    rows = table.rows.select(STRUCTURE_COLUMNS).fill_null("").rows()
    return table, [(column, _question(text, choice)) for column, text, choice in rows]


def _question(text: str, choice: str) -> str:
    return " - ".join(part for part in (text.strip(), choice.strip()) if part)


def _label_rows(file: Received) -> tuple[list[tuple[str, str, str]], str]:
    text = decode(file)
    records = split(text.utf8, file.place)
    _refuse_broken(records.broken, file.place)
    if records.cells.width != 3:
        raise ExportError(
            f"{file.place}: {records.cells.width} columns instead of 3 (variable, code, label). "
            f"{TOGETHER}"
        )
    rows = records.cells.fill_null("").rows()
    headed = rows[0][0].lower() in LABELS_HEADER
    return [(column, code, label.strip()) for column, code, label in rows[headed:]], text.encoding


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


def _refuse_broken(broken: pl.DataFrame, place: str) -> None:
    if broken.height:
        raise ExportError(
            f"{place}, row {row}: {reason}. {TOGETHER}" for row, _, reason in broken.iter_rows()
        )


def _refuse_unknown(
    files: Mapping[str, Received],
    columns: Sequence[str],
    structure_rows: Sequence[tuple[str, str]],
    label_rows: Sequence[tuple[str, str, str]],
) -> None:
    named = {
        "structure": [row[0] for row in structure_rows],
        "labels": [row[0] for row in label_rows],
    }
    problems = [
        f"{files[role].place}: names columns that {files['dataset'].path.name} lacks: "
        f"{_listed(unknown)}. {TOGETHER}"
        for role, names in named.items()
        if (unknown := [name for name in dict.fromkeys(names) if name not in set(columns)])
    ]
    if problems:
        raise ExportError(problems)


def _listed(names: Sequence[str]) -> str:
    more = len(names) - NAMES_SHOWN
    return ", ".join(names[:NAMES_SHOWN]) + (f" and {more} more" if more > 0 else "")
