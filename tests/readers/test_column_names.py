"""Names that differ in capitals alone, and those of the database itself."""

from pathlib import Path

import pytest

from pipeline.readers.column_names import names_apart
from pipeline.readers.reading import read_export


@pytest.mark.parametrize(
    ("names", "apart"),
    [
        (["Age", "Sex"], ["Age", "Sex"]),
        (["Age", "age", "AGE"], ["Age", "age (2)", "AGE (3)"]),
        (["age", "Age (2)", "AGE"], ["age", "Age (2)", "AGE (3)"]),
        (["age", "AGE", "Age (2)"], ["age", "AGE (3)", "Age (2)"]),
        (["row", "ROW"], ["row (2)", "ROW (3)"]),
        (["Øl", "øl"], ["Øl", "øl (2)"]),
    ],
)
def test_names_differ_in_more_than_capitals(names: list[str], apart: list[str]) -> None:
    assert names_apart(names) == apart


def test_what_a_file_says_of_a_column_goes_with_its_name(tmp_path: Path) -> None:
    text = "Timestamp,Row,Comments,comments\n2024-03-01 10:00:00,1,a,b\n2024-03-02 10:00:00,2,,c\n"
    (tmp_path / "form.csv").write_text(text, encoding="utf-8")
    export = read_export(tmp_path, format="google_forms")
    assert export.rows.columns == ["Timestamp", "Row (2)", "Comments", "comments (2)"]
    assert export.rows["comments (2)"].to_list() == ["b", "c"]
    assert export.questions["comments (2)"] == "comments"
    assert export.questions["Row (2)"] == "Row"
    assert "Row" not in {**export.questions, **export.hints}
