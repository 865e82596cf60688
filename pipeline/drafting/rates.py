"""Answers that say how often in a day, a week, a month or a year; pure."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from pipeline.drafting.wordings import plain

PERIODS = {
    "dag|dagen|dagligt|daglig|dagligen|day|daily|tag|täglich|døgn|døgnet": 365.0,
    "hverdag|hverdage|weekday|vardag|werktag": 260.0,
    "uge|ugen|uger|ugentligt|ugentlig|uke|uken|uka|ukentlig|vecka|veckan|week|weekly|woche"
    "|wöchentlich"
    "|ukedag": 52.0,
    "måned|måneden|månedligt|månedlig|månad|månaden|month|monthly|monat|monatlich|månadsvis": 12.0,
    "kvartal|kvartalet|quarter|quarterly|quartal": 4.0,
    "halvår|halvåret|half year|halbjahr": 2.0,
    "år|året|årligt|årlig|årligen|year|yearly|annually|jahr|jährlich": 1.0,
}
"""Words of a period -> how often it begins in a year."""
COUNTS = {
    "flere|several|flera|mehrmals|mehrere|many|mange|ofte": 3.5,
    "nogle|noen|några|a few|few|et par|par|ett par|ein paar|einige|some|någon|nogen": 2.5,
    "en|én|et|ett|one|once|einmal|einem|hver|hvert|every|varje|jede|jeden|jedes|each|a|the"
    "|første|1|mindst|minst|at least|mindestens": 1.0,
    "to|två|twice|two|zwei|zweimal|2|tvær": 2.0,
    "hver anden|hver andre|annenhver|varannan|every other|every second|jede zweite": 0.5,
    "hver fjortende|hver 14": 1 / 14,
}
"""Words before a period -> how often in it."""
LESS = re.compile(
    r"\b(mindre end|mindre enn|mindre än|less than|less often than|sjældnere end|sjeldnere enn"
    r"|mer sällan än|färre än|færre end|weniger als|seltener als|fewer than|næsten|nesten|almost)\b"
)
MORE = re.compile(
    r"\b(mere end|mer enn|mer än|more than|more often than|oftere end|oftere enn|oftare än"
    r"|mehr als|öfter als|häufiger als|flere end)\b"
)
RATE = re.compile(
    r"\b(daglig|dagligt|dagligen|daily|täglich|ugentligt?|ukentlig|weekly|wöchentlich"
    r"|månedligt?|monthly|monatlich|månadsvis|quarterly|årligt?|årligen|yearly|annually|jährlich"
    r"|gange?|ganger|gång|gånger|times?|once|twice|mal|einmal|zweimal|mehrmals|hver|hvert|every"
    r"|each|varje|varannan|annenhver|jede[nrs]?|per|pr|pro|a (day|week|month|year)"
    r"|(om|i) (dagen|ugen|uken|uka|veckan|måneden|månaden|året))\b"
)
"""What tells a rate from a span of time."""
LESS_OFTEN, MORE_OFTEN = 0.6, 1.6
RARELY = frozenset(
    (
        *(
            "sjældnere",
            "sjeldnere",
            "mer sällan",
            "mera sällan",
            "sällan",
            "less often",
            "seltener",
        ),
        *("less frequently", "sjældent", "sjelden", "rarely", "seldom", "selten", "mindre ofte"),
        *("sjældnere end det", "more rarely", "rarer", "sjældnere eller aldrig"),
        *("sjeldnere eller aldri", "mer sällan eller aldrig", "mere sjældent"),
    )
)
"""Answers below the rates that a question lists."""
NEVER = frozenset(("aldrig", "aldri", "never", "nie", "niemals", "ingen gange", "not at all"))
ONCE = frozenset(("en enkelt gang", "én gang", "en gang", "once", "einmal"))
"""Once altogether."""
FEWEST_RATES = 2


def rates_of(labels: Sequence[str]) -> Mapping[str, float] | None:
    """How often in a year each answer means; None where one means something else, or two alike."""
    found = {label: _rate(label) for label in labels}
    rates = {label: rate for label, rate in found.items() if rate is not None}
    told = [rate for rate in rates.values() if rate >= min(PERIODS.values()) * LESS_OFTEN]
    alike = len(set(rates.values())) < len(rates)
    return None if len(rates) < len(found) or alike or len(told) < FEWEST_RATES else rates


def _rate(label: str) -> float | None:
    text = plain(label)
    if text in NEVER:
        return 0.0
    if text in RARELY:
        return 0.1
    if text in ONCE:
        return 0.05
    return _parsed(text)


def _parsed(text: str) -> float | None:
    """`2 3 gange om ugen` -> 130: the count in the period, with what makes it less or more.

    The last period is meant: `two days a week`. A span of time, as `2 5 years`, is no rate.
    """
    known = _periods()
    periods = [known[word] for word in text.split() if word in known]
    if not periods or not RATE.search(text):
        return None
    factor = LESS_OFTEN if LESS.search(text) else MORE_OFTEN if MORE.search(text) else 1.0
    return _count(text) * periods[-1] * factor


@cache
def _periods() -> Mapping[str, float]:
    return {name: starts for names, starts in PERIODS.items() for name in names.split("|")}


def _count(text: str) -> float:
    numbers = [int(number) for number in re.findall(r"\b[0-9]{1,2}\b", text)]
    if numbers:
        return sum(numbers) / len(numbers)
    padded = f" {text} "
    counts = [
        (len(name), count)
        for names, count in COUNTS.items()
        for name in names.split("|")
        if f" {name} " in padded
    ]
    special = [pair for pair in counts if pair[1] != 1.0]
    return max(special or counts or [(0, 1.0)])[1]
