"""Values in accepted rows that validation must find.

They stand where the question would have been left blank otherwise, so that every published base
stays. How many of each there are stands in the docstring of reconstruct.py.
"""

from .records import Row, complete, some

EMPLOYEES = ("ca. 25", "-3", "120000", "mange")
INNOVATED = ("9", "0")
FUTURE = {"s_12_2": "8", "s_12_7": "0", "s_12_10": "33"}


def with_bad_values(rows: list[Row]) -> list[Row]:
    """The rows, with unknown codes, impossible numbers and answers to questions not asked."""
    changed = [dict(row) for row in rows]
    _unreadable(changed)
    _not_asked(changed)
    return changed


def _unreadable(rows: list[Row]) -> None:
    """Numbers of employees and codes that cannot be."""
    without_number = some(rows, "employees", lambda row: row["s_2"] == "" and row["s_3"] != "")
    for text, row in zip(EMPLOYEES, without_number, strict=False):
        row["s_2"] = text
    stopped = some(rows, "innovated", lambda row: row["s_3"] == "")
    for text, row in zip(INNOVATED, stopped, strict=False):
        row["s_3"] = text
    for column, text in FUTURE.items():
        blank = some(rows, column, lambda row, column=column: complete(row) and not row[column])
        blank[0][column] = text


def _not_asked(rows: list[Row]) -> None:
    """Answers that stayed when an earlier answer was changed: routing violations."""
    no_innovations = some(rows, "turned no", lambda row: complete(row) and row["s_3"] == "2")
    no_innovations[0].update({"s_7": "1", "s_8_1": "2", "s_8_2": "3", "s_8_3": "1", "s_8_4": "3"})
    not_external = some(rows, "alone", lambda row: complete(row) and row["s_4_2"] == "0")
    ticks = {f"s_6_{number}": str(int(number in (1, 5))) for number in range(1, 12)}
    not_external[0].update(ticks)
