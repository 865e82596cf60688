"""The headline of a figure for which the plan has none: shares put plainly, no more.

A headline puts numbers side by side and never says that one is larger or the largest: whether
groups differ is for the test in the note.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.wording.labels import GroupName, answer, at_start, of_group, quoted
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import listing, percent

# Answers to a statement, and answers under a topic.
TO_STATEMENT = {
    "da": "{answers} til {statement}",
    "nb": "{answers} på {statement}",
    "en": "{answers} to {statement}",
}
UNDER_TOPIC = {"da": "{topic}: {answers}", "nb": "{topic}: {answers}", "en": "{topic}: {answers}"}

# The first of several answers with the verb, the others without.
ANSWER = {
    "da": ("{share} svarer {answer}", "{share} {answer}"),
    "nb": ("{share} svarer {answer}", "{share} {answer}"),
    "en": ("{share} answer {answer}", "{share} {answer}"),
}
ANSWER_TO = {
    "da": ("{share} svarer {answer} til {statement}", "{share} til {statement}"),
    "nb": ("{share} svarer {answer} på {statement}", "{share} på {statement}"),
    "en": ("{share} answer {answer} to {statement}", "{share} to {statement}"),
}
CHOSEN = {
    "da": ("{share} har valgt {statement}", "{share} {statement}"),
    "nb": ("{share} har valgt {statement}", "{share} {statement}"),
    "en": ("{share} chose {statement}", "{share} {statement}"),
}
ABOUT = {
    "da": ("{share} af svarene handler om {statement}", "{share} om {statement}"),
    "nb": ("{share} av svarene handler om {statement}", "{share} om {statement}"),
    "en": ("{share} of the answers are about {statement}", "{share} about {statement}"),
}
TICKED = {
    "da": ("{share} af krydserne er sat ved {statement}", "{share} ved {statement}"),
    "nb": ("{share} av kryssene er satt ved {statement}", "{share} ved {statement}"),
    "en": ("{share} of the ticks are at {statement}", "{share} at {statement}"),
}
FROM_TO = {"da": "fra {} til {}", "nb": "fra {} til {}", "en": "from {} to {}"}

# More than this is no headline; the figure shows the rest.
MOST_GROUPS = 3
MOST_ANSWERS = 2
MOST_ITEMS = 2
NOUGHT = 0.005
"""Smaller shares are written as 0 per cent."""


@dataclass(frozen=True)
class Subject:
    """What was asked: a statement that people answer to, or else the topic of a question.

    A topic without words is one that readers know.
    """

    words: str
    is_statement: bool = True


def overall(subject: Subject, answers: Sequence[tuple[str, float]], language: str) -> str:
    """One question without groups; `answers` pairs an answer's label with its share (0..1).

    "47 pct. svarer »enig« og 36 pct. »hverken enig eller uenig« til »Andre kan lære af os«".
    """
    parts = [
        _one(
            ANSWER, place, language, share=percent(share, language), answer=answer(label, language)
        )
        for place, (label, share) in enumerate(_largest(answers, MOST_ANSWERS))
    ]
    return _about(subject, listing(parts, language), language)


def by_group(
    subject: Subject, label: str, groups: Sequence[tuple[GroupName, float]], language: str
) -> str:
    """One answer by groups, in the order given; of many groups the lowest and the highest.

    "28 pct. af frivillige foreninger og 22 pct. af sociale tilbud svarer »enig« til »...«".
    """
    if len(groups) > MOST_GROUPS:
        ordered = sorted(groups, key=lambda group: group[1])
        ends = [_of(name, share, language) for name, share in (ordered[0], ordered[-1])]
        shares = in_language(FROM_TO, language).format(*ends)
    else:
        shares = listing([_of(name, share, language) for name, share in groups], language)
    words = _one(ANSWER, 0, language, share=shares, answer=answer(label, language))
    return at_start(_about(subject, words, language))


def by_item(label: str, items: Sequence[tuple[str, float]], language: str) -> str:
    """The same answer to the statements of a battery, the two with the highest shares.

    "85 pct. svarer »enig« til »Vi fortsætter« og 82 pct. til »Vi lærer undervejs«".
    """
    return _items(ANSWER_TO, items, language, answer=answer(label, language))


def chosen(items: Sequence[tuple[str, float]], language: str) -> str:
    """The options of a multiple-response question, the two with the highest shares.

    "61 pct. har valgt »Nyt samarbejde internt« og 58 pct. »Nye aktiviteter«".
    """
    return _items(CHOSEN, items, language)


def about(items: Sequence[tuple[str, float]], language: str) -> str:
    """The themes of an open question, the two with the highest shares of the answers.

    "28 pct. af svarene handler om »Digital omstilling« og 17 pct. om »Nye samarbejder«".
    """
    return _items(ABOUT, items, language)


def ticked(items: Sequence[tuple[str, float]], language: str) -> str:
    """The items of a multiple-response question by their shares of all ticks, the two largest.

    "35 pct. af krydserne er sat ved »Kommuner« og 12 pct. ved »Fonde«".
    """
    return _items(TICKED, items, language)


Templates = dict[str, tuple[str, str]]


def _items(
    templates: Templates, items: Sequence[tuple[str, float]], language: str, **values: str
) -> str:
    parts = [
        _one(
            templates,
            place,
            language,
            share=percent(share, language),
            statement=quoted(label, language),
            **values,
        )
        for place, (label, share) in enumerate(_largest(items, MOST_ITEMS))
    ]
    return listing(parts, language)


def _one(templates: Templates, place: int, language: str, **values: str) -> str:
    first, others = in_language(templates, language)
    return (others if place else first).format(**values)


def _largest(shares: Sequence[tuple[str, float]], most: int) -> list[tuple[str, float]]:
    """The largest shares, in the order given where they are equal; no more that are nought."""
    first, *others = sorted(shares, key=lambda pair: -pair[1])[:most]
    return [first, *(pair for pair in others if pair[1] >= NOUGHT)]


def _of(name: GroupName, share: float, language: str) -> str:
    return f"{percent(share, language)} {of_group(name, language)}"


def _about(subject: Subject, answers: str, language: str) -> str:
    if subject.is_statement:
        statement = quoted(subject.words, language)
        return in_language(TO_STATEMENT, language).format(answers=answers, statement=statement)
    if not subject.words:
        return at_start(answers)
    headline = in_language(UNDER_TOPIC, language).format(topic=subject.words, answers=answers)
    return headline.replace("?:", "?", 1)
