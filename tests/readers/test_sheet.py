import polars as pl
import pytest

from pipeline.errors import ExportError
from pipeline.readers.export import BROKEN_SCHEMA, Export, Hint, Source
from pipeline.readers.sheet import Sheet, as_export, told_apart

NUMBERS = pl.Series("row", [1, 2, 4], dtype=pl.UInt32)


def sheet(*rows: tuple[str | None, ...], numbers: pl.Series = NUMBERS) -> Sheet:
    columns = [str(number + 1) for number in range(len(rows[0]))]
    return Sheet(
        pl.DataFrame(rows, schema=columns, orient="row"),
        numbers,
        pl.DataFrame(schema=BROKEN_SCHEMA),
        "svar.csv",
        "commas, UTF-8",
        Source("svar.csv", 1, ""),
    )


def read(*rows: tuple[str | None, ...], numbers: pl.Series = NUMBERS) -> Export:
    table = sheet(*rows, numbers=numbers)
    return as_export(table, 1, table.row(0), {"a": "Alder?", "z": "Ukendt"}, "CSV", "csv")


def test_the_header_names_the_columns_as_it_is():
    export = read((" Id", "id"), ("1", "2"), (None, "3"))
    assert export.rows.to_dicts() == [{" Id": "1", "id": "2"}, {" Id": None, "id": "3"}]
    assert export.row_numbers.to_list() == [2, 4]
    assert export.recognised == "CSV; commas, UTF-8"


def test_questions_are_those_of_columns_that_are_there():
    assert read(("a", "b"), ("1", "2"), ("1", "2")).questions == {"a": "Alder?"}


def test_hints_are_those_of_columns_that_are_there():
    table = sheet(("a", "b"), ("1", "2"), ("1", "2"))
    hints = {"a": Hint("number"), "z": Hint("text")}
    assert as_export(table, 1, ["a", "b"], {}, "CSV", "csv", hints=hints).hints == {
        "a": Hint("number")
    }
    assert as_export(table, 1, ["a", "b"], {}, "CSV", "csv").hints == {}


def test_a_column_without_a_name_is_named_or_left_out_where_it_is_empty():
    rows = read((None, "a", None, None), ("x", "1", None, None), (None, "2", None, "y")).rows
    assert rows.columns == ["column_1", "a", "column_4"]
    assert rows.rows() == [("x", "1", None), (None, "2", "y")]


def test_a_named_column_stays_where_it_is_empty():
    assert read(("a", "b"), ("1", None), ("2", None)).rows.columns == ["a", "b"]


def test_doubled_names_are_refused_and_all_named():
    with pytest.raises(ExportError, match=r'svar\.csv: several columns .*: "a", "column_4"\.'):
        read(("a", "a", "column_4", None), ("1", "2", "3", "4"), numbers=NUMBERS.head(2))


def test_a_name_that_polars_takes_for_a_pattern_is_refused():
    with pytest.raises(
        ExportError, match=r'svar\.csv: the column "\^a\$" is called like a pattern'
    ):
        read(("a", "^a$"), ("1", "2"), ("1", "2"))


def test_a_header_without_rows_is_an_empty_export():
    with pytest.raises(ExportError, match=r"svar\.csv: empty export"):
        read(("a", "b"), numbers=NUMBERS.head(1))


def test_rows_below_the_last_have_no_cells():
    assert sheet(("a", None), numbers=NUMBERS.head(1)).row(0) == ["a", ""]
    assert sheet(("a", None), numbers=NUMBERS.head(1)).row(1) == []


def test_names_that_stand_several_times_are_told_apart():
    assert told_apart(["a", "b", "a", "", "a (2)", "a", ""]) == [
        "a", "b", "a (3)", "", "a (2)", "a (4)", "",
    ]  # fmt: skip
