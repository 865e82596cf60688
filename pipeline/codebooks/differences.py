"""What differs between the questionnaires of two waves; pure.

Compared is what respondents were asked and how their answers are read: wordings, answers, items,
routing, derivations. Names of columns, codes and short labels of questions are not: readers never
meet them, and an export may change them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pipeline.codebooks.codebook import Category, Codebook, Labels, Variable

Kind = Literal["new", "gone", "changed"]


@dataclass(frozen=True)
class Difference:
    """A question, `variable` or `variable.item`, and everything that became of it."""

    question: str
    kind: Kind
    what: tuple[str, ...]


def differences(before: Codebook, after: Codebook) -> tuple[Difference, ...]:
    """Every question that is not the same in both, in the later wave's order; gone ones last."""
    return (
        *(
            one
            for name, variable in after.variables.items()
            for one in _of_variable(before.variables.get(name), variable)
        ),
        *(
            Difference(name, "gone", ("is no longer asked",))
            for name in before.variables
            if name not in after.variables
        ),
    )


def _of_variable(before: Variable | None, after: Variable) -> Iterator[Difference]:
    name = after.name
    if before is None:
        yield Difference(name, "new", ("was not asked before",))
        return
    if what := tuple(_changes(before, after)):
        yield Difference(name, "changed", what)
    # A question without items has one that is called "", and whose label is its short name.
    for item, entry in after.items.items() if after.has_items else ():
        reference = f"{name}.{item}"
        if item not in before.items:
            yield Difference(reference, "new", ("was not asked before",))
        elif what := tuple(_reworded("it", before.items[item].label, entry.label)):
            yield Difference(reference, "changed", what)
    for item in before.items if before.has_items else ():
        if item not in after.items:
            yield Difference(f"{name}.{item}", "gone", ("is no longer asked",))


def _changes(before: Variable, after: Variable) -> Iterator[str]:
    """What is not the same in a question of both waves, its items left aside."""
    yield from _reworded("the question", before.text, after.text)
    if before.type != after.type:
        yield f"the type was {before.type} and is {after.type}"
    # The categories of a cross are made of those that it crosses.
    if after.type != "cross":
        yield from _of_answers(before, after)
    for what, earlier, later in (
        ("who was asked", before.asked_if, after.asked_if),
        ("how many answers one may give", before.maximum, after.maximum),
        ("the range of numbers", (before.low, before.high), (after.low, after.high)),
        ("the unit", dict(before.unit), dict(after.unit)),
        ("how it is derived", before.derivation, after.derivation),
    ):
        if earlier != later:
            yield f"{what} changed"


def _of_answers(before: Variable, after: Variable) -> Iterator[str]:
    yield from _added(before.categories, after.categories, "the answer")
    yield from _added(before.nets, after.nets, "the net")
    for name in before.categories.keys() & after.categories.keys():
        earlier, later = before.categories[name], after.categories[name]
        yield from _reworded(f'the answer "{name}"', earlier.label, later.label)
        if _weight(earlier) != _weight(later):
            yield f'the score of the answer "{name}", or whether it is missing, changed'
    for name in before.nets.keys() & after.nets.keys():
        if set(before.nets[name].of) != set(after.nets[name].of):
            yield f'what the net "{name}" holds changed'


def _weight(one: Category) -> tuple[float | None, bool, bool]:
    return one.score, one.missing, one.left_out


def _added(before: Mapping[str, Any], after: Mapping[str, Any], what: str) -> Iterator[str]:
    yield from (f'{what} "{name}" was added' for name in after if name not in before)
    yield from (f'{what} "{name}" was taken out' for name in before if name not in after)


def _reworded(what: str, before: Labels, after: Labels) -> Iterator[str]:
    """Whether words changed in any language that both have."""
    if any(before[language] != after[language] for language in before.keys() & after.keys()):
        yield f"{what} was reworded"
