"""An export beside the codebook before: what is the same, what is new, what is gone; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from pipeline.codebooks.codebook import Category, Codebook, Columns, Variable
from pipeline.drafting.columns import Column
from pipeline.drafting.matching import Match, Question, answers_fit, match_columns
from pipeline.drafting.new_questions import NewQuestion, with_known_scale
from pipeline.drafting.personal import is_personal
from pipeline.drafting.roles import Roles, find_roles
from pipeline.drafting.survey_questions import SurveyQuestion, survey_questions
from pipeline.drafting.wordings import (
    SAME,
    bare_name,
    family,
    is_wording,
    name_of,
    similarity,
    split_wording,
    words_of,
)
from pipeline.readers.export import Hint


@dataclass(frozen=True)
class NewItem:
    """A statement or option that an earlier question has got."""

    variable: str
    name: str
    column: Column
    label: str


@dataclass(frozen=True)
class Comparison:
    """What the columns of an export are.

    after: name of a new question -> the question of the codebook that stands before it, or "".
    unused: columns that look like no question at all.
    """

    columns: tuple[Column, ...]
    matches: tuple[Match, ...]
    roles: Roles
    items: tuple[NewItem, ...]
    questions: tuple[SurveyQuestion, ...]
    after: Mapping[str, str]
    unused: tuple[str, ...]

    @property
    def matched(self) -> Mapping[Question, Match]:
        """Question -> its column."""
        return {match.question: match for match in self.matches}


def compare(
    columns: Sequence[Column],
    before: Codebook,
    scales: Mapping[str, Mapping[str, Category]],
    design: Sequence[str],
    earlier: Mapping[str, str],
    rows: int,
    hints: Mapping[str, Hint],
    language: str,
) -> Comparison:
    """What each column is; `design` names columns that wave.yml takes, `earlier` is what the export
    before told of its columns, `hints` what the new one does, `language` is that of the new one."""
    others = {*before.columns.named, *design}
    matches = match_columns([one for one in columns if one.name not in others], before, earlier)
    matched = {match.column.name for match in matches}
    left = [one for one in columns if one.name not in matched and one.name not in design]
    roles = find_roles(before.columns, left, rows)
    left = [one for one in left if not _has_role(one, roles.columns)]
    items = tuple(_new_items(left, matches, before))
    left = [one for one in left if one not in [item.column for item in items]]
    asked = [one for one in left if not is_personal(one)]
    drafted, unused = survey_questions(asked, hints, language, before.variables)
    questions = tuple(_as_named_before(drafted, before, scales))
    order = [column.name for column in columns]
    after = {one.question.name: _before_it(one.question, matches, order) for one in questions}
    return Comparison(tuple(columns), matches, roles, items, questions, after, tuple(unused))


def _as_named_before(
    drafted: Sequence[SurveyQuestion],
    before: Codebook,
    scales: Mapping[str, Mapping[str, Category]],
) -> Iterator[SurveyQuestion]:
    """The questions with scales that are there, and named as a codebook names them.

    That is by what a column's name says beside its number, where it is no wording.
    """
    taken = {*before.variables, *(one.question.name for one in drafted)}
    for one in drafted:
        question = with_known_scale(one.question, scales)
        column, *more = question.columns
        if not more and not is_wording(column.name) and (bare := bare_name(column.name)):
            question = replace(question, name=name_of(bare, taken - {question.name}))
            taken.add(question.name)
        yield replace(one, question=question)


def _has_role(column: Column, roles: Columns) -> bool:
    return column.name in roles.named or any(
        fnmatchcase(column.name, pattern) for pattern in roles.unused
    )


def _before_it(question: NewQuestion, matches: Sequence[Match], order: Sequence[str]) -> str:
    """The question whose column is the last before the new one."""
    place = order.index(question.columns[0].name)
    before = [match.variable for match in matches if order.index(match.column.name) < place]
    return before[-1] if before else ""


def _new_items(
    left: Sequence[Column], matches: Sequence[Match], before: Codebook
) -> Iterator[NewItem]:
    """Columns that stand under an earlier question: by their wording, or by name and answers."""
    taken: dict[str, set[str]] = {}
    for column in left:
        for variable in before.variables.values():
            columns = [match.column.name for match in matches if match.variable == variable.name]
            if not variable.has_items or variable.derivation or not columns:
                continue
            if not _stands_under(column, variable, columns):
                continue
            label = split_wording(column.question)[1] or words_of(column.name)
            names = taken.setdefault(variable.name, set(variable.items))
            name = name_of(bare_name(column.name) or label, names)
            names.add(name)
            yield NewItem(variable.name, name, column, label)
            break


def _stands_under(column: Column, variable: Variable, siblings: Sequence[str]) -> bool:
    if not answers_fit(column, variable):
        return False
    stem, statement = split_wording(column.question)
    if statement:
        return any(similarity(stem, text) >= SAME for text in variable.text.values())
    above = family(column.name)
    return bool(above) and all(family(sibling) == above for sibling in siblings)
