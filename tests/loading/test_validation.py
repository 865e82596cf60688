"""Values of the export that fail the schema made of the codebook."""

from dataclasses import replace

import pandera.polars as pa
import polars as pl
import pytest

from pipeline.codebooks.codebook import Category, Codebook, Columns, Item, Variable
from pipeline.codebooks.reading.answers import TICK_CATEGORIES
from pipeline.loading.validation import FAILED_VALUES, failed_values, number_in, schema

KIND = Variable(
    "kind",
    "single",
    {},
    {"da": "Type"},
    {"": Item({"da": "Type"}, "q1")},
    {
        "club": Category(1, {"da": "Forening", "en": "Club"}),
        "dont_know": Category(9, {"da": "Ved ikke"}, missing=True, aliases=("?",)),
    },
)
PARTNERS = Variable(
    "partners",
    "multiple",
    {},
    {"da": "Partnere"},
    {"town": Item({"da": "Kommunen"}, "q2")},
    TICK_CATEGORIES,
    ticked=("1", "x"),
    not_ticked=("0",),
)
STAFF = Variable(
    "staff",
    "number",
    {},
    {"da": "Ansatte"},
    {"": Item({"da": "Ansatte"}, "q3")},
    low=0,
    high=1000,
    whole=True,
)
REMARK = Variable("remark", "text", {}, {"da": "Andet"}, {"": Item({"da": "Andet"}, "q4")})


def codebook(*variables: Variable) -> Codebook:
    return Codebook("tiny", "2024", ("da",), Columns(), {one.name: one for one in variables})


def failures(variable: Variable, *values: str | None) -> list[tuple[int, str | None, str]]:
    """Row, value and reason; the values stand in the rows 2, 4, 6 ... of the file."""
    column = next(iter(codebook(variable).question_columns))
    rows = pl.DataFrame({column: pl.Series(values, dtype=pl.String)})
    numbers = pl.Series(range(2, 2 * len(values) + 2, 2), dtype=pl.UInt32)
    failed = failed_values(rows, numbers, codebook(variable))
    assert failed.schema == FAILED_VALUES
    assert set(failed["column_name"]) <= {column}
    return failed.select("row", "value", "reason").rows()


@pytest.mark.parametrize("value", ["1", "Forening", "Club", "9", "Ved ikke", "?", "", None])
def test_what_a_single_choice_may_hold(value: str | None) -> None:
    assert failures(KIND, "1", value) == []


@pytest.mark.parametrize("value", ["forening", "2", "1.0", "club", "Forening, Club", "01"])
def test_what_is_no_label(value: str) -> None:
    assert failures(KIND, "1", value) == [(4, value, "unknown label")]


def test_options_are_ticked_in_one_of_the_ways_that_the_codebook_lists() -> None:
    assert failures(PARTNERS, "1", "x", "0", "", "Kommunen", "yes") == [
        (12, "yes", "unknown label")
    ]


@pytest.mark.parametrize("value", ["0", "1000", " 12 ", "-0", "", None, "007"])
def test_what_a_whole_number_may_be(value: str | None) -> None:
    assert failures(STAFF, value) == []


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("12,5", "not a whole number"),
        ("12.0", "not a whole number"),
        ("twelve", "not a whole number"),
        ("1e3", "not a whole number"),
        ("1 000", "not a whole number"),
        ("-1", "out of range"),
        ("1001", "out of range"),
    ],
)
def test_what_a_whole_number_may_not_be(value: str, reason: str) -> None:
    assert failures(STAFF, "5", value) == [(4, value, reason)]


def test_a_value_that_fails_twice_is_reported_once() -> None:
    assert failures(STAFF, "2000,5") == [(2, "2000,5", "not a whole number")]


@pytest.mark.parametrize("value", ["12,5", "12.5", "-3", "0,0001"])
def test_a_number_may_have_decimals_after_comma_or_point(value: str) -> None:
    assert failures(replace(STAFF, whole=False, low=None, high=None), value) == []


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("1.234,5", "not a number"),
        ("NaN", "not a number"),
        ("inf", "not a number"),
        (",5", "not a number"),
        ("1234567890123456", "out of range"),
        ("9" * 400, "out of range"),
    ],
)
def test_what_no_sum_could_hold(value: str, reason: str) -> None:
    assert failures(replace(STAFF, whole=False, low=None, high=None), value) == [(2, value, reason)]


def test_text_may_be_anything() -> None:
    assert failures(REMARK, "x", "=1+1", "", None, "<b>") == []


def test_every_failure_of_an_export_is_found_with_its_row_and_column() -> None:
    rows = pl.DataFrame(
        {
            "q1": ["1", "Kirke", None],
            "q2": ["y", "0", None],
            "q3": ["5", "-1", None],
            "q4": ["", "", None],
            "elsewhere": ["a", "b", "c"],
        }
    )
    numbers = pl.Series([2, 3, 7], dtype=pl.UInt32)
    failed = failed_values(rows, numbers, codebook(KIND, PARTNERS, STAFF, REMARK))
    assert failed.rows() == [
        (2, "q2", "y", "unknown label"),
        (3, "q1", "Kirke", "unknown label"),
        (3, "q3", "-1", "out of range"),
    ]


def test_the_schema_is_pandera_and_covers_what_can_be_checked() -> None:
    made = schema(codebook(KIND, STAFF, REMARK))
    assert isinstance(made, pa.DataFrameSchema)
    assert list(made.columns) == ["q1", "q3"]
    assert [check.name for check in made.columns["q3"].checks] == [
        "not a whole number",
        "out of range",
    ]


def test_the_number_in_a_text() -> None:
    texts = pl.DataFrame({"text": ["12,5", " 3 ", "x", "", None]})
    assert texts.select(number_in(pl.col("text")))["text"].to_list() == [12.5, 3, None, None, None]


def test_the_sign_between_thousands_is_no_decimal() -> None:
    staff = replace(STAFF, thousands=".", high=20_000, whole=False)
    rows = pl.DataFrame({"q3": ["12.345", "999,5", "1.234.567"]})
    failed = failed_values(rows, pl.Series([2, 3, 4], dtype=pl.UInt32), codebook(staff))
    assert failed.select("row", "reason").rows() == [(4, "out of range")]
