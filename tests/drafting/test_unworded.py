"""Questions for which the file tells no wording above their columns."""

from drafting_samples import column

from pipeline.drafting.survey_questions import survey_questions
from pipeline.drafting.unworded import is_unworded
from pipeline.readers.export import Hint

ENDS = ("on research", "on teaching", "in meetings")


def drafted(group: str, *statements: str):  # type: ignore[no-untyped-def]
    columns = [
        column(f"q7[{number}]", "1", question=statement, _1="Never", _2="Often")
        for number, statement in enumerate(statements)
    ]
    hints = {one.name: Hint("battery", group) for one in columns}
    (one,), _ = survey_questions(columns, hints, "en")
    return one.question


def test_the_words_that_all_statements_begin_with_are_the_question() -> None:
    question = drafted("q7", *(f"How much time is spent {end}" for end in ENDS))
    assert (question.text, question.label) == ("How much time is spent …",) * 2
    assert [(name, label) for name, _, label in question.items] == [
        ("on_research", "on research"),
        ("on_teaching", "on teaching"),
        ("in_meetings", "in meetings"),
    ]
    assert not is_unworded(question)


def test_statements_that_begin_otherwise_stay_whole() -> None:
    for statements in (("I am glad", "I am sad"), ("How much time", "How much time is left")):
        question = drafted("q7", *statements)
        assert [label for _, _, label in question.items] == [*statements]
        assert question.text == "q7"
        assert is_unworded(question)


def test_a_question_that_has_a_wording_keeps_it() -> None:
    question = drafted("How often?", *(f"How much time is spent {end}" for end in ENDS))
    assert question.text == "How often?"
    assert not is_unworded(question)
