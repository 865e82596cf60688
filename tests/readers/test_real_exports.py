"""Files as the survey tools wrote them, compared with what the csv module reads."""

import csv
import hashlib
from pathlib import Path

import pytest
import xlsxwriter

from pipeline.readers.reading import read_export

EXPORTS = Path(__file__).parents[3] / "shared" / "exports"
pytestmark = pytest.mark.skipif(
    not EXPORTS.is_dir(), reason="the real exports are not beside this checkout (../shared/exports)"
)


def csv_rows(path: Path, separator: str, encoding: str) -> list[list[str]]:
    with path.open(newline="", encoding=encoding) as file:
        return list(csv.reader(file, delimiter=separator))


@pytest.mark.parametrize(
    ("name", "separator", "header_rows", "height", "width"),
    [
        # The height counts second and third header rows, which one header row leaves as answers.
        ("surveymonkey/steak-risk-survey.csv", ",", 2, 550, 15),
        ("surveymonkey/flying-etiquette.csv", ",", 1, 1040, 27),
        ("google-forms/r-community-2018-en.tsv", "\t", 1, 3062, 42),
        ("google-forms/r-community-2019-en.csv", ",", 1, 1838, 52),
        ("limesurvey/us-2017.csv", ",", 1, 164, 242),
        ("limesurvey/uk-2017.csv", ",", 1, 253, 245),
        ("qualtrics/sample.csv", ",", 3, 1, 20),
    ],
)
def test_every_cell_is_what_the_csv_module_reads(name, separator, header_rows, height, width):
    path = EXPORTS / name
    header, *rows = csv_rows(path, separator, "utf-8")
    rows = rows[header_rows - 1 :]
    export = read_export(path.parent, [path.name])
    assert export.rows.shape == (height, width)
    assert export.row_numbers.to_list() == list(range(header_rows + 1, header_rows + height + 1))
    assert export.broken.height == 0
    for position, title in enumerate(header):
        answers = [row[position] or None for row in rows]
        if title or any(answers):
            assert export.rows[title or f"column_{position + 1}"].to_list() == answers
    assert export.sources[0].sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_surveyxact_gives_every_code_question_and_label():
    folder = EXPORTS / "surveyxact" / "semicolon_ansi"
    header, *rows = csv_rows(folder / "dataset.csv", ";", "cp1252")
    export = read_export(folder)
    assert export.recognised == "SurveyXact: 3 files, semicolons, Windows-1252"
    assert export.rows.shape == (999, 242)
    assert export.rows.columns == header
    assert export.rows.rows() == [tuple(cell or None for cell in row) for row in rows]
    assert export.broken.height == 0
    assert list(export.questions) == header
    assert export.questions["v_1_4"] == (
        "Hvilke(t) valgfag hadde du på ungdomsskolen? (flere kryss er mulig) - "
        "Natur, miljø og friluftsliv"
    )
    assert export.questions["m_1"] == "Hvilket matematikkfag hadde du på Vg1?"
    assert export.labels["s_2"]["1"] == "Idrettsfag"
    assert sum(map(len, export.labels.values())) == 1199
    received = (folder / "dataset.csv").read_bytes()
    text = "".join(cell for row in export.rows.rows() for cell in row if cell)
    for letter in "æøåÆØÅ":
        assert text.count(letter) == received.count(letter.encode("cp1252"))
    assert "ø" in text


def test_surveyxact_gives_the_same_in_its_other_forms(tmp_path):
    """The real tables, written as the tool is known to: commas, tabs, and a workbook."""
    folder = EXPORTS / "surveyxact" / "semicolon_ansi"
    roles = ("dataset", "structure", "labels")
    tables = {role: csv_rows(folder / f"{role}.csv", ";", "cp1252") for role in roles}
    expected = read_export(folder)
    for separator, encoding in ((",", "cp1252"), ("\t", "utf-16")):
        for role, rows in tables.items():
            with (tmp_path / f"{role}.csv").open("w", newline="", encoding=encoding) as file:
                csv.writer(file, delimiter=separator).writerows(rows)
        export = read_export(tmp_path)
        assert export.rows.equals(expected.rows)
        assert (export.questions, export.labels) == (expected.questions, expected.labels)
    with xlsxwriter.Workbook(tmp_path / "a.xlsx", {"strings_to_numbers": True}) as workbook:
        for role, rows in tables.items():
            sheet = workbook.add_worksheet(role.capitalize())
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    export = read_export(tmp_path, ["a.xlsx"])
    assert export.rows.columns == expected.rows.columns
    assert (export.questions, export.labels) == (expected.questions, expected.labels)
    assert export.rows["s_2"].equals(expected.rows["s_2"])
