"""Names that SPSS accepts."""

import re

from hypothesis import given
from hypothesis import strategies as st

from pipeline.handing_on.names import accepted_names


def test_names_of_the_codebook_stay() -> None:
    assert accepted_names(["kind", "changes_users"]) == ("kind", "changes_users")


def test_names_that_are_the_same_are_told_apart_whatever_their_case() -> None:
    assert accepted_names(["a_b", "a_b", "A_B", "a_b_2"]) == ("a_b", "a_b_2", "A_B_3", "a_b_2_2")


def test_a_name_has_64_bytes_at_most_and_its_ending_too() -> None:
    first, second = accepted_names(["x" * 80, "x" * 90])
    assert (len(first), len(second), second[-3:]) == (64, 64, "x_2")


def test_reserved_words_signs_and_digits() -> None:
    assert accepted_names(["with", "1st", "a b", "år"]) == ("v_with", "v_1st", "a_b", "v__r")


@given(st.lists(st.text(max_size=90), max_size=8))
def test_any_names_are_accepted(wanted: list[str]) -> None:
    names = accepted_names(wanted)
    assert len({name.upper() for name in names}) == len(wanted)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,63}", name) for name in names)
