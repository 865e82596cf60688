"""Microsoft Forms, as its workbooks are described; no file that the tool wrote was at hand.

The Norwegian names of its columns are those that published programs for such files read; the
Danish, Swedish and German ones are not confirmed.
"""

import io
from datetime import datetime
from typing import Any

import pytest
import xlsxwriter

from pipeline.readers.export import Export, Hint
from pipeline.readers.reading import read_export

ENGLISH = ["ID", "Start time", "Completion time", "Email", "Name", "Language"]
TIMES = (datetime(2024, 3, 1, 9, 30), datetime(2024, 3, 1, 9, 34, 12))
ANSWERS = [["Mail;Chat, tale;", "Enig", 4], ["Chat, tale;", "Uenig", 5], [None, None, None]]


def read(put: Any, header: list[str], answers: list[list[Any]]) -> Export:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Sheet1")
        time = workbook.add_format({"num_format": "m/d/yy h:mm:ss"})
        sheet.write_row(0, 0, header)
        for number, row in enumerate(answers, start=1):
            sheet.write_number(number, 0, number)
            sheet.write_datetime(number, 1, TIMES[0], time)
            sheet.write_datetime(number, 2, TIMES[1], time)
            sheet.write_row(number, 3, ["anonymous", None, *row])
    return read_export(put("svar.xlsx", content.getvalue()))


def test_a_workbook_of_answers(put):
    rows = [["English", *answers] for answers in ANSWERS]
    export = read(put, [*ENGLISH, "Brug?", "Enig?\N{NO-BREAK SPACE}", "Hvor meget?"], rows)
    reason = 'Microsoft Forms: ID, Start time, Completion time; sheet "Sheet1"'
    assert export.recognised == reason
    assert export.format == "microsoft_forms"
    assert export.rows["Brug?"].to_list() == ["Mail;Chat, tale;", "Chat, tale;", None]
    assert export.rows["Completion time"].to_list() == ["2024-03-01 09:34:12"] * 3
    assert export.questions == {
        name: name for name in ("Brug?", "Enig?\N{NO-BREAK SPACE}", "Hvor meget?")
    }
    kinds = ["respondent", "time", "time", "personal", "personal", "technical"]
    assert export.hints == {
        **{name: Hint(kind) for name, kind in zip(ENGLISH, kinds, strict=True)},
        "Completion time": Hint("time", sent=True),
        "Brug?": Hint("joined", separator=";"),
    }


@pytest.mark.parametrize(
    "own",
    [
        ["Id", "Starttidspunkt", "Fuldførelsestidspunkt", "Mail", "Navn"],
        ["ID", "Starttidspunkt", "Fullføringstidspunkt", "E-postadresse", "Navn"],
        ["ID", "Starttid", "Slutförandetid", "E-post", "Namn"],
        ["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name"],
    ],
)
def test_the_tools_columns_in_other_languages(put, own):
    export = read(put, [*own, "Navn"[:3], "Sprog"], [["a", "b"]])
    kinds = ["respondent", "time", "time", "personal", "personal"]
    told = dict(zip(own, map(Hint, kinds), strict=True))
    assert export.hints == {**told, own[2]: Hint("time", sent=True)}
    assert list(export.questions) == ["Nav", "Sprog"]


def test_what_a_quiz_adds_is_technical(put):
    header = [*ENGLISH[:5], "Total points", "Quiz feedback", "Q - a?", "Points - Q - a?",
              "Feedback - Q - a?", "Points - of view"]  # fmt: skip
    export = read(put, header, [["10", None, "x;", "5", None, "y"]])
    assert [export.hints[name].kind for name in header[5:10]] == [
        "technical", "technical", "joined", "technical", "technical",
    ]  # fmt: skip
    assert list(export.questions) == ["Q - a?", "Points - of view"]


def test_another_workbook_is_none_of_this_tools(put):
    assert read(put, ["ID", "Start", "Completion time", "Email", "Name"], [[]]).format == "xlsx"
