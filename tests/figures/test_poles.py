"""On which side of the middle of a scale answers lie."""

from dataclasses import replace

from figure_examples import CODEBOOK

from pipeline.figures.poles import has_two_sides, score_of, side

CHANGES = CODEBOOK.variables["changes"]


def test_answers_and_nets_lie_above_at_or_below_the_middle() -> None:
    names = ("strongly_agree", "agree", "neither", "disagree", "strongly_disagree")
    sides = [side(CHANGES, name) for name in names]
    assert sides == ["above", "above", "middle", "below", "below"]
    assert score_of(CHANGES, "agree") == 4.5


def test_who_does_not_know_is_on_no_side_and_so_is_a_choice_without_scores() -> None:
    assert side(CHANGES, "dont_know") is None
    assert side(CODEBOOK.variables["innovated"], "yes") is None


def test_a_scale_from_nothing_to_much_has_no_sides() -> None:
    assert has_two_sides(CHANGES, ("agree", "disagree"))
    assert not has_two_sides(CHANGES, ("agree", "neither", "dont_know"))
    assert not has_two_sides(replace(CHANGES, unipolar=True), ("agree", "disagree"))
