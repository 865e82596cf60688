"""The answers of questions, as the new export has them; pure."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace

from pipeline.codebooks.codebook import Category, Codebook, Variable
from pipeline.documents import Place
from pipeline.drafting.answer_changes import AnswerChanges, answer_changes
from pipeline.drafting.comparison import Comparison
from pipeline.drafting.document_edits import DocumentEdits
from pipeline.drafting.entries import answers_lines, category_line
from pipeline.drafting.findings import Finding
from pipeline.drafting.no_answers import is_missing
from pipeline.drafting.question_edits import FILE, translated
from pipeline.drafting.wordings import name_of
from pipeline.drafting.yaml_values import listed

MOST_SINGLY = 5
"""More texts that are no answer are told in one sentence."""


def edit_answers(
    edits: DocumentEdits,
    comparison: Comparison,
    before: Codebook,
    scale_of: Mapping[str, str],
    limit: float,
    language: str,
) -> list[Finding]:
    """New, gone, recoded and reworded answers; `scale_of` names the scale of a question.

    A scale changes where all its questions did; else a question gets answers of its own.
    """
    changes = {
        name: answer_changes(variable, columns, limit)
        for name, variable in before.variables.items()
        if variable.type in ("single", "battery")
        and (columns := [one.column for one in comparison.matches if one.variable == name])
    }
    kept = {
        name: _without_needed(change, before.variables[name], before)
        for name, change in changes.items()
    }
    # New questions may have the answers of a scale as it was.
    as_before = {one.question.scale for one in comparison.questions}
    _edit_where_they_stand(edits, kept, before, scale_of, as_before, language)
    return [
        Finding(FILE, ("variables", name), f"{name}: {told}")
        for name, change in changes.items()
        for told in _told(before, before.variables[name], change, kept[name], language)
    ]


def _edit_where_they_stand(
    edits: DocumentEdits,
    kept: Mapping[str, AnswerChanges],
    before: Codebook,
    scale_of: Mapping[str, str],
    as_before: Container[str],
    language: str,
) -> None:
    """Change the answers in the question, or in its scale; `as_before` are scales that stay."""
    edited: set[str] = set()
    for name, change in kept.items():
        variable, scale = before.variables[name], scale_of.get(name, "")
        together = [one for user, one in kept.items() if scale and scale_of.get(user) == scale]
        if change.is_none or (scale and scale in edited):
            continue
        if not scale:
            _edit(edits, ("variables", name), variable, change, language)
        elif scale in as_before or any(
            one.of_categories != change.of_categories for one in together
        ):
            _edit_apart(edits, ("variables", name), changed(variable, change, language))
        else:
            _edit(edits, ("scales", scale), variable, change, language)
            edited.add(scale)


def _edit_apart(edits: DocumentEdits, place: Place, variable: Variable) -> None:
    """Give a question answers of its own in place of its scale."""
    for key in ("scale", "nets", "unipolar"):
        if (*place, key) in edits:
            edits.remove((*place, key))
    edits.add_after((*place, "scale"), answers_lines(variable))


def changed(variable: Variable, change: AnswerChanges, language: str) -> Variable:
    """A question with the answers as they are now; new ones stand before those that are none."""
    categories = {
        name: replace(
            one,
            code=change.codes.get(name, one.code),
            label={**one.label, language: change.labels[name]}
            if name in change.labels
            else one.label,
            aliases=(*one.aliases, *change.aliases.get(name, ())),
        )
        for name, one in variable.categories.items()
        if name not in change.gone
    }
    both = [*categories.items(), *_new_categories(variable, change, language)]
    nets = {
        name: replace(net, of=tuple(one for one in net.of if one not in change.gone))
        for name, net in variable.nets.items()
    }
    ordered = dict(sorted(both, key=lambda entry: entry[1].missing))
    return replace(variable, categories=ordered, nets=nets)


def _new_categories(
    variable: Variable, change: AnswerChanges, language: str
) -> Iterator[tuple[str, Category]]:
    taken = {*variable.categories, *variable.nets}
    for label, code in change.added:
        name = name_of(label if not label.isdecimal() else f"code {label}", taken)
        taken.add(name)
        yield name, Category(code, {language: label}, missing=is_missing(label))


def _edit(
    edits: DocumentEdits, place: Place, variable: Variable, change: AnswerChanges, language: str
) -> None:
    """Change the answers where they stand, in the question or in its scale."""
    answers = (*place, "categories")
    after = changed(variable, change, language)
    for name in change.codes:
        edits.replace((*answers, name, "code"), str(after.categories[name].code))
    for name, label in change.labels.items():
        if (*answers, name, "label", language) in edits:
            edits.write((*answers, name, "label", language), label)
    for name in change.aliases:
        written = listed(after.categories[name].aliases)
        if (*answers, name, "aliases") in edits:
            edits.replace((*answers, name, "aliases"), written)
        else:
            edits.add_after((*answers, name, "label"), [f"aliases: {written}"])
    for name in change.gone:
        edits.remove((*answers, name))
    for name, net in after.nets.items():
        if net.of != variable.nets[name].of and (*place, "nets", name, "of") in edits:
            edits.replace((*place, "nets", name, "of"), listed(net.of))
    lines = [category_line(*one) for one in _new_categories(variable, change, language)]
    if lines:
        edits.add_after((*answers, _last_answer(variable)), lines)


def _last_answer(variable: Variable) -> str:
    """The last category that is an answer; new ones come behind it."""
    given = [name for name, one in variable.categories.items() if not one.missing]
    return (given or [*variable.categories])[-1]


def _without_needed(change: AnswerChanges, variable: Variable, before: Codebook) -> AnswerChanges:
    """The changes without answers that are gone, but that nets, other questions or checks need."""
    needed = {
        category for other in before.variables.values() for category in _needs(other, variable.name)
    }
    rules = (condition for one in before.contradictions.values() for condition in one.when)
    needed |= {
        category
        for condition in rules
        if condition.variable == variable.name
        for category in condition.categories
    }
    needed |= {net.of[0] for net in variable.nets.values() if set(net.of) <= {*change.gone}}
    return replace(change, gone=tuple(one for one in change.gone if one not in needed))


def _needs(other: Variable, name: str) -> Iterator[str]:
    """The answers of a question that another one's routing or derivation names."""
    for condition in other.asked_if:
        if condition.variable == name:
            yield from condition.categories
    if other.derivation and any(source == name for source, _ in other.derivation.sources):
        yield from other.derivation.categories
        for group in other.derivation.groups.values():
            yield from group.of


