"""The codebook of a survey that nobody has described, drafted from its first export; pure."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.drafting.columns import Column, columns_of
from pipeline.drafting.dates import order_told
from pipeline.drafting.entries import INDENT, question_lines
from pipeline.drafting.findings import Finding
from pipeline.drafting.known_beforehand import WHY, known_beforehand
from pipeline.drafting.question_findings import FILE, question_findings, quoted_names
from pipeline.drafting.routing_findings import routing_findings
from pipeline.drafting.survey_names import DRAFTED, language_of
from pipeline.drafting.survey_questions import SurveyQuestion, survey_questions
from pipeline.drafting.survey_roles import SurveyRoles, survey_roles
from pipeline.drafting.yaml_values import comment, flag_entry, scalar
from pipeline.errors import DraftError
from pipeline.readers.export import Export

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
    spoken = export.language if export.language in DRAFTED else ""
    spoken = spoken or language_of([column.question for column in columns if column.question])
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
        *question_findings(questions),
        *routing_findings(questions, export, roles.columns),
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
        entries.append(("completed", flag_entry(found.completed)))
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
        if found.completed.values:
            what = f'"{found.completed.column}" tells who got to the end; is it so?'
        else:
            what = f'"{found.completed.column}": the tool hands out only what was sent; nobody left'
        yield Finding(FILE, ("columns", "completed"), what)
    else:
        yield Finding(FILE, ("columns",), _without_completed(found.respondent))
    for key, column in (("started", found.started), ("finished", found.finished)):
        if column:
            order = order_told(next(one.values for one in columns if one.name == column))
            what = f'"{column}" is when answers were {key}{f"; {order}" if order else ""}'
            yield Finding(FILE, ("columns", key), what)
    if found.personal:
        names = quoted_names(found.personal)
        what = f"{names} may tell who a respondent is, and are never stored; take out what does not"
        yield Finding(FILE, ("columns", "personal"), what)
    for name in roles.weights:
        what = (
            f'"{name}" looks like a weight; it is not used. To use it, take it out here, and '
            f"write design: {{weight: {name}}} in wave.yml"
        )
        yield Finding(FILE, ("columns", "unused"), what)


def _without_completed(respondent: str | None) -> str:
    """What it means that no column tells who got to the end, and what to write instead."""
    column = scalar(respondent) if respondent else "…"
    filled = "" if respondent else ", a column that is filled in for everybody"
    return (
        "no column tells who completed: those who leave the last questions blank count as having "
        f"broken off. If all here got to the end, write completed: {{column: {column}}}{filled}; "
        "if a column tells, name it there with its values"
    )


def _unused_findings(unused: Mapping[str, str], roles: SurveyRoles) -> Iterator[Finding]:
    for why in dict.fromkeys(unused.values()):
        names = [
            name for name, reason in unused.items() if reason == why and name not in roles.weights
        ]
        if names:
            yield Finding(
                FILE, ("columns", "unused"), f"left unused ({why}): {quoted_names(names)}"
            )
