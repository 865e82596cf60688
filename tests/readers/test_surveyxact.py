"""SurveyXact, as three CSV files and as a workbook with three sheets.

A real export with semicolons is tested in test_real_exports.py. The other files are written here,
by what NIFU's published reader readSX and its examples tell: commas and tabs, the separator too
many behind a choice, `labels` without a header, sheets Dataset, Structure and Labels, the dataset
of a wide survey in sheets Dataset(1), Dataset(2), a sheet Variables beside them. No workbook that
the tool wrote was at hand.
"""

import io
from typing import Any

import pytest
import xlsxwriter

from pipeline.errors import ExportError
from pipeline.readers.reading import read_export

DATASET = "respondent;s_1;s_2_1;s_2_2\r\n11;1;1;0\r\n12;2;;\r\n"
STRUCTURE = (
    "questionName;variableName;questionType;subType;questionText;choiceValue;choiceText\r\n"
    "respondent;respondent;Open;String;Respondent;;\r\n"
    "s_1;s_1;Closed;Single;Hvor arbejder I? ;;\r\n"
    "s_2;s_2_1;Closed;Multiple;Hvem gjorde I det med?;1;Kommunen \r\n"
    's_2;s_2_2;Closed;Multiple;Hvem gjorde I det med?;2;"Andre; hvem?"\r\n'
)
LABELS = (
    "s_1;1;På et bosted \r\ns_1;2;I en forening\r\n"
    "s_2_1;0;Ikke valgt\r\ns_2_1;1;Valgt\r\ns_2_2;0;Ikke valgt\r\ns_2_2;1;Valgt\r\n"
)


@pytest.fixture
def wave(put):
    """Write the three files, some of them otherwise or (None) not at all."""

    def write(encoding="cp1252", **texts: str | None):
        files = {"dataset": DATASET, "structure": STRUCTURE, "labels": LABELS} | texts
        folder = put("codebook.yml", b"survey: innovation\n")
        for role, text in files.items():
            if text is not None:
                put(f"{role}.csv", text.encode(encoding))
        return folder

    return write


def test_three_files_give_answers_questions_and_labels(wave):
    export = read_export(wave())
    assert export.rows.to_dicts() == [
        {"respondent": "11", "s_1": "1", "s_2_1": "1", "s_2_2": "0"},
        {"respondent": "12", "s_1": "2", "s_2_1": None, "s_2_2": None},
    ]
    assert export.row_numbers.to_list() == [2, 3]
    assert export.questions == {
        "respondent": "Respondent",
        "s_1": "Hvor arbejder I?",
        "s_2_1": "Hvem gjorde I det med? - Kommunen",
        "s_2_2": "Hvem gjorde I det med? - Andre; hvem?",
    }
    assert export.labels["s_1"] == {"1": "På et bosted", "2": "I en forening"}
    assert export.labels["s_2_2"] == {"0": "Ikke valgt", "1": "Valgt"}
    assert {name: hint.kind for name, hint in export.hints.items()} == {
        "respondent": "text",
        "s_1": "single",
        "s_2_1": "multiple",
        "s_2_2": "multiple",
    }
    assert [source.name for source in export.sources] == [
        "dataset.csv",
        "structure.csv",
        "labels.csv",
    ]
    assert export.recognised == "SurveyXact: 3 files, semicolons, Windows-1252"


@pytest.mark.parametrize(
    ("separator", "encoding", "recognised"),
    [(",", "cp1252", "commas, Windows-1252"), ("\t", "utf-16", "tabs, UTF-16")],
)
def test_the_other_variants_give_the_same(wave, separator, encoding, recognised):
    expected = read_export(wave())
    texts = {
        role: text.replace('"Andre; hvem?"', "Andre | hvem?").replace(";", separator)
        for role, text in {"dataset": DATASET, "structure": STRUCTURE, "labels": LABELS}.items()
    }
    export = read_export(wave(encoding, **texts))
    assert export.rows.equals(expected.rows)
    assert export.labels == expected.labels
    assert export.recognised == f"SurveyXact: 3 files, {recognised}"


def test_labels_may_have_a_header_row(wave):
    export = read_export(wave(labels="variable;code;label\r\n" + LABELS))
    assert export.labels["s_1"] == {"1": "På et bosted", "2": "I en forening"}
    assert "variable" not in export.labels


def test_files_may_have_a_name_before_their_role(put):
    put("Trivsel 2020 dataset.csv", DATASET.encode())
    put("Trivsel 2020 structure.csv", STRUCTURE.encode())
    folder = put("Trivsel 2020 labels.csv", LABELS.encode())
    assert read_export(folder).rows.height == 2


