import pytest

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
