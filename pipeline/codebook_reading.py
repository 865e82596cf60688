"""codebook.yml -> Codebook, with everything that is wrong in the file reported in one go."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from pipeline import codebook_file as file
from pipeline.codebook import (
    NOT_TICKED,
    TICKED,
    WHOLE_VARIABLE,
    Category,
    Codebook,
    Columns,
    Condition,
    Derivation,
    Flag,
    Group,
    Item,
    Net,
    Variable,
)
from pipeline.documents import Document, Place, complaints, nearest, read_document
from pipeline.errors import CodebookError

TICK_CATEGORIES = {
    TICKED: Category(1, {"da": "Ja", "nb": "Ja", "en": "Yes"}),
    NOT_TICKED: Category(0, {"da": "Nej", "nb": "Nei", "en": "No"}),
}
"""What an item of a multiple-response question can be."""

Named = TypeVar("Named")


def read_codebook(path: Path) -> Codebook:
    """Read and check a codebook.

    Raises `CodebookError` with one message for each thing that is wrong, each with its line.
    """
    document = read_document(path, CodebookError)
    try:
        entry = file.CodebookEntry.model_validate(document.values)
    except ValidationError as problem:
        raise CodebookError(complaints(document, problem, file.KEYS)) from None
    reading = _Reading(document, entry)
    codebook = reading.codebook()
    if reading.problems:
        raise CodebookError(reading.problems)
    return codebook


class _Reading:
    """One pass over the file; collects what is wrong while it builds the variables."""

    def __init__(self, document: Document, entry: file.CodebookEntry) -> None:
        self.document = document
        self.entry = entry
        self.problems: list[str] = []
        self.variables: dict[str, Variable] = {}

    def complain(self, place: Place, message: str) -> None:
        self.problems.append(f"{self.document.where(place)}: {message}")

    def known(self, name: str, among: Mapping[str, Named], place: Place, kind: str) -> Named | None:
        """The value of a name; complains when there is none."""
        if name not in among:
            self.complain(place, f'there is no {kind} "{name}"{nearest(name, among)}')
        return among.get(name)

    def codebook(self) -> Codebook:
        columns = _columns(self.entry.columns)
        for name, entry in self.entry.variables.items():
            self.variables[name] = self.variable(name, entry)
        self.check_scales()
        self.check_columns(columns)
        self.check_languages()
        return Codebook(
            self.entry.survey, self.entry.wave, self.entry.languages, columns, self.variables
        )

    def variable(self, name: str, entry: Any) -> Variable:
        place: Place = ("variables", name)
        match entry:
            case file.SingleEntry() | file.BatteryEntry():
                return self.coded(name, entry, place)
            case file.MultipleEntry():
                return self.multiple(name, entry, place)
            case file.NumberEntry() | file.TextEntry():
                return self.plain(name, entry, place)
            case _:
                return self.derived(name, entry, place)

    def coded(
        self, name: str, entry: file.SingleEntry | file.BatteryEntry, place: Place
    ) -> Variable:
        categories, nets = self.answers(entry, place)
        self.check_categories(_categories(entry.categories), place)
        self.check_nets(_nets(entry.nets), categories, place)
        items = (
            _items(entry.items)
            if isinstance(entry, file.BatteryEntry)
            else {WHOLE_VARIABLE: Item(entry.label, entry.column)}
        )
        return Variable(
            name,
            entry.type,
            entry.text,
            entry.label,
            items,
            categories,
            nets,
            self.conditions(entry.asked_if, (*place, "asked_if")),
        )

    def answers(
        self, entry: file.SingleEntry | file.BatteryEntry, place: Place
    ) -> tuple[dict[str, Category], dict[str, Net]]:
        """Categories and nets of a variable: its own, or those of its scale with its own nets."""
        if (entry.scale is None) == (not entry.categories):
            self.complain(place, 'give either "categories" or "scale"')
        if entry.scale is None:
            return _categories(entry.categories), _nets(entry.nets)
        scale = self.known(entry.scale, self.entry.scales, (*place, "scale"), "scale")
        if scale is None:
            return {}, {}
        return _categories(scale.categories), _nets({**scale.nets, **entry.nets})

    def check_scales(self) -> None:
        for name, scale in self.entry.scales.items():
            categories = _categories(scale.categories)
            self.check_categories(categories, ("scales", name))
            self.check_nets(_nets(scale.nets), categories, ("scales", name))

    def check_categories(self, categories: Mapping[str, Category], place: Place) -> None:
        """Codes and texts tell categories apart."""
        by_code: dict[int, str] = {}
        by_text: dict[str, str] = {}
        for name, category in categories.items():
            here = (*place, "categories", name)
            other = by_code.setdefault(category.code, name)
            if other != name:
                self.complain(here, f'code {category.code} is also the code of "{other}"')
            for text in category_texts(category):
                other = by_text.setdefault(text.casefold(), name)
                if other != name:
                    self.complain(here, f'"{text}" also means "{other}"; texts must differ')

    def check_nets(
        self, nets: Mapping[str, Net], categories: Mapping[str, Category], place: Place
    ) -> None:
        """Nets are made of categories that exist, and have names of their own."""
        for name, net in nets.items():
            here = (*place, "nets", name)
            if name in categories:
                self.complain(here, f'"{name}" is a category as well; give the net another name')
            for category in net.of:
                self.known(category, categories, here, "category")

    def multiple(self, name: str, entry: file.MultipleEntry, place: Place) -> Variable:
        if entry.maximum is not None and not 1 <= entry.maximum <= len(entry.items):
            self.complain(
                (*place, "maximum"), f"must lie between 1 and the {len(entry.items)} items"
            )
        for text in set(entry.ticked) & set(entry.not_ticked):
            self.complain(place, f'"{text}" cannot mean both ticked and not ticked')
        return Variable(
            name,
            entry.type,
            entry.text,
            entry.label,
            _items(entry.items),
            TICK_CATEGORIES,
            asked_if=self.conditions(entry.asked_if, (*place, "asked_if")),
            maximum=entry.maximum,
            ticked=entry.ticked,
            not_ticked=entry.not_ticked,
        )

    def plain(self, name: str, entry: file.NumberEntry | file.TextEntry, place: Place) -> Variable:
        low, high = entry.range if isinstance(entry, file.NumberEntry) else (None, None)
        if low is not None and high is not None and low > high:
            self.complain((*place, "range"), f"{low:g} is more than {high:g}")
        return Variable(
            name,
            entry.type,
            entry.text,
            entry.label,
            {WHOLE_VARIABLE: Item(entry.label, entry.column)},
            asked_if=self.conditions(entry.asked_if, (*place, "asked_if")),
            unit=entry.unit if isinstance(entry, file.NumberEntry) else {},
            low=low,
            high=high,
            whole=isinstance(entry, file.NumberEntry) and entry.whole,
        )

    def conditions(
        self, asked_if: Mapping[str, tuple[str, ...]], place: Place
    ) -> tuple[Condition, ...]:
        conditions = []
        for reference, answers in asked_if.items():
            here = (*place, reference)
            found = self.source(reference, here)
            if found:
                variable, item = found
                if variable.has_items and not item:
                    self.complain(here, f'name an item: "{variable.name}.<item>"')
                conditions.append(
                    Condition(variable.name, item, self.categories_of(variable, answers, here))
                )
        return tuple(conditions)

    def source(self, reference: str, place: Place) -> tuple[Variable, str] | None:
        """A question that stands earlier in the file."""
        name, _, item = reference.partition(".")
        variable = self.variables.get(name)
        if variable is None:
            later = name in self.entry.variables
            hint = "; it must stand earlier" if later else nearest(name, self.variables)
            self.complain(place, f'there is no question "{name}" before this one{hint}')
            return None
        if item and self.known(item, variable.items, place, f'item of "{name}"') is None:
            return None
        return variable, item

    def categories_of(
        self, variable: Variable, names: Iterable[str], place: Place
    ) -> tuple[str, ...]:
        """The categories behind names of categories and nets."""
        answers = {**variable.categories, **variable.nets}
        known = [name for name in names if self.known(name, answers, place, "category or net")]
        return tuple(one for name in known for one in variable.category_names(name))

    def derived(self, name: str, entry: Any, place: Place) -> Variable:
        match entry:
            case file.RecodeEntry():
                categories, derivation = self.recode(entry, place)
            case file.CrossEntry():
                categories, derivation = self.cross(entry, place)
            case _:
                categories, derivation = {}, self.over_items(entry, place)
        return Variable(
            name,
            entry.type,
            {},
            entry.label,
            {WHOLE_VARIABLE: Item(entry.label)},
            categories,
            derivation=derivation,
        )

    def recode(
        self, entry: file.RecodeEntry, place: Place
    ) -> tuple[dict[str, Category], Derivation | None]:
        categories = {
            name: Category(code, group.label, group.plural)
            for code, (name, group) in enumerate(entry.groups.items(), start=1)
        }
        found = self.source(entry.of, (*place, "of"))
        if found is None:
            return categories, None
        variable, item = found
        if variable.type in ("text", "recode", "cross") or (variable.has_items and not item):
            self.complain((*place, "of"), "a recode is made of one coded question or one number")
        groups = {
            name: self.group(variable, group, (*place, "groups", name))
            for name, group in entry.groups.items()
        }
        self.check_groups(groups, place)
        return categories, Derivation(((variable.name, item),), groups)

    def group(self, variable: Variable, entry: file.GroupEntry, place: Place) -> Group:
        if variable.is_numeric != (entry.range is not None) or variable.is_numeric == bool(
            entry.of
        ):
            self.complain(place, f'needs "{"range" if variable.is_numeric else "of"}", and only it')
        low, high = entry.range or (None, None)
        return Group(self.categories_of(variable, entry.of, place), low, high)

    def check_groups(self, groups: Mapping[str, Group], place: Place) -> None:
        """No answer belongs to two groups."""
        infinite = float("inf")
        seen: list[tuple[str, Group]] = []
        for name, group in groups.items():
            for other_name, other in seen:
                if set(group.of) & set(other.of) or (
                    not group.of
                    and (group.low if group.low is not None else -infinite)
                    <= (other.high if other.high is not None else infinite)
                    and (other.low if other.low is not None else -infinite)
                    <= (group.high if group.high is not None else infinite)
                ):
                    self.complain((*place, "groups", name), f'overlaps with "{other_name}"')
            seen.append((name, group))

    def cross(
        self, entry: file.CrossEntry, place: Place
    ) -> tuple[dict[str, Category], Derivation | None]:
        found = [self.source(reference, (*place, "of")) for reference in entry.of]
        sources = [one for one in found if one]
        if len(sources) < 2:
            return {}, None
        for variable, item in sources:
            if not variable.categories or variable.type == "cross":
                self.complain(
                    (*place, "of"), f'"{variable.name}" has no categories that can be crossed'
                )
            if variable.has_items and not item:
                self.complain((*place, "of"), f'name an item: "{variable.name}.<item>"')
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

    def over_items(
        self, entry: file.CountEntry | file.MeanEntry, place: Place
    ) -> Derivation | None:
        found = self.source(entry.of, (*place, "of"))
        if found is None:
            return None
        variable, _ = found
        if not variable.has_items:
            self.complain((*place, "of"), f'"{variable.name}" has no items')
        for item in entry.items:
            self.known(item, variable.items, (*place, "items"), f'item of "{variable.name}"')
        sources = tuple((variable.name, item) for item in entry.items or variable.items)
        if isinstance(entry, file.CountEntry):
            counted = self.categories_of(variable, entry.categories, (*place, "categories"))
            return Derivation(sources, categories=counted)
        if not any(category.score is not None for category in variable.categories.values()):
            self.complain((*place, "of"), f'no category of "{variable.name}" has a score')
        return Derivation(sources)

    def check_columns(self, columns: Columns) -> None:
        """A column of the export means one thing."""
        owner = dict.fromkeys(columns.named, "columns")
        for variable in self.variables.values():
            for name, item in variable.items.items():
                if item.column is None:
                    continue
                here = f"variables.{variable.name}" + (f".{name}" if name else "")
                other = owner.setdefault(item.column, here)
                if other != here:
                    place: Place = ("variables", variable.name)
                    place = (*place, "items", name) if name else place
                    self.complain(place, f'column "{item.column}" is also used by {other}')

    def check_languages(self) -> None:
        """Everything that has a label or text has it in the main language, and in known ones."""
        for place, labels in _labels(self.document.values):
            if self.entry.languages[0] not in labels:
                self.complain(place, f'the main language "{self.entry.languages[0]}" is missing')
            for language in labels:
                if language not in self.entry.languages:
                    self.complain((*place, language), f'"{language}" is not among the languages')


def category_texts(category: Category) -> tuple[str, ...]:
    """What an export may hold for a category: its code, its labels and its aliases."""
    return (str(category.code), *dict.fromkeys((*category.label.values(), *category.aliases)))


def _substantive(variable: Variable) -> dict[str, Category]:
    return {name: one for name, one in variable.categories.items() if not one.missing}


def _joined(first: Mapping[str, str], second: Mapping[str, str]) -> dict[str, str]:
    return {
        language: f"{first[language]}, {second[language][:1].lower()}{second[language][1:]}"
        for language in first
        if language in second
    }


def _categories(entries: Mapping[str, file.CategoryEntry]) -> dict[str, Category]:
    return {
        name: Category(
            entry.code, entry.label, entry.plural, entry.missing, entry.score, entry.aliases
        )
        for name, entry in entries.items()
    }


def _nets(entries: Mapping[str, file.NetEntry]) -> dict[str, Net]:
    return {name: Net(entry.label, entry.of) for name, entry in entries.items()}


def _items(entries: Mapping[str, file.ItemEntry]) -> dict[str, Item]:
    return {name: Item(entry.label, entry.column) for name, entry in entries.items()}


def _columns(entry: file.ColumnsEntry) -> Columns:
    return Columns(
        entry.respondent,
        Flag(entry.completed.column, entry.completed.values) if entry.completed else None,
        Flag(entry.test.column, entry.test.values) if entry.test else None,
        entry.started,
        entry.finished,
        entry.weight,
        entry.personal,
        entry.unused,
    )


def _labels(values: Any, place: Place = ()) -> Iterator[tuple[Place, Mapping[str, str]]]:
    """Every mapping of language to words, with its place."""
    if isinstance(values, dict):
        for key, inner in values.items():
            here = (*place, key)
            if key in ("label", "text", "plural", "unit") and _is_words(inner):
                yield here, inner
            else:
                yield from _labels(inner, here)


def _is_words(values: Any) -> bool:
    return isinstance(values, dict) and all(isinstance(value, str) for value in values.values())
