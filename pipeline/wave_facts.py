"""What a page tells of a wave: fieldwork, population, source and the methods in use; pure."""

from collections.abc import Iterator, Mapping

import polars as pl

from pipeline.codebook import in_language
from pipeline.plan import RESPONSE, Plan
from pipeline.wave import Wave
from pipeline.wording import languages
from pipeline.wording.numbers import date_range, decimal, percent, whole

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "population": "Hvem undersøgelsen dækker",
        "invited": "Inviteret",
        "units": "{} organisationer",
        "mode": "Hvordan der blev spurgt",
        "fieldwork": "Hvornår",
        "publisher": "Udgiver",
        "level": "Figurerne viser usikkerheden med {} sikkerhed: i det lange løb vil så stor en "
        "del af de intervaller, der beregnes sådan, rumme det sande tal.",
        "wald": "Stikprøveusikkerheden for en andel er beregnet med normalfordelingen. Formlen er",
        "wilson": "Usikkerheden for en andel er et Wilson-interval, som også holder for små "
        "grupper og for andele tæt på 0 og 100 pct.",
        "tests": "Om svarene hænger sammen med en gruppe, er afprøvet med Pearsons "
        "chi-i-anden-test af uafhængighed på hele svarfordelingen. Der er foretaget {} test; "
        "{} viser sammenhæng på {}-niveauet. Var der ingen sammenhænge overhovedet, ville "
        "man vente cirka {} alene ved tilfældighed.",
        "notests": "Der er ikke foretaget statistiske test.",
        "unweighted": "Tallene er ikke vægtede.",
    },
    "nb": {
        "population": "Hvem undersøkelsen dekker",
        "invited": "Invitert",
        "units": "{} organisasjoner",
        "mode": "Hvordan det ble spurt",
        "fieldwork": "Når",
        "publisher": "Utgiver",
        "level": "Figurene viser usikkerheten med {} sikkerhet: i det lange løp vil så stor del "
        "av intervallene som beregnes slik, inneholde det sanne tallet.",
        "wald": "Usikkerheten for en andel er beregnet med normalfordelingen. Formelen er",
        "wilson": "Usikkerheten for en andel er et Wilson-intervall, som også holder for små "
        "grupper og for andeler nær 0 og 100 prosent.",
        "tests": "Om svarene henger sammen med en gruppe, er prøvd med Pearsons "
        "kjikvadrattest av uavhengighet på hele svarfordelingen. Det er gjort {} tester; "
        "{} viser sammenheng på {}-nivået. Fantes det ingen sammenhenger i det hele tatt, "
        "ville en vente omtrent {} ved ren tilfeldighet.",
        "notests": "Det er ikke gjort statistiske tester.",
        "unweighted": "Tallene er ikke vektet.",
    },
    "en": {
        "population": "Whom the survey covers",
        "invited": "Invited",
        "units": "{} organisations",
        "mode": "How they were asked",
        "fieldwork": "When",
        "publisher": "Publisher",
        "level": "The figures show uncertainty at {} confidence: in the long run that share of "
        "the intervals computed this way will hold the true number.",
        "wald": "The uncertainty of a share is computed with the normal distribution. "
        "The formula is",
        "wilson": "The uncertainty of a share is a Wilson interval, which also holds for small "
        "groups and for shares close to 0 and 100 per cent.",
        "tests": "Whether answers depend on a group was tested with Pearson's chi-squared test "
        "of independence on the whole distribution of answers. {} tests were made; {} show "
        "a dependence at the {} level. If there were no dependence anywhere, about {} would be "
        "expected by chance alone.",
        "notests": "No statistical tests were made.",
        "unweighted": "The numbers are not weighted.",
    },
}
MARGIN_FORMULA = "$$\\text{{margin}} = {z}\\sqrt{{\\frac{{p(1-p)}}{{n}}}}$$"


def source(wave: Wave, language: str) -> str:
    """`Innovation 2020, 11.-29. juni 2020`: the title and when it was fielded."""
    return f"{in_language(wave.title, language)}. {_fieldwork(wave, language)}."


def _fieldwork(wave: Wave, language: str) -> str:
    return date_range(wave.fieldwork.first, wave.fieldwork.last, language)


def wave_facts(wave: Wave, language: str) -> str:
    """The facts of a wave as a Markdown table without a head: what, and how it was."""
    words = languages.in_language(WORDS, language)
    facts = [
        (words["population"], in_language(wave.population, language)),
        (words["invited"], _invited(wave, words, language)),
        (words["mode"], in_language(wave.mode, language)),
        (words["fieldwork"], _fieldwork(wave, language)),
        (words["publisher"], wave.publisher),
    ]
    return "".join(f"{name}\n: {plain(fact)}\n\n" for name, fact in facts if fact)


def _invited(wave: Wave, words: Mapping[str, str], language: str) -> str:
    if wave.frame is None:
        return ""
    return words["units"].format(whole(sum(wave.frame.counts.values()), language))


def plain(text: str) -> str:
    """Text as Markdown that reads as it stands."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]<>#|$@" else sign for sign in text)


def used_methods(plan: Plan, tests: pl.DataFrame, language: str) -> str:
    """The methods that the figures of the plan use, in words and formulas."""
    return "\n\n".join(_methods(plan, tests, languages.in_language(WORDS, language), language))


def _methods(
    plan: Plan, tests: pl.DataFrame, words: Mapping[str, str], language: str
) -> Iterator[str]:
    shares = [
        figure
        for figure in plan.figures.values()
        if figure.statistic == "share" and figure.variable != RESPONSE
    ]
    intervals = {figure.interval for figure in shares}
    yield words["level"].format(percent(plan.level, language))
    if "wald" in intervals:
        z = decimal(1.959964, language, 2).replace(",", "{,}")
        yield f"{words['wald']}\n\n{MARGIN_FORMULA.format(z=z)}"
    if "wilson" in intervals:
        yield words["wilson"]
    tested = tests.filter(pl.col("p_value").is_not_null())
    if tested.is_empty():
        yield words["notests"]
    else:
        yield words["tests"].format(
            whole(tested.height, language),
            whole(int(tested["significant"].sum()), language),
            percent(1 - plan.level, language),
            decimal(tested.height * (1 - plan.level), language, 1),
        )
    yield words["unweighted"]
