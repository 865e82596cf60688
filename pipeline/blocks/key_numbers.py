"""Numbers set large: what they are of, interval and base, and a link to the figure; pure."""

from collections.abc import Mapping
from html import escape

from pipeline.figures.findings import anchor_of, label_of
from pipeline.keys import Estimate, Keys
from pipeline.pages.variables import value
from pipeline.results import FORMS
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import NO_BREAK_SPACE, decimal, percent, whole

BASE: Mapping[str, str] = {"da": "{} svar", "nb": "{} svar", "en": "{} answers"}
TICKS: Mapping[str, str] = {"da": "{} krydser", "nb": "{} kryss", "en": "{} ticks"}
BETWEEN: Mapping[str, str] = {
    "da": "{} til {} ({} sikkerhed)",
    "nb": "{} til {} ({} sikkerhet)",
    "en": "{} to {} ({} confidence)",
}


def key_number_html(estimate: Estimate, keys: Keys, words: str, level: float, language: str) -> str:
    """The block; it stands alone or beside others in a `::: {.key-numbers}`.

    Raises `UnknownKey` for a number that is not published.
    """
    number = value(estimate.key, keys, language)
    counted = TICKS if estimate.statistic == "share_of_ticks" else BASE
    base = in_language(counted, language).format(whole(estimate.base_n, language))
    precise = ", ".join(filter(None, (_interval(estimate, level, language), base)))
    figure = estimate.figure
    return (
        '<div class="key-number">\n'
        f'<p><strong class="number">{escape(number)}</strong> {escape(words)}</p>\n'
        f'<p class="precision">{escape(precise)}. '
        f'<a href="#{anchor_of(figure)}">{escape(label_of(figure, language))}</a></p>\n'
        "</div>"
    )


def _interval(estimate: Estimate, level: float, language: str) -> str:
    """From where to where, in the unit of the number; '' for a count."""
    if estimate.low is None or estimate.high is None:
        return ""
    form = FORMS[estimate.statistic]
    if form in ("percent", "points"):
        ends = decimal(100 * estimate.low, language, 0), decimal(100 * estimate.high, language, 0)
    else:
        places = 2 if form == "coefficient" else 1
        ends = decimal(estimate.low, language, places), decimal(estimate.high, language, places)
    said = in_language(BETWEEN, language).format(*ends, percent(level, language))
    return said.replace(" ", NO_BREAK_SPACE, 2)
