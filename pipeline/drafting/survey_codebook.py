"""The codebook of a survey that nobody has described, drafted from its first export; pure."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.drafting.columns import Column, columns_of
from pipeline.drafting.dates import order_told
from pipeline.drafting.entries import INDENT, question_lines
from pipeline.drafting.findings import Finding
from pipeline.drafting.known_beforehand import WHY, known_beforehand
from pipeline.drafting.survey_names import DRAFTED, language_of
from pipeline.drafting.survey_questions import SurveyQuestion, survey_questions
from pipeline.drafting.survey_roles import SurveyRoles, survey_roles
from pipeline.drafting.yaml_values import comment, listed, scalar
from pipeline.errors import DraftError
from pipeline.readers.export import Export

FILE = "codebook.yml"
WIDTH = 96
PATTERN_SIGNS = {"[": "[[]", "*": "[*]", "?": "[?]"}


@dataclass(frozen=True)
class SurveyDraft:
    """The text of codebook.yml, what a person should look at, and what the draft rests on."""

    text: str
    findings: tuple[Finding, ...]
    columns: tuple[Column, ...]
    roles: SurveyRoles
    questions: tuple[SurveyQuestion, ...]
    language: str


def draft_survey(export: Export, survey: str, wave: str) -> SurveyDraft:
    """A codebook with every column of an export. Raises `DraftError` for one without questions."""
    columns = columns_of(export)
    roles = survey_roles(columns, export.hints, export.rows.height)
    left = [column for column in columns if column.name not in roles.taken]
    spoken = language_of([column.question for column in columns if column.question])
    language = DRAFTED[spoken]
    questions, unused = survey_questions(left, export.hints, language)
    beforehand = known_beforehand(export.rows, [one.question for one in questions])
    if beforehand:
        asked = [column for column in left if column.name not in beforehand]
        questions, unused = survey_questions(asked, export.hints, language)
    if not questions:
        raise DraftError(
            f"{export.sources[0].name}: no column looks like a question; is it the export?"
        )
    unused = {**roles.unused, **unused, **dict.fromkeys(beforehand, WHY)}
    lines = [
        *_head(export, survey, wave, language),
        *_columns_lines(roles, unused),
        "",
        "variables:",
        *(line for one in questions for line in _question_lines(one, language)),
    ]
    findings = (
        *_language_findings(spoken, language),
        *_role_findings(roles, columns),
        *_unused_findings(unused, roles),
        *_question_findings(questions),
    )
    text = "\n".join(lines) + "\n"
    return SurveyDraft(text, findings, columns, roles, questions, language)


def _head(export: Export, survey: str, wave: str, language: str) -> list[str]:
    files = ", ".join(source.name for source in export.sources)
    what = (
        f"The questionnaire of {survey} {wave}, drafted from {files}. Compare it with the "
        "questionnaire, and change what is wrong: docs/codebook.md explains each entry. Comments "
        "say what a guess rests on."
    )
    return [
        *map(comment, textwrap.wrap(what, WIDTH - len("# "))),
        f"survey: {survey}",
        f"wave: {_quoted(wave)}",
        f"languages: [{language}]",
        "",
    ]


def _quoted(text: str) -> str:
    return f'"{text}"'


def _columns_lines(roles: SurveyRoles, unused: Mapping[str, str]) -> list[str]:
    """The columns that are no questions, each entry with its reason."""
    found = roles.columns
    entries: list[tuple[str, str]] = []
    if found.respondent:
        entries.append(("respondent", scalar(found.respondent)))
    if found.completed:
        values = listed(found.completed.values)
        entries.append(
            ("completed", f"{{column: {scalar(found.completed.column)}, values: {values}}}")
        )
    for key, column in (("started", found.started), ("finished", found.finished)):
        if column:
            entries.append((key, scalar(column)))
    lines = []
    for key, value in entries:
        lines += [INDENT + comment(roles.why[key]), f"{INDENT}{key}: {value}"]
    if found.personal:
        lines += [INDENT + comment(roles.why["personal"]), f"{INDENT}personal:"]
        lines += [f"{INDENT * 2}- {scalar(name, in_braces=False)}" for name in found.personal]
    if unused:
        lines += [f"{INDENT}# kept as text, not analysed", f"{INDENT}unused:"]
        lines += [
            f"{INDENT * 2}- {scalar(as_pattern(name), in_braces=False)}  {comment(why)}"
            for name, why in unused.items()
        ]
    return ["columns:", *lines] if lines else ["columns: {}"]


def as_pattern(name: str) -> str:
    """The pattern that only this name fits: brackets and stars mean something in patterns."""
    return "".join(PATTERN_SIGNS.get(sign, sign) for sign in name)


def _question_lines(one: SurveyQuestion, language: str) -> Iterator[str]:
    if one.why:
        yield INDENT + comment(one.why)
    yield from (INDENT + line for line in question_lines(one.question, language))


def _language_findings(spoken: str, language: str) -> Iterator[Finding]:
    if spoken != language:
        known = {"sv": "Swedish", "de": "German"}[spoken]
        what = f"the questions look {known}, which pages are not written in: pages are in English"
    else:
        what = f'the questions look like "{language}": pages are in that language'
    yield Finding(FILE, ("languages",), what)


def _role_findings(roles: SurveyRoles, columns: Sequence[Column]) -> Iterator[Finding]:
    found = roles.columns
    if found.respondent is None:
        what = "no column tells respondents apart: each row is one"
        yield Finding(FILE, ("columns",), what)
    else:
        what = f'"{found.respondent}" tells respondents apart; they are stored under pseudonyms'
        yield Finding(FILE, ("columns", "respondent"), what)
    if found.completed:
        what = f'"{found.completed.column}" tells who got to the end; is it so?'
        yield Finding(FILE, ("columns", "completed"), what)
    for key, column in (("started", found.started), ("finished", found.finished)):
        if column:
            order = order_told(next(one.values for one in columns if one.name == column))
            what = f'"{column}" is when answers were {key}{f"; {order}" if order else ""}'
            yield Finding(FILE, ("columns", key), what)
    if found.personal:
        names = _names(found.personal)
        what = f"{names} may tell who a respondent is, and are never stored; take out what does not"
        yield Finding(FILE, ("columns", "personal"), what)
    for name in roles.weights:
        what = (
            f'"{name}" looks like a weight; it is not used. To use it, take it out here, and '
            f"write design: {{weight: {name}}} in wave.yml"
        )
        yield Finding(FILE, ("columns", "unused"), what)


def _unused_findings(unused: Mapping[str, str], roles: SurveyRoles) -> Iterator[Finding]:
    for why in dict.fromkeys(unused.values()):
        names = [
            name for name, reason in unused.items() if reason == why and name not in roles.weights
        ]
        if names:
            yield Finding(FILE, ("columns", "unused"), f"left unused ({why}): {_names(names)}")


def _question_findings(questions: Sequence[SurveyQuestion]) -> Iterator[Finding]:
    """What was guessed of questions: scales and their direction, answers that are none, options."""
    for one in questions:
        if one.own_words:
            yield _of_question(
                [one],
                f"{one.question.name}: {one.own_words} answers in respondents' own words count as "
                "one answer; move those that mean another one",
            )
    yield from _joined_findings([one for one in questions if one.question.joined_by])
    yield from _scale_findings(questions)
    if numbers := [one for one in questions if one.question.type == "number"]:
        what = f"numbers, shown by their mean; codes are none: {_plain_names(numbers)}"
        yield _of_question(numbers, what)
    if grouped := [one for one in numbers if one.question.thousands]:
        what = f"thousands are parted, as 12.345 for 12345: {_plain_names(grouped)}; is it so?"
        yield _of_question(grouped, what)
    yield from _missing_findings(questions)


def _missing_findings(questions: Sequence[SurveyQuestion]) -> Iterator[Finding]:
    """Which answers are none, and whether percentages are of them, too."""
    absent: dict[tuple[str, bool], list[SurveyQuestion]] = {}
    for one in questions:
        for category in one.question.categories:
            if category.missing:
                absent.setdefault((category.label, category.left_out), []).append(one)
    for (label, left_out), users in absent.items():
        how = (
            "is declared missing in the file and counts in no base (missing: left_out), so "
            'percentages are "valid per cent"; missing: true shows it'
            if left_out
            else "is taken for no answer (missing); it is shown and counts in the base, unless "
            "you write missing: left_out"
        )
        yield _of_question(users, f'"{label}" {how}: {_plain_names(users)}')


def _joined_findings(joined: Sequence[SurveyQuestion]) -> Iterator[Finding]:
    if joined:
        yield _of_question(
            joined,
            f"the options of answers joined in one cell are those that recur: "
            f"{_plain_names(joined)}; compare them with the questionnaire",
        )
    for one in joined:
        if one.ambiguous:
            what = f"{one.question.name}: {one.ambiguous} cells can be read in several ways"
            yield _of_question([one], what)


def _scale_findings(questions: Sequence[SurveyQuestion]) -> Iterator[Finding]:
    scales: dict[tuple[str, ...], list[SurveyQuestion]] = {}
    for one in questions:
        if one.order and one.order.scores and one.order.name != "numbers":
            ends = one.order.labels[0], one.order.labels[-1]
            told = (f'"{label}" ({one.order.scores[label]:g})' for label in ends)
            scales.setdefault((one.order.name, *told), []).append(one)
    for (name, top, bottom), users in scales.items():
        yield _of_question(
            users,
            f"a scale of {name}, from {top} to {bottom}: {_plain_names(users)}; turn the scores "
            "round where less is more",
        )


def _of_question(users: Sequence[SurveyQuestion], what: str) -> Finding:
    """Said at the first of the questions."""
    return Finding(FILE, ("variables", users[0].question.name), what)


def _plain_names(users: Sequence[SurveyQuestion]) -> str:
    return ", ".join(one.question.name for one in users)


def _names(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
