"""What readers are told of numbers that rest on few answers."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from pipeline.wording.languages import in_language
from pipeline.wording.numbers import decimal, percentage_points, whole

DOUBT = "*"
"""Stands after a number that is shown with a warning; the note says why."""
SUPPRESSED_SYMBOL = "·"
"""Stands instead of a number that is not shown."""


@dataclass(frozen=True)
class FewAnswers:
    """Whether some numbers are hidden or told as counts, and why others carry a warning: few
    degrees of freedom, or an answer that everyone or no one gave."""

    hidden: bool = False
    counted: bool = False
    few_df: bool = False
    no_variation: bool = False


NOTHING_HIDDEN = FewAnswers()

NOTES = {
    "da": {
        "hidden": "{symbol} står, hvor et tal ikke vises: det bygger på for få svar, er for "
        "usikkert eller kunne røbe, hvad enkelte har svaret.",
        "counted": "Hvor meget få har svaret, står der, hvor mange det var, i stedet for en "
        "procent.",
        "few_df": "{doubt} Usikkerheden er bestemt ud fra få uafhængige "
        "enheder og er selv usikker.",
        "no_variation": "{doubt} Alle eller ingen gav svaret, så usikkerheden er større, end "
        "den ser ud til.",
    },
    "nb": {
        "hidden": "{symbol} står der et tall ikke vises: det bygger på for få svar, er for "
        "usikkert eller kunne røpe hva enkelte har svart.",
        "counted": "Der svært få har svart, står det hvor mange det var, i stedet for en prosent.",
        "few_df": "{doubt} Usikkerheten er bestemt ut fra få uavhengige "
        "enheter og er selv usikker.",
        "no_variation": "{doubt} Alle eller ingen ga svaret, så usikkerheten er større enn "
        "den ser ut til.",
    },
    "en": {
        "hidden": "{symbol} stands where a number is not shown: it rests on too few answers, is "
        "too uncertain, or could give away what individuals answered.",
        "counted": "Where very few answered, the table says how many it was instead of a "
        "percentage.",
        "few_df": "{doubt} The uncertainty rests on few independent units and is itself uncertain.",
        "no_variation": "{doubt} Everyone or no one gave the answer, so the uncertainty is "
        "larger than it looks.",
    },
}

UNCERTAIN = {"da": "usikkert", "nb": "usikkert", "en": "uncertain"}
"""What a screen reader says of `DOUBT`."""

METHODS = {
    "da": {
        "on": "En andel vises ikke, når den bygger på færre end {smallest} svar (eller et "
        "effektivt antal derunder), når dens interval er {wide} bredt eller mere, eller når det er "
        "over {narrow} bredt og mere end {beside} gange så bredt som andelen selv. Andre tal vises "
        "ikke, når de bygger på færre end {smallest} svar. {counted}Tal, hvis usikkerhed har færre "
        "end {df} frihedsgrader, har en stjerne. Grupper med færre end {tested} svar indgår ikke i "
        "test af gennemsnit eller i sammenligninger af grupper to og to.",
        "counted": "Op til {counted} svar fortælles som antal. ",
        "off": "Alle tal vises, også hvor få har svaret.",
    },
    "nb": {
        "on": "En andel vises ikke når den bygger på færre enn {smallest} svar (eller et effektivt "
        "antall under det), når intervallet er {wide} bredt eller mer, eller når det er over "
        "{narrow} bredt og mer enn {beside} ganger så bredt som andelen selv. Andre tall vises "
        "ikke når de bygger på færre enn {smallest} svar. {counted}Tall med en usikkerhet som har "
        "færre enn {df} frihetsgrader, har en stjerne. Grupper med færre enn {tested} svar er ikke "
        "med i tester av gjennomsnitt eller i sammenligninger av grupper to og to.",
        "counted": "Opptil {counted} svar fortelles som antall. ",
        "off": "Alle tall vises, også der få har svart.",
    },
    "en": {
        "on": "A share is not shown when it rests on fewer than {smallest} answers (or an "
        "effective base below that), when its interval is {wide} wide or more, or when it is more "
        "than {narrow} wide and more than {beside} times as wide as the share. Other numbers are "
        "not shown when they rest on fewer than {smallest} answers. {counted}Numbers whose "
        "uncertainty has fewer than {df} degrees of freedom carry an asterisk. Groups of fewer "
        "than {tested} answers take no part in tests of means or in comparisons of groups two by "
        "two.",
        "counted": "Up to {counted} answers are told as counts. ",
        "off": "All numbers are shown, also where few answered.",
    },
}
DISCLOSURE = {
    "da": "Tal, der bygger på færre end {smallest} svar, og tal, der kunne røbe, hvad enkelte har "
    "svaret, vises ikke. Alle tal er afrundet, før de bruges i tabeller, figurer og filer.",
    "nb": "Tall som bygger på færre enn {smallest} svar, og tall som kunne røpe hva enkelte har "
    "svart, vises ikke. Alle tall er avrundet før de brukes i tabeller, figurer og filer.",
    "en": "Numbers that rest on fewer than {smallest} answers, and numbers that could give away "
    "what individuals answered, are not shown. All numbers are rounded before tables, figures and "
    "files are made of them.",
}
SOURCE = "Parker et al. (2017), Vital and Health Statistics 2(175)"


def notes(few: FewAnswers, language: str) -> Iterator[str]:
    """The sentences below a figure or table."""
    words = in_language(NOTES, language)
    for name, holds in asdict(few).items():
        if holds:
            yield words[name].format(symbol=SUPPRESSED_SYMBOL, doubt=DOUBT)


def disclosure(smallest_base: int, language: str) -> str:
    """What the methods page says of disclosure control."""
    words = in_language(DISCLOSURE, language)
    return words.format(smallest=whole(smallest_base, language))


def method(limits: Mapping[str, float] | None, language: str) -> str:
    """What the methods page says of the rules: limits by their names in the figure plan, or None
    where they are switched off."""
    words = in_language(METHODS, language)
    if limits is None:
        return words["off"]
    counted = limits["counted_up_to"]
    return words["on"].format(
        smallest=decimal(limits["smallest_base"], language, 0),
        wide=percentage_points(limits["wide"], language),
        narrow=percentage_points(limits["narrow"], language),
        beside=decimal(limits["widest_beside_share"], language, 1),
        counted=words["counted"].format(counted=whole(counted, language)) if counted else "",
        df=decimal(limits["fewest_df"], language, 0),
        tested=whole(limits["smallest_tested"], language),
    )
