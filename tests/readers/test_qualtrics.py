"""Qualtrics: one file as received, and small ones written here by the tool's help pages.

The received file holds one response in German; exports with ticks, matrices, older header rows and
tabs in UTF-16 were not at hand.
"""

import csv
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from pipeline.readers.export import Export, Hint
from pipeline.readers.reading import read_export

EXPORTS = Path(__file__).parents[3] / "shared" / "exports" / "qualtrics"
OWN = {
    "StartDate": ("startDate", "Startdato", "time"),
    "EndDate": ("endDate", "Slutdato", "time"),
    "Status": ("status", "Svartype", "technical"),
    "IPAddress": ("ipAddress", "IP-adresse", "personal"),
    "Progress": ("progress", "Fremskridt", "technical"),
    "Duration (in seconds)": ("duration", "Varighed (i sekunder)", "technical"),
    "Finished": ("finished", "Afsluttet", "technical"),
    "RecordedDate": ("recordedDate", "Registreret", "time"),
    "ResponseId": ("_recordId", "Svar-id", "respondent"),
    "RecipientLastName": ("recipientLastName", "Efternavn", "personal"),
    "RecipientFirstName": ("recipientFirstName", "Fornavn", "personal"),
    "RecipientEmail": ("recipientEmail", "Mail", "personal"),
    "ExternalReference": ("externalDataReference", "Reference", "personal"),
    "LocationLatitude": ("locationLatitude", "Bredde", "personal"),
    "LocationLongitude": ("locationLongitude", "Længde", "personal"),
    "DistributionChannel": ("distributionChannel", "Kanal", "technical"),
    "UserLanguage": ("userLanguage", "Sprog", "technical"),
}
"""Name -> import id, wording, what it is."""
ANSWERS = ["2024-01-02 10:00:00", "2024-01-02 10:05:00", "IP Address", "10.0.0.1", "100", "300"]
OWN_ANSWERS = [*ANSWERS, "True", "2024-01-02 10:05:01", "R_1a", *[""] * 6, "anonymous", "DA"]
ASKED = [
    # name, wording, import id, the answers of five people
    ("Q2", "Køn - Selected Choice", "QID2", "Kvinde|Mand|Andet|Mand|"),
    ("Q2_3_TEXT", "Køn - Andet - Text", "QID2_3_TEXT", "||selv|NA|"),
    ("Q5_1", "Hvad bruger I? - Selected Choice - Mail", "QID5_1", "Mail|||Mail|"),
    ("Q5_2", "Hvad bruger I? - Selected Choice - Chat - tale", "QID5_2", "|Chat - tale|||"),
    ("Q5_3_TEXT", "Hvad bruger I? - Andet: - Text", "QID5_3_TEXT", "||Brev||"),
    ("Q6_1", "Kanaler - Web", "QID6_1", "1||1||"),
    ("Q6_2", "Kanaler - Papir", "QID6_2", "1|1|||"),
    ("Q7_1", "Enig? - Mål", "QID7_1", "Enig|Uenig|Enig|Uenig|Enig"),
    ("Q7_2", "Enig? - Midler", "QID7_2", "Enig|Enig||Uenig|"),
    ("Q8", "Vælg flere", "QID8", "A,B|A|B,C|A,C|A,B,C"),
    ("Q9", "<b>Mere?</b>", "QID9_TEXT", "Nej, tak|Ja|||"),
    ("Q10_Page Submit", "Tid - Page Submit", "QID10_PAGE_SUBMIT", "1.5||||"),
    ("Region", "Region", "Region", "Nord|Nord|Syd||"),
]


def table(header_rows: int = 3) -> list[list[str]]:
    header = [
        [*OWN, *(name for name, *_ in ASKED)],
        [*(wording for _, wording, _ in OWN.values()), *(wording for _, wording, *_ in ASKED)],
        [json.dumps({"ImportId": one[0]}) for one in OWN.values()]
        + [json.dumps({"ImportId": import_id}) for _, _, import_id, _ in ASKED],
    ]
    columns = [answers.split("|") for *_, answers in ASKED]
    rows = [[*OWN_ANSWERS, *(column[person] for column in columns)] for person in range(5)]
    return [*header[:header_rows], *rows]


def read(put: Any, rows: list[list[str]], separator: str = ",", encoding: str = "utf-8") -> Export:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    name = "svar.tsv" if separator == "\t" else "svar.csv"
    return read_export(put(name, text.getvalue().encode(encoding)))


