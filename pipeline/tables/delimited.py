"""A figure's estimates as a CSV file that a spreadsheet of the reader's language opens rightly.

Danish and Norwegian spreadsheets part cells at semicolons and decimals at commas, English ones at
commas and points; the mark at the start of the file tells them that it is UTF-8.
"""

import csv
from collections.abc import Mapping
from io import StringIO
from typing import Any

import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.codebook import in_language as label_in
from pipeline.figures.arranging import group_labels
from pipeline.keys import name_of
from pipeline.planning.figure import RESPONSE, Figure, label_of
from pipeline.results import FORMS, decimals
from pipeline.tables.cells import SUPPRESSED
from pipeline.tables.response import HEADS as RESPONSE_HEADS
from pipeline.tables.wording import MARGIN, N_ANSWERS, N_TICKS, UNITS
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import ungrouped

DELIMITERS = {"da": ";", "nb": ";", "en": ","}
HEADS: Mapping[str, tuple[str, ...]] = {
    "da": ("Spørgsmål", "Udsagn", "Gruppe", "Svar", "Enhed", "Tal", "Nedre", "Øvre"),
    "nb": ("Spørsmål", "Utsagn", "Gruppe", "Svar", "Enhet", "Tall", "Nedre", "Øvre"),
    "en": ("Question", "Item", "Group", "Answer", "Unit", "Number", "Lower", "Upper"),
}
REMARK = {"da": "Bemærkning", "nb": "Merknad", "en": "Remark"}
KEY = {"da": "Nøgle", "nb": "Nøkkel", "en": "Key"}
OTHER_UNITS = {
    "rate": UNITS["share"],
    "standard_deviation": {
        "da": "Standardafvigelse",
        "nb": "Standardavvik",
        "en": "Standard deviation",
    },
    "rank": {"da": "Plads", "nb": "Plass", "en": "Rank"},
}

STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What makes a spreadsheet compute a cell. See OWASP, "CSV Injection"."""


def delimited(figure: Figure, codebook: Codebook, estimates: pl.DataFrame, language: str) -> bytes:
    """One line an estimate of the figure, in the order of the report, rounded as the page shows it.

    `estimates` are the rows of this figure. A suppressed number is left out and said to be.
    """
    file = StringIO()
    writer = csv.writer(file, delimiter=in_language(DELIMITERS, language), lineterminator="\r\n")
    counted = N_TICKS if figure.estimated == "share_of_ticks" else N_ANSWERS
    last = (in_language(words, language) for words in (MARGIN, counted, REMARK, KEY))
    writer.writerow([*in_language(HEADS, language), *last])
    groups = group_labels(figure, codebook, set(estimates["group"]), language)
    for row in estimates.iter_rows(named=True):
        labels = _labels(row, figure, codebook, groups, language)
        writer.writerow(
            [
                *(harmless(label) for label in labels),
                *_numbers(row, language),
                row["base_n"],
                in_language(SUPPRESSED, language) if row["suppressed"] else "",
                name_of(row),
            ]
        )
    return file.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """The text, with a quote before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(STARTS_FORMULA) else text


def _labels(
    row: Mapping[str, Any],
    figure: Figure,
    codebook: Codebook,
    groups: Mapping[str, str],
    language: str,
) -> tuple[str, ...]:
    """Question, item, group, answer and unit."""
    unit = in_language((UNITS | OTHER_UNITS)[row["statistic"]], language)
    if figure.variable == RESPONSE:
        answer = in_language(RESPONSE_HEADS[row["statistic"], row["category"]], language)
        question = label_in(label_of(figure, codebook), language)
        return question, "", groups[row["group"]], answer, unit
    variable = codebook.variables[figure.variable]
    known = row["category"] in (*variable.categories, *variable.nets)
    return (
        label_in(variable.text or variable.label, language),
        label_in(variable.items[row["item"]].label, language) if row["item"] else "",
        groups[row["group"]],
        label_in(variable.answer_label(row["category"]), language) if known else row["category"],
        unit,
    )


def _numbers(row: Mapping[str, Any], language: str) -> tuple[str, ...]:
    """Estimate, ends of the interval and margin; '' for what is not known or not shown."""
    statistic = row["statistic"]
    times = 100 if FORMS[statistic] in ("percent", "points") else 1
    finer = decimals(statistic, of_uncertainty=True)
    return tuple(
        ""
        if row["suppressed"] or row[name] is None
        else ungrouped(times * row[name], language, places)
        for name, places in (
            ("estimate", decimals(statistic)),
            ("ci_low", finer),
            ("ci_high", finer),
            ("margin", finer),
        )
    )
