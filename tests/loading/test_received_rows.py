"""What is known of each received row before anyone is accepted."""

from dataclasses import replace

import polars as pl

from pipeline.codebooks.codebook import Codebook, Columns, Flag, Item, Variable
from pipeline.codebooks.reading.answers import TICK_CATEGORIES
from pipeline.loading.received_rows import received_rows, stored_columns, trimmed, without_personal
from pipeline.readers.export import BROKEN_SCHEMA, Export
from pipeline.wave import Design

PARTNERS = Variable(
    "partners",
    "multiple",
    {},
    {},
    {"town": Item({}, "q1_1"), "firm": Item({}, "q1_2")},
    TICK_CATEGORIES,
    ticked=("1",),
    not_ticked=("0",),
)
REMARK = Variable("remark", "text", {}, {}, {"": Item({}, "q2")})
CODEBOOK = Codebook(
    "tiny",
    "2024",
    ("da",),
    Columns(
        respondent="id",
        completed=Flag("status", ("done", "full")),
        test=Flag("status", ("test",)),
        started="begun",
        personal=("email",),
    ),
    {"partners": PARTNERS, "remark": REMARK},
)


def export(rows: pl.DataFrame) -> Export:
    numbers = pl.Series(range(2, rows.height + 2), dtype=pl.UInt32)
    return Export(rows, numbers, BROKEN_SCHEMA.to_frame(), {}, {}, (), "", "csv")


ROWS = export(
    pl.DataFrame(
        {
            "id": ["ann", "", None, "bo"],
            "email": ["a@example.org"] * 4,
            "status": ["done", "test", None, "part"],
            "begun": ["2024-03-01", "", None, "x"],
            "w": ["1,5", "2", "", "x"],
            "area": ["north", "", None, "south"],
            "school": ["7", "7", "", "8"],
            "q1_1": ["1", "0", None, ""],
            "q1_2": ["0", "0", None, "1"],
            "q2": ["Godt", "", None, "x"],
        }
    )
)


def test_who_answered_how_much_and_whether_to_the_end() -> None:
    # That an option was not ticked is no answer.
    received = received_rows(ROWS, CODEBOOK, Design(weight="w", strata="area", clusters="school"))
    assert received.columns == [
        "row", "respondent_key", "is_test", "completed", "answers", "started", "finished", "weight",
        "stratum_label", "cluster_label",
    ]  # fmt: skip
    assert received.rows() == [
        (2, "ann", False, True, 2, "2024-03-01", None, 1.5, "north", "7"),
        (3, None, True, False, 0, None, None, 2.0, None, "7"),
        (4, None, False, False, 0, None, None, None, None, None),
        (5, "bo", False, False, 2, "x", None, None, "south", "8"),
    ]


def test_without_columns_for_it_each_row_is_a_respondent_of_weight_1_in_one_stratum() -> None:
    received = received_rows(ROWS, replace(CODEBOOK, columns=Columns()), Design())
    assert received["respondent_key"].to_list() == ["2", "3", "4", "5"]
    assert received["is_test"].to_list() == [False] * 4
    assert received["completed"].to_list() == [None] * 4
    assert received["weight"].to_list() == [1.0] * 4
    assert received["stratum_label"].to_list() == [None] * 4
    assert received["cluster_label"].to_list() == [None] * 4


def test_who_a_respondent_is_is_not_stored() -> None:
    columns = ["status", "begun", "w", "area", "school", "q1_1", "q1_2", "q2"]
    assert stored_columns(ROWS, CODEBOOK) == columns
    assert without_personal(ROWS, CODEBOOK).columns == ["row", *columns]


def test_white_space_around_a_text_is_removed_and_within_it_stays() -> None:
    texts = ["  a  b ", "\tc\n", "\N{NO-BREAK SPACE}d", "\t", None]
    assert trimmed(export(pl.DataFrame({"q": texts}))).rows["q"].to_list() == [
        "a  b",
        "c",
        "d",
        "",
        None,
    ]


def test_any_text_means_the_end_where_no_texts_are_listed() -> None:
    sent = replace(CODEBOOK, columns=replace(CODEBOOK.columns, completed=Flag("begun")))
    received = received_rows(ROWS, sent, Design())
    assert received["completed"].to_list() == [True, False, False, True]
