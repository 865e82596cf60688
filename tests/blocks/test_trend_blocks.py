"""What pages say of change: sentences, tables, reasons for breaks."""

import polars as pl
from figure_examples import CODEBOOK

from pipeline.blocks.trend_blocks import Changes, changes_html, trend_block
from pipeline.codebooks.series import Series
from pipeline.planning.plan import Figure, Plan
from pipeline.results import CHANGES, COMPARABILITY

PLAN = Plan(
    survey="innovation",
    figures={
        "fig_01": Figure(variable="innovated", show=("yes", "no")),
        "fig_02": Figure(variable="changes", items=("users",), show=("agree",)),
    },
)
ROW = {
    "figure": "fig_02", "variable": "changes", "item": "users", "group": "all",
    "statistic": "share", "category": "agree", "other_wave": "2018", "other_estimate": 0.3,
    "estimate": 0.42, "difference": 0.12, "ci_low": 0.05, "ci_high": 0.19, "significant": True,
}  # fmt: skip
SMALL = ROW | {
    "figure": "fig_01", "variable": "innovated", "item": "", "category": "yes",
    "estimate": 0.31, "difference": 0.01, "ci_low": -0.04, "significant": False,
}  # fmt: skip
COMPARABLE = {"figure": "fig_02", "item": "users", "other_wave": "2018", "comparable": True,
              "since": "", "question": "", "answer": "", "both_n": 298}  # fmt: skip
BROKEN = COMPARABLE | {"figure": "fig_01", "item": "", "comparable": False, "since": "2020",
                       "question": "innovated", "answer": "broken"}  # fmt: skip
DECISIONS = Series.model_validate(
    {
        "survey": "innovation",
        "since_last_wave": {
            "2020": {"innovated": {"is": "broken", "because": {"da": "En anden <periode>."}}}
        },
    }
)


def known(*rows: dict[str, object], comparability: tuple[dict[str, object], ...]) -> Changes:
    return Changes(
        PLAN,
        CODEBOOK,
        pl.DataFrame(rows, schema=CHANGES),
        pl.DataFrame(comparability, schema=COMPARABILITY),
        DECISIONS,
    )


def test_a_change_that_was_shown_is_told_in_a_sentence_and_a_table() -> None:
    html = trend_block("fig_02", "2018", None, known(ROW, comparability=(COMPARABLE,)))
    assert "Siden 2018: »Flere brugere var med: Enig« steg med 12\u00a0procentpoint." in html
    cells = ("30\u00a0pct.", "42\u00a0pct.", "+12", "+5 til +19", "ja")
    assert all(f"<td>{cell}</td>" in html for cell in cells)
    assert "298 respondenter svarede både i 2018 og nu" in html
    alone = known(ROW, comparability=(COMPARABLE | {"both_n": 0},))
    html = trend_block("fig_02", "2018", None, alone)
    assert "Ingen vides at have svaret både i 2018 og nu; intervaller og test regner med to" in html


def test_without_a_change_the_sentence_says_that_none_was_shown() -> None:
    html = trend_block("fig_01", "2018", None, known(SMALL, comparability=()))
    assert "Ingen ændring siden 2018 er påvist." in html
    assert "−4 til +19" in html


def test_a_break_is_told_with_its_reason_and_has_no_change() -> None:
    html = trend_block("fig_01", "2018", None, known(comparability=(BROKEN,)))
    assert "2018 kan ikke sammenlignes med senere undersøgelser. En anden &lt;periode&gt;." in html
    assert "<table>" not in html


def test_where_there_is_nothing_to_tell_there_is_no_block() -> None:
    assert trend_block("fig_01", "2018", None, known(comparability=(COMPARABLE,))) == ""


def test_the_page_has_what_was_shown_then_what_was_not_then_breaks() -> None:
    html = changes_html("2018", known(SMALL, ROW, comparability=(COMPARABLE, BROKEN)))
    places = [
        html.index(words)
        for words in ("Påviste ændringer", '"#fig-02"', "Ikke påviste", '"#fig-01"', "Kan ikke")
    ]
    assert places == sorted(places)
    assert "En anden &lt;periode&gt;." in html


def test_the_largest_change_comes_first() -> None:
    larger = ROW | {"category": "neither", "difference": -0.2}
    html = changes_html("2018", known(ROW, larger, comparability=(COMPARABLE,)))
    assert html.index("−20") < html.index("+12")


def test_a_page_without_a_single_change_says_so_and_why() -> None:
    html = changes_html("2018", known(comparability=(BROKEN,)))
    assert html.count("<p>Der er ingen.</p>") == 2
    assert "En anden &lt;periode&gt;." in html
