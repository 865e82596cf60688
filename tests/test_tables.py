"""Tables of figures, as HTML and on the terminal."""

from io import StringIO

import polars as pl
from figure_examples import CODEBOOK, estimates, shares
from rich.console import Console

from pipeline.plan import Figure
from pipeline.results import ESTIMATES
from pipeline.tables import html_table, text_table

BY_TYPE = Figure(variable="innovated", groups="org_type", show=("yes",))
YES_BY_TYPE = estimates(
    *shares("all", yes=0.8), *shares("social_service", yes=0.84), *shares("volunteer", yes=0.7)
)
BATTERY = Figure(variable="changes", items=("users", "board"), show=("agree", "neither"))
AGREEMENT = estimates(
    *shares(item="users", agree=0.23, neither=0.38),
    *shares(item="board", agree=0.47, neither=0.36),
)


def test_groups_by_one_answer_have_their_margin_and_base():
    assert html_table(BY_TYPE, CODEBOOK, YES_BY_TYPE, "da").splitlines() == [
        '<table class="data">',
        '<caption class="visually-hidden">Nye løsninger</caption>',
        "<thead>",
        '<tr><th scope="col">Procent</th><th scope="col" class="number">Ja</th>'
        '<th scope="col" class="number">Usikkerhed</th>'
        '<th scope="col" class="number">Antal svar</th></tr>',
        "</thead>",
        "<tbody>",
        '<tr class="total"><th scope="row">I alt</th><td class="number">80</td>'
        '<td class="number">±\u00a05</td><td class="number">100</td></tr>',
        '<tr><th scope="row">Sociale tilbud</th><td class="number">84</td>'
        '<td class="number">±\u00a05</td><td class="number">100</td></tr>',
        '<tr><th scope="row">Frivillige foreninger</th><td class="number">70</td>'
        '<td class="number">±\u00a05</td><td class="number">100</td></tr>',
        "</tbody>",
        "</table>",
    ]


def test_a_battery_has_a_row_an_item_the_largest_first_and_nets_set_apart():
    html = html_table(BATTERY, CODEBOOK, AGREEMENT, "en")
    assert '<th scope="col" class="number net">Agree</th>' in html
    assert '<th scope="col" class="number">Neither</th>' in html
    rows = [line for line in html.splitlines() if 'scope="row"' in line]
    assert rows == [
        '<tr><th scope="row">Bestyrelsen var mere med</th><td class="number net">47</td>'
        '<td class="number">36</td><td class="number">100</td></tr>',
        '<tr><th scope="row">Flere brugere var med</th><td class="number net">23</td>'
        '<td class="number">38</td><td class="number">100</td></tr>',
    ]


def test_a_suppressed_number_is_one_symbol_and_never_the_number():
    hidden = YES_BY_TYPE.with_columns(suppressed=pl.col("group") == "volunteer")
    row = next(
        line
        for line in html_table(BY_TYPE, CODEBOOK, hidden, "da").splitlines()
        if "Frivillige" in line
    )
    assert "suppressed" in row
    assert ">70<" not in row


def test_labels_are_escaped():
    table = Figure(variable="innovated", show=("yes",), title={"da": "<b>A & B</b>"})
    html = html_table(table, CODEBOOK, estimates(*shares("all", yes=0.5)), "da")
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in html
    assert "<b>" not in html


def test_the_response_table_has_counts_and_rates_side_by_side():
    rows = [
        ("all", "", "count", "invited", 2304.0),
        ("all", "", "count", "responded", 903.0),
        ("all", "", "rate", "responded", 903 / 2304),
        ("volunteer", "org_type", "count", "invited", 542.0),
        ("volunteer", "org_type", "count", "responded", 235.0),
        ("volunteer", "org_type", "rate", "responded", 235 / 542),
    ]
    blank = dict.fromkeys(ESTIMATES)
    frame = pl.DataFrame(
        [
            blank
            | {
                "variable": "response",
                "item": "",
                "group": group,
                "group_variable": by,
                "statistic": statistic,
                "category": category,
                "estimate": value,
                "suppressed": False,
            }
            for group, by, statistic, category, value in rows
        ],
        schema=ESTIMATES,
    )
    figure = Figure(variable="response", statistic="count", groups="org_type", title={"da": "Svar"})
    html = html_table(figure, CODEBOOK, frame, "da")
    assert '<td class="number">2.304</td>' in html
    assert '<td class="number">43\u00a0pct.</td>' in html


def test_the_terminal_shows_base_and_interval():
    console = Console(file=StringIO(), width=100)
    console.print(text_table(BY_TYPE, CODEBOOK, YES_BY_TYPE, "en"))
    printed = console.file.getvalue()
    line = next(line for line in printed.splitlines() if "ssociations" in line)
    assert [cell.strip() for cell in line.strip("│ ").split("│")] == [
        "Associations",
        "Yes",
        "70.0",
        "65.0–75.0",
        "100",
    ]
