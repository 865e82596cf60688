"""Categories and nets: read, and checked that codes, texts and names tell them apart."""

from collections.abc import Mapping

from pipeline.codebooks import file
from pipeline.codebooks.codebook import NOT_TICKED, TICKED, Category, Net, category_texts
from pipeline.codebooks.reading.context import Reading
from pipeline.documents import Place

LEFT_OUT = "left_out"
"""What `missing` says of an answer that is in no base."""
TICK_CATEGORIES = {
    TICKED: Category(1, {"da": "Ja", "nb": "Ja", "en": "Yes"}),
    NOT_TICKED: Category(0, {"da": "Nej", "nb": "Nei", "en": "No"}),
}
"""What an item of a multiple-response question, or a theme, can be."""


def read_answers(
    reading: Reading, entry: file.SingleEntry | file.BatteryEntry, place: Place
) -> tuple[dict[str, Category], dict[str, Net]]:
    """Categories and nets of a variable: its own, or those of its scale with its own nets."""
    if (entry.scale is None) == (not entry.categories):
        reading.complain(place, 'give either "categories" or "scale"')
    own = _categories(entry.categories)
    _check_categories(reading, own, place)
    if entry.scale is None:
        categories, scale_nets = own, {}
    else:
        scale = reading.known(entry.scale, reading.entry.scales, (*place, "scale"), "scale")
        if scale is None:
            return {}, {}
        categories, scale_nets = _categories(scale.categories), _nets(scale.nets)
    nets = _nets(entry.nets)
    _check_nets(reading, nets, categories, place)
    return categories, {**scale_nets, **nets}


def is_unipolar(reading: Reading, entry: file.SingleEntry | file.BatteryEntry) -> bool:
    """Whether the variable, or its scale, says that it runs from nothing to much."""
    scale = reading.entry.scales.get(entry.scale or "")
    return entry.unipolar or (scale is not None and scale.unipolar)


def check_scales(reading: Reading) -> None:
    """Check the scales, whether a variable uses them or not."""
    for name, scale in reading.entry.scales.items():
        categories = _categories(scale.categories)
        _check_categories(reading, categories, ("scales", name))
        _check_nets(reading, _nets(scale.nets), categories, ("scales", name))


def _check_categories(reading: Reading, categories: Mapping[str, Category], place: Place) -> None:
    by_code: dict[int, str] = {}
    by_text: dict[str, str] = {}
    for name, category in categories.items():
        here = (*place, "categories", name)
        twin = by_code.setdefault(category.code, name)
        if twin != name:
            reading.complain(here, f'code {category.code} is also the code of "{twin}"')
        for text in category_texts(category):
            other = by_text.setdefault(text.casefold(), name)
            if other not in (name, twin):
                reading.complain(here, f'"{text}" also means "{other}"; texts must differ')


def _check_nets(
    reading: Reading, nets: Mapping[str, Net], categories: Mapping[str, Category], place: Place
) -> None:
    for name, net in nets.items():
        here = (*place, "nets", name)
        if name in categories:
            reading.complain(here, f'"{name}" is a category as well; give the net another name')
        for category in reading.once(net.of, here):
            reading.known(category, categories, here, "category")


def _categories(entries: Mapping[str, file.CategoryEntry]) -> dict[str, Category]:
    return {
        name: Category(
            entry.code,
            entry.label,
            entry.plural,
            bool(entry.missing),
            entry.score,
            entry.aliases,
            entry.missing == LEFT_OUT,
        )
        for name, entry in entries.items()
    }


def _nets(entries: Mapping[str, file.NetEntry]) -> dict[str, Net]:
    return {name: Net(entry.label, entry.of) for name, entry in entries.items()}
