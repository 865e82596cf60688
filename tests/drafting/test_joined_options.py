"""Options of answers that are joined in one cell."""

from drafting_samples import column

from pipeline.drafting.joined_options import joined_options


def test_options_may_hold_the_separator() -> None:
    asked = column(
        "q", *["R, Excel (any, or none)"] * 9, *["R"] * 20, *["Excel (any, or none)"] * 7
    )
    found = joined_options(asked, ", ", "en")
    assert list(found.options.values()) == ["R", "Excel (any, or none)"]
    assert (found.own_words, found.ambiguous) == (("", ""), 0)


def test_what_hardly_anybody_wrote_is_in_their_own_words() -> None:
    asked = column("q", *["R, Excel"] * 9, *["R"] * 20, "Excel, abacus")
    found = joined_options(asked, ", ", "en")
    assert list(found.options.values()) == ["R", "Excel"]
    assert found.own_words == ("other_in_their_own_words", "Other, in their own words")


def test_signs_that_nobody_sees_are_in_no_option() -> None:
    asked = column("q", *["R, \x1b"] * 9, *["R"] * 20, *["\x1b"] * 9)
    found = joined_options(asked, ", ", "en")
    assert list(found.options.values()) == ["R"]
    assert found.own_words[1] == "Other, in their own words"
