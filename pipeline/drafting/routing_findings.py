"""Which questions of a draft were asked of some respondents only, for a person to decide; pure."""

from collections.abc import Iterator, Sequence

from pipeline.codebooks.codebook import Columns
from pipeline.drafting.asked_of_some import conditions, finished, seldom_answered
from pipeline.drafting.findings import Finding
from pipeline.drafting.question_findings import of_question, plain_names
from pipeline.drafting.survey_questions import SurveyQuestion
from pipeline.readers.export import Export


def routing_findings(
    questions: Sequence[SurveyQuestion], export: Export, columns: Columns
) -> Iterator[Finding]:
    """What was asked of some only: as the tool says, or as so few answers suggest."""
    by_name = {one.question.name: one for one in questions}
    told = conditions(questions, export.hints)
    for condition in dict.fromkeys(told.values()):
        users = [by_name[name] for name, one in told.items() if one == condition]
        what = f"asked under the condition {condition}: {plain_names(users)}; write it as asked_if"
        yield of_question(users, what)
    shares = seldom_answered(questions, finished(export.rows, columns))
    some = {name: share for name, share in shares.items() if name not in told}
    if some:
        listed = ", ".join(f"{name} ({share:.0%})" for name, share in some.items())
        what = (
            "answered by few of those who answered a later question, as if asked of some only: "
            f"{listed}; write asked_if where it is so"
        )
        yield of_question([by_name[name] for name in some], what)