def _leads_to(name: str, before: Codebook) -> str:
    """Which questions are asked because of an answer to this one."""
    asked = [
        other.name
        for other in before.variables.values()
        if any(condition.variable == name for condition in other.asked_if)
    ]
    return f"; does it lead to {', '.join(asked)} (asked_if)?" if asked else ""


def _told(
    before: Codebook,
    variable: Variable,
    change: AnswerChanges,
    kept: AnswerChanges,
    language: str,
) -> Iterator[str]:
    """What became of the answers, one sentence each, and what to do about each."""
    leads, translate = _leads_to(variable.name, before), translated(before, language)
    for label, code in change.added:
        scored = any(one.score is not None for one in variable.categories.values())
        score = ", and write its score" if scored else ""
        todo = f"check its place and name{score}{leads}{translate}"
        yield f'the answer "{label}" is new (code {code}); {todo}'
    for name in change.gone:
        where = "taken out" if name in kept.gone else "kept, since others name it; take it out"
        yield f'the answer "{name}" is no longer offered; {where}'
    for name, label in change.labels.items():
        yield f'the answer "{name}" is reworded: "{label}"{translate}'
    if change.codes:
        codes = ", ".join(
            f"{name} was {variable.categories[name].code} and is {code}"
            for name, code in change.codes.items()
        )
        yield f"recoded, as the labels of the export say: {codes}"
    yield from _rejected(change.rare)


def _rejected(rare: Mapping[str, int]) -> Iterator[str]:
    """The texts that are no answer: one sentence each where they are few, or else one for all."""
    if len(rare) > MOST_SINGLY:
        named = ", ".join(f'"{value:.60}"' for value in list(rare)[:MOST_SINGLY])
        yield (
            f"{len(rare)} texts, in {sum(rare.values())} answers, are no answer and will be "
            f"rejected: {named} and {len(rare) - MOST_SINGLY} more"
        )
        return
    for value, count in rare.items():
        times = "once" if count == 1 else f"{count} times"
        yield f'"{value}" stands {times} in the export and is no answer; it will be rejected'
