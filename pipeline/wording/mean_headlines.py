"""The headline of a figure of means for which the plan has none: means put plainly, no more.

As in `headlines`, no mean is said to be the largest: that is for the test in the note.
"""

from collections.abc import Sequence

from pipeline.wording.headlines import FROM_TO, MOST_GROUPS, MOST_ITEMS
from pipeline.wording.labels import GroupName, at_start, for_group, quoted
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import decimal, listing

Ends = tuple[float, float]
"""The lowest and the highest score of a scale."""

MEAN = {"da": "gennemsnittet er {}", "nb": "gjennomsnittet er {}", "en": "the mean is {}"}
ON_SCALE = {
    "da": "på skalaen fra {low} til {high} er gennemsnittet {means}",
    "nb": "på skalaen fra {low} til {high} er gjennomsnittet {means}",
    "en": "on the scale from {low} to {high} the mean is {means}",
}
FOR = {"da": "{mean} for {item}", "nb": "{mean} for {item}", "en": "{mean} for {item}"}


def means_of_items(items: Sequence[tuple[str, float]], ends: Ends | None, language: str) -> str:
    """Statements or numbers with their means, the two with the highest.

    "På skalaen fra 1 til 5 er gennemsnittet 3,6 for »Åbenhed« og 3,5 for »Digitale løsninger«".
    """
    largest = sorted(items, key=lambda pair: -pair[1])[:MOST_ITEMS]
    parts = [
        in_language(FOR, language).format(mean=_mean(mean, language), item=quoted(label, language))
        for label, mean in largest
    ]
    return at_start(_said(listing(parts, language), ends, language))


def mean_of_topic(
    topic: str,
    mean: float,
    groups: Sequence[tuple[GroupName, float]],
    ends: Ends | None,
    language: str,
) -> str:
    """One question: its mean, or the means of groups, of many the lowest and the highest.

    "Ansatte: gennemsnittet er 12,4 for foreninger og 60,1 for sociale tilbud".
    """
    parts = [f"{_mean(own, language)} {for_group(name, language)}" for name, own in groups]
    if len(parts) > MOST_GROUPS:
        in_order = sorted(range(len(groups)), key=lambda place: groups[place][1])
        means = in_language(FROM_TO, language).format(parts[in_order[0]], parts[in_order[-1]])
    elif parts:
        means = listing(parts, language)
    else:
        means = _mean(mean, language)
    said = _said(means, ends, language)
    return f"{topic} {at_start(said)}" if topic.endswith("?") else f"{topic}: {said}"


def _said(means: str, ends: Ends | None, language: str) -> str:
    if ends is None:
        return in_language(MEAN, language).format(means)
    low, high = (decimal(end, language, 0 if end == round(end) else 1) for end in ends)
    return in_language(ON_SCALE, language).format(low=low, high=high, means=means)


def _mean(mean: float, language: str) -> str:
    return decimal(mean, language, 1)
