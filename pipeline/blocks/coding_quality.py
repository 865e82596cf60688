"""How far open answers are coded and how far coders agree; for the data-quality page; pure."""

from collections.abc import Iterator, Mapping
from html import escape
from math import isnan

import polars as pl

from pipeline.blocks.quality import table, table_row
from pipeline.codebooks.codebook import Codebook, Variable, in_language
from pipeline.inference.agreement import Agreement, agreement
from pipeline.wording import languages
from pipeline.wording.labels import quoted
from pipeline.wording.numbers import decimal, percent, whole

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "progress": "Svar på {question}: {answers}. Heraf er kodet efter tema: {coded}.",
        "counts": "Hvor flere har kodet det samme svar, bruges det, de er blevet enige om; ellers "
        "gælder {coder}.",
        "invented": "De, der har kodet, er opfundet til denne demonstration.",
        "both": "Svar, som både {first} og {second} har kodet: {n}.",
        "caption": "Enighed mellem {first} og {second}",
        "theme": "Tema",
        "agreed": "Enige",
        "kappa": "Kappa",
        "interval": "Interval",
        "together": "Alle temaer samlet",
        "explained": "Tallene under de to navne er antallet af svar med temaet. Kappa er 1, når de "
        "er helt enige, og 0, når de kun er enige så ofte, som tilfældet ville gøre dem. Den er "
        "beregnet efter Cohen (1960), intervallet ({level}) efter Fleiss, Cohen og Everitt (1969) "
        "og for alle temaer samlet efter De Vries m.fl. (2008). En streg betyder, at tallet ikke "
        "kan beregnes: ingen har brugt temaet, eller enigheden er fuldstændig.",
    },
    "nb": {
        "progress": "Svar på {question}: {answers}. Av disse er kodet etter tema: {coded}.",
        "counts": "Der flere har kodet det samme svaret, brukes det de er blitt enige om; ellers "
        "gjelder {coder}.",
        "invented": "De som har kodet, er oppdiktet for denne demonstrasjonen.",
        "both": "Svar som både {first} og {second} har kodet: {n}.",
        "caption": "Enighet mellom {first} og {second}",
        "theme": "Tema",
        "agreed": "Enige",
        "kappa": "Kappa",
        "interval": "Intervall",
        "together": "Alle temaer samlet",
        "explained": "Tallene under de to navnene er antallet svar med temaet. Kappa er 1 når de "
        "er helt enige, og 0 når de bare er enige så ofte som tilfeldigheter ville gjøre dem. Den "
        "er beregnet etter Cohen (1960), intervallet ({level}) etter Fleiss, Cohen og Everitt "
        "(1969) og for alle temaer samlet etter De Vries m.fl. (2008). En strek betyr at tallet "
        "ikke kan beregnes: ingen har brukt temaet, eller enigheten er fullstendig.",
    },
    "en": {
        "progress": "Answers to {question}: {answers}. Of these, coded by theme: {coded}.",
        "counts": "Where several have coded the same answer, what they agreed on in the end is "
        "used; otherwise {coder} counts.",
        "invented": "The coders are invented for this demonstration.",
        "both": "Answers that both {first} and {second} coded: {n}.",
        "caption": "Agreement of {first} and {second}",
        "theme": "Theme",
        "agreed": "Agree",
        "kappa": "Kappa",
        "interval": "Interval",
        "together": "All themes together",
        "explained": "The numbers under the coders are of answers with the theme. Kappa is 1 where "
        "the two agree entirely, and 0 where they agree only as often as chance would make them. "
        "Kappa is computed after Cohen (1960), the interval ({level}) after Fleiss, Cohen and "
        "Everitt (1969), and for all themes together after De Vries et al. (2008). A dash means "
        "that the number cannot be computed: nobody used the theme, or agreement is complete.",
    },
}
NOTHING = "–"


def coding_html(
    progress: pl.DataFrame,
    double: pl.DataFrame,
    codebook: Codebook,
    language: str,
    level: float,
    invented: bool,
) -> str:
    """For each variable of themes how many answers are coded, and how far coders agree.

    `progress` and `double` as `sql/coding_progress.sql` and `sql/double_codes.sql` give them;
    '' without themes.
    """
    parts: list[str] = []
    for row in progress.iter_rows(named=True):
        variable = codebook.variables[row["variable"]]
        words = languages.in_language(WORDS, language)
        said = [
            words["progress"].format(
                question=quoted(in_language(_question(variable, codebook), language), language),
                answers=whole(row["answers"], language),
                coded=whole(row["coded"], language),
            )
        ]
        if len(variable.coders) > 1:
            said.append(words["counts"].format(coder=variable.coders[0]))
        if invented:
            said.append(words["invented"])
        parts.append(f"<p>{escape(' '.join(said))}</p>")
        of_variable = double.filter(variable=variable.name)
        pairs = of_variable.group_by("first_coder", "second_coder", maintain_order=True)
        for (first, second), patterns in pairs:
            parts += _pair(variable, str(first), str(second), patterns, language, level)
    return "\n".join(parts)


def _question(variable: Variable, codebook: Codebook) -> Mapping[str, str]:
    assert variable.derivation is not None
    ((source, _),) = variable.derivation.sources
    return codebook.variables[source].label


def _pair(
    variable: Variable,
    first: str,
    second: str,
    patterns: pl.DataFrame,
    language: str,
    level: float,
) -> Iterator[str]:
    """What two coders saw in the same answers: a theme a row, and all together."""
    words = languages.in_language(WORDS, language)
    n = patterns["n"].to_numpy()
    themes = list(variable.items)
    seen_first, seen_second = (
        [[theme in text.split() for theme in themes] for text in patterns[column]]
        for column in ("first_themes", "second_themes")
    )
    rows = []
    for place, theme in enumerate(themes):
        one, other = ([[row[place]] for row in seen] for seen in (seen_first, seen_second))
        used = (sum(n[at] for at, row in enumerate(seen) if row[0]) for seen in (one, other))
        counts = [whole(int(count), language) for count in used]
        label = in_language(variable.items[theme].label, language)
        found = agreement(one, other, n, level)
        rows.append(table_row(label, [*counts, *_numbers(found, language)]))
    together = agreement(seen_first, seen_second, n, level)
    rows.append(table_row(words["together"], ["", "", *_numbers(together, language)]))
    coders = {"first": first, "second": second}
    both = words["both"].format(**coders, n=whole(together.n, language))
    yield f"<p>{escape(both)}</p>"
    heads = [
        words["theme"],
        first,
        second,
        *(words[one] for one in ("agreed", "kappa", "interval")),
    ]
    yield table(words["caption"].format(**coders), heads, rows)
    yield f"<p>{escape(words['explained'].format(level=percent(level, language)))}</p>"


def _numbers(found: Agreement, language: str) -> list[str]:
    ends = (found.low, found.high)
    return [
        percent(found.agreed, language),
        NOTHING if isnan(found.kappa) else decimal(found.kappa, language, 2),
        NOTHING if isnan(found.low) else " – ".join(decimal(end, language, 2) for end in ends),
    ]
