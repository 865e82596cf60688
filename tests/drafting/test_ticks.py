"""Ticked and not ticked options."""

from drafting_samples import column

from pipeline.drafting.ticks import tick_texts


def test_words_and_codes_for_ticks() -> None:
    assert tick_texts(column("q1", "Ikke valgt", "Valgt")) == ("Valgt", "Ikke valgt")
    assert tick_texts(column("q1", "0", "1", "0")) == ("1", "0")
    assert tick_texts(column("q1", "2", "1", _1="Selected", _2="Not selected")) == ("1", "2")


def test_an_option_that_nobody_ticked_shows_one_text() -> None:
    assert tick_texts(column("q1", "Ikke valgt")) == ("", "Ikke valgt")


def test_other_answers_are_no_ticks() -> None:
    assert tick_texts(column("q1", "Ja", "Nej", "Ved ikke")) is None
    assert tick_texts(column("q1")) is None
