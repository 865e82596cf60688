"""Columns of joined answers, taken apart into a column an option."""

import csv
import re
from pathlib import Path

import polars as pl
import pytest

from pipeline.codebooks.codebook import Codebook, Columns, Item, Joined, Variable
from pipeline.codebooks.reading.answers import TICK_CATEGORIES
from pipeline.loading.joined_columns import expanded
from pipeline.loading.validation import FAILED_VALUES
from pipeline.readers.export import BROKEN_SCHEMA, Export
from pipeline.readers.reading import read_export

REAL = Path(__file__).parents[3] / "shared" / "exports" / "google-forms"

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


DISCOVER = "How do you discover new packages or packages that are unfamiliar to you?"
WAYS = {
    "social": "Social media such as blogs, R-bloggers, Twitter, Slack, or GitHub contacts",
    "network": "Your personal network, such as colleagues and professors",
    "meetings": "Conferences, meet-ups, or seminars",
    "books": "Books, textbooks, or journal articles (JSS, JOSS, R-Journal)",
    "lists": "Email lists such as r-help, r-packages, or r-pkg-devel",
}


@pytest.mark.skipif(not REAL.is_dir(), reason="the real exports are not beside this checkout")
def test_options_with_commas_of_a_real_form_count_as_their_texts_are_found():
    """Counted without the pipeline: cells in which the text stands between separators or ends."""
    name = "r-community-2019-en.csv"
    with (REAL / name).open(newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    cells = [row[header.index(DISCOVER)] for row in rows]
    wanted = {
        way: sum(bool(re.search(f"(^|, ){re.escape(text)}(, |$)", cell)) for cell in cells)
        for way, text in WAYS.items()
    }
    items = {way: Item({"en": text}, f"{DISCOVER} [ways.{way}]") for way, text in WAYS.items()} | {
        "other": Item({"en": "Other"}, f"{DISCOVER} [ways.other]", other=True)
    }
    ways = Variable("ways", "multiple", {}, {}, items, TICK_CATEGORIES, ticked=("1",),
                    not_ticked=("0",), joined=Joined(DISCOVER, ", "))  # fmt: skip
    book = Codebook("r", "2019", ("en",), Columns(), {"ways": ways})
    result = expanded(read_export(REAL, [name]), book)
    counted = {
        way: result.export.rows[item.column or ""].eq("1").sum() for way, item in items.items()
    }
    assert min(wanted.values()) > 100
    assert {way: counted[way] for way in wanted} == wanted
    assert result.failed.height == 0
