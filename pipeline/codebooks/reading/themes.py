"""Themes of an open question: what its answers are coded into, and by whom."""

from pipeline.codebooks import file
from pipeline.codebooks.codebook import FINAL_CODER, NO_THEME, PROPOSED, Derivation, Item, Variable
from pipeline.codebooks.reading.answers import TICK_CATEGORIES
from pipeline.codebooks.reading.context import Reading
from pipeline.documents import Place, nearest


def themes(reading: Reading, name: str, entry: file.ThemesEntry, place: Place) -> Variable:
    """A variable whose items are themes; complains about what is wrong in it."""
    found = reading.source(entry.of, (*place, "of"))
    source = found[0] if found else None
    if source and source.type != "text":
        reading.complain((*place, "of"), f'"{source.name}" is no open question (type: text)')
    for other in reading.variables.values():
        if other.type == "themes" and source and _source(other) == source.name:
            reading.complain((*place, "of"), f'"{other.name}" holds the themes of it already')
    _check_words(reading, entry, place)
    return Variable(
        name,
        "themes",
        source.text if source else {},
        entry.label,
        {
            theme: Item(one.label, description=one.description, key_words=one.key_words)
            for theme, one in entry.themes.items()
        },
        TICK_CATEGORIES,
        derivation=Derivation(((source.name, ""),)) if source else None,
        coders=reading.once(entry.coders, (*place, "coders")),
    )


def _source(variable: Variable) -> str:
    return variable.derivation.sources[0][0] if variable.derivation else ""


def _check_words(reading: Reading, entry: file.ThemesEntry, place: Place) -> None:
    for coder in entry.coders:
        if coder.casefold() in (FINAL_CODER, PROPOSED):
            reading.complain(
                (*place, "coders"), f'"{coder}" has a meaning of its own; name a person'
            )
    if NO_THEME in entry.themes:
        reading.complain(
            (*place, "themes", NO_THEME), f'"{NO_THEME}" means that no theme fits; rename it'
        )
    languages = reading.entry.languages
    for theme, one in entry.themes.items():
        here = (*place, "themes", theme, "key_words")
        for language, words in one.key_words.items():
            if language not in languages:
                hint = nearest(language, languages)
                reading.complain(here, f'"{language}" is not among the languages{hint}')
            for word in words:
                if not word.strip("* "):
                    reading.complain(here, f'"{word}" would be found in every answer')
