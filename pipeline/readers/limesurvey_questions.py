"""What a question of LimeSurvey is: by its type, or by its header and answers alone; pure."""

from collections.abc import Sequence

import polars as pl

from pipeline.readers.answers import are_numbers, share_answers, texts_of
from pipeline.readers.export import Hint
from pipeline.readers.limesurvey_headings import COMMENT, OTHER, Heading
from pipeline.readers.limesurvey_structure import FIRST_SCALE, Question
from pipeline.readers.limesurvey_words import WORDS, own_answers
from pipeline.readers.plain import JOINT

KINDS = {
    **dict.fromkeys("L!O5YG", "single"),
    **dict.fromkeys("MP", "multiple"),
    **dict.fromkeys("ABCEFH1:", "battery"),
    **dict.fromkeys("NK", "number"),
    **dict.fromkeys("QSTU;|", "text"),
    "I": "technical",
}
"""Letter of a type of question -> its kind; a date, a ranking, an equation have none."""
ORDERED = frozenset("5AB")
"""Types with points from 1 to 5 or 10."""
RANKING, DUAL = "R", "1"
DUAL_SCALES = ("1", "2")
OTHER_CODE = "-oth-"
TICKED = frozenset(("y", "yes", "ja", "oui", "sí"))
NOT_TICKED = frozenset(("n", "no", "nej", "nei", "nein", "non", "n/a"))


def wording_of(heading: Heading, question: Question | None, language: str) -> str:
    """The wording of a column, "question - part": that of the header, else of the structure.

    The scale of a question with two stands before the part: its columns are one question a scale.
    """
    if heading.wording or heading.parts or not question:
        told = (heading.wording, *heading.parts)
    else:
        parts = tuple(_part(sub, question, language) for sub in heading.subs)
        told = (question.wording, *(reversed(parts) if question.type == DUAL else parts))
    return JOINT.join(part for part in told if part)


def hints_of(
    heads: Sequence[Heading],
    answers: Sequence[pl.Series],
    question: Question | None,
    language: str = "",
) -> list[Hint]:
    """What each column of one question is."""
    several = len(heads) > 1 or bool(heads[0].subs or heads[0].parts)
    told = heads[0].wording or (question.wording if question else "") or heads[0].code
    group = told if several else ""
    choices = [number for number, head in enumerate(heads) if not head.is_text_beside]
    given = [answers[number] for number in choices]
    seen = _kind(given, alone=not several)
    kind = _told(question, given, seen) if question else seen
    if not question and len(choices) == 1 and len(heads) > 1:
        kind = kind or "single"
    ordered = True if question and question.type in ORDERED else None
    condition = question.condition if question else ""
    return [
        Hint(kind, _group(head, group, question, language), ordered=ordered, condition=condition)
        if number in choices
        else Hint("other_text", group, condition=condition)
        for number, head in enumerate(heads)
    ]


def _group(heading: Heading, group: str, question: Question | None, language: str) -> str:
    """The wording that columns share; each scale of a question with two is one of its own."""
    if question and question.type == DUAL and not heading.parts:
        return JOINT.join((group, _part(heading.subs[-1], question, language)))
    return group


def labels_of(
    heading: Heading, answers: pl.Series, question: Question | None, language: str
) -> dict[str, str]:
    """Value as in the file -> label, in the order in which the answers were offered.

    Where the file has answers in words, a value is its own label; none are told where it has other
    words than the structure, which is of another version then.
    """
    if not question or heading.is_text_beside:
        return {}
    words = WORDS.get(language)
    options = dict(question.answers.get(_scale(heading, question), {}))
    if words:
        options = own_answers(question.type, words) or options
    if options and question.has_other and words:
        options[OTHER_CODE] = words.other
    given = texts_of(answers)
    labels = set(options.values())
    if given and not given & set(options):
        return {label: label for label in options.values()} if given <= labels else {}
    return options


def _scale(heading: Heading, question: Question) -> str:
    """A dual scale has the number of the scale as its last sub-question."""
    return "1" if question.type == DUAL and heading.subs[-1:] == ("2",) else FIRST_SCALE


def _part(sub: str, question: Question, language: str) -> str:
    """The wording of a sub-question; a table's has a row and a column, `SQ001_SQ002`."""
    words = WORDS.get(language)
    if question.type == DUAL and sub in DUAL_SCALES and sub not in question.subs:
        return f"{words.scale} {sub}" if words else sub
    if question.type == RANKING and words and sub.isdecimal():
        return f"{words.rank} {sub}"
    if sub in question.subs:
        return question.subs[sub]
    if sub.endswith(COMMENT) and sub != COMMENT:
        part = _part(sub.removesuffix(COMMENT), question, language)
        return JOINT.join((part, words.comment if words else COMMENT))
    row, _, column = sub.partition("_")
    across = question.columns or question.subs
    if row in question.subs and column in across:
        return JOINT.join((question.subs[row], across[column]))
    own = {OTHER: words.other, COMMENT: words.comment} if words else {}
    return own.get(sub, sub)


def _told(question: Question, answers: Sequence[pl.Series], seen: str) -> str:
    """The kind by the question's type, but where the answers are of another version of it.

    Numbers may be exported with words, as the ends of a slider are, texts are no ticks, and one
    choice has one column.
    """
    kind = KINDS.get(question.type, "")
    if kind == "single" and len(answers) > 1:
        return seen
    words = not all(are_numbers(column) or not texts_of(column) for column in answers)
    return seen if (kind == "number" and words) or (kind == "text" and seen == "multiple") else kind


def _kind(columns: Sequence[pl.Series], *, alone: bool) -> str:
    """As far as answers tell: ticks, statements with the same answers, or nothing."""
    if alone or not columns:
        return ""
    texts = {text.casefold() for column in columns for text in texts_of(column)}
    if len(columns) > 1 and texts and texts <= TICKED | NOT_TICKED:
        return "multiple"
    if len(columns) > 1 and share_answers(columns):
        return "battery"
    return "number" if all(are_numbers(column) for column in columns) else ""
