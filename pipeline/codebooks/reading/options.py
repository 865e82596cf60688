"""The options of a multiple-response question: a column each, or all of them joined in one."""

from collections.abc import Iterator

from pipeline.codebooks import file
from pipeline.codebooks.codebook import Item, Joined, option_texts
from pipeline.codebooks.reading.context import Reading
from pipeline.documents import Place


def joined(entry: file.MultipleEntry) -> Joined | None:
    """How the answers stand in one cell; None where each option has a column."""
    both = entry.column is not None and entry.joined_by is not None
    return Joined(entry.column or "", entry.joined_by or "") if both else None


def options(name: str, entry: file.MultipleEntry) -> dict[str, Item]:
    """The items; where answers are joined, each with the name of the column that is made for it."""
    return {
        item: Item(
            one.label,
            f"{entry.column} [{name}.{item}]" if joined(entry) else one.column,
            aliases=one.aliases,
            other=one.other,
        )
        for item, one in entry.items.items()
    }


def check_options(reading: Reading, entry: file.MultipleEntry, place: Place) -> None:
    """Complain about options that have no column, or that one cell could not tell apart."""
    if (entry.column is None) != (entry.joined_by is None):
        reading.complain(
            place,
            '"column" and "joined_by" belong together: one column that holds several answers, and '
            "what stands between them",
        )
        return
    check = _joined_problems if entry.joined_by else _own_column_problems
    for item, message in check(entry):
        reading.complain((*place, "items", item) if item else place, message)


def _own_column_problems(entry: file.MultipleEntry) -> Iterator[tuple[str, str]]:
    for item, one in entry.items.items():
        if one.column is None:
            yield (
                item,
                'needs its "column"; or the question needs "column" and "joined_by", where one '
                "column holds all answers",
            )
        if one.aliases or one.other:
            yield item, '"aliases" and "other" are for answers in one column ("joined_by")'


def _joined_problems(entry: file.MultipleEntry) -> Iterator[tuple[str, str]]:
    if entry.model_fields_set & {"ticked", "not_ticked"}:
        yield "", '"ticked" and "not_ticked" are for options that have a column each; remove them'
    others = [item for item, one in entry.items.items() if one.other]
    for item in others[1:]:
        yield item, f'"{others[0]}" has "other: true" already; only one option can have it'
    owner: dict[str, str] = {}
    for item, one in options("", entry).items():
        if entry.items[item].column is not None:
            yield item, 'has no "column" of its own beside "joined_by"; remove it'
        for text in option_texts(one):
            other = owner.setdefault(" ".join(text.split()), item)
            if other != item:
                yield item, f'"{text}" also means "{other}"; texts must differ'