@pytest.mark.parametrize(
    ("header_rows", "reason"),
    [
        (3, "three header rows, ImportId"),
        (2, "two header rows, response id"),
        (1, "one header row, response id"),
    ],
)
def test_header_rows_are_recognised_and_every_cell_is_kept(put, header_rows, reason):
    rows = table(header_rows)
    export = read(put, rows)
    assert (
        export.recognised
        == f"Qualtrics: {reason}; commas, {'UTF-8' if header_rows > 1 else 'ASCII'}"
    )
    assert export.format == "qualtrics"
    assert export.rows.columns == rows[0]
    assert export.rows.rows() == [tuple(cell or None for cell in row) for row in rows[header_rows:]]
    assert export.row_numbers[0] == header_rows + 1


def test_tabs_in_utf_16_give_the_same(put, tmp_path):
    tabs = read(put, table(), "\t", "utf-16")
    assert tabs.recognised == "Qualtrics: three header rows, ImportId; tabs, UTF-16"
    (tmp_path / "svar.tsv").unlink()
    commas = read(put, table())
    assert tabs.rows.equals(commas.rows)
    assert (tabs.questions, tabs.hints) == (commas.questions, commas.hints)


@pytest.mark.parametrize("header_rows", [3, 2])
def test_what_the_header_rows_tell(put, header_rows):
    export = read(put, table(header_rows))
    for name, (*_, kind) in OWN.items():
        assert export.hints[name] == Hint(kind)
        assert name not in export.questions
    assert export.questions["Q2"] == "Køn"
    assert export.questions["Q2_3_TEXT"] == "Køn - Andet - Text"
    assert export.questions["Q5_2"] == "Hvad bruger I? - Chat - tale"
    assert export.questions["Q7_2"] == "Enig? - Midler"
    assert export.questions["Q9"] == "Mere?"
    assert export.hints["Q2"] == Hint("single", "Køn")
    assert export.hints["Q2_3_TEXT"] == Hint("other_text", "Køn")
    assert export.hints["Q5_1"] == export.hints["Q5_2"] == Hint("multiple", "Hvad bruger I?")
    assert export.hints["Q5_3_TEXT"] == Hint("other_text", "Hvad bruger I?")
    assert export.hints["Q6_1"] == export.hints["Q6_2"] == Hint("multiple", "Kanaler")
    assert export.hints["Q7_1"] == export.hints["Q7_2"] == Hint("battery", "Enig?")
    assert export.hints["Q8"] == Hint("joined", separator=",")
    assert export.hints.get("Q9", Hint()).kind == ("text" if header_rows == 3 else "")
    assert export.hints["Q10_Page Submit"] == Hint("technical")
    assert "Region" not in export.hints


def test_older_exports_name_their_own_columns_in_the_second_row(put):
    rows = [
        ["V1", "V2", "V6", "V8", "V10", "Q1_1", "Q1_2"],
        ["ResponseID", "ResponseSet", "IPAddress", "StartDate", "Finished", "Ja? - A", "Ja? - B"],
        ["R_1a", "Default", "10.0.0.1", "2014-01-02 10:00:00", "1", "1", ""],
    ]
    export = read(put, rows)
    assert export.rows.columns == [*rows[1][:5], "Q1_1", "Q1_2"]
    assert export.hints["ResponseID"] == Hint("respondent")
    assert export.hints["IPAddress"] == Hint("personal")
    assert export.hints["Q1_2"] == Hint("multiple", "Ja?")


def test_a_question_that_is_called_like_a_column_of_the_tool_is_a_question(put):
    rows = table()
    rows[0][-1], rows[2][-1] = "Name", '{"ImportId": "QID30"}'
    assert read(put, rows).questions["Name"] == "Region"


def test_the_table_of_another_tool_is_not_taken(put):
    export = read(put, [["ResponseId", "Status", "Q1"], ["1", "new", "x"]])
    assert export.format == "csv"


@pytest.mark.skipif(not EXPORTS.is_dir(), reason="the real exports are not beside this checkout")
def test_the_received_file_in_german():
    path = EXPORTS / "sample.csv"
    with path.open(newline="", encoding="utf-8") as file:
        names, wordings, _, *rows = csv.reader(file)
    export = read_export(EXPORTS)
    assert export.recognised == "Qualtrics: three header rows, ImportId; commas, UTF-8"
    for name, (*_, kind) in OWN.items():
        assert export.hints[name] == Hint(kind)
    assert export.questions == dict(zip(names[17:19], wordings[17:19], strict=True))
    assert export.hints["Q2"] == Hint("text")
    assert export.hints["Q2 - Topics"] == Hint("technical")
    for position, name in enumerate(names):
        given = Counter(row[position] for row in rows if row[position])
        counted = Counter(export.rows[name].drop_nulls())
        assert counted == given
        shares = {answer: count / len(rows) for answer, count in given.items()}
        assert {one: count / export.rows.height for one, count in counted.items()} == shares
