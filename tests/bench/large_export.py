"""An invented export of 300 columns as LimeSurvey writes it: no answer in it is a real person's.

Codes and wordings in the header, answers in words: times, ten questions of background, fifteen
batteries, multiple response with own words, single questions, numbers and open text; with a filter,
blanks, respondents who break off, and text with commas, quotes, line breaks and other alphabets.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np
import polars as pl

SEED = 20_261_128
FIRST, DAYS = datetime(2026, 9, 1, 7), 28
BLANK_SHARE, BROKE_OFF_SHARE, OWN_WORDS_SHARE, OPEN_SHARE = 0.03, 0.15, 0.04, 0.2
BATTERIES, STATEMENTS, MULTIPLES, OPTIONS, SINGLES = 15, 12, 6, 10, 20
FILTER = "B10"
"""The question of which one answer, the first, leads to the last batteries."""
FILTERED = ("G14", "G15", "M6")
UNKNOWN = "Ved ikke"
SCALES = (
    ("Helt enig", "Delvist enig", "Hverken enig eller uenig", "Delvist uenig", "Helt uenig"),
    ("I meget høj grad", "I høj grad", "I nogen grad", "I lav grad", "Slet ikke"),
    ("Meget tilfreds", "Tilfreds", "Hverken eller", "Utilfreds", "Meget utilfreds"),
    ("Altid", "Ofte", "Af og til", "Sjældent", "Aldrig"),
)
BACKGROUND = (
    ("Køn", ("Kvinde", "Mand", "Andet")),
    ("Aldersgruppe", ("18-29 år", "30-44 år", "45-59 år", "60-74 år", "75 år eller ældre")),
    ("Region", ("Hovedstaden", "Sjælland", "Syddanmark", "Midtjylland", "Nordjylland")),
    ("Uddannelse", ("Grundskole", "Faglært", "Kort videregående", "Mellemlang", "Lang")),
    ("Sektor", ("Kommune", "Region", "Stat", "Forening", "Fond", "Virksomhed")),
    ("Organisationens størrelse", ("1-9 ansatte", "10-49 ansatte", "50-249 ansatte", "250+")),
    ("Stilling", ("Leder", "Medarbejder", "Frivillig", "Bestyrelsesmedlem")),
    ("Anciennitet", ("Under 1 år", "1-4 år", "5-9 år", "10 år eller mere")),
    ("Bopæl", ("By", "Forstad", "Land")),
    ("Har du arbejdet med fornyelse det seneste år?", ("Ja", "Nej")),
)
SUBJECTS = ("ledelsen", "borgerne", "samarbejdet", "økonomien", "frivillige", "hverdagen")
PHRASES = (
    "Vi har prøvet noget nyt",
    'Det, som kaldes "samskabelse"',
    "mere tid, færre møder",
    "Blåbærgrød på Ærø\nog en linje til",
    "Łódź, Čapek, 東京",
    "👍 godt",
    "ingen kommentarer",
    "Borgerne bør spørges først; derefter ledelsen",
)


@dataclass(frozen=True)
class Column:
    """A column under its header, and the position of its question in the questionnaire."""

    header: str
    question: str
    kind: str
    answers: tuple[str, ...] = ()


def write_large_export(path: Path, respondents: int) -> None:
    """One row a respondent, and 300 columns."""
    large_export(respondents).write_csv(path)


def large_export(respondents: int) -> pl.DataFrame:
    """The same respondents for the same number of them."""
    random = np.random.default_rng(SEED)
    questions = list(_questions())
    order = {name: place for place, name in enumerate(dict.fromkeys(q.question for q in questions))}
    broke_off = random.random(respondents) < BROKE_OFF_SHARE
    reached = np.where(broke_off, random.integers(1, len(order), respondents), len(order))
    asked = np.ones(respondents, dtype=bool)
    columns = _times(random, respondents, broke_off)
    for column in questions:
        seen = (order[column.question] < reached) & (asked | (column.question not in FILTERED))
        answers = _answers(column, random, respondents)
        if column.question == FILTER:
            asked = (answers == column.answers[0]).to_numpy()
        elif column.kind != "ticked":
            seen = seen & (random.random(respondents) >= BLANK_SHARE)
        columns[column.header] = answers.set(pl.Series(~seen), None)
    return pl.DataFrame(columns)


def _times(
    random: np.random.Generator, respondents: int, broke_off: np.ndarray
) -> dict[str, pl.Series]:
    """What the tool itself writes of each response."""
    start = np.sort(random.integers(0, DAYS * 86_400, respondents))
    seconds = np.exp(random.normal(7.0, 0.5, respondents)).astype(np.int64)
    started, ended = _clock(start), _clock(start + seconds)
    return {
        "id. Svar-id": pl.int_range(1, respondents + 1, eager=True).cast(pl.String),
        "submitdate. Date submitted": ended.set(pl.Series(broke_off), None),
        "lastpage. Last page": pl.Series(np.where(broke_off, "9", "30")),
        "startlanguage. Start language": pl.Series(["da"]).new_from_index(0, respondents),
        "seed. Seed": pl.Series(random.integers(10**8, 10**9, respondents)).cast(pl.String),
        "startdate. Date started": started,
        "datestamp. Date last action": ended,
    }


def _clock(seconds: np.ndarray) -> pl.Series:
    times = pl.Series(seconds * 1_000_000).cast(pl.Duration("us")) + FIRST
    return times.dt.to_string("%Y-%m-%d %H:%M:%S")


def _questions() -> Iterator[Column]:
    """All but what the tool itself writes, in the order in which they were asked."""
    for number, (text, answers) in enumerate(BACKGROUND, start=1):
        yield Column(f"B{number}. {text}", f"B{number}", "single", answers)
    for number in range(1, SINGLES + 1):
        answers = (*SCALES[number % len(SCALES)], UNKNOWN)
        text = f"Hvordan ser du på {SUBJECTS[number % len(SUBJECTS)]} i spørgsmål {number}?"
        yield Column(f"S{number}. {text}", f"S{number}", "single", answers)
    for number in range(1, BATTERIES + 1):
        text = f"Hvad mener du om følgende udsagn om {SUBJECTS[number % len(SUBJECTS)]}? ({number})"
        answers = (*SCALES[number % len(SCALES)], UNKNOWN)
        for item in range(1, STATEMENTS + 1):
            header = f"G{number}[SQ{item:03}]. {text} [Udsagn {item} om nye måder at arbejde på]"
            yield Column(header, f"G{number}", "single", answers)
    for number in range(1, MULTIPLES + 1):
        text = f"Hvilke af disse har I brugt? Sæt gerne flere krydser ({number})"
        for item in range(1, OPTIONS + 1):
            header = f"M{number}[SQ{item:03}]. {text} [Mulighed {item}]"
            yield Column(header, f"M{number}", "ticked", ("Ja", "Nej"))
        yield Column(f"M{number}[other]. {text} [Andet]", f"M{number}", "own words")
    for number in range(1, 9):
        yield Column(f"N{number}. Hvor mange timer brugte I på opgave {number}?", "N", "number")
    for number in range(1, 10):
        yield Column(f"T{number}. Hvad vil du gerne fortælle mere om? ({number})", "T", "text")


def _answers(column: Column, random: np.random.Generator, respondents: int) -> pl.Series:
    """An answer of each respondent, as if all had been asked."""
    if column.kind == "number":
        return pl.Series(random.poisson(40, respondents)).cast(pl.String)
    if column.answers:
        shares = random.dirichlet(np.full(len(column.answers), 4.0))
        codes = random.choice(len(column.answers), respondents, p=shares)
        return pl.Series(column.answers).gather(codes)
    told = random.random(respondents) < (OPEN_SHARE if column.kind == "text" else OWN_WORDS_SHARE)
    first, second = (
        pl.Series(PHRASES).gather(random.integers(0, len(PHRASES), respondents)) for _ in range(2)
    )
    numbers = pl.Series(random.integers(1, 10_000, respondents)).cast(pl.String)
    return (first + " " + numbers + ". " + second).set(pl.Series(~told), None)
