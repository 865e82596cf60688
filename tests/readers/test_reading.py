import pytest

from pipeline.errors import ExportError
from pipeline.readers.reading import NAMES, read_export

ANSWERS = b"id;a\n1;2\n"


def test_the_only_export_beside_other_files_is_found(put):
    for name in (
        "codebook.yml",
        "wave.yml",
        "README.md",
        "readme.txt",
        "reconstruct.py",
        "b_codes.csv",
    ):
        put(name, b"no export\n")
    for name in (".svar.csv", "~$svar.xlsx", "questionnaire.pdf"):
        put(name, b"no export\n")
    folder = put("svar.csv", ANSWERS)
    (folder / "old.csv").mkdir()
    assert read_export(folder).sources[0].name == "svar.csv"


def test_several_exports_are_named_with_what_to_do(put):
    put("svar.csv", ANSWERS)
    put("svar.xlsx", b"")
    for name in ("dataset.csv", "structure.csv", "labels.csv"):
        folder = put(name, ANSWERS)
    with pytest.raises(ExportError) as raised:
        read_export(folder)
    assert (
        "several exports: surveyxact: dataset.csv, structure.csv, labels.csv; csv: svar.csv; "
        "xlsx: svar.xlsx. Name the one that counts in wave.yml: "
        "`export: {format: ..., files: [...]}`."
    ) in str(raised.value)


def test_named_files_and_format_decide(put):
    put("old.csv", ANSWERS)
    folder = put("svar.dat", b"id,a\n7,8\n")
    assert read_export(folder, ["svar.dat"], "csv").rows.rows() == [("7", "8")]
    assert read_export(folder, ["old.csv"]).rows.rows() == [("1", "2")]
    assert read_export(folder, format="csv").rows.rows() == [("1", "2")]


def test_no_export_tells_what_lies_there(put):
    folder = put("svar.docx", b"PK")
    with pytest.raises(
        ExportError,
        match=rf"no export of a known format \({', '.join(NAMES)}\); found only svar\.docx\. It",
    ):
        read_export(folder)


def test_an_empty_folder_and_a_missing_one_are_told_apart(tmp_path):
    with pytest.raises(ExportError, match=rf"no export of a known format \({', '.join(NAMES)}\)\."):
        read_export(tmp_path)
    with pytest.raises(ExportError, match="2021: no such folder"):
        read_export(tmp_path / "2021")


def test_all_named_files_that_cannot_be_used_are_told_at_once(put):
    folder = put("svar.csv", ANSWERS)
    with pytest.raises(ExportError) as raised:
        read_export(folder, ["../svar.csv", "/etc/passwd", "gone.csv", "svar.csv"])
    assert len(raised.value.messages) == 3
    assert "gone.csv: the file is missing" in str(raised.value)


def test_an_unknown_format_is_refused(put):
    with pytest.raises(ExportError, match=r'format "sas" is not known\. Known are: surveyxact'):
        read_export(put("svar.csv", ANSWERS), format="sas")


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("svar.XLS", "Save it as XLSX or CSV"),
        ("svar.ods", "Save it as XLSX or CSV"),
        ("svar.csv.gz", "Unpack it, and name the file or the folder with the export"),
        ("svar.pdf", "export them from the survey tool as CSV or XLSX"),
        ("svar", "Give the file the ending that it should have, as .csv"),
    ],
)
def test_files_that_are_not_read_come_with_what_to_do(put, name, advice):
    with pytest.raises(ExportError) as raised:
        read_export(put(name, b"something"))
    assert f"found only {name}. " in str(raised.value)
    assert advice in str(raised.value)
