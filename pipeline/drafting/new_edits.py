"""Questions and items that the codebook before does not have, added to it; pure."""

from collections.abc import Iterator

from pipeline.codebooks.codebook import Codebook
from pipeline.documents import Place
from pipeline.drafting.comparison import Comparison
from pipeline.drafting.document_edits import DocumentEdits
from pipeline.drafting.entries import item_line, question_lines
from pipeline.drafting.findings import Finding
from pipeline.drafting.gone_edits import Gone
from pipeline.drafting.matching import answers_fit
from pipeline.drafting.new_questions import NewQuestion
from pipeline.drafting.question_edits import FILE, translated
from pipeline.drafting.survey_questions import SurveyQuestion
from pipeline.drafting.yaml_values import comment

FEW = 0.9
"""The share of the most answered column below which a question was not put to everybody."""


def add_items(
    edits: DocumentEdits, comparison: Comparison, before: Codebook, gone: Gone, language: str
) -> list[Finding]:
    """Statements and options that earlier questions have got, below those that are there."""
    findings = []
    for item in comparison.items:
        last = [*before.variables[item.variable].items][-1]
        place: Place = ("variables", item.variable, "items")
        line = item_line(item.name, item.column.name, item.label, language)
        edits.add_after((*place, last), [line])
        lost = [one for one in gone if one.partition(".")[0] == item.variable and "." in one]
        what = f'{item.variable}.{item.name} is new, column "{item.column.name}": check its label'
        what += translated(before, language) + _or_renamed(lost)
        findings.append(Finding(FILE, (*place, item.name), what))
    return findings


def add_questions(
    edits: DocumentEdits,
    comparison: Comparison,
    before: Codebook,
    gone: Gone,
    wave: str,
    language: str,
) -> list[Finding]:
    """New questions, each behind the one that stands before it in the export."""
    findings = []
    first = next(iter(before.variables))
    most = max(column.answered for column in comparison.columns)
    for one in comparison.questions:
        question = one.question
        told = "" if _is_told(question) else "the export does not tell the wording"
        why = "; ".join(part for part in (f"New in {wave}", told, one.why) if part)
        lines = [comment(why), *question_lines(question, language)]
        if after := comparison.after[question.name]:
            edits.add_after(("variables", after), ["", *lines])
        else:
            edits.add_before(("variables", first), [*lines, ""])
        todo = "; ".join(_to_check(one, most))
        what = f"{question.name} is new, {_drafted(question)}: {todo}{translated(before, language)}"
        what += _or_renamed([*_like(question, before, gone)])
        findings.append(Finding(FILE, ("variables", question.name), what))
    return findings


def _drafted(question: NewQuestion) -> str:
    names = ", ".join(f'"{column.name}"' for column in question.columns)
    return f"column{'s' if len(question.columns) > 1 else ''} {names}, drafted as {question.type}"


def _is_told(question: NewQuestion) -> bool:
    """Whether the export tells the wording."""
    return any(column.question for column in question.columns)


def _to_check(one: SurveyQuestion, most: int) -> Iterator[str]:
    question = one.question
    yield "check it" if _is_told(question) else "check it, and write the wording"
    if question.categories and not question.columns[0].labels and not one.order:
        yield "put the answers in order"
    if one.own_words:
        yield f"{one.own_words} answers in respondents' own words count as one"
    answered = max(column.answered for column in question.columns)
    if answered < FEW * most:
        yield f"it has {answered:,} answers: who was asked (asked_if)?"


def _like(question: NewQuestion, before: Codebook, gone: Gone) -> Iterator[str]:
    """Questions that are gone, and whose answers the new one's may be."""
    for name in gone:
        variable = before.variables.get(name)
        if (
            variable
            and variable.type == question.type
            and answers_fit(question.columns[0], variable)
        ):
            yield name


def _or_renamed(lost: list[str]) -> str:
    """What to do where the new one is an old one under another name."""
    if not lost:
        return ""
    names = " or ".join(lost)
    return f"; or is it {names}, which is gone, under another name? Then give it that name"
