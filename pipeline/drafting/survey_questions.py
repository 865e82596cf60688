"""Questions of a survey that nobody has described, drafted from its columns; pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.drafting.columns import Column, without
from pipeline.drafting.guesses import MOST_CATEGORIES
from pipeline.drafting.joined_options import joined_options, with_options
from pipeline.drafting.new_questions import NewQuestion
from pipeline.drafting.scales import Order
from pipeline.drafting.statements import ABOVE, is_statement, on_one_scale
from pipeline.drafting.survey_answers import Answers, answers_of, written_in
from pipeline.drafting.survey_kinds import SurveyKind, survey_kind
from pipeline.drafting.survey_names import label_of, question_name, question_text, short_label
from pipeline.drafting.survey_numbers import number_question
from pipeline.drafting.ticks import are_ticks
from pipeline.drafting.unworded import with_shared_beginning
from pipeline.drafting.wordings import (
    below,
    family,
    name_of,
    plain,
    questions_before,
    split_wording,
    stems,
    words_of,
)
from pipeline.drafting.yaml_values import cleaned
from pipeline.readers.export import Hint

SHARED = 0.5
"""Of the answers of two columns of one question, where the file lists none."""


@dataclass(frozen=True)
class SurveyQuestion:
    """A drafted question, why it is one, and the order of its answers where they have one."""

    question: NewQuestion
    why: str
    order: Order | None = None
    own_words: int = 0
    ambiguous: int = 0


@dataclass(frozen=True)
class _Kinded:
    column: Column
    kind: SurveyKind
    hint: Hint
    above: frozenset[str]
    """What the columns of one question may share: wordings or a code."""

    @property
    def answered(self) -> Column:
        """The column without what the file declares missing."""
        return without(self.column, self.hint.missing)


def survey_questions(
    columns: Sequence[Column],
    hints: Mapping[str, Hint],
    language: str,
    named: Iterable[str] = (),
) -> tuple[tuple[SurveyQuestion, ...], Mapping[str, str]]:
    """The questions in the order of the file, and column -> why it is left unused.

    named: names that other questions have already.
    """
    kinded = [_kinded(column, hints.get(column.name, Hint())) for column in columns]
    kinded = [_as_beside(one, kinded) for one in kinded]
    unused = {one.column.name: _why_unused(one) for one in kinded if _why_unused(one)}
    questions: list[SurveyQuestion] = []
    taken = set(named)
    for group in _groups([one for one in kinded if one.column.name not in unused]):
        made = _question(group, hints, taken, language)
        made = replace(made, question=with_shared_beginning(made.question))
        questions.append(made)
        taken.add(made.question.name)
    return tuple(questions), unused


def _kinded(column: Column, hint: Hint) -> _Kinded:
    """A column with its kind; what is missing tells nothing of what a tick or a number is."""
    kind = survey_kind(without(column, hint.missing), hint)
    if kind not in ("tick", "number"):
        kind = survey_kind(column, hint)
    above = {hint.group} if hint.group else {*stems(cleaned(column.question))}
    if kind == "tick" and not hint.group:
        above = (above or {family(column.name)}) | {*questions_before(cleaned(column.question))}
    return _Kinded(column, kind, hint, frozenset(above - {""}))


def _as_beside(one: _Kinded, others: Sequence[_Kinded]) -> _Kinded:
    """A column without words of respondents' own where the same question's others hold them all."""
    if one.kind != "own_words":
        return one
    known = {
        value.casefold()
        for other in others
        if other is not one and other.kind in ("single", "own_words")
        if not one.above.isdisjoint(other.above)
        for value in other.column.values
    }
    own = {value.casefold() for value in written_in(one.column)}
    return replace(one, kind="single") if own <= known else one


def _why_unused(one: _Kinded) -> str:
    if one.kind == "joined" and not one.column.values:
        return "empty"
    if one.kind != "unused":
        return ""
    if one.column.labels:
        return "a label is the code of another answer; correct one of them in the survey tool"
    return "empty" if not one.column.values else "always the same, or dates"


def _groups(columns: Sequence[_Kinded]) -> list[list[_Kinded]]:
    """Columns side by side with the same question above them and the same answers are one.

    Where the file says which columns are of one question, what was written beside each, or its
    other scale, may stand in between.
    """
    groups: list[list[_Kinded]] = []
    told: dict[str, list[_Kinded]] = {}
    for one in columns:
        group = told.get(one.hint.group) or (groups[-1] if groups else [])
        if not group or not _belongs(one, group):
            group = []
            groups.append(group)
        group.append(one)
        if one.hint.group and one.kind != "text":
            told[one.hint.group] = group
    return groups


def _belongs(one: _Kinded, group: Sequence[_Kinded]) -> bool:
    if one.kind != group[0].kind:
        return False
    if not _shared([*group, one]):
        return _is_next_statement(one, group)
    if one.kind == "tick":
        return True
    return one.kind == "single" and _same_answers(one.column, [other.column for other in group])


def _is_next_statement(one: _Kinded, group: Sequence[_Kinded]) -> bool:
    """Whether columns without a question above them are statements on the same scale."""
    if one.kind != "single" or (len(group) > 1 and _shared(group)):
        return False
    if not all(is_statement(other.column, other.hint) for other in (*group, one)):
        return False
    return on_one_scale(one.answered, [other.answered for other in group])


def _shared(group: Sequence[_Kinded]) -> str:
    """The longest wording or code that stands above all; "" where there is none."""
    return max(frozenset.intersection(*(one.above for one in group)), key=len, default="")


def _same_answers(column: Column, group: Sequence[Column]) -> bool:
    """Whether a column has the answers of others: the same labels, or about the same values."""
    labels = {plain(label) for label in column.labels.values()}
    if labels or group[0].labels:
        return labels == {plain(label) for label in group[0].labels.values()}
    own = {value.casefold() for value in column.values}
    known = {value.casefold() for other in group for value in other.values}
    both = own | known
    alike = own <= known or known <= own or len(own & known) >= SHARED * len(both)
    return alike and len(both) <= MOST_CATEGORIES


def _question(
    group: Sequence[_Kinded], hints: Mapping[str, Hint], taken: set[str], language: str
) -> SurveyQuestion:
    columns = tuple(one.column for one in group)
    kind = group[0].kind
    above = _shared(group) if len(group) > 1 else ""
    unworded = kind == "single" and len(columns) > 1 and not above
    text = ABOVE[language] if unworded else above or question_text(columns[0])
    stated = not above and (group[0].hint.group or kind == "number")
    label = (label_of(text) if stated else short_label(text)) or words_of(columns[0].name)
    question = NewQuestion(
        question_name(() if unworded else columns, text, taken),
        "text",
        columns,
        text or label,
        label,
    )
    many = len(columns) > 1
    items = tuple(_items(columns, above, whole=unworded)) if many else ()
    listed = any(one.hint.kind == "multiple" for one in group)
    if kind == "tick" and (listed or (many and are_ticks([one.answered for one in group]))):
        items = items or tuple(_items(columns, above))
        made = replace(
            question,
            type="multiple",
            columns=tuple(one.answered for one in group),
            items=items,
            missing=_missing(group),
            ticked=group[0].hint.ticked,
        )
        return SurveyQuestion(made, f"{len(columns)} options side by side, ticked or not")
    if kind == "joined":
        return _joined(question, group[0].hint.separator, language)
    if kind == "number":
        answered = tuple(one.answered for one in group)
        made, why = number_question(replace(question, columns=answered, missing=_missing(group)))
        return SurveyQuestion(made, why)
    if kind == "text":
        return SurveyQuestion(question, "open answers")
    answers = answers_of(columns, hints, language, with_other=kind == "own_words")
    made = replace(
        question,
        type="battery" if many else "single",
        items=items,
        categories=answers.categories,
        unipolar=bool(answers.order and answers.order.unipolar and answers.order.scores),
    )
    return SurveyQuestion(made, _why(made, answers), answers.order, answers.own_words)


def _why(question: NewQuestion, answers: Answers) -> str:
    """What the draft of a coded question rests on, for the comment above it."""
    parts = []
    if question.items:
        parts.append(f"{len(question.columns)} columns side by side with the same answers")
    if answers.order and answers.order.name != "yes and no":
        parts.append(
            "answers in the order of their numbers"
            if answers.order.name == "numbers"
            else f"answers in the order of a scale of {answers.order.name}"
        )
    if answers.own_words:
        parts.append(f"{answers.own_words} answers in respondents' own words are one")
    return "; ".join(parts)


def _joined(question: NewQuestion, separator: str, language: str) -> SurveyQuestion:
    """A question with several answers in one cell."""
    found = joined_options(question.columns[0], separator, language)
    made = with_options(question, separator, found)
    why = f"several answers in one cell; {len(found.options)} options that recur in the answers"
    return SurveyQuestion(made, why, ambiguous=found.ambiguous)


def _missing(group: Sequence[_Kinded]) -> Mapping[str, str]:
    """What the file declares missing -> its label, "" where it has none."""
    return {value: one.column.labels.get(value, "") for one in group for value in one.hint.missing}


def _items(
    columns: Sequence[Column], above: str, *, whole: bool = False
) -> Iterator[tuple[str, str, str]]:
    """(name, column, label) of each; labels are told apart where they are the same.

    whole: that nothing in a wording is the question above it.
    """
    taken: list[str] = []
    seen: set[str] = set()
    for column in columns:
        question = cleaned(column.question)
        told = below(question, above) if above and question.startswith(above) else ""
        behind = "" if whole else split_wording(question)[1]
        label = told or behind or question or words_of(column.name)
        label = f"{label} ({column.name})" if label in seen else label
        seen.add(label)
        taken.append(name_of(label, taken))
        yield taken[-1], column.name, label
