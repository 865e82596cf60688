"""How carefully a wave was answered, as its data-quality page tells it; pure."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

import polars as pl

from pipeline.blocks.quality import table, table_row
from pipeline.codebooks.codebook import Codebook, in_language
from pipeline.wording import languages
from pipeline.wording.labels import quoted
from pipeline.wording.numbers import percent, whole

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "checks": "Kontrol af besvarelserne",
        "stops": "Hvor besvarelser stopper",
        "check": "Kontrol",
        "question": "Sidste spørgsmål, der blev besvaret",
        "flagged": "Antal",
        "base": "Af",
        "share": "Andel",
        "few": "under {}",
        "kept": "Ingen svar er fjernet eller ændret på grund af disse kontroller.",
        "none": "Der er intet at kontrollere: tidspunkter, spørgsmål med mange udsagn og åbne svar "
        "mangler.",
        "speeders": "Svarede på under en tredjedel af mediantiden",
        "answers_alike": "Gav mindst ti svar, alle som en anden inden for ti minutter",
        "straight_liners": "Gav samme svar på alt i {}",
        "e-mail address": "Åbent svar med e-mailadresse: {}",
        "telephone number": "Åbent svar med telefonnummer: {}",
        "Danish personal number": "Åbent svar med cpr-nummer: {}",
        "Norwegian personal number": "Åbent svar med norsk fødselsnummer: {}",
    },
    "nb": {
        "checks": "Kontroll av svarene",
        "stops": "Hvor svarene stopper",
        "check": "Kontroll",
        "question": "Siste spørsmål som ble besvart",
        "flagged": "Antall",
        "base": "Av",
        "share": "Andel",
        "few": "under {}",
        "kept": "Ingen svar er fjernet eller endret på grunn av disse kontrollene.",
        "none": "Det er ingenting å kontrollere: tidspunkter, spørsmål med mange påstander og åpne "
        "svar mangler.",
        "speeders": "Svarte på under en tredjedel av mediantiden",
        "answers_alike": "Ga minst ti svar, alle som en annen innen ti minutter",
        "straight_liners": "Ga samme svar på alt i {}",
        "e-mail address": "Åpent svar med e-postadresse: {}",
        "telephone number": "Åpent svar med telefonnummer: {}",
        "Danish personal number": "Åpent svar med dansk personnummer: {}",
        "Norwegian personal number": "Åpent svar med fødselsnummer: {}",
    },
    "en": {
        "checks": "Checks of the responses",
        "stops": "Where responses break off",
        "check": "Check",
        "question": "Last question that was answered",
        "flagged": "Number",
        "base": "Of",
        "share": "Share",
        "few": "under {}",
        "kept": "No answer was removed or changed because of these checks.",
        "none": "There is nothing to check: no times, no questions with many statements and no "
        "open answers.",
        "speeders": "Took less than a third of the median time",
        "answers_alike": "Gave ten answers or more, all as another did within ten minutes",
        "straight_liners": "Gave the same answer to everything in {}",
        "e-mail address": "Open answer with an e-mail address: {}",
        "telephone number": "Open answer with a telephone number: {}",
        "Danish personal number": "Open answer with a Danish personal number: {}",
        "Norwegian personal number": "Open answer with a Norwegian personal number: {}",
    },
}
STOPS = "break_offs"


def answer_checks_html(
    checks: pl.DataFrame, codebook: Codebook, language: str, smallest: int = 0
) -> str:
    """What the checks flagged, and where responses break off.

    `checks` as `results.QUALITY`; numbers above 0 and below `smallest` are told as such, and
    without their share.
    """
    words = languages.in_language(WORDS, language)
    flags = checks.filter(pl.col("check") != STOPS)
    stops = checks.filter(check=STOPS)
    if checks.is_empty():
        return f"<p>{escape(words['none'])}</p>"
    parts = []
    for rows, name, head in ((flags, "checks", "check"), (stops, "stops", "question")):
        if rows.height:
            lines = [
                table_row(_said(row, codebook, words), [*_numbers(row, words, language, smallest)])
                for row in rows.iter_rows(named=True)
            ]
            heads = [words[one] for one in (head, "flagged", "base", "share")]
            parts.append(table(words[name], heads, lines))
    return "\n".join([*parts, f"<p>{escape(words['kept'])}</p>"])


def _said(row: Mapping[str, Any], codebook: Codebook, words: Mapping[str, str]) -> str:
    label = _label(row, codebook)
    return label if row["check"] == STOPS else words[row["check"]].format(label)


def _label(row: Mapping[str, Any], codebook: Codebook) -> str:
    if not row["variable"]:
        return ""
    variable, language = codebook.variables[row["variable"]], codebook.language
    label = quoted(in_language(variable.label, language), language)
    if not row["item"]:
        return label
    return f"{label}: {in_language(variable.items[row['item']].label, language)}"


def _numbers(
    row: Mapping[str, Any], words: Mapping[str, str], language: str, smallest: int
) -> Iterator[str]:
    flagged, base = row["flagged"], row["base"]
    small = [0 < number < smallest for number in (flagged, base)]
    for number, is_small in zip((flagged, base), small, strict=True):
        yield words["few"].format(smallest) if is_small else whole(number, language)
    yield "" if any(small) or not base else percent(flagged / base, language, 1)
