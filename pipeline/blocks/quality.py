"""The data-quality tables: what was rejected and why, and what became of each question; pure."""

from collections.abc import Mapping
from html import escape
from typing import Any

import polars as pl

from pipeline.codebooks.codebook import Codebook, in_language
from pipeline.wording import languages
from pipeline.wording.numbers import percent, whole

REASONS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "test answer": "Prøvebesvarelse",
        "no question answered": "Intet spørgsmål besvaret",
        "no respondent id": "Rækken siger ikke, hvem der svarer",
        "double submission": "Dobbelt besvarelse; den seneste færdige blev brugt",
        "broken row": "Ødelagt række i filen",
        "left out": "Udeladt efter kontrol af besvarelserne",
        "unknown label": "Svar, der ikke findes i spørgeskemaet",
        "not a number": "Ikke et tal",
        "not a whole number": "Ikke et helt tal",
        "out of range": "Tal uden for det mulige",
        "answer to a question that was not asked": "Svar på et spørgsmål, der ikke blev stillet",
        "more ticks than allowed": "Flere krydser end tilladt",
        "no option": "Afkrydset tekst, der ikke er en svarmulighed",
        "can be read as different options": "Krydser, der kan læses på flere måder",
    },
    "nb": {
        "test answer": "Prøvesvar",
        "no question answered": "Ingen spørsmål besvart",
        "no respondent id": "Raden sier ikke hvem som svarer",
        "double submission": "Dobbelt besvarelse; den siste ferdige ble brukt",
        "broken row": "Ødelagt rad i filen",
        "left out": "Utelatt etter kontroll av svarene",
        "unknown label": "Svar som ikke finnes i spørreskjemaet",
        "not a number": "Ikke et tall",
        "not a whole number": "Ikke et helt tall",
        "out of range": "Tall utenfor det mulige",
        "answer to a question that was not asked": "Svar på et spørsmål som ikke ble stilt",
        "more ticks than allowed": "Flere kryss enn tillatt",
        "no option": "Avkrysset tekst som ikke er et svaralternativ",
        "can be read as different options": "Kryss som kan leses på flere måter",
    },
    "en": {
        "test answer": "Test answer",
        "no question answered": "No question answered",
        "no respondent id": "The row does not say who answers",
        "double submission": "Double submission; the last complete one was used",
        "broken row": "Broken row of the file",
        "left out": "Left out after checks of the responses",
        "unknown label": "Answer that the questionnaire does not have",
        "not a number": "Not a number",
        "not a whole number": "Not a whole number",
        "out of range": "Number outside what is possible",
        "answer to a question that was not asked": "Answer to a question that was not asked",
        "more ticks than allowed": "More ticks than allowed",
        "no option": "Ticked text that is no option",
        "can be read as different options": "Ticks that can be read in several ways",
    },
}
WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "rejects": "Hvad der blev afvist, og hvorfor",
        "nonresponse": "Bortfald spørgsmål for spørgsmål",
        "reason": "Grund",
        "row": "Rækker",
        "value": "Værdier",
        "question": "Spørgsmål",
        "asked": "Blev stillet",
        "answered": "Svarede",
        "missing": "Ved ikke o.l.",
        "blank": "Sprang over",
        "invalid": "Ugyldigt",
        "not_reached": "Stoppede før",
        "nothing": "Ingen rækker eller værdier blev afvist.",
        "few": "under {}",
    },
    "nb": {
        "rejects": "Hva som ble avvist, og hvorfor",
        "nonresponse": "Frafall spørsmål for spørsmål",
        "reason": "Grunn",
        "row": "Rader",
        "value": "Verdier",
        "question": "Spørsmål",
        "asked": "Ble stilt",
        "answered": "Svarte",
        "missing": "Vet ikke o.l.",
        "blank": "Hoppet over",
        "invalid": "Ugyldig",
        "not_reached": "Stoppet før",
        "nothing": "Ingen rader eller verdier ble avvist.",
        "few": "under {}",
    },
    "en": {
        "rejects": "What was rejected, and why",
        "nonresponse": "Item non-response",
        "reason": "Reason",
        "row": "Rows",
        "value": "Values",
        "question": "Question",
        "asked": "Were asked",
        "answered": "Answered",
        "missing": "Don't know etc.",
        "blank": "Skipped it",
        "invalid": "Invalid",
        "not_reached": "Broke off before",
        "nothing": "No row or value was rejected.",
        "few": "under {}",
    },
}

