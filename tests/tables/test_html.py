"""Fragments of the tables, written out."""

from dataclasses import replace
from io import StringIO

import pytest
from figure_examples import CODEBOOK, estimates, shares
from rich.console import Console

from pipeline.codebooks.codebook import Category
from pipeline.errors import PipelineError
from pipeline.planning.plan import Figure
from pipeline.tables import html_table, text_table

BATTERY = Figure(variable="changes", items=("users", "board"), show=("agree", "neither"))
BATTERY_ROWS = estimates(
    *shares(item="users", agree=0.23, neither=0.38),
    *shares(item="board", agree=0.475, neither=0.36),
    base_n=1582,
)
BY_TYPE = Figure(variable="innovated", groups="org_type", show=("yes",))
BY_TYPE_ROWS = estimates(
    *shares("all", yes=0.8), *shares("volunteer", yes=0.7), *shares("social_service", yes=0.84)
)


def html(figure, rows, language="da", codebook=CODEBOOK):
    return html_table(figure, codebook, rows, language).replace("\u00a0", " ")


def test_items_by_answers():
    assert html(BATTERY, BATTERY_ROWS) == (
        '<table class="data">\n'
        '<caption class="visually-hidden">Hvad der var anderledes</caption>\n'
        "<thead>\n"
        '<tr><th scope="col">Procent</th><th scope="col" class="number net">Enig</th>'
        '<th scope="col" class="number">Hverken enig eller uenig</th>'
        '<th scope="col" class="number">Antal svar</th></tr>\n'
        "</thead>\n"
        "<tbody>\n"
        '<tr><th scope="row">Bestyrelsen var mere med</th><td class="number net">48</td>'
        '<td class="number">36</td><td class="number">1.582</td></tr>\n'
        '<tr><th scope="row">Flere brugere var med</th><td class="number net">23</td>'
        '<td class="number">38</td><td class="number">1.582</td></tr>\n'
        "</tbody>\n"
        "</table>\n"
    )


def test_groups_with_one_number_a_row_have_margins_and_the_total_comes_first():
    table = html(BY_TYPE, BY_TYPE_ROWS)
    assert '<th scope="col" class="number">Usikkerhed</th>' in table
    assert table.split("<tbody>\n")[1] == (
        '<tr class="total"><th scope="row">I alt</th><td class="number">80</td>'
        '<td class="number">± 5</td><td class="number">100</td></tr>\n'
        '<tr><th scope="row">Sociale tilbud</th><td class="number">84</td>'
        '<td class="number">± 5</td><td class="number">100</td></tr>\n'
        '<tr><th scope="row">Frivillige foreninger</th><td class="number">70</td>'
        '<td class="number">± 5</td><td class="number">100</td></tr>\n'
        "</tbody>\n</table>\n"
    )


def test_groups_of_an_item_stand_below_it():
    figure = BATTERY.model_copy(update={"groups": "org_type", "items": ("users",)})
    table = html(figure, estimates(*shares("volunteer", "users", agree=0.3, neither=0.2)))
    assert (
        '<tr><th scope="rowgroup" colspan="4">Flere brugere var med</th></tr>\n'
        '<tr><th scope="row">Frivillige foreninger</th><td class="number net">30</td>'
        '<td class="number">20</td><td class="number">100</td></tr>\n'
    ) in table


def test_a_single_distribution_has_an_answer_a_row():
    table = html(Figure(variable="innovated"), estimates(*shares(yes=0.46, no=0.54)), "en")
    assert (
        '<tr><td></td><th scope="col" class="number">Per cent</th>'
        '<th scope="col" class="number">Margin of error</th>'
        '<th scope="col" class="number">Answers</th></tr>\n'
    ) in table
    assert (
        '<tr><th scope="row">Yes</th><td class="number">46</td>'
        '<td class="number">± 5</td><td class="number">100</td></tr>\n'
    ) in table


