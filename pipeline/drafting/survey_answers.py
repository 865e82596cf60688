"""The answers of a question that nobody has described, as categories; pure."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.drafting.columns import Column
from pipeline.drafting.lexicon import OTHER, OTHERS
from pipeline.drafting.new_questions import NewCategory
from pipeline.drafting.no_answers import is_missing
from pipeline.drafting.scales import Order, order_of
from pipeline.drafting.wordings import name_of
from pipeline.drafting.yaml_values import cleaned
from pipeline.readers.export import Hint
from pipeline.visible_text import visible

LARGEST_CODE = 30_000
"""Beyond this, codes are numbers of something else."""
FEWEST = 5
FREQUENT = 0.01
"""Of the answers: what so few gave may be in a respondent's own words."""
COVERED = 0.75
"""The share of answers that the frequent ones must be, for the others to be put together."""
MOST_OPTIONS = 30
RESERVED = "all"


@dataclass(frozen=True)
class Answers:
    """Categories in the order in which they are shown; order: what it rests on; own_words: how
    many different answers of respondents are put together."""

    categories: tuple[NewCategory, ...]
    order: Order | None = None
    own_words: int = 0


def options_of(column: Column) -> tuple[str, ...]:
    """The answers that were offered, as far as their frequency tells; none for open answers.

    Capitals do not matter. What remains was written by respondents, and is put together.
    """
    counts: Counter[str] = Counter()
    for value, count in column.values.items():
        counts[value.casefold()] += count
    needed = max(FEWEST, FREQUENT * column.answered)
    frequent = [value for value, count in counts.items() if count >= needed]
    covered = sum(counts[value] for value in frequent)
    if not 2 <= len(frequent) <= MOST_OPTIONS or covered < COVERED * column.answered:
        return ()
    return tuple(frequent)


def written_in(column: Column) -> tuple[str, ...]:
    """The answers that respondents wrote in place of the options; () where none were offered.

    What is rare, and yet a level of the scale of the others, was offered.
    """
    offered = options_of(column)
    others = [value for value in column.values if value.casefold() not in offered]
    return tuple(
        value
        for value in (others if offered else ())
        if not is_missing(value) and not order_of([*offered, value])
    )


def answers_of(
    columns: Sequence[Column], hints: Mapping[str, Hint], language: str, *, with_other: bool
) -> Answers:
    """The answers of columns: those that the file lists, else those that were given."""
    texts = _texts(columns)
    own: list[str] = []
    if with_other:
        own = [*written_in(columns[0])]
        texts = {value: label for value, label in texts.items() if value not in own}
    missing = {value for one in columns if one.name in hints for value in hints[one.name].missing}
    by_label = _by_label(texts)
    declared = {label for label, values in by_label.items() if not missing.isdisjoint(values)}
    absent = declared | {label for label in by_label if is_missing(label)}
    given = {label: values for label, values in by_label.items() if label not in absent}
    order = order_of(list(given)) or _rating(given)
    labels = _in_order(by_label, order, absent)
    made = _categories({label: by_label[label] for label in labels}, absent, order, own)
    made = tuple(replace(one, left_out=one.label in declared) for one in made)
    if own:
        made = _with_own_words(made, own, language)
    return Answers(made, order, len(own))


