"""Cells with several answers, read back into the options that were ticked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.codebooks.codebook import Item
from pipeline.loading.joined_answers import CellReading, Options, cell_reading, options_of

ITEMS = {
    "command": Item({"en": "Command line (the terminal, i.e., bash)"}),
    "python": Item({"en": "Python"}, aliases=("Python, or R",)),
    "studio": Item({"en": "Studio"}),
    "server": Item({"en": "Studio, Server"}),
    "other": Item({"en": "Something else"}, other=True),
}


def read(cell: str, separator: str = ", ") -> CellReading:
    return cell_reading(cell, options_of(ITEMS, separator))


@pytest.mark.parametrize(
    ("cell", "ticked", "unknown"),
    [
        ("Python", {"python"}, ""),
        ("Python, Command line (the terminal, i.e., bash)", {"python", "command"}, ""),
        ("Command line (the terminal, i.e.,  bash), Studio", {"command", "studio"}, ""),
        ("Python, or R, Studio", {"python", "studio"}, ""),
        ("Studio, Server, Studio", {"studio", "server"}, ""),
        ("Python, my own, twice", {"python"}, "my own, twice"),
        ("Server", set(), "Server"),
        ("Python, Python", {"python"}, "Python"),
        ("python", set(), "python"),
        ("Python,", {"python"}, ""),
        (", Python, , Studio, ", {"python", "studio"}, ""),
        (",", set(), ""),
    ],
)
def test_a_cell_holds_options(cell, ticked, unknown):
    assert read(cell) == CellReading(frozenset(ticked), frozenset(), unknown)


def test_a_separator_without_a_space_reads_the_same():
    assert read("Studio, Server,Python", ",").ticked == {"server", "python"}


def test_what_can_be_read_in_several_ways_is_ambiguous():
    items = {"a": Item({"en": "A"}), "b": Item({"en": "B"}), "both": Item({"en": "A; B"}),
             "c": Item({"en": "C"})}  # fmt: skip
    reading = cell_reading("C;A;B;", options_of(items, ";"))
    assert reading == CellReading(frozenset({"c"}), frozenset({"a", "b", "both"}), "")
    whole = cell_reading("A;B;A;B", options_of(items, ";"))
    assert whole == CellReading(frozenset({"a", "b", "both"}), frozenset(), "")


def test_a_long_cell_is_read_in_time_that_grows_with_it():
    reading = read(", ".join(["Python", "nonsense"] * 20_000))
    assert reading.ticked == {"python"}
    assert reading.unknown.count("nonsense") == 20_000


PIECES = st.sampled_from(["A", "B", "AB", "A B", "i.e."])
TEXTS = st.lists(PIECES, min_size=1, max_size=3).map(", ".join)
ITEM_SETS = st.lists(TEXTS, min_size=1, max_size=6, unique=True).map(
    lambda texts: {f"o{number}": Item({"en": text}) for number, text in enumerate(texts)}
)


def joined_sets(options: Options, cell: str) -> set[frozenset[str]]:
    """Every set of options that some order joins to the cell: tried one by one, for reference."""
    texts = {item: ", ".join(pieces) for pieces, item in options.items.items()}
    found: set[frozenset[str]] = set()
    open_readings = [("", frozenset[str]())]
    while open_readings:
        text, used = open_readings.pop()
        if text == cell:
            found.add(used)
        for item, one in texts.items():
            longer = f"{text}, {one}" if text else one
            if item not in used and cell.startswith(longer):
                open_readings.append((longer, used | {item}))
    return found


@given(ITEM_SETS, st.data())
def test_options_joined_in_any_order_come_back_as_ticked(items, data):
    """Options hold the separator and are the beginning of each other; any order, any number."""
    options = options_of(items, ", ")
    ticked = data.draw(st.lists(st.sampled_from(sorted(items)), min_size=1, unique=True))
    cell = ", ".join(items[name].label["en"] for name in ticked)
    reading = cell_reading(cell, options)
    possible = joined_sets(options, cell)
    assert frozenset(ticked) in possible
    assert reading.unknown == ""
    assert reading.ticked == frozenset.intersection(*possible)
    assert reading.ticked | reading.ambiguous == frozenset().union(*possible)
    if len(possible) == 1:
        assert reading == CellReading(frozenset(ticked), frozenset(), "")


@given(ITEM_SETS, st.lists(st.sampled_from(["x", "y z"]), min_size=1, max_size=3), st.data())
def test_what_is_no_option_remains(items, strange, data):
    ticked = data.draw(st.lists(st.sampled_from(sorted(items)), unique=True))
    texts = [items[name].label["en"] for name in ticked] + strange
    order = data.draw(st.permutations(range(len(texts))))
    reading = cell_reading(", ".join(texts[number] for number in order), options_of(items, ", "))
    assert sorted(reading.unknown.split(", ")) == sorted(strange)
    assert reading.ticked <= frozenset(items)


@given(st.text(), st.text(min_size=1, max_size=2))
def test_any_text_and_any_separator_are_read(cell, separator):
    reading = cell_reading(cell, options_of(ITEMS, separator))
    assert not reading.ticked & reading.ambiguous


def test_the_reference_knows_of_two_ways():
    options = Options(", ", {("A",): "a", ("B",): "b", ("A", "B"): "both"})
    assert joined_sets(options, "A, B") == {frozenset({"a", "b"}), frozenset({"both"})}
