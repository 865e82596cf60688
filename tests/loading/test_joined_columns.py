"""Columns of joined answers, taken apart into a column an option."""

import polars as pl

from pipeline.codebooks.codebook import Codebook, Columns, Item, Joined, Variable
from pipeline.codebooks.reading.answers import TICK_CATEGORIES
from pipeline.loading.joined_columns import expanded
from pipeline.loading.validation import FAILED_VALUES
from pipeline.readers.export import BROKEN_SCHEMA, Export

NAMES = ["q [tools.a]", "q [tools.both]", "q [tools.rest]"]


def codebook(other: bool) -> Codebook:
    labels = {"a": "A", "both": "A, B"} | ({"rest": "Andet"} if other else {"rest": "B"})
    items = {
        name: Item({"da": label}, f"q [tools.{name}]", other=other and name == "rest")
        for name, label in labels.items()
    }
    tools = Variable(
        "tools",
        "multiple",
        {},
        {"da": "Redskaber"},
        items,
        TICK_CATEGORIES,
        ticked=("1",),
        not_ticked=("0",),
        joined=Joined("q", ", "),
    )
    return Codebook("tiny", "2024", ("da",), Columns(), {"tools": tools})


def export(*cells: str | None) -> Export:
    rows = pl.DataFrame({"id": ["x"] * len(cells), "q": pl.Series(cells, dtype=pl.String)})
    numbers = pl.Series("row", range(2, len(cells) + 2), dtype=pl.UInt32)
    return Export(rows, numbers, BROKEN_SCHEMA.to_frame(), {}, {}, (), "", "csv")


def test_each_option_has_a_column_and_the_cell_stays():
    result = expanded(export("A, B, A", "A", "", None, "Fax, A, mere"), codebook(other=True))
    assert result.export.rows.columns == ["id", "q", *NAMES]
    assert result.export.rows["q"].to_list() == ["A, B, A", "A", "", None, "Fax, A, mere"]
    assert result.export.rows.select(NAMES).rows() == [
        ("1", "1", "0"),
        ("1", "0", "0"),
        (None, None, None),
        (None, None, None),
        ("1", "0", "1"),
    ]
    assert result.failed.schema == FAILED_VALUES
    assert result.failed.height == 0


def test_what_is_no_option_and_what_is_unclear_is_told_with_its_row():
    result = expanded(export("A", "Fax, A", "A, B"), codebook(other=False))
    assert result.failed.rows() == [
        (3, "q", "Fax", "no option"),
        (4, NAMES[0], "A, B", "can be read as different options"),
        (4, NAMES[1], "A, B", "can be read as different options"),
        (4, NAMES[2], "A, B", "can be read as different options"),
    ]
    assert result.export.rows.select(NAMES).row(1) == ("1", "0", "0")
    assert set(result.export.rows.select(NAMES).row(2)) == {
        "can be read as different options: A, B"
    }


def test_a_codebook_without_joined_answers_changes_nothing():
    empty = Codebook("tiny", "2024", ("da",), Columns(), {})
    assert expanded(export("A"), empty).export.rows.columns == ["id", "q"]