def _by_label(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """Label -> its values; labels that differ in capitals are one, written as a heading is."""
    written: dict[str, str] = {}
    by_label: dict[str, list[str]] = {}
    for label in texts.values():
        known = written.setdefault(label.casefold(), label)
        if known[:1].islower() and not label[:1].islower():
            written[label.casefold()] = label
    for value, label in texts.items():
        by_label.setdefault(written[label.casefold()], []).append(value)
    return by_label


def _rating(by_label: Mapping[str, Sequence[str]]) -> Order | None:
    """Numbers of which the file explains some, as the ends of a scale from 1 to 5."""
    codes = {label: values[0] for label, values in by_label.items()}
    if not all(map(str.isdecimal, codes.values())) or len(codes) <= 2:
        return None
    if not any(label == code for label, code in codes.items()):
        return None
    ordered = sorted(codes, key=lambda label: int(codes[label]))
    return Order("numbers", tuple(ordered), {one: float(codes[one]) for one in ordered}, True)


def _texts(columns: Sequence[Column]) -> dict[str, str]:
    """Value -> label; a value that the file does not list is its own label."""
    texts: dict[str, str] = {}
    for column in columns:
        labels = column.labels.items()
        texts |= {value: " ".join(visible(label).split()) or value for value, label in labels}
    texts_are_told = bool(texts)
    for column in columns:
        for value in column.values:
            # The tags of a value go with it, unless labels say what values mean.
            texts.setdefault(value, value if texts_are_told else _label(value))
    return texts


def _label(value: str) -> str:
    """What is shown of a value: all but tags and signs that nobody sees, if that is anything."""
    return cleaned(value) or visible(value).strip() or ascii(value)[1:-1]


def _in_order(
    by_label: Mapping[str, Sequence[str]], order: Order | None, absent: set[str]
) -> list[str]:
    """Labels as they are shown: by the scale, else as in the file; what is none is last.

    Before it comes what is none of the options.
    """
    given = [label for label in by_label if label not in absent]
    if order:
        given = list(order.labels)
    elif all(values[0].isdecimal() for values in by_label.values()):
        given.sort(key=lambda label: int(by_label[label][0]))
    else:
        given.sort(key=lambda label: bool(re.fullmatch(OTHERS, label, re.IGNORECASE)))
    return [*given, *(label for label in by_label if label in absent)]


def _categories(
    by_label: Mapping[str, Sequence[str]],
    absent: set[str],
    order: Order | None,
    own: Sequence[str],
) -> tuple[NewCategory, ...]:
    codes = _codes(by_label, own)
    given = all(label in values for label, values in by_label.items()) and not own
    if order and order.name == "numbers" and given and set(order.scores) == set(by_label):
        codes = {label: int(score) for label, score in order.scores.items()}
    made: list[NewCategory] = []
    for label, values in by_label.items():
        name = name_of(
            f"code {label}" if label.isdecimal() else label, [RESERVED, *(m.name for m in made)]
        )
        aliases = tuple(
            dict.fromkeys(value for value in values if value not in (label, str(codes[label])))
        )
        score = order.scores.get(label) if order and label not in absent else None
        made.append(NewCategory(name, codes[label], label, label in absent, aliases, score))
    return tuple(made)


def _codes(by_label: Mapping[str, Sequence[str]], own: Sequence[str]) -> dict[str, int]:
    """The file's codes where they are numbers; else numbers that are no answer themselves."""
    values = [values[0] for values in by_label.values()]
    if all(value.isdecimal() and int(value) <= LARGEST_CODE for value in values):
        own_codes = {label: int(values[0]) for label, values in by_label.items()}
        if len(set(own_codes.values())) == len(own_codes):
            return own_codes
    texts = {*own, *by_label, *(value for values in by_label.values() for value in values)}
    free = (number for number in range(1, LARGEST_CODE) if str(number) not in texts)
    return dict(zip(by_label, free, strict=False))


def _with_own_words(
    made: Sequence[NewCategory], own: Sequence[str], language: str
) -> tuple[NewCategory, ...]:
    """The categories with what respondents wrote themselves, put together as one answer."""
    label = OTHER[language]
    there = next((one for one in made if one.label.casefold() == label.casefold()), None)
    if there:
        both = replace(there, aliases=(*there.aliases, *own))
        return tuple(both if one is there else one for one in made)
    texts = {*own, *(one.label for one in made)}
    last = max(one.code for one in made)
    code = next(number for number in range(last + 1, LARGEST_CODE) if str(number) not in texts)
    aliases = tuple(text for text in own if text != label)
    other = NewCategory(name_of(label, [one.name for one in made]), code, label, False, aliases)
    given = [one for one in made if not one.missing]
    return (*given, other, *(one for one in made if one.missing))
