"""Codes of what is no answer."""

from pipeline.handing_on.states import LABELS, STATES, moved_codes, state_codes, state_labels


def test_codes_are_larger_than_all_answers() -> None:
    assert state_codes(5) == {
        "blank": 9991,
        "not_asked": 9992,
        "not_reached": 9993,
        "invalid": 9994,
        "missing": 9995,
    }
    assert state_codes(9890)["blank"] == 9991
    assert state_codes(9891)["blank"] == 99991
    assert state_codes(2_000_000)["invalid"] == 9_999_994


def test_labels_in_every_language() -> None:
    assert all(set(words) == {*STATES, "no_number"} for words in LABELS.values())
    assert state_labels({"not_asked": 9992}, "da") == {9992: "Ikke stillet"}


def test_missing_categories_above_the_answers_keep_their_codes() -> None:
    assert moved_codes([1, 2, 5], [8, 9], 9991) == {}
    assert moved_codes([1, 2, 5], [0, 9], 9991) == {}


def test_of_missing_categories_below_all_but_one_move() -> None:
    # SPSS takes one range, which the states need, and one more value.
    assert moved_codes([1, 2, 5], [-2, 0, 3, 9], 9991) == {0: 9989, 3: 9990}
