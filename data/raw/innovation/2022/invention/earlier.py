"""The wave of 2020, as its export has it: who answered, and how answers were distributed."""

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import yaml
from reconstruction.questionnaire import question_columns

Answers = dict[str, int]


@dataclass(frozen=True)
class Earlier:
    """The complete answers of 2020: codes by question, by the number of the organisation."""

    answers: dict[str, Answers]

    def distribution(self, question: str, org_type: int) -> Counter[int]:
        """How many organisations of a type gave each answer to a question."""
        return Counter(
            one[question]
            for one in self.answers.values()
            if one["org_type"] == org_type and question in one
        )


def read_earlier(folder: Path) -> Earlier:
    """The last complete answer of each organisation."""
    codebook = yaml.safe_load((folder / "codebook.yml").read_text(encoding="utf-8"))
    columns = question_columns(codebook)
    width = len(columns) + 11  # and what stands before and after the questions
    with (folder / "dataset.csv").open(encoding="cp1252", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    header = lines[0]
    rows = [dict(zip(header, line, strict=True)) for line in lines[1:] if len(line) == width]
    return Earlier(
        {
            row["respondent"]: {
                question: int(row[column])
                for question, column in columns.items()
                if row[column].isdigit()
            }
            for row in rows
            if row["stato_4"] == "1" and row["distribution"] == "mail"
        }
    )
