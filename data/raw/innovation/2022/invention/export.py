"""One file: commas, UTF-8, answers as full texts, and columns named for what they hold."""

import csv
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from reconstruction.chance import shuffled, stream
from reconstruction.questionnaire import question_columns

from .organisations import LAST_PAGE, VOLUNTEER, Organisations

Row = dict[str, str]
FIRST_DAY = datetime(2022, 5, 9, 7, 30)
DAYS = 22
TIME = "%d-%m-%Y %H:%M"
COMPLETE, PARTLY = "Gennemført", "Nogen svar"
NO_NUMBERS = ("ca. 30", "ved ikke", "-1")
TICKED = {1: "Valgt", 0: "Ikke valgt"}


def write_export(
    path: Path,
    codebook: Mapping[str, Any],
    organisations: Organisations,
    answers: Mapping[str, list[str] | np.ndarray],
) -> None:
    """Write all rows, the ones that must not be accepted among them, by the time of their start."""
    columns = question_columns(codebook)
    texts = {question: _texts(codebook, question, answers[question]) for question in columns}
    times = stream("2022 times").random_sample((2, len(organisations)))
    rows = []
    for place in range(len(organisations)):
        row = _identity(organisations, place, times[0, place], times[1, place])
        row |= {column: texts[question][place] for question, column in columns.items()}
        rows.append(row)
    for row, text in zip(shuffled("2022 no numbers", rows), NO_NUMBERS, strict=False):
        row[columns["employees"]] = text
    rows += [*_tests(rows), *_opened(rows, columns), *_earlier(rows, columns)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=_started))


def _started(row: Row) -> tuple[datetime, str]:
    return datetime.strptime(row["startet"], TIME), row["organisationsnummer"]


def _identity(organisations: Organisations, place: int, when: float, how_long: float) -> Row:
    """The columns that are no questions; addresses lie in domains reserved for examples."""
    key = organisations.keys[place]
    volunteer = organisations.org_type[place] == VOLUNTEER
    domain = "forening.invalid" if volunteer else "tilbud.example.org"
    started = FIRST_DAY + timedelta(days=int(when * DAYS), minutes=int(540 * (when * 997 % 1)))
    pages = int(organisations.last_page[place])
    return {
        "organisationsnummer": key,
        "startet": started.strftime(TIME),
        "afsluttet": (started + timedelta(minutes=2 + int(pages * 2 * how_long))).strftime(TIME),
        "udsendelse": "e-mail",
        "status": COMPLETE if pages == LAST_PAGE else PARTLY,
        "kontakt_mail": f"kontakt-{key}@{domain}",
    }


def _texts(codebook: Mapping[str, Any], question: str, codes: list[str] | np.ndarray) -> list[str]:
    """What stands in the export for the codes of a question."""
    variable = codebook["variables"][question.partition(".")[0]]
    if variable["type"] in ("number", "text"):
        return [str(one) for one in codes]
    if variable["type"] == "multiple":
        return [TICKED.get(int(code), "") for code in codes]
    categories = codebook["scales"].get(variable.get("scale"), variable)["categories"]
    labels = {one["code"]: one["label"]["da"] for one in categories.values()}
    return [labels.get(int(code), "") for code in codes]


def _tests(rows: list[Row]) -> list[Row]:
    """Three test answers of the office."""
    return [
        {**row, "organisationsnummer": f"320000{number}", "udsendelse": "test"}
        for number, row in enumerate(shuffled("2022 tests", rows)[:3])
    ]


def _opened(rows: list[Row], columns: Mapping[str, str]) -> list[Row]:
    """Four who opened the questionnaire and answered nothing."""
    blank = dict.fromkeys(columns.values(), "")
    return [
        {**row, **blank, "organisationsnummer": f"320100{number}", "status": PARTLY}
        for number, row in enumerate(shuffled("2022 opened", rows)[:4])
    ]


def _earlier(rows: list[Row], columns: Mapping[str, str]) -> list[Row]:
    """Five who began, left after the first page, and answered again a day later."""
    kept = {columns["org_type"], columns["employees"]}
    blank = {column: "" for column in columns.values() if column not in kept}
    complete = [row for row in rows if row["status"] == COMPLETE]
    return [
        {
            **row,
            **blank,
            "startet": _a_day_before(row["startet"]),
            "afsluttet": _a_day_before(row["startet"]),
            "status": PARTLY,
        }
        for row in shuffled("2022 earlier", complete)[:5]
    ]


def _a_day_before(time: str) -> str:
    return (datetime.strptime(time, TIME) - timedelta(days=1)).strftime(TIME)
