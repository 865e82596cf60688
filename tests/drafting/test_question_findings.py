"""What a person is told of drafted questions."""

from drafting_samples import column

from pipeline.drafting.question_findings import question_findings
from pipeline.drafting.survey_questions import survey_questions
from pipeline.readers.export import Hint

HOURS = tuple(str(hours) for hours in range(40))


def told(*answers: str, hint: Hint) -> list[str]:
    asked = column("hours", *answers, question="Hvor mange timer?")
    questions, _ = survey_questions([asked], {"hours": hint}, "nb")
    return [one.what for one in question_findings(questions)]


def test_words_among_numbers_are_not_said_to_be_declared_missing() -> None:
    found = told(*HOURS, "vet ikke", hint=Hint())
    assert [one for one in found if "declares missing" in one] == []
    (guess,) = [one for one in found if "vet ikke" in one]
    assert guess.startswith('"vet ikke" among numbers is taken for no answer: ')


def test_what_the_file_declares_missing_among_numbers_is_said_to_be() -> None:
    (declared,) = [one for one in told(*HOURS, "99", hint=Hint(missing=("99",))) if '"99"' in one]
    assert declared.startswith("what the file declares missing")
