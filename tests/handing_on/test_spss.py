"""What a .sav says of its columns, and syntax for what it cannot say."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.handing_on.columns import Column
from pipeline.handing_on.microdata import Microdata
from pipeline.handing_on.names import accepted_names
from pipeline.handing_on.spss import (
    described,
    fitted,
    missing_values,
    quoted,
    set_names,
    syntax,
)
from tests.handing_on.spss_syntax import read_syntax

LABELS = {1: "Ja", 2: "Nej", 8: "Ved ikke", 9991: "Ubesvaret", 9992: "Ikke stillet"}


def column(name: str, label: str = "Hvem?", **more: object) -> Column:
    return Column(name, label, "code", "nominal", question=1, **more)  # type: ignore[arg-type]


def data(*columns: Column, sets: dict[str, str] | None = None) -> Microdata:
    return Microdata("tiny-2024", "Tiny", "da", "", pl.DataFrame(), columns, sets or {})


def test_missing_codes_are_one_range_and_one_code_below_it() -> None:
    above = column("q", labels=LABELS, missing=(8, 9991, 9992))
    assert missing_values(above) == [(8, 9992)]
    below = column("q", labels={0: "Ved ikke", **LABELS}, missing=(0, 9991, 9992))
    assert missing_values(below) == [(9991, 9992), 0]


def test_no_answer_lies_in_the_range() -> None:
    between = column("q", labels={**LABELS, 9: "Andet"}, missing=(8, 9991, 9992))
    assert missing_values(between) == [(9991, 9992), 8]


@pytest.mark.parametrize("length", [253, 254, 255, 256, 300])
def test_a_label_has_255_bytes_at_most_and_ends_with_a_whole_sign(length: int) -> None:
    text = "å" * (length // 2) + "x" * (length % 2)
    cut = fitted(text, 255)
    assert len(cut.encode()) <= 255
    assert cut == text if length <= 255 else cut.endswith("å…")


def test_a_long_question_gives_way_to_its_short_label_so_that_the_item_stays() -> None:
    long = column(
        "q_a", f"{'Hvor enig er du? ' * 20} - Vi er hurtigere", short="Syn - Vi er hurtigere"
    )
    said = described(data(long, column("q_b", "Kort?", short="K")))
    assert said.labels == {"q_a": "Syn - Vi er hurtigere", "q_b": "Kort?"}
    assert said.cut == ("q_a: the question is longer than the 255 bytes of SPSS",)


def test_a_long_answer_is_cut_and_told() -> None:
    said = described(data(column("q", labels={1: "ø" * 100, 2: "Nej"})))
    assert said.value_labels["q"] == {1: "ø" * 58 + "…", 2: "Nej"}
    assert said.cut == ("q, 1: the label is longer than 120 bytes",)


def test_syntax_defines_each_set_of_several_options() -> None:
    options = (column("who_a", set="who"), column("who_b", set="who"), column("one_a", set="one"))
    weight = Column("weight", "Vægt", "number", "scale")
    text = syntax(data(*options, weight, sets={"who": "Hvem er 'med'?", "one": "Kun én"}))
    assert text.splitlines()[3:] == [
        "GET FILE='tiny-2024.sav'.",
        "MRSETS",
        "  /MDGROUP NAME=$who LABEL='Hvem er ''med''?'",
        "    CATEGORYLABELS=VARLABELS",
        "    VARIABLES=who_a",
        "      who_b",
        "    VALUE=1",
        "  /DISPLAY NAME=[$who].",
        "WEIGHT BY weight.",
    ]


NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,80}", fullmatch=True)


@given(st.dictionaries(NAMES, st.text(max_size=120), min_size=1, max_size=4), st.booleans())
def test_syntax_says_what_it_is_made_of_whatever_labels_hold(sets, weighted):
    """As a reader of its own understands it; names of sets differ and are none of SPSS's own."""
    names = accepted_names(f"{name}_{number}" for name in sets for number in (1, 2))
    options = [
        column(name, set=of)
        for name, of in zip(names, sorted([*sets] * 2, key=[*sets].index), strict=True)
    ]
    weight = [Column("weight", "Vægt", "number", "scale")] if weighted else []
    read = read_syntax(syntax(data(*options, *weight, sets=sets)))
    assert (read.file, read.weight) == ("tiny-2024.sav", "weight" if weighted else "")
    assert [one.label for one in read.sets] == [fitted(label, 80) for label in sets.values()]
    assert [one.variables for one in read.sets] == [
        tuple(one.name for one in options if one.set == name) for name in sets
    ]
    assert {one.counted for one in read.sets} == {"1"}
    called = [one.name.upper() for one in read.sets]
    assert len(set(called)) == len(called)


def test_a_set_is_not_called_as_spss_calls_something_of_its_own():
    alike = f"{'x' * 70}a", f"{'x' * 70}b"
    called = set_names(["time", "partners", *alike])
    assert called == ["$time_set", "$partners", f"${'x' * 60}", f"${'x' * 60}_2"]


def test_a_label_cannot_end_a_command() -> None:
    assert quoted("x'.\nHOST COMMAND=['rm'].\u2028") == "'x''. HOST COMMAND=[''rm''].'"
