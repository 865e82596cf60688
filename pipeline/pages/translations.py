"""What of a wave has not been translated into a language that its pages are made in; pure.

Such words are shown in the first language that has them, and the pages say so.
"""

from collections.abc import Iterator, Mapping

from pipeline.codebooks.codebook import Codebook, Labels
from pipeline.planning.plan import Plan
from pipeline.wave import Wave
from pipeline.wording.languages import LOCALES, in_language

NOTICE: Mapping[str, tuple[str, str]] = {
    "da": (
        "En tekst er endnu ikke oversat og vises på {}.",
        "{} tekster er endnu ikke oversat og vises på {}.",
    ),
    "nb": (
        "Én tekst er ennå ikke oversatt og vises på {}.",
        "{} tekster er ennå ikke oversatt og vises på {}.",
    ),
    "en": (
        "One text has not been translated yet and is shown in {}.",
        "{} texts have not been translated yet and are shown in {}.",
    ),
}


def untranslated(codebook: Codebook, wave: Wave, plan: Plan, language: str) -> tuple[Labels, ...]:
    """Labels, questions and titles without words in the language, each with those it has."""
    everything = (*_of_codebook(codebook), *_of_wave(wave), *_of_plan(plan))
    # A scale's labels are shared by its questions and count once.
    different = {tuple(words.items()): words for words in everything if words}
    return tuple(words for words in different.values() if not words.get(language))


def translation_notice(lacking: tuple[Labels, ...], language: str) -> str:
    """What a page says of words in another language; '' when there are none."""
    if not lacking:
        return ""
    one, several = in_language(NOTICE, language)
    names = LOCALES[language].languages
    shown = next(iter(lacking[0]))
    name = names.get(shown, shown)
    return one.format(name) if len(lacking) == 1 else several.format(len(lacking), name)


def _of_codebook(codebook: Codebook) -> Iterator[Labels]:
    for variable in codebook.variables.values():
        yield from (variable.label, variable.text, variable.unit)
        yield from (item.label for name, item in variable.items.items() if name)
        # The categories of a cross are made of those that it crosses.
        own = {} if variable.type == "cross" else variable.categories
        for category in own.values():
            yield from (category.label, category.plural)
        yield from (net.label for net in variable.nets.values())


def _of_wave(wave: Wave) -> Iterator[Labels]:
    yield from (wave.title, wave.mode, wave.population, wave.demonstration)


def _of_plan(plan: Plan) -> Iterator[Labels]:
    yield from (figure.title for figure in plan.figures.values())
