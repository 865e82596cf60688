"""What a site must not show of anybody, looked for in all its files before readers get it; pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from csv import DictReader
from dataclasses import dataclass, field
from html import unescape

import polars as pl

from pipeline.coding.personal_data import EMAIL
from pipeline.releases.published_data import HIDDEN

LENGTH = 40
"""Characters of an open answer that are looked for: an excerpt gives a person away as well."""
SHORTEST = 30
"""An answer of fewer characters may be what many say, and what a page says by itself."""
SPACE = re.compile(r"\s+")
QUOTATION = str.maketrans("", "", '"\\“”„«»*_`')
"""Signs that files write twice or behind another, and that Markdown takes for markup."""


@dataclass(frozen=True)
class Confidential:
    """What must not leave.

    `pseudonyms` -> the wave's name; `answers` that nobody released, as `looked_for` gives them ->
    where each stands; `addresses`: the e-mail addresses that people wrote into pages and settings.
    """

    pseudonyms: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    addresses: frozenset[str] = frozenset()


def looked_for(answer: str) -> str:
    """The beginning of an open answer as it would stand on a page; '' for one that is too short."""
    text = plain(answer)
    return text[:LENGTH] if len(text) >= SHORTEST else ""


def plain(text: str) -> str:
    """Text without what files change: how signs are written, spaces, quotation, upper case."""
    return SPACE.sub(" ", unescape(text).translate(QUOTATION)).strip().casefold()


def addresses_in(texts: Iterable[str]) -> frozenset[str]:
    """The e-mail addresses in texts."""
    return frozenset(found for text in texts for found in EMAIL.findall(text.casefold()))


def disclosures(texts: Mapping[str, str], confidential: Confidential) -> list[str]:
    """Everything in the files of a site that tells of a respondent; `texts` by address.

    A message names the file and what kind of thing it shows, and never the thing itself.
    """
    contents = {address: plain(text) for address, text in texts.items()}
    found = [
        *_of_patterns(contents, confidential.pseudonyms, "the pseudonym of a respondent of {}"),
        *_of_patterns(contents, confidential.answers, "an open answer that nobody released ({})"),
    ]
    for address, text in texts.items():
        if addresses_in([unescape(text)]) - confidential.addresses:
            found.append(
                f"{address} shows an e-mail address that stands in no page and no settings"
            )
    found += [
        f"{address}, row {row} shows a number that is suppressed"
        for address, text in texts.items()
        if address.endswith(".csv")
        for row in _suppressed_numbers(text)
    ]
    return found


def _of_patterns(
    contents: Mapping[str, str], patterns: Mapping[str, str], what: str
) -> Iterator[str]:
    """All patterns at once: there are thousands, and a site has millions of characters."""
    if not patterns or not contents:
        return
    found = pl.Series(list(contents.values())).str.extract_many(list(patterns))
    for address, matches in zip(contents, found, strict=True):
        for where in dict.fromkeys(patterns[one] for one in matches):
            yield f"{address} shows {what.format(where)}"


def _suppressed_numbers(text: str) -> Iterator[int]:
    for number, row in enumerate(DictReader(text.splitlines()), start=2):
        if row.get("suppressed") == "true" and any(row.get(name) for name in HIDDEN):
            yield number
