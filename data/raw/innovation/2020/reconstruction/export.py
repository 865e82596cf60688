"""The three files of a SurveyXact export: semicolons, Windows-1252, a line feed after each line."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from .questionnaire import question_columns
from .records import BACKGROUND, STATUS, Row

ENCODING = "cp1252"
STATUS_TEXTS = ("Ny", "Distribueret", "Nogen svar", "Gennemført", "Frafaldet")
TICKED = (("0", "Ikke valgt"), ("1", "Valgt"))


def line(values: Iterable[str]) -> str:
    """Values as a line without its end; quoted where they hold a separator or quotation mark."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="").writerow(values)
    return text.getvalue()


def header(codebook: Mapping[str, Any]) -> tuple[str, ...]:
    """The columns of dataset.csv."""
    return (*BACKGROUND, *question_columns(codebook).values(), *STATUS)


def data_line(row: Row) -> str:
    """A row of dataset.csv."""
    return line(row.values())


def write_export(folder: Path, codebook: Mapping[str, Any], data_lines: Sequence[str]) -> None:
    """Write dataset.csv, structure.csv and labels.csv."""
    structure = [STRUCTURE_HEADER, *_background_structure(), *_structure(codebook), *_status()]
    for name, lines in (
        ("dataset.csv", [line(header(codebook)), *data_lines]),
        ("structure.csv", [line(entry) for entry in structure]),
        ("labels.csv", [line(entry) for entry in _labels(codebook)]),
    ):
        (folder / name).write_bytes("".join(f"{text}\n" for text in lines).encode(ENCODING))


STRUCTURE_HEADER = (
    "questionName",
    "variableName",
    "questionType",
    "subType",
    "questionText",
    "choiceValue",
    "choiceText",
)


def _background_structure() -> list[tuple[str, ...]]:
    return [(name, name, "Open", "String", name, "", "") for name in BACKGROUND]


def _structure(codebook: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """A line a question column, in the order of the questionnaire."""
    lines: list[tuple[str, ...]] = []
    for variable in codebook["variables"].values():
        text = variable.get("text", {}).get("da", "")
        kind = variable["type"]
        if kind == "multiple":
            for number, item in enumerate(variable["items"].values(), start=1):
                question = item["column"].rsplit("_", 1)[0]
                choice = (str(number), item["label"]["da"])
                lines.append((question, item["column"], "Closed", "Multiple", text, *choice))
        elif kind == "battery":
            for item in variable["items"].values():
                asked = f"{text} - {item['label']['da']}"
                lines.append((item["column"], item["column"], "Closed", "Single", asked, "", ""))
        elif "column" in variable:
            column = variable["column"]
            lines.append((column, column, *QUESTION_TYPES[kind], text, "", ""))
    return lines


QUESTION_TYPES = {
    "single": ("Closed", "Single"),
    "number": ("Open", "Number"),
    "text": ("Open", "String"),
}


def _status() -> list[tuple[str, ...]]:
    return [
        ("statoverall", column, "Closed", "Multiple", "Samlet status", str(number), text)
        for number, (column, text) in enumerate(zip(STATUS, STATUS_TEXTS, strict=True), start=1)
    ]


def _labels(codebook: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Column, code and label of every category; multiple response and status: (not) chosen."""
    lines: list[tuple[str, ...]] = []
    for variable in codebook["variables"].values():
        if variable["type"] == "multiple":
            for item in variable["items"].values():
                lines += [(item["column"], *choice) for choice in TICKED]
        elif variable["type"] in ("single", "battery"):
            scale = codebook["scales"].get(variable.get("scale"), variable)["categories"]
            choices = [(str(entry["code"]), entry["label"]["da"]) for entry in scale.values()]
            for item in variable.get("items", {"": variable}).values():
                lines += [(item["column"], *choice) for choice in choices]
    return lines + [(column, *choice) for column in STATUS for choice in TICKED]
