"""The sentences of notes on numbers that need words: medians, scores, scales, shares of ticks."""

from collections.abc import Iterator

from pipeline.wording.figure_facts import Alpha, Measure, Median, Quantile, Score, Ticks
from pipeline.wording.labels import at_start, either, quoted
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import listing, percent, whole

MEASURES = {
    "da": {
        "median": "Medianen er den midterste værdi, når svarene stilles op efter størrelse.",
        "quantile": "{share} af svarene ligger på den viste værdi eller under.",
        "score": "Tallet er andelen, der svarer {top}, minus andelen, der svarer {bottom}.",
        "alpha": (
            "Cronbachs alfa viser, hvor godt de {items} udsagn hænger sammen (højst 1), for dem, "
            "der har svaret på alle."
        ),
        "against": "Før skalaen bruges, bør {items} vendes: svarene går imod de øvrige.",
        "of_ticks": "Andelene er af alle krydser; den enkelte kunne sætte flere.",
        "alone": "Usikkerheden regner hvert kryds som en selvstændig besvarelse.",
        "together": "Usikkerheden tager hensyn til, at en besvarelse kan have flere krydser.",
    },
    "nb": {
        "median": "Medianen er den midterste verdien når svarene ordnes etter størrelse.",
        "quantile": "{share} av svarene ligger på den viste verdien eller under.",
        "score": "Tallet er andelen som svarer {top}, minus andelen som svarer {bottom}.",
        "alpha": (
            "Cronbachs alfa viser hvor godt de {items} utsagnene henger sammen (høyst 1), for dem "
            "som har svart på alle."
        ),
        "against": "Før skalaen brukes, bør {items} snus: svarene går mot de øvrige.",
        "of_ticks": "Andelene er av alle kryss; den enkelte kunne sette flere.",
        "alone": "Usikkerheten regner hvert kryss som en selvstendig besvarelse.",
        "together": "Usikkerheten tar hensyn til at en besvarelse kan ha flere kryss.",
    },
    "en": {
        "median": "The median is the middle value when answers are ordered by size.",
        "quantile": "{share} of the answers are at the value shown or below it.",
        "score": "The number is the share answering {top} minus the share answering {bottom}.",
        "alpha": (
            "Cronbach’s alpha shows how well the {items} statements hang together (1 at most), "
            "among those who answered all of them."
        ),
        "against": (
            "Before the scale is used, {items} should be reversed: these answers run against "
            "the rest."
        ),
        "of_ticks": "The shares are of all ticks; each respondent could set several.",
        "alone": "The uncertainty counts each tick as a response of its own.",
        "together": "The uncertainty allows for several ticks in one response.",
    },
}


def about_the_numbers(measure: Measure | None, language: str) -> Iterator[str]:
    """What the numbers of a figure are, where they are neither shares, means nor counts.

    Raises PipelineError for an unknown language.
    """
    words = in_language(MEASURES, language)
    match measure:
        case Median():
            yield words["median"]
        case Quantile(probability):
            share = percent(probability, language)
            yield at_start(words["quantile"].format(share=share))
        case Score(top, bottom):
            ends = {"top": either(top, language), "bottom": either(bottom, language)}
            yield words["score"].format(**ends)
        case Alpha(items, against):
            yield words["alpha"].format(items=whole(items, language))
            if against:
                named = listing([quoted(one, language) for one in against], language)
                yield words["against"].format(items=named)


def about_ticks(ticks: Ticks, language: str) -> Iterator[str]:
    """What shares of ticks are of, and whether their uncertainty respects who ticked what."""
    if ticks:
        words = in_language(MEASURES, language)
        yield words["of_ticks"]
        yield words[ticks]
