"""Who responded: rates, and the sample beside the frame; for the data-quality page; pure."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

import polars as pl

from pipeline.blocks.quality import table, table_row
from pipeline.codebooks.codebook import Codebook, in_language
from pipeline.inference.response_rates import Dispositions, RateName, response_rates
from pipeline.results import EVERYONE
from pipeline.wording import languages
from pipeline.wording.numbers import p_value, percent, whole

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "rates": "Svarprocenter",
        "rate": "Mål",
        "numerator": "Antal",
        "denominator": "Af",
        "percent": "Andel",
        "interval": "Interval",
        "fit": "Stikprøven ved siden af alle: {variable}",
        "frame": "Af alle",
        "sample": "Af dem, der svarede",
        "weighted": "Af dem, vægtet efter design",
        "fits": "Det kan ikke afvises, at de, der svarede, fordeler sig som alle ({test}, {p}).",
        "differs": "De, der svarede, fordeler sig anderledes end alle ({test}, {p}).",
        "chi_squared_fit": "chi²-test",
        "rao_scott_fit": "Rao og Scotts test med designets vægte før kalibrering",
        "more": "Der er flere besvarelser ({responded}) end enheder i populationen ({invited}), så "
        "der er ingen svarprocenter.",
        "no frame": "{responded} svarede. Hvor mange der blev spurgt, er ikke oplyst.",
        "not completed": "{responded} svarede, af {invited} inviterede ({share}).",
        "RR1": "RR1: besvarede hele skemaet, af de inviterede",
        "RR2": "RR2: besvarede noget, af de inviterede",
        "completed of started": "Besvarede hele skemaet, af dem, der begyndte",
    },
    "nb": {
        "rates": "Svarprosenter",
        "rate": "Mål",
        "numerator": "Antall",
        "denominator": "Av",
        "percent": "Andel",
        "interval": "Intervall",
        "fit": "Utvalget ved siden av alle: {variable}",
        "frame": "Av alle",
        "sample": "Av dem som svarte",
        "weighted": "Av dem, vektet etter design",
        "fits": "Det kan ikke avvises at de som svarte, fordeler seg som alle ({test}, {p}).",
        "differs": "De som svarte, fordeler seg annerledes enn alle ({test}, {p}).",
        "chi_squared_fit": "kjikvadrattest",
        "rao_scott_fit": "Rao og Scotts test med designets vekter før kalibrering",
        "more": "Det er flere svar ({responded}) enn enheter i populasjonen ({invited}), så det er "
        "ingen svarprosenter.",
        "no frame": "{responded} svarte. Hvor mange som ble spurt, er ikke oppgitt.",
        "not completed": "{responded} svarte, av {invited} inviterte ({share}).",
        "RR1": "RR1: besvarte hele skjemaet, av de inviterte",
        "RR2": "RR2: besvarte noe, av de inviterte",
        "completed of started": "Besvarte hele skjemaet, av dem som begynte",
    },
    "en": {
        "rates": "Response rates",
        "rate": "Measure",
        "numerator": "Number",
        "denominator": "Of",
        "percent": "Share",
        "interval": "Interval",
        "fit": "The sample beside everyone: {variable}",
        "frame": "Of everyone",
        "sample": "Of those who responded",
        "weighted": "Of these, with design weights",
        "fits": "It cannot be ruled out that those who responded are spread as everyone "
        "({test}, {p}).",
        "differs": "Those who responded are spread differently from everyone ({test}, {p}).",
        "chi_squared_fit": "chi-squared test",
        "rao_scott_fit": "Rao and Scott’s test with the design’s weights, before calibration",
        "more": "There are more respondents ({responded}) than units in the population "
        "({invited}), so there are no response rates.",
        "no frame": "{responded} answered. How many were asked is not known here.",
        "not completed": "{responded} answered, of {invited} invited ({share}).",
        "RR1": "RR1: completed, of those invited",
        "RR2": "RR2: responded, of those invited",
        "completed of started": "Completed, of those who began",
    },
}
SHOWN_RATES = (RateName.RR1, RateName.RR2, RateName.COMPLETED_OF_STARTED)
"""The rates that a list-based web survey can compute; AAPOR's names where AAPOR has one."""