@pytest.mark.parametrize("role", ["dataset", "structure", "labels"])
def test_a_missing_file_is_named(wave, role):
    with pytest.raises(
        ExportError, match=rf"{role}\.csv of the SurveyXact export is missing\. Exp"
    ):
        read_export(wave(**{role: None}))


def test_all_missing_files_are_named(put):
    folder = put("dataset.csv", DATASET.encode())
    with pytest.raises(ExportError) as raised:
        read_export(folder, ["dataset.csv"], "surveyxact")
    assert len(raised.value.messages) == 2


def test_columns_that_the_dataset_lacks_are_named_for_both_files(wave):
    with pytest.raises(ExportError) as raised:
        read_export(
            wave(
                structure=STRUCTURE + "s_9;s_9;Open;String;Andet?;;\r\n",
                labels=LABELS + "s_8;1;J\n",
            )
        )
    structure, labels = raised.value.messages
    assert "structure.csv: names columns that dataset.csv lacks: s_9." in structure
    assert "labels.csv: names columns that dataset.csv lacks: s_8." in labels


def test_a_code_with_two_labels_is_refused(wave):
    with pytest.raises(ExportError, match=r'code 1 of s_1 has two labels, "På et bosted" and "I"'):
        read_export(wave(labels=LABELS + "s_1;1;I\r\n"))


def test_a_column_with_two_questions_is_refused(wave):
    doubled = STRUCTURE + "s_1;s_1;Closed;Single;Hvor bor I?;;\r\n"
    with pytest.raises(ExportError, match=r'structure\.csv: s_1 has two questions, "Hvor arbejder'):
        read_export(wave(structure=doubled))


def test_a_broken_row_of_structure_or_labels_is_refused(wave):
    with pytest.raises(ExportError, match=r"labels\.csv, row 7: 2 fields instead of 3"):
        read_export(wave(labels=LABELS + "s_1;3\r\ns_1;4;Andet\r\n"))


def test_a_structure_without_its_columns_is_refused(wave):
    with pytest.raises(ExportError, match="columns are missing: questionText, choiceText"):
        read_export(wave(structure="questionName;variableName\r\ns_1;s_1\r\n"))


def test_labels_without_three_columns_are_refused(wave):
    with pytest.raises(ExportError, match="2 columns instead of 3"):
        read_export(wave(labels="s_1;1\r\ns_1;2\r\n"))


def test_a_dataset_that_was_cut_is_refused(wave):
    with pytest.raises(ExportError, match=r"dataset\.csv, row 3: the last row has 2 fields"):
        read_export(wave(dataset=DATASET.removesuffix(";;\r\n")))


CHOICES = STRUCTURE.replace("Kommunen \r\n", "Kommunen ;\r\n").replace('hvem?"\r\n', 'hvem?";\r\n')


@pytest.mark.parametrize(
    ("separator", "encoding"), [(";", "cp1252"), (",", "cp1252"), ("\t", "utf-16")]
)
def test_a_separator_too_many_behind_a_choice_adds_nothing(wave, separator, encoding):
    """As the tool itself writes them, with commas and with tabs."""
    expected = read_export(wave()).questions
    texts = {
        role: text.replace('"Andre; hvem?"', '"Andre| hvem?"').replace(";", separator)
        for role, text in {"dataset": DATASET, "structure": CHOICES, "labels": LABELS}.items()
    }
    questions = read_export(wave(encoding, **texts)).questions
    assert {name: text.replace("|", ";") for name, text in questions.items()} == expected
    assert list(questions) == list(expected)


def test_a_row_of_structure_with_more_than_a_separator_too_many_is_refused(wave):
    broken = CHOICES + "s_3;s_3;Open;String;Andet?;;;\r\n" + "s_3;s_3;Open;String;A;B?;;\r\n"
    with pytest.raises(ExportError, match=r"structure\.csv, row 6: 9 fields instead of 7"):
        read_export(wave(structure=broken.replace("Andet?;;;", "Andet?;;;;")))


def test_the_structure_alone_is_no_survey(put):
    with pytest.raises(ExportError) as raised:
        read_export(put("structure.csv", STRUCTURE.encode()))
    assert "dataset of the SurveyXact export is missing" in raised.value.messages[0]
    assert "labels of the SurveyXact export is missing" in raised.value.messages[1]


