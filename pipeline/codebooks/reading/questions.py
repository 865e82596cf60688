"""The questions of a questionnaire: single choice, battery, multiple response, number, text."""

from collections.abc import Mapping
from dataclasses import replace

from pipeline.codebooks import file
from pipeline.codebooks.codebook import WHOLE_VARIABLE, Item, Variable
from pipeline.codebooks.reading.answers import TICK_CATEGORIES, is_unipolar, read_answers
from pipeline.codebooks.reading.conditions import routing
from pipeline.codebooks.reading.context import Reading
from pipeline.codebooks.reading.derivations import derived
from pipeline.codebooks.reading.options import check_options, joined, options
from pipeline.codebooks.reading.themes import themes
from pipeline.documents import Place


def read_variable(reading: Reading, name: str, entry: file.VariableEntry) -> Variable:
    """One variable; complains about what is wrong in it.

    What is made of a sensitive variable is sensitive as well.
    """
    variable = _read(reading, name, entry)
    sources = variable.derivation.sources if variable.derivation else ()
    inherited = any(reading.variables[source].sensitive for source, _ in sources)
    return replace(variable, sensitive=entry.sensitive or inherited)


def _read(reading: Reading, name: str, entry: file.VariableEntry) -> Variable:
    place: Place = ("variables", name)
    match entry:
        case file.SingleEntry() | file.BatteryEntry():
            return _coded(reading, name, entry, place)
        case file.MultipleEntry():
            return _multiple(reading, name, entry, place)
        case file.NumberEntry() | file.TextEntry():
            return _plain(reading, name, entry, place)
        case file.ThemesEntry():
            return themes(reading, name, entry, place)
        case _:
            return derived(reading, name, entry, place)


def _coded(
    reading: Reading, name: str, entry: file.SingleEntry | file.BatteryEntry, place: Place
) -> Variable:
    categories, nets = read_answers(reading, entry, place)
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
        routing(reading, entry.asked_if, place),
        unipolar=is_unipolar(reading, entry),
    )


def _multiple(reading: Reading, name: str, entry: file.MultipleEntry, place: Place) -> Variable:
    if entry.maximum is not None and not 1 <= entry.maximum <= len(entry.items):
        reading.complain(
            (*place, "maximum"), f"must lie between 1 and the {len(entry.items)} items"
        )
    check_options(reading, entry, place)
    for text in sorted(set(entry.ticked) & set(entry.not_ticked)):
        reading.complain(place, f'"{text}" cannot mean both ticked and not ticked')
    for text in sorted(set(entry.missing) & {*entry.ticked, *entry.not_ticked}):
        reading.complain(place, f'"{text}" cannot be an answer and missing')
    if entry.missing and entry.joined_by:
        reading.complain((*place, "missing"), "one cell with several answers has none; remove it")
    return Variable(
        name,
        entry.type,
        entry.text,
        entry.label,
        options(name, entry),
        TICK_CATEGORIES,
        asked_if=routing(reading, entry.asked_if, place),
        maximum=entry.maximum,
        ticked=entry.ticked,
        not_ticked=entry.not_ticked,
        no_answer=entry.missing,
        joined=joined(entry),
    )


def _plain(
    reading: Reading, name: str, entry: file.NumberEntry | file.TextEntry, place: Place
) -> Variable:
    low, high = entry.range if isinstance(entry, file.NumberEntry) else (None, None)
    if low is not None and high is not None and low > high:
        reading.complain((*place, "range"), f"{low:g} is more than {high:g}")
    return Variable(
        name,
        entry.type,
        entry.text,
        entry.label,
        {WHOLE_VARIABLE: Item(entry.label, entry.column)},
        asked_if=routing(reading, entry.asked_if, place),
        unit=entry.unit if isinstance(entry, file.NumberEntry) else {},
        low=low,
        high=high,
        whole=isinstance(entry, file.NumberEntry) and entry.whole,
        thousands=entry.thousands if isinstance(entry, file.NumberEntry) else "",
        no_answer=entry.missing if isinstance(entry, file.NumberEntry) else (),
    )


def _items(entries: Mapping[str, file.ItemEntry]) -> dict[str, Item]:
    return {name: Item(entry.label, entry.column) for name, entry in entries.items()}
