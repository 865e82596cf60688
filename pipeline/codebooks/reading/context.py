"""How far the reading of a codebook has come: the variables so far, and what is wrong so far."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from pipeline.codebooks import file
from pipeline.codebooks.codebook import Variable
from pipeline.documents import Document, Place, nearest

Named = TypeVar("Named")


@dataclass
class Reading:
    """One pass over the file; `variables` holds those that stand before the one being read."""

    document: Document
    entry: file.CodebookEntry
    problems: list[str] = field(default_factory=list)
    variables: dict[str, Variable] = field(default_factory=dict)

    def complain(self, place: Place, message: str) -> None:
        """Note that something is wrong, with its file, line and place."""
        self.problems.append(f"{self.document.where(place)}: {message}")

    def known(self, name: str, among: Mapping[str, Named], place: Place, kind: str) -> Named | None:
        """The value of a name; complains when there is none."""
        if name not in among:
            self.complain(place, f'"{name}" is no {kind}{nearest(name, among)}')
        return among.get(name)

    def once(self, names: Iterable[str], place: Place) -> tuple[str, ...]:
        """The names, each once; complains about one that stands twice."""
        seen: dict[str, None] = {}
        for name in names:
            if name in seen:
                self.complain(place, f'"{name}" stands twice; remove one')
            seen[name] = None
        return tuple(seen)

    def source(self, reference: str, place: Place) -> tuple[Variable, str] | None:
        """A variable, and item where one is named, that stands earlier in the file."""
        name, _, item = reference.partition(".")
        variable = self.variables.get(name)
        if variable is None:
            if name in self.entry.variables:
                self.complain(place, f'"{name}" must stand before this question')
            else:
                hint = nearest(name, self.variables)
                self.complain(place, f'there is no question "{name}"{hint}')
            return None
        if item and self.known(item, variable.items, place, f"item of {name}") is None:
            return None
        return variable, item

    def question(self, reference: str, place: Place) -> tuple[Variable, str] | None:
        """A variable and the one item of it that is meant; a source that has items needs it."""
        found = self.source(reference, place)
        if found and found[0].has_items and not found[1]:
            self.complain(place, f'name an item: "{found[0].name}.<item>"')
            return None
        return found

    def categories_of(
        self, variable: Variable, names: Iterable[str], place: Place
    ) -> tuple[str, ...]:
        """The categories behind names of categories and nets, each once."""
        answers = {**variable.categories, **variable.nets}
        kind = f"category or net of {variable.name}"
        known = [name for name in names if self.known(name, answers, place, kind)]
        return tuple(dict.fromkeys(one for name in known for one in variable.category_names(name)))
