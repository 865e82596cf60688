"""Files of SPSS: two as received, and small ones written here by pyreadstat.

The expected values of the received ones are computed from what pyreadstat gives, called directly.
"""

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pyreadstat
import pytest

from pipeline.errors import ExportError
from pipeline.readers import spss
from pipeline.readers.export import Export, Hint
from pipeline.readers.reading import read_export

EXPORTS = Path(__file__).parents[3] / "shared" / "exports" / "spss"
real = pytest.mark.skipif(
    not EXPORTS.is_dir(), reason="the real exports are not beside this checkout (../shared/exports)"
)
ANSWERS = pl.DataFrame(
    {
        "id": [1.0, 2.0, 3.0, 4.0],
        "score": [0.5, 12.0, None, 98.0],
        "text": ["NA", "  to ord", "Z", ""],
        "blank": pl.Series([None] * 4, dtype=pl.Float64),
        "grade": [1.0, 2.0, 9.0, None],
        "day": [date(2024, 2, 29), None, date(1999, 12, 31), date(1815, 1, 1)],
        "moment": [datetime(2024, 2, 29, 23, 59, 58), None, None, datetime(2024, 1, 1)],
    }
)


def written(put: Any, frame: pl.DataFrame, name: str = "svar.sav", **about: Any) -> Path:
    folder = put(name, b" ")
    pyreadstat.write_sav(frame, folder / name, compress=name.endswith("zsav"), **about)
    return put(name, (folder / name).read_bytes())


def read(put: Any, frame: pl.DataFrame = ANSWERS, **about: Any) -> Export:
    return read_export(written(put, frame, **about))


@pytest.mark.parametrize("name", ["svar.sav", "svar.zsav", "SVAR.SAV"])
def test_values_are_text(put, name):
    export = read(put, name=name)
    assert export.format == "spss"
    assert export.recognised == "SPSS: 7 variables, UTF-8"
    assert export.rows.to_dict(as_series=False) == {
        "id": ["1", "2", "3", "4"],
        "score": ["0.5", "12", None, "98"],
        "text": ["NA", "  to ord", "Z", None],
        "blank": [None] * 4,
        "grade": ["1", "2", "9", None],
        "day": ["2024-02-29", None, "1999-12-31", "1815-01-01"],
        "moment": ["2024-02-29 23:59:58", None, None, "2024-01-01 00:00:00"],
    }
    assert set(export.rows.dtypes) == {pl.String}
    assert export.row_numbers.to_list() == [1, 2, 3, 4]


def test_labels_questions_missing_values_and_measures(put):
    export = read(
        put,
        column_labels={"score": "Hvor mange?", "grade": "Hvor tilfreds?"},
        variable_value_labels={
            "grade": {1: "Slet ikke", 2: "Meget", 9: "Ved ikke", 99: "Uoplyst"},
            "text": {"Z": "Andet"},
        },
        missing_ranges={"grade": [9], "score": [{"lo": 90, "hi": 99}], "text": ["Z"]},
        variable_measure={"grade": "ordinal", "score": "scale", "text": "nominal"},
    )
    assert export.questions == {"score": "Hvor mange?", "grade": "Hvor tilfreds?"}
    assert export.labels == {
        "grade": {"1": "Slet ikke", "2": "Meget", "9": "Ved ikke", "99": "Uoplyst"},
        "text": {"Z": "Andet"},
    }
    assert export.hints == {
        "score": Hint("number", missing=("98",)),
        "text": Hint(missing=("Z",), ordered=False),
        "grade": Hint("single", missing=("9",), ordered=True),
    }


def test_a_range_of_missing_values_names_labelled_ones_that_nobody_gave(put):
    about = {"variable_value_labels": {"grade": {1: "Ja", 97: "Nægter", 98: "Ved ikke"}}}
    export = read(put, missing_ranges={"grade": [{"lo": 9, "hi": 99}]}, **about)
    assert export.hints["grade"].missing == ("9", "97", "98")


def test_a_date_is_neither_a_number_nor_the_time_of_an_answer(put):
    export = read(put, variable_measure={"day": "scale", "moment": "scale"})
    assert not {"day", "moment"} & export.hints.keys()


def test_a_number_with_named_ends_is_no_choice(put):
    ends = {"score": {0: "Slet ikke", 100: "Fuldt ud"}}
    export = read(put, variable_value_labels=ends, variable_measure={"score": "scale"})
    assert "score" not in export.hints


@pytest.mark.parametrize("name", ["svar.sav", "svar.zsav"])
def test_texts_of_several_segments_and_numbers_of_every_format_are_whole(put, name):
    """SPSS keeps a text of more than 255 bytes in several variables of the file."""
    long = "æøå " * 4000 + "slut"
    frame = pl.DataFrame(
        {"text": ["kort", long], "euro": [1234.5, -0.25], "month": [date(2024, 3, 1), None]}
    )
    formats = {"euro": "COMMA12.2", "month": "MOYR8"}
    export = read(put, frame, name=name, variable_format=formats)
    assert export.rows["text"].to_list() == ["kort", long]
    assert export.rows["euro"].to_list() == ["1234.5", "-0.25"]
    assert export.rows["month"].to_list() == ["2024-03-01", None]


def test_cases_without_content_are_left_out_and_the_others_keep_their_numbers(put):
    export = read(put, pl.DataFrame({"a": [None, 1.0, None, 2.0], "b": ["", "x", "", ""]}))
    assert export.rows.rows() == [("1", "x"), ("2", None)]
    assert export.row_numbers.to_list() == [2, 4]