def cells(text: str) -> list[list[Any]]:
    """The rows of a table; whole numbers as numbers, as spreadsheets hold them."""
    rows = [line.replace("Andre; hvem?", "Andre| hvem?").split(";") for line in text.splitlines()]
    plain = [[cell.strip('"').replace("|", ";") for cell in row] for row in rows]
    return [[int(cell) if cell.isdigit() else cell or None for cell in row] for row in plain]


def workbook(**sheets: list[list[Any]]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as written:
        for name, rows in sheets.items():
            sheet = written.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return content.getvalue()


SHEETS = {"Dataset": cells(DATASET), "Structure": cells(STRUCTURE), "Labels": cells(LABELS)}
VARIABLES = [["s_1", "Hvor arbejder I?"]]


@pytest.mark.parametrize(
    "order", [("Dataset", "Structure", "Labels"), ("Labels", "Dataset", "Structure")]
)
def test_a_workbook_gives_what_the_files_give(put, wave, order):
    expected = read_export(wave())
    folder = put("Trivsel.xlsx", workbook(**{name: SHEETS[name] for name in order}))
    export = read_export(folder, ["Trivsel.xlsx"])
    assert export.rows.equals(expected.rows)
    assert export.row_numbers.to_list() == [2, 3]
    assert export.questions == expected.questions
    assert export.labels == expected.labels
    assert export.format == "surveyxact"
    assert [source.name for source in export.sources] == ["Trivsel.xlsx"]
    assert export.recognised == ('SurveyXact: sheets dataset, structure, labels; sheet "Dataset"')


def test_a_workbook_that_is_named_with_its_format_is_read(put):
    folder = put("Trivsel.xlsx", workbook(**SHEETS, Variables=VARIABLES))
    for format in ("surveyxact", None):
        export = read_export(folder, ["Trivsel.xlsx"], format)
        assert export.labels["s_1"] == {"1": "På et bosted", "2": "I en forening"}
    assert read_export(folder, format="surveyxact").questions["s_1"] == "Hvor arbejder I?"
    assert read_export(folder, ["Trivsel.xlsx"], "xlsx").questions == {}


@pytest.mark.parametrize("missing", ["Dataset", "Structure", "Labels"])
def test_a_missing_sheet_is_named(put, missing):
    some = {name: rows for name, rows in SHEETS.items() if name != missing}
    with pytest.raises(
        ExportError, match=rf"{missing.lower()} of the SurveyXact export is missing"
    ):
        read_export(put("Trivsel.xlsx", workbook(**some)))


def test_a_dataset_in_several_sheets_is_put_together(put):
    """Ten parts: a sheet is told by its number, not by the letters of its name.

    A respondent who answered nothing in a part has a blank row there.
    """
    parts = {
        "Dataset(10)": [["s_9"], [None], [9]],
        "Dataset(1)": [["respondent", "s_1"], [11, 1], [12, 2]],
        "Dataset(2)": [["respondent", "s_2_1"], [11, None], [12, 1]],
        "Dataset(3)": [["s_2_2"], [0], [None]],
    }
    structure = [*SHEETS["Structure"], ["s_9", "s_9", "Open", "String", "Hvorfor?"]]
    folder = put("a.xlsx", workbook(**parts, Structure=structure, Labels=SHEETS["Labels"]))
    export = read_export(folder)
    assert export.rows.to_dicts() == [
        {"respondent": "11", "s_1": "1", "s_2_1": None, "s_2_2": "0", "s_9": None},
        {"respondent": "12", "s_1": "2", "s_2_1": "1", "s_2_2": None, "s_9": "9"},
    ]
    assert export.recognised.startswith("SurveyXact: sheets dataset in 4 parts, structure, labels;")


def test_parts_of_a_dataset_that_differ_in_a_column_are_refused(put):
    parts = {"Dataset(1)": [["s_1"], [1], [2]], "Dataset(2)": [["s_1"], [1], [1]]}
    folder = put("a.xlsx", workbook(**parts, **{k: SHEETS[k] for k in ("Structure", "Labels")}))
    with pytest.raises(ExportError, match=r'several columns have the same name: "s_1"'):
        read_export(folder)


def test_a_sheet_that_contradicts_itself_is_named(put):
    labels = [*SHEETS["Labels"], ["s_1", 1, "I"]]
    folder = put("a.xlsx", workbook(**SHEETS | {"Labels": labels}))
    with pytest.raises(ExportError, match=r'a\.xlsx, sheet "Labels": code 1 of s_1 has two labels'):
        read_export(folder)