LEFT_OUT = "left out"
ASKED_STATES = ("answered", "missing", "blank", "invalid")
"""The states of those who were asked a question and got to it."""


def rejects_table(rejects: pl.DataFrame, language: str, smallest: int = 0) -> str:
    """HTML of what was rejected by reason; `rejects` has kind, reason, rejects and rows.

    Fewer than `smallest` who were left out are not counted out: their answers decided on it.
    """
    words = languages.in_language(WORDS, language)
    if rejects.is_empty():
        return f"<p>{words['nothing']}</p>"
    reasons = languages.in_language(REASONS, language)
    lines = [
        table_row(
            reasons.get(row["reason"], row["reason"]),
            [
                _number(row, language, smallest) if row["kind"] == kind else ""
                for kind in ("row", "value")
            ],
        )
        for row in rejects.iter_rows(named=True)
    ]
    return table(words["rejects"], [words["reason"], words["row"], words["value"]], lines)


def _number(row: Mapping[str, Any], language: str, smallest: int) -> str:
    if row["reason"] == LEFT_OUT and row["rejects"] < smallest:
        return languages.in_language(WORDS, language)["few"].format(smallest)
    return whole(row["rejects"], language)


def nonresponse_table(nonresponse: pl.DataFrame, codebook: Codebook, language: str) -> str:
    """HTML of what became of each question, in shares of those who were asked it.

    `nonresponse` has one row a question with the number of respondents in each state.
    """
    words = languages.in_language(WORDS, language)
    head = ["question", "asked", *ASKED_STATES, "not_reached"]
    lines = []
    for name, rows in nonresponse.group_by("variable", maintain_order=True):
        variable = codebook.variables[str(name[0])]
        label = in_language(variable.label, language)
        if rows.drop("item").n_unique() == 1:
            # Options to tick are shown together: what became of one became of all.
            lines.append(table_row(label, _states(rows.row(0, named=True), language)))
            continue
        lines.append(f'<tr><th scope="rowgroup" colspan="{len(head)}">{escape(label)}</th></tr>')
        for row in rows.iter_rows(named=True):
            item = in_language(variable.items[row["item"]].label, language)
            lines.append(table_row(item, _states(row, language)))
    return table(words["nonresponse"], [words[one] for one in head], lines)


def _states(row: Mapping[str, int], language: str) -> list[str]:
    asked = sum(row[state] for state in ASKED_STATES)
    shares = (percent(row[state] / asked, language) if asked else "" for state in ASKED_STATES)
    return [whole(asked, language), *shares, whole(row["not_reached"], language)]


def table_row(head: str, numbers: list[str]) -> str:
    """A row of a table: its head and cells with numbers; escaped."""
    cells = "".join(f'<td class="number">{escape(number)}</td>' for number in numbers)
    return f'<tr><th scope="row">{escape(head)}</th>{cells}</tr>'


def table(name: str, heads: list[str], rows: list[str]) -> str:
    """A table that scrolls where it is too wide; `rows` are HTML already."""
    first, *others = (escape(head) for head in heads)
    head = f'<th scope="col">{first}</th>' + "".join(
        f'<th scope="col" class="number">{other}</th>' for other in others
    )
    label = escape(name)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{label}">\n'
        f'<table class="data"><caption>{label}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{chr(10).join(rows)}\n</tbody></table>\n</div>"
    )
