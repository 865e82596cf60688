"""What pages say of change between waves."""

from collections.abc import Mapping, Sequence

from pipeline.wording.labels import quoted
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import decimal, listing, percentage_points

Words = Mapping[str, str]

TREND: Mapping[str, Words] = {
    "da": {
        "title": "Ændringer siden {wave}",
        "heading": "Udvikling",
        "changed": "Påviste ændringer",
        "unchanged": "Ikke påviste ændringer",
        "unchanged_note": "Forskellene kan skyldes tilfældigheder i, hvem der svarede.",
        "broken": "Kan ikke sammenlignes",
        "no_change": "Ingen ændring siden {wave} er påvist.",
        "rise": "{what} steg med {points}",
        "fall": "{what} faldt med {points}",
        "since": "Siden {wave}: {changes}.",
        "caption": "Farvet og fed: ændringen siden {wave} er påvist. Grå: den er ikke påvist.",
        "intervals": "De lodrette streger viser den statistiske usikkerhed.",
        "broken_sentence": "{wave} kan ikke sammenlignes med senere undersøgelser. {because}",
        "linked": "{both} respondenter svarede både i {wave} og nu; intervaller og test tager "
        "hensyn til det.",
        "separate": "Ingen vides at have svaret både i {wave} og nu; intervaller og test regner "
        "med to uafhængige stikprøver.",
        "not_linked": "Svarene fra {wave} er slettet, så intervaller og test kan ikke tage hensyn "
        "til, hvem der svarede begge gange; intervallerne er snarere for lange end for korte.",
        "corrected": "Testene er korrigeret (Holm) for, at figurens svar "
        "ses på en gang. Procentpoint er regnet af tal, der ikke er afrundet.",
        "number": "Tal",
        "before": "{wave}",
        "difference": "Ændring",
        "interval": "{level} interval",
        "shown": "Påvist",
        "yes": "ja",
        "no": "nej",
        "none": "Der er ingen.",
        "gone": "Spørgsmålet stilles ikke mere.",
        "new": "Spørgsmålet er nyt.",
        "figure": "Figur",
        "picture": "Udvikling over undersøgelser.",
    },
    "nb": {
        "title": "Endringer siden {wave}",
        "heading": "Utvikling",
        "changed": "Påviste endringer",
        "unchanged": "Ikke påviste endringer",
        "unchanged_note": "Forskjellene kan skyldes tilfeldigheter i hvem som svarte.",
        "broken": "Kan ikke sammenlignes",
        "no_change": "Ingen endring siden {wave} er påvist.",
        "rise": "{what} økte med {points}",
        "fall": "{what} sank med {points}",
        "since": "Siden {wave}: {changes}.",
        "caption": "Farget og fet: endringen siden {wave} er påvist. Grå: den er ikke påvist.",
        "intervals": "De loddrette strekene viser den statistiske usikkerheten.",
        "broken_sentence": "{wave} kan ikke sammenlignes med senere undersøkelser. {because}",
        "linked": "{both} respondenter svarte både i {wave} og nå; intervaller og tester tar "
        "hensyn til det.",
        "separate": "Det er ikke kjent at noen svarte både i {wave} og nå; intervaller og tester "
        "regner med to uavhengige utvalg.",
        "not_linked": "Svarene fra {wave} er slettet, så intervaller og tester kan ikke ta hensyn "
        "til hvem som svarte begge gangene; intervallene er snarere for lange enn for korte.",
        "corrected": "Testene er korrigert (Holm) for at figurens svar "
        "ses på samtidig. Prosentpoeng er regnet av tall som ikke er avrundet.",
        "number": "Tall",
        "before": "{wave}",
        "difference": "Endring",
        "interval": "{level} intervall",
        "shown": "Påvist",
        "yes": "ja",
        "no": "nei",
        "none": "Det er ingen.",
        "gone": "Spørsmålet stilles ikke lenger.",
        "new": "Spørsmålet er nytt.",
        "figure": "Figur",
        "picture": "Utvikling over undersøkelser.",
    },
    "en": {
        "title": "Changes since {wave}",
        "heading": "Over time",
        "changed": "Changes shown",
        "unchanged": "Changes not shown",
        "unchanged_note": "The differences may be due to chance in who responded.",
        "broken": "Not comparable",
        "no_change": "No change since {wave} has been shown.",
        "rise": "{what} rose by {points}",
        "fall": "{what} fell by {points}",
        "since": "Since {wave}: {changes}.",
        "caption": "Coloured and bold: the change since {wave} has been shown. Grey: it has not.",
        "intervals": "Vertical lines show the statistical uncertainty.",
        "broken_sentence": "{wave} cannot be compared with later surveys. {because}",
        "linked": "{both} respondents answered both in {wave} and now; intervals and tests "
        "allow for it.",
        "separate": "Nobody is known to have answered both in {wave} and now; intervals and tests "
        "treat the two as independent samples.",
        "not_linked": "The answers of {wave} were deleted, so intervals and tests cannot allow for "
        "those who responded both times; intervals are rather too long than too short.",
        "corrected": "Tests are corrected (Holm) for looking at all answers of the figure at once. "
        "Percentage points are computed from unrounded numbers.",
        "number": "Number",
        "before": "{wave}",
        "difference": "Change",
        "interval": "{level} interval",
        "shown": "Shown",
        "yes": "yes",
        "no": "no",
        "none": "There are none.",
        "gone": "The question is no longer asked.",
        "new": "The question is new.",
        "figure": "Figure",
        "picture": "Over surveys.",
    },
}
MOST_TOLD = 3


def trend_words(language: str) -> Words:
    """The words of pages about change."""
    return in_language(TREND, language)


def amount(difference: float, statistic: str, language: str, decimals: int = 0) -> str:
    """The size of a difference, without its sign."""
    if statistic == "mean":
        return decimal(abs(difference), language, 2)
    return percentage_points(abs(difference), language, decimals)


def signed(difference: float, statistic: str, language: str) -> str:
    """A difference with its sign: "+4", "−3", "0"; percentage points, or a mean's own unit."""
    number = (
        decimal(abs(difference), language, 2)
        if statistic == "mean"
        else decimal(abs(100 * difference), language, 0)
    )
    if not number.strip("0.,"):
        return number
    return f"{'+' if difference > 0 else '−'}{number}"


def change_sentence(changes: Sequence[tuple[str, float, str]], wave: str, language: str) -> str:
    """What was shown to have changed since a wave: label, difference, statistic; largest first."""
    words = trend_words(language)
    if not changes:
        return words["no_change"].format(wave=wave)
    told = [
        words["rise" if difference > 0 else "fall"].format(
            what=quoted(label, language),
            points=amount(difference, statistic, language),
        )
        for label, difference, statistic in changes[:MOST_TOLD]
    ]
    return words["since"].format(wave=wave, changes=listing(told, language))
