"""Several answers in one cell, told from open answers and from options that hold commas."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers.joined import looks_joined, recurring_options, separator_in


def column(*cells: str | None, times: int = 1) -> pl.Series:
    return pl.Series(cells * times, dtype=pl.String)


TICKED = (
    "Mail", "Chat, Mail", "Mail, Tavle (stor, hvid)", "Chat, Tavle (stor, hvid)", "Chat", None,
    "Mail, Aviser, blade", "Aviser, blade", "Chat, Mail, Aviser, blade",
)  # fmt: skip


def test_parts_that_recur_in_many_combinations_were_ticked():
    assert looks_joined(column(*TICKED, times=3), ", ")


def test_options_are_put_together_where_they_hold_the_separator():
    assert recurring_options(column(*TICKED), ", ") == {
        "Mail": 5, "Chat": 4, "Aviser, blade": 3, "Tavle (stor, hvid)": 2,
    }  # fmt: skip


def test_what_few_wrote_is_no_option():
    assert "Fax" not in recurring_options(column(*TICKED, "Mail, Fax"), ", ")


def test_single_answers_that_hold_commas_are_not_joined():
    answers = ("Ja, altid", "Ja, ofte", "Nej, aldrig", "Ved ikke")
    assert not looks_joined(column(*answers, times=20), ", ")


def test_open_answers_are_not_joined():
    answers = [f"Godt, at {number} kom, tak for {number + 1}" for number in range(50)]
    assert not looks_joined(column(*answers), ", ")


def test_places_with_a_constant_number_of_parts_are_not_joined():
    places = ("Aarhus, Danmark", "Odense, Danmark", "Oslo, Norge", "Bergen, Norge")
    assert not looks_joined(column(*places, times=5), ", ")


def test_nothing_is_not_joined():
    assert not looks_joined(column(None, " "), ", ")
    assert recurring_options(column(None), ", ") == {}


@given(st.lists(st.none() | st.text(alphabet="ab, ();")), st.sampled_from([", ", ";"]))
def test_any_texts_can_be_looked_at(cells, separator):
    looks_joined(column(*cells), separator)
    for option, count in recurring_options(column(*cells), separator).items():
        assert option.strip() == option != ""
        assert 2 <= count <= len(cells)


def test_the_separator_is_told_where_options_stand_alone_and_beside_others():
    cells = ("Kurser", "Møder", "Kurser, Møder", "Fester, Kurser", "Fester, Kurser, Møder")
    assert separator_in(column(*cells, times=3)) == ", "
    assert separator_in(column(*(cell.replace(", ", ";") for cell in cells), times=3)) == ";"


def test_single_answers_that_share_a_beginning_have_no_separator():
    answers = ("Ja, dagligt", "Ja, ugentligt", "Ja, månedligt", "Nej", "Ja")
    assert looks_joined(column(*answers, times=9), ", ")
    assert separator_in(column(*answers, times=9)) == ""
