"""What the methods page says of medians, scores, scales and shares of ticks; as `methods.py`."""

from collections.abc import Mapping

FORMULAS: dict[str, str] = {
    "ticks": r"\hat R = \frac{\sum w y}{\sum w t}, \quad e = \frac{y - \hat R t}{\sum w t}",
    "means": r"s^2 = \frac{n}{n - 1} \frac{\sum w (x - \bar x)^2}{\sum w}",
    "score": r"\mathrm{se} = \sqrt{\frac{t + b - (t - b)^2}{n}}",
    "alpha": r"\alpha = \frac{k}{k - 1} \left(1 - \frac{\sum \sigma_i^2}{\sigma^2}\right)",
}

SOURCES: dict[str, str] = {
    "ticks": "Cochran (1977), Sampling Techniques",
    "means": "Cochran (1977), Sampling Techniques",
    "quantiles": "Woodruff (1952), JASA 47",
    "score": "Agresti (2013), Categorical Data Analysis",
    "alpha": "Cronbach (1951), Psychometrika 16; Feldt (1965), Psychometrika 30",
}

STATISTIC_METHODS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "ticks": (
            "Andele af krydser er forhold mellem to summer over besvarelserne; usikkerheden "
            "er lineariseret, så krydser fra samme besvarelse ikke regnes som uafhængige, "
            "medmindre en figur siger andet."
        ),
        "means": (
            "Usikkerheden på et gennemsnit er Students interval. Standardafvigelsen er "
            "svarenes; dens interval er beregnet på logaritmisk skala."
        ),
        "quantiles": (
            "Usikkerheden på medianer og andre fraktiler er Woodruffs: intervallet for "
            "andelen under fraktilen er aflæst på de kumulerede andele."
        ),
        "score": (
            "En score er andelen af de øverste svar minus andelen af de nederste; "
            "usikkerheden er den for en forskel mellem to andele i samme stikprøve."
        ),
        "alpha": (
            "Cronbachs alfa er beregnet for dem, der har svaret på alle skalaens udsagn; "
            "intervallet er Feldts og gives kun uden vægte og design."
        ),
    },
    "nb": {
        "ticks": (
            "Andeler av kryss er forhold mellom to summer over svarene; usikkerheten er "
            "linearisert, så kryss fra samme besvarelse ikke regnes som uavhengige, med "
            "mindre en figur sier noe annet."
        ),
        "means": (
            "Usikkerheten for et gjennomsnitt er Students intervall. Standardavviket er "
            "svarenes; intervallet for det er beregnet på logaritmisk skala."
        ),
        "quantiles": (
            "Usikkerheten for medianer og andre kvantiler er Woodruffs: intervallet for "
            "andelen under kvantilen er lest av på de kumulerte andelene."
        ),
        "score": (
            "En skår er andelen av de øverste svarene minus andelen av de nederste; "
            "usikkerheten er den for en forskjell mellom to andeler i samme utvalg."
        ),
        "alpha": (
            "Cronbachs alfa er beregnet for dem som har svart på alle utsagnene i skalaen; "
            "intervallet er Feldts og gis bare uten vekter og design."
        ),
    },
    "en": {
        "ticks": (
            "Shares of ticks are ratios of two totals over responses; the uncertainty is "
            "linearised, so that ticks of one response do not count as independent, unless a "
            "figure says otherwise."
        ),
        "means": (
            "The uncertainty of a mean is Student’s interval. The standard deviation is that of "
            "the answers; its interval is computed on the logarithmic scale."
        ),
        "quantiles": (
            "The uncertainty of medians and other quantiles is Woodruff’s: the interval of "
            "the share below the quantile is read off the cumulative shares."
        ),
        "score": (
            "A score is the share of the top answers minus that of the bottom ones; its "
            "uncertainty is that of a difference of two shares of one sample."
        ),
        "alpha": (
            "Cronbach’s alpha is computed of those who answered all statements of the scale; "
            "the interval is Feldt’s and is given only without weights and design."
        ),
    },
}