def response_html(
    response: pl.DataFrame,
    margins: pl.DataFrame,
    tests: pl.DataFrame,
    codebook: Codebook,
    language: str,
    level: float,
) -> str:
    """Rates with their intervals, and for each known margin the sample beside the frame.

    `response` as `sql/response.sql` gives it, `margins` and `tests` as `representativeness` does;
    empty where the wave tells nothing of the population.
    """
    return "\n".join(
        [
            *_rates(response, language, level),
            *(
                part
                for test in tests.iter_rows(named=True)
                for part in (
                    *_fit(margins.filter(variable=test["variable"]), codebook, language),
                    *_outcome(test, language, level),
                )
            ),
        ]
    )


def _rates(response: pl.DataFrame, language: str, level: float) -> Iterator[str]:
    everyone = response.filter(category=EVERYONE).row(0, named=True)
    invited, responded, completed = (
        everyone[name] for name in ("invited", "responded", "completed")
    )
    words = languages.in_language(WORDS, language)
    if not invited or completed is None or responded > invited:
        yield f"<p>{escape(_without_rates(invited, responded, words, language))}</p>"
        return
    dispositions = Dispositions(
        int(completed), int(responded - completed), 0, silent=int(invited - responded)
    )
    rows = [
        table_row(
            words[rate.name],
            [
                whole(rate.numerator, language),
                whole(rate.denominator, language),
                percent(rate.rate, language, 1),
                f"{percent(rate.low, language, 1)} – {percent(rate.high, language, 1)}",
            ],
        )
        for rate in response_rates(dispositions, level)
        if rate.name in SHOWN_RATES
    ]
    heads = ["rate", "numerator", "denominator", "percent", "interval"]
    yield table(words["rates"], [words[head] for head in heads], rows)


def _without_rates(
    invited: int | None, responded: int, words: Mapping[str, str], language: str
) -> str:
    """How many answered, where it is not known who was asked or who got to the end."""
    told = {"responded": whole(responded, language)}
    if not invited:
        return words["no frame"].format(**told)
    told["invited"] = whole(invited, language)
    if responded > invited:
        return words["more"].format(**told)
    return words["not completed"].format(**told, share=percent(responded / invited, language, 1))


def _fit(margin: pl.DataFrame, codebook: Codebook, language: str) -> Iterator[str]:
    """The sample beside the frame; also with its weights, where not all weigh the same."""
    if not margin["respondents"].sum():
        return
    words = languages.in_language(WORDS, language)
    of_variable = codebook.variables[margin["variable"][0]]
    counted = {"frame": "units", "sample": "respondents", "weighted": "weight"}
    if margin["weight"].equals(margin["respondents"].cast(pl.Float64)):
        del counted["weighted"]
    shares = margin.select(
        "category", *(pl.col(name) / pl.col(name).sum() for name in counted.values())
    )
    rows = [
        table_row(
            in_language(of_variable.categories[category].label, language),
            [percent(share, language, 1) for share in of_category],
        )
        for category, *of_category in shares.iter_rows()
    ]
    label = in_language(of_variable.label, language)
    yield table(
        words["fit"].format(variable=label), [label, *(words[name] for name in counted)], rows
    )


def _outcome(test: Mapping[str, Any], language: str, level: float) -> Iterator[str]:
    """What the test of a margin says; nothing where nothing could be tested."""
    if test["p_value"] is None:
        return
    words = languages.in_language(WORDS, language)
    outcome = words["differs" if test["p_value"] < 1 - level else "fits"].format(
        test=words[test["test"]], p=p_value(test["p_value"], language)
    )
    yield f"<p>{escape(outcome)}</p>"
