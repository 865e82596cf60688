"""What became of the answers that a question offers, as far as an export tells; pure."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.codebooks.codebook import Category, Variable, category_texts
from pipeline.drafting.columns import Column
from pipeline.drafting.lexicon import OTHER
from pipeline.drafting.wordings import plain, similarity

OTHERS = frozenset(OTHER.values())
ALIKE = 0.8
"""From this similarity on, an answer that is new stands for one that is gone."""


@dataclass(frozen=True)
class AnswerChanges:
    """How the answers of a coded question differ from its categories.

    added: (label, code) of each new answer; gone: categories that the file no longer offers;
    codes: category -> its new code; labels: category -> its new wording; aliases: category -> how
    else the file writes it; rare: unknown answers too few to be answers that were offered.
    """

    added: tuple[tuple[str, int], ...] = ()
    gone: tuple[str, ...] = ()
    codes: Mapping[str, int] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rare: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_none(self) -> bool:
        """Whether the categories stay as they are."""
        return self.of_categories == AnswerChanges()

    @property
    def of_categories(self) -> "AnswerChanges":
        """Without what changes no category."""
        return AnswerChanges(self.added, self.gone, self.codes, self.labels, self.aliases)


def answer_changes(variable: Variable, columns: Sequence[Column], limit: float) -> AnswerChanges:
    """The changes that the columns of a coded question show.

    Where the file lists the answers that were offered, these count; elsewhere the answers that
    were given, and an answer that nobody gave may have been offered all the same. `limit` is the
    share of a column's answers up to which an unknown one is a mistake, and no new answer.
    """
    labels: dict[str, str] = {}
    for column in columns:
        labels |= column.labels
    if labels:
        return _of_labels(variable.categories, labels)
    values: Counter[str] = Counter()
    frequent: set[str] = set()
    for column in columns:
        values.update(column.values)
        frequent |= {
            value for value, count in column.values.items() if count > limit * column.answered
        }
    return _of_values(variable.categories, values, frequent)


def _of_labels(categories: Mapping[str, Category], labels: Mapping[str, str]) -> AnswerChanges:
    owner: dict[str, str] = {}
    for value, label in labels.items():
        if found := _by_text(categories, label):
            owner[value] = found
    free = [name for name in categories if name not in owner.values()]
    for value, label in labels.items():
        if value not in owner and (found := _reworded(categories, free, value, label)):
            owner[value] = found
            free.remove(found)
    known = {value: categories[name] for value, name in owner.items()}
    new = [value for value in labels if value not in owner]
    codes = {
        owner[value]: int(value)
        for value, one in known.items()
        if value.isdecimal() and int(value) != one.code
    }
    taken = {codes.get(name, one.code) for name, one in categories.items() if name not in free}
    return AnswerChanges(
        _added(((labels[value], value) for value in new), taken),
        tuple(free),
        codes,
        {
            owner[value]: labels[value]
            for value, one in known.items()
            if not any(plain(labels[value]) == plain(text) for text in category_texts(one))
        },
        {
            owner[value]: (value,)
            for value, one in known.items()
            if not value.isdecimal() and value not in category_texts(one)
        },
    )


def _reworded(
    categories: Mapping[str, Category], free: Sequence[str], value: str, label: str
) -> str | None:
    """A category that no label names, and that this one may: alike, or alike enough at its code."""
    for name in free:
        one = categories[name]
        needed = ALIKE - 0.3 if str(one.code) == value else ALIKE
        if any(similarity(label, text) >= needed for text in one.label.values()):
            return name
    return None


def _of_values(
    categories: Mapping[str, Category], values: Mapping[str, int], frequent: Container[str]
) -> AnswerChanges:
    exact = {text: name for name, one in categories.items() for text in category_texts(one)}
    unknown = {value: count for value, count in values.items() if value not in exact}
    given = {exact[value] for value in values if value in exact}
    aliases: dict[str, tuple[str, ...]] = {}
    labels: dict[str, str] = {}
    new: dict[str, int] = {}
    rare: dict[str, int] = {}
    own_words = _own_words(categories)
    for value, count in unknown.items():
        if value not in frequent and own_words:
            meant = _by_text(categories, value) or own_words
            aliases[meant] = (*aliases.get(meant, ()), value)
        elif value not in frequent:
            rare[value] = count
        elif found := _by_text(categories, value):
            aliases[found] = (*aliases.get(found, ()), value)
        elif alike := [
            name
            for name, one in categories.items()
            if name not in given | labels.keys()
            and any(similarity(value, text) >= ALIKE for text in one.label.values())
        ]:
            labels[alike[0]] = value
        else:
            new[value] = count
    taken = {one.code for one in categories.values()}
    return AnswerChanges(
        _added(((value, value) for value in new), taken), (), {}, labels, aliases, rare
    )


def _own_words(categories: Mapping[str, Category]) -> str:
    """The answer that stands for whatever respondents wrote themselves; "" where none does."""
    return next(
        (
            name
            for name, one in categories.items()
            if len(one.aliases) > 1 and not OTHERS.isdisjoint(one.label.values())
        ),
        "",
    )


def _added(new: Iterable[tuple[str, str]], taken: set[int]) -> tuple[tuple[str, int], ...]:
    """(label, code) of new answers: the file's code where it has one that is free."""
    added: list[tuple[str, int]] = []
    for label, value in new:
        own = int(value) if value.isdecimal() else None
        used = taken | {code for _, code in added}
        code = own if own is not None and own not in used else max(used, default=0) + 1
        added.append((label, code))
    return tuple(added)


def _by_text(categories: Mapping[str, Category], text: str) -> str | None:
    """The category that a text means, whatever its capitals and signs."""
    for name, one in categories.items():
        if any(plain(text) == plain(known) for known in category_texts(one)):
            return name
    return None
