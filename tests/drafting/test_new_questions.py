"""Questions that no codebook describes yet, with scales that one has."""

from drafting_samples import tiny_codebook

from pipeline.drafting.new_questions import NewCategory, NewQuestion, with_known_scale

SCALES = {"agreement": tiny_codebook().variables["views"].categories}
WORDS = ("Meget enig", "Enig", "Hverken eller", "Uenig", "Ved ikke")


def asked(*words: str) -> NewQuestion:
    answers = tuple(
        NewCategory(f"a{number}", number, word, False, score=float(number))
        for number, word in enumerate(words, start=1)
    )
    return NewQuestion("q9", "single", (), "", "", categories=answers, unipolar=True)


def test_the_answers_of_a_scale_are_that_scale() -> None:
    question = with_known_scale(asked(*WORDS), SCALES)
    assert (question.scale, question.categories, question.unipolar) == ("agreement", (), False)


def test_other_answers_are_none() -> None:
    for other in (asked(*WORDS[:-1]), asked(*WORDS[:-1], "Måske"), asked()):
        assert with_known_scale(other, SCALES) == other