def test_means_have_one_decimal_and_their_margins_two():
    figure = Figure(variable="changes", statistic="mean", items=("users",))
    row = {"item": "users", "estimate": 3.44, "margin": 0.084}
    table = html(figure, estimates(row, statistic="mean"), "nb")
    assert '<th scope="col" class="number">Gjennomsnitt</th>' in table
    assert '<td class="number">3,4</td><td class="number">± 0,08</td>' in table


def test_a_suppressed_value_is_a_symbol_and_never_its_number():
    hidden = {"group": "volunteer", "category": "yes", "estimate": 0.7, "suppressed": True}
    rows = estimates(*shares("all", yes=0.8), hidden)
    table = html(BY_TYPE, rows)
    assert (
        '<td class="number suppressed"><span aria-hidden="true">·</span>'
        '<span class="visually-hidden">vises ikke</span></td><td class="number"></td>'
    ) in table
    assert "70" not in table and table.count("±") == 1


def test_labels_are_escaped():
    answers = {"yes": Category(1, {"da": '<script>"&'}), "no": Category(2, {"da": "Nej"})}
    strange = replace(CODEBOOK.variables["innovated"], categories=answers, label={"da": "A < B"})
    codebook = replace(CODEBOOK, variables={"innovated": strange})
    table = html(Figure(variable="innovated"), estimates(*shares(yes=0.5, no=0.5)), "da", codebook)
    assert '<th scope="row">&lt;script&gt;&quot;&amp;</th>' in table
    assert '<caption class="visually-hidden">A &lt; B</caption>' in table


def test_table_1_counts_and_rates():
    figure = Figure(variable="response", groups="org_type", chart="table", title={"da": "Svar"})
    counts = {"invited": 2304, "responded": 903, "completed": 722}
    rates = {"responded": 0.392, "completed": 0.7996}
    rows = estimates(
        *({"category": name, "statistic": "count", "estimate": n} for name, n in counts.items()),
        *({"category": name, "statistic": "rate", "estimate": n} for name, n in rates.items()),
        {"group": "volunteer", "category": "invited", "statistic": "count", "estimate": 542},
    )
    table = html(figure, rows)
    assert '<caption class="visually-hidden">Svar</caption>' in table
    assert [head for head in ("Inviterede", "Har svaret", "Svarprocent") if head in table] == [
        "Inviterede",
        "Har svaret",
        "Svarprocent",
    ]
    assert (
        '<tr class="total"><th scope="row">I alt</th><td class="number">2.304</td>'
        '<td class="number">903</td><td class="number">39 pct.</td>'
        '<td class="number">722</td><td class="number">80 pct.</td></tr>\n'
        '<tr><th scope="row">Frivillige foreninger</th><td class="number">542</td>'
    ) in table
    assert "ingen svar" in table  # what the volunteers' row lacks


def test_the_terminal_shows_interval_and_base():
    console = Console(width=100, record=True, file=StringIO())
    console.print(text_table(BY_TYPE, CODEBOOK, BY_TYPE_ROWS, "da"))
    lines = [" ".join(line.replace("│", " ").split()) for line in console.export_text().split("\n")]
    assert "Sociale tilbud Ja 84,0 79,0–89,0 100" in lines


def test_the_terminal_shows_labels_as_they_are():
    answers = {"yes": Category(1, {"da": "[red]Ja"}), "no": Category(2, {"da": "Nej"})}
    strange = replace(CODEBOOK.variables["innovated"], categories=answers)
    codebook = replace(CODEBOOK, variables={"innovated": strange})
    rows = estimates(*shares(yes=0.5, no=0.5))
    console = Console(width=100, record=True, file=StringIO())
    console.print(text_table(Figure(variable="innovated"), codebook, rows, "da"))
    assert "[red]Ja" in console.export_text()


def test_an_unknown_language_is_named():
    with pytest.raises(PipelineError, match='"sv"'):
        html(BY_TYPE, BY_TYPE_ROWS, "sv")
