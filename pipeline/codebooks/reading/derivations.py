"""Variables made of others: recode, cross, count and mean."""

from collections.abc import Mapping
from itertools import combinations, product
from math import inf

from pipeline.codebooks import file
from pipeline.codebooks.codebook import WHOLE_VARIABLE, Category, Derivation, Group, Item, Variable
from pipeline.codebooks.reading.context import Reading
from pipeline.documents import Place

DerivedEntry = file.RecodeEntry | file.CrossEntry | file.CountEntry | file.MeanEntry
Made = tuple[dict[str, Category], Derivation | None]
"""The categories of a derived variable, and how it is made; None where it cannot be."""


def derived(reading: Reading, name: str, entry: DerivedEntry, place: Place) -> Variable:
    """A derived variable; complains about what is wrong in it."""
    match entry:
        case file.RecodeEntry():
            categories, derivation = _recode(reading, entry, place)
        case file.CrossEntry():
            categories, derivation = _cross(reading, entry, place)
        case _:
            categories, derivation = {}, _over_items(reading, entry, place)
    return Variable(
        name,
        entry.type,
        {},
        entry.label,
        {WHOLE_VARIABLE: Item(entry.label)},
        categories,
        derivation=derivation,
    )


def _recode(reading: Reading, entry: file.RecodeEntry, place: Place) -> Made:
    categories = {
        name: Category(code, group.label, group.plural)
        for code, (name, group) in enumerate(entry.groups.items(), start=1)
    }
    found = reading.source(entry.of, (*place, "of"))
    if found is None:
        return categories, None
    variable, item = found
    if variable.type in ("text", "recode", "cross") or (variable.has_items and not item):
        reading.complain((*place, "of"), "a recode is made of one coded question or one number")
        return categories, None
    groups = {
        name: _group(reading, variable, group, (*place, "groups", name))
        for name, group in entry.groups.items()
    }
    for (name, one), (other_name, other) in combinations(groups.items(), 2):
        if _overlap(one, other, variable.is_numeric):
            reading.complain((*place, "groups", other_name), f'overlaps with "{name}"')
    return categories, Derivation(((variable.name, item),), groups)


def _group(reading: Reading, variable: Variable, entry: file.GroupEntry, place: Place) -> Group:
    if variable.is_numeric != (entry.range is not None) or variable.is_numeric == bool(entry.of):
        needed = "range" if variable.is_numeric else "of"
        reading.complain(place, f'needs "{needed}", and only it')
    low, high = entry.range or (None, None)
    if low is not None and high is not None and low > high:
        reading.complain((*place, "range"), f"{low:g} is more than {high:g}")
    return Group(reading.categories_of(variable, entry.of, place), low, high)


def _overlap(one: Group, other: Group, numeric: bool) -> bool:
    """Whether an answer belongs to both groups."""
    if not numeric:
        return bool(set(one.of) & set(other.of))
    return _low(one) <= _high(other) and _low(other) <= _high(one)


def _low(group: Group) -> float:
    return -inf if group.low is None else group.low


def _high(group: Group) -> float:
    return inf if group.high is None else group.high


def _cross(reading: Reading, entry: file.CrossEntry, place: Place) -> Made:
    found = [reading.question(reference, (*place, "of")) for reference in entry.of]
    sources = [one for one in found if one]
    for variable, _ in sources:
        if not variable.categories or variable.type == "cross":
            reading.complain(
                (*place, "of"), f'"{variable.name}" has no categories that can be crossed'
            )
    if len(sources) < 2:
        return {}, None
    pairs = product(*(_substantive(variable).items() for variable, _ in sources))
    categories = {
        f"{first}*{second}": Category(
            code,
            _joined(one.label, other.label),
            _joined(one.plural or one.label, other.plural or other.label),
        )
        for code, ((first, one), (second, other)) in enumerate(pairs, start=1)
    }
    return categories, Derivation(tuple((variable.name, item) for variable, item in sources))


def _substantive(variable: Variable) -> dict[str, Category]:
    return {name: one for name, one in variable.categories.items() if not one.missing}


def _joined(first: Mapping[str, str], second: Mapping[str, str]) -> dict[str, str]:
    return {
        language: f"{first[language]}, {second[language][:1].lower()}{second[language][1:]}"
        for language in first
        if language in second
    }


def _over_items(
    reading: Reading, entry: file.CountEntry | file.MeanEntry, place: Place
) -> Derivation | None:
    of = (*place, "of")
    found = reading.source(entry.of, of)
    if found is None:
        return None
    variable, item = found
    if item:
        reading.complain(of, f'write "{variable.name}", and the items under "items"')
    elif not variable.has_items:
        reading.complain(of, f'"{variable.name}" has no items')
        return None
    for name in reading.once(entry.items, (*place, "items")):
        reading.known(name, variable.items, (*place, "items"), f"item of {variable.name}")
    sources = tuple((variable.name, name) for name in entry.items or variable.items)
    if isinstance(entry, file.CountEntry):
        counted = reading.categories_of(variable, entry.categories, (*place, "categories"))
        return Derivation(sources, categories=counted)
    if not any(category.score is not None for category in variable.categories.values()):
        reading.complain(of, f'no category of "{variable.name}" has a score')
    return Derivation(sources)