def test_a_file_without_cases_is_refused(put):
    frame = pl.DataFrame({"a": [None]}, schema={"a": pl.Float64})
    with pytest.raises(ExportError, match=r"svar\.sav: empty export: there is no case"):
        read(put, frame)


@pytest.mark.parametrize("kept", [3, 100, 400, -3])
@pytest.mark.parametrize("name", ["svar.sav", "svar.zsav"])
def test_a_cut_file_is_refused(put, name, kept):
    content = (written(put, ANSWERS, name) / name).read_bytes()
    folder = put(name, content[:kept])
    with pytest.raises(ExportError, match=r"sav: no readable file of SPSS \(.*\)\. It may be cut"):
        read_export(folder)


def test_a_text_in_another_encoding_than_the_file_names_is_refused(put):
    folder = written(put, pl.DataFrame({"a": ["Grøn kål"]}))
    content = (folder / "svar.sav").read_bytes().replace("ø".encode(), b"\xf8\xf8")
    put("svar.sav", content)
    with pytest.raises(ExportError, match="a text is not in the encoding that the file names"):
        read_export(folder)


def test_a_file_that_unpacks_to_too_much_is_refused(put, monkeypatch):
    monkeypatch.setattr(spss, "MOST_BYTES", 16 * 1000)
    small = pl.DataFrame({"a": [1.0] * 1000, "b": [2.0] * 1000})
    assert read(put, small, name="svar.zsav").rows.height == 1000
    with pytest.raises(ExportError, match=r"svar\.zsav: more than 1000 cases"):
        read(put, pl.concat([small, small.head(1)]), name="svar.zsav")


def test_two_files_are_two_exports(put):
    written(put, ANSWERS)
    folder = written(put, ANSWERS, "other.zsav")
    with pytest.raises(ExportError, match=r"several exports: spss: other\.zsav; spss: svar\.sav"):
        read_export(folder)
    with pytest.raises(ExportError, match="an export of SPSS is one file"):
        read_export(folder, ["svar.sav", "other.zsav"], "spss")


@real
def test_multiple_response_sets_are_told():
    export = read_export(EXPORTS, ["simple_alltypes.sav"])
    ticked = Hint("multiple", "My multiple response set", ordered=False, ticked="1")
    mentioned = Hint("battery", "categorical_array", ordered=False)
    for number in (1, 2, 3):
        assert export.hints[f"bool{number}"] == ticked
        assert export.hints[f"ca_subvar_{number}"] == mentioned
    assert export.questions["bool1"] == "My multiple response set - Response #1"
    assert export.questions["x"] == "Numeric variable with value labels"
    assert export.hints["x"].missing == ("7", "8", "99")
    assert export.hints["z"].missing == ("-9", "999")
    assert export.rows["date"].to_list()[0] == "2014-11-01"
    assert export.rows["str"].to_list()[3:] == ["NA", None, "MORE JUNK"]


@real
def test_times_and_missing_values_of_a_received_file():
    export = read_export(EXPORTS, ["sample_missing.sav"])
    assert export.recognised == "SPSS: 7 variables, windows-1252"
    assert export.rows["mytime"].to_list()[:4] == ["10:10:10", "23:10:10", "00:00:00", "16:10:10"]
    assert export.hints["mynum"] == Hint("number", missing=("2500", "-1"))
    assert export.hints["myord"] == Hint("single", missing=("-1", "-2", "-3"), ordered=True)
    assert export.labels["myord"] == {"-1": "missing", "1": "low", "2": "medium", "3": "high"}


def independent_shares(path: Path, column: str) -> dict[str, tuple[int, float]]:
    """Value label, or value -> count and share of the valid answers, missing values left out."""
    values, about = pyreadstat.read_sav(str(path), output_format="dict")
    labels = about.variable_value_labels.get(column, {})
    given = [value for value in values[column] if value not in (None, "") and value == value]
    counted = Counter(str(labels.get(value, value)) for value in given)
    return {answer: (count, count / len(given)) for answer, count in counted.items()}


def shares_as_read(export: Export, column: str) -> dict[str, tuple[int, float]]:
    missing = export.hints.get(column, Hint()).missing
    given = [value for value in export.rows[column] if value is not None and value not in missing]
    labels = export.labels.get(column, {})
    counted = Counter(labels.get(value, value) for value in given)
    return {answer: (count, count / len(given)) for answer, count in counted.items()}


@real
@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("simple_alltypes.sav", ["ca_subvar_1", "ca_subvar_2", "ca_subvar_3", "str", "date", "y"]),
        ("sample_missing.sav", ["mylabl", "myord", "mydate", "dtime", "mytime"]),
    ],
)
def test_counts_and_shares_are_those_computed_without_the_reader(name, columns):
    export = read_export(EXPORTS, [name])
    for column in columns:
        expected = independent_shares(EXPORTS / name, column)
        assert len(expected) > 1
        assert shares_as_read(export, column) == expected


@real
@pytest.mark.parametrize("column", ["x", "z", "bool1", "bool2", "bool3"])
def test_shares_of_numbers_are_those_computed_without_the_reader(column):
    path = EXPORTS / "simple_alltypes.sav"
    read_shares = shares_as_read(read_export(EXPORTS, [path.name]), column)
    labels = {"red": "red", "green": "green", "blue": "blue"}
    as_numbers = {labels.get(key) or str(float(key)): shares for key, shares in read_shares.items()}
    assert as_numbers == independent_shares(path, column)
