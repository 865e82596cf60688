"""What an export no longer holds, and what hangs on it, taken out of the codebook; pure."""

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.codebooks.codebook import Codebook, Variable
from pipeline.codebooks.conditions import Contradiction
from pipeline.documents import Place
from pipeline.drafting.comparison import Comparison
from pipeline.drafting.document_edits import DocumentEdits
from pipeline.drafting.findings import BEFORE, Finding
from pipeline.drafting.wordings import bare_name
from pipeline.drafting.yaml_values import listed

FILE = "codebook.yml"
BY_ITEMS = ("count", "mean")
"""What is derived of items, and does without those that are gone."""

Gone = Mapping[str, str]
"""A question, or `question.item`, and why it is taken out."""


def gone_questions(comparison: Comparison, before: Codebook) -> Gone:
    """What no column answers any more, and what is derived of it, each with the reason."""
    gone: dict[str, str] = {}
    for name, variable in before.variables.items():
        if variable.derivation:
            if reason := _lost_source(variable, gone):
                gone[name] = reason
            continue
        missing = [item for item in variable.items if (name, item) not in comparison.matched]
        if len(missing) == len(variable.items):
            gone[name] = "no column of the export answers it"
        else:
            reason = "no column of the export answers it"
            if _may_have_moved(name, comparison):
                reason += " (or was another one, and those below it moved up?)"
            gone |= {f"{name}.{item}": reason for item in missing}
    return gone


def _may_have_moved(name: str, comparison: Comparison) -> bool:
    """Whether nothing but a number tells the items of a question apart."""
    columns = [match.column for match in comparison.matches if match.variable == name]
    return not any(column.question or bare_name(column.name) for column in columns)


def _lost_source(variable: Variable, gone: Gone) -> str:
    """Why a derived variable cannot be made any more, or ""."""
    assert variable.derivation
    sources = variable.derivation.sources
    lost = [_reference(*one) for one in sources if one[0] in gone or _reference(*one) in gone]
    if lost and (variable.type not in BY_ITEMS or len(lost) == len(sources)):
        return f"it is made of {lost[0]}, which is gone"
    return ""


def _reference(name: str, item: str) -> str:
    return f"{name}.{item}" if item else name


def remove_gone(
    edits: DocumentEdits, gone: Gone, before: Codebook, entries: Mapping[str, Any]
) -> list[Finding]:
    """Take out questions, items and the conditions that name them.

    `entries` are the variables as the codebook writes them.
    """
    findings = []
    for reference, reason in gone.items():
        name, _, item = reference.partition(".")
        place: Place = ("variables", name, "items", item) if item else ("variables", name)
        edits.remove(place)
        findings.append(Finding(BEFORE, place, f"{reference} is gone: {reason}; taken out"))
    for name, variable in before.variables.items():
        if name not in gone:
            findings += _without_conditions(edits, name, gone, entries[name])
            findings += _without_items(edits, variable, gone, entries[name])
    return [*findings, *_without_checks(edits, gone, before)]


def _without_checks(edits: DocumentEdits, gone: Gone, before: Codebook) -> Iterator[Finding]:
    """A rule that asks about what is gone is gone as well."""
    lost = {
        name: asked
        for name, rule in before.contradictions.items()
        for asked in _asked_of_gone(rule, gone)
    }
    every = len(lost) == len(before.contradictions)
    places: list[Place] = [("checks",)] if lost and every else [("checks", name) for name in lost]
    for place in places:
        edits.remove(place)
    for name, asked_about in lost.items():
        what = (
            f"the check {name} asks about {asked_about}, which is gone; taken out (take it out of "
            "`quality` in wave.yml as well, where it stands there)"
        )
        yield Finding(BEFORE, ("checks", name), what)


def _asked_of_gone(rule: Contradiction, gone: Gone) -> Iterator[str]:
    for condition in rule.when:
        for reference in (condition.variable, f"{condition.variable}.{condition.item}"):
            if reference in gone:
                yield reference


def _without_conditions(
    edits: DocumentEdits, name: str, gone: Gone, entry: Mapping[str, Any]
) -> Iterator[Finding]:
    conditions = entry.get("asked_if", {})
    lost = [one for one in conditions if one in gone or one.partition(".")[0] in gone]
    place: Place = ("variables", name, "asked_if")
    if lost and len(lost) == len(conditions):
        edits.remove(place)
    else:
        for one in lost:
            edits.remove((*place, one))
    for one in lost:
        what = f"{name}: who was asked? It depended on {one}, which is gone; condition taken out"
        yield Finding(FILE, place[:-1], what)


def _without_items(
    edits: DocumentEdits, variable: Variable, gone: Gone, entry: Mapping[str, Any]
) -> Iterator[Finding]:
    """A count or mean over named items goes on without those that are gone."""
    if variable.type not in BY_ITEMS or not variable.derivation:
        return
    lost = [item for source, item in variable.derivation.sources if f"{source}.{item}" in gone]
    if not lost:
        return
    place: Place = ("variables", variable.name)
    if named := entry.get("items"):
        edits.replace((*place, "items"), listed([one for one in named if one not in lost]))
    what = f"{variable.name} is made of fewer items: without {', '.join(lost)}"
    yield Finding(FILE, place, what)
