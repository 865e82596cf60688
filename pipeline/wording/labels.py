"""Labels of the codebook as they read inside a sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from babel.lists import format_list

from pipeline.wording.languages import LOCALES, in_language
from pipeline.wording.numbers import listing

QUOTES = {"da": "»{}«", "nb": "«{}»", "en": "“{}”"}

# With a plural ("sociale tilbud"), and with nothing but a label ("Færre end 10 ansatte").
OF_GROUP = {
    "da": ("af {}", "i gruppen {}"),
    "nb": ("av {}", "i gruppen {}"),
    "en": ("of {}", "in the group {}"),
}
FOR_GROUP = {
    "da": ("for {}", "for gruppen {}"),
    "nb": ("for {}", "for gruppen {}"),
    "en": ("for {}", "for the group {}"),
}


@dataclass(frozen=True)
class GroupName:
    """A group of respondents: its label, and its plural where the codebook has one."""

    label: str
    plural: str | None = None


def of_group(group: GroupName, language: str) -> str:
    """Whom a share is of: af sociale tilbud, or i gruppen »Færre end 10 ansatte«."""
    return _with_group(in_language(OF_GROUP, language), group, language)


def for_group(group: GroupName, language: str) -> str:
    """Whom a number holds for: for sociale tilbud, or for gruppen »færre end 10 ansatte«."""
    return _with_group(in_language(FOR_GROUP, language), group, language)


def quoted(words: str, language: str) -> str:
    """The words in the language's quotation marks: »Vi har lært noget«."""
    return in_language(QUOTES, language).format(words)


def answer(label: str, language: str) -> str:
    """An answer inside a sentence, as it stands in the questionnaire: »Ikke relevant«."""
    return quoted(label, language)


def answers(labels: Iterable[str], language: str) -> str:
    """Several: »Meget enig« og »Enig«."""
    return listing([answer(label, language) for label in labels], language)


def either(labels: Sequence[str], language: str) -> str:
    """One of several: »Meget enig« eller »Enig«."""
    words = [answer(label, language) for label in labels]
    return format_list(words, "or", in_language(LOCALES, language))


def inside_sentence(label: str) -> str:
    """A label without its capital, unless that belongs to an acronym (NGO)."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def at_start(words: str) -> str:
    """The words with a capital, as at the start of a sentence."""
    return words[:1].upper() + words[1:]


def _with_group(templates: tuple[str, str], group: GroupName, language: str) -> str:
    with_plural, with_label = templates
    if group.plural:
        return with_plural.format(group.plural)
    return with_label.format(answer(group.label, language))
