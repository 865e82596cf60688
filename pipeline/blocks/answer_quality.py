"""How carefully a wave was answered, as its data-quality page tells it; pure."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

import polars as pl

from pipeline.blocks.quality import table, table_row
from pipeline.codebooks.codebook import Codebook, in_language
from pipeline.wording import languages
from pipeline.wording.labels import inside_sentence, quoted
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
        "left_out": "Udeladte besvarelser",
        "kept": "Ingen svar er fjernet eller ændret på grund af disse kontroller.",
        "reduced": "De udeladte indgår i kontrollerne, men i intet andet tal i rapporten.",
        "first": "Hver står ved den første kontrol, der udelader den.",
        "none": "Kontrollerne af besvarelserne har intet at vise.",
        "speeders": "Svarede på under en tredjedel af mediantiden",
        "answers_alike": "Gav mindst ti svar, alle som en anden højst ti minutter før",
        "straight_liners": "Gav samme svar på alt i {}",
        "straight_lining": "Gav samme svar på alt i alle de rækker af udsagn, de besvarede",
        "contradictions": "Modsiger sig selv: {}",
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
        "left_out": "Utelatte svar",
        "kept": "Ingen svar er fjernet eller endret på grunn av disse kontrollene.",
        "reduced": "De utelatte inngår i kontrollene, men ikke i noe annet tall i rapporten.",
        "first": "Hver står ved den første kontrollen som utelater den.",
        "none": "Kontrollene av svarene har ingenting å vise.",
        "speeders": "Svarte på under en tredjedel av mediantiden",
        "answers_alike": "Ga minst ti svar, alle som en annen høyst ti minutter før",
        "straight_liners": "Ga samme svar på alt i {}",
        "straight_lining": "Ga samme svar på alt i alle rekkene av påstander de besvarte",
        "contradictions": "Motsier seg selv: {}",
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
        "left_out": "Responses left out",
        "kept": "No answer was removed or changed because of these checks.",
        "reduced": "Those left out are part of the checks and of no other number of the report.",
        "first": "Each stands by the first check that leaves it out.",
        "none": "The checks of the responses have nothing to show.",
        "speeders": "Took less than a third of the median time",
        "answers_alike": "Gave ten answers or more, all as another at most ten minutes before",
        "straight_liners": "Gave the same answer to everything in {}",
        "straight_lining": "Gave the same answer to everything in every set of statements",
        "contradictions": "Contradicts itself: {}",
        "e-mail address": "Open answer with an e-mail address: {}",
        "telephone number": "Open answer with a telephone number: {}",
        "Danish personal number": "Open answer with a Danish personal number: {}",
        "Norwegian personal number": "Open answer with a Norwegian personal number: {}",
    },
}
STOPS = "break_offs"
LEFT_OUT = "left_out"


def answer_checks_html(
    checks: pl.DataFrame,
    codebook: Codebook,
    language: str,
    smallest: int = 0,
    *,
    leaves_out: bool = False,
) -> str:
    """What the checks flagged, who was left out for it, and where responses break off.

    `checks` as `results.QUALITY`; numbers above 0 and below `smallest` are told as such, and
    without their share. `leaves_out` says that somebody was left out, told here or not.
    """
    words = languages.in_language(WORDS, language)
    if checks.is_empty() and not leaves_out:
        return f"<p>{escape(words['none'])}</p>"
    left, stops = checks.filter(check=LEFT_OUT), checks.filter(check=STOPS)
    flags = checks.filter(~pl.col("check").is_in([LEFT_OUT, STOPS]))
    # The number of all who are left out stands among the rejected rows, and would tell a small one.
    told = left.clear() if left.height > 1 and _has_small(left, smallest) else left
    tables = zip((flags, told, stops), ("checks", "left_out", "stops"), strict=True)
    parts = []
    for rows, name in tables:
        if rows.height:
            head = "question" if name == "stops" else "check"
            lines = [
                table_row(_said(row, codebook, words), [*_numbers(row, words, language, smallest)])
                for row in rows.iter_rows(named=True)
            ]
            heads = [words[one] for one in (head, "flagged", "base", "share")]
            parts.append(table(words[name], heads, lines))
    closing = words["reduced" if leaves_out else "kept"]
    if leaves_out and told.height:
        closing += f" {words['first']}"
    return "\n".join([*parts, f"<p>{escape(closing)}</p>"])


def _has_small(rows: pl.DataFrame, smallest: int) -> bool:
    return bool(rows["flagged"].is_between(1, smallest - 1).any())


def _said(row: Mapping[str, Any], codebook: Codebook, words: Mapping[str, str]) -> str:
    check, name = row["check"], row["item"]
    if check in ("contradictions", LEFT_OUT) and name in codebook.contradictions:
        label = in_language(codebook.contradictions[name].label, codebook.language)
        return words["contradictions"].format(inside_sentence(label))
    if check == LEFT_OUT:
        return words["straight_lining" if name == "straight_liners" else name]
    label = _label(row, codebook)
    return label if check == STOPS else words[check].format(label)


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
