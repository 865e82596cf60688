"""A wave of 15 rows, from its export to its results; every expected number is counted by hand.

The export, as accepted (row of the file, who, kind, staff, tried, partners, views, remark):

     2 a1 club     5 yes  town               strongly agree  agree           Godt
     3 a2 club    12 yes  town, firm         agree           agree
     4 a3 club     9 no   not asked          neither         disagree
     5 a4 club    10 yes  firm               disagree        don't know
     6 a5 club     3 yes  town               broke off
     7 a6 club    broke off
     8 b1 house   40 yes  three: too many    strongly agree  strongly agree
     9 b2 house    7 no   not asked, ticked  agree           neither
    10 b3 house 2000 yes  other              agree           "x"             Ja, og mere
    11 b4 house   11 no   not asked          don't know      don't know
    16 a7 club     8 yes  town, other        strongly agree  agree

Rejected: 12 a test, 13 an incomplete answer of a1 after a complete one, 14 nothing, 15 broken.
"""

import random
import subprocess
import sys
from functools import partial
from math import sqrt
from pathlib import Path

import duckdb
import polars as pl
import pytest
from scipy.stats import binom, ttest_ind
from waves import REPOSITORY, TINY_ROOT, loaded, tabulated, tiny, write_export

from pipeline.database import existing_database
from pipeline.load import Loaded
from pipeline.paths import Places
from pipeline.results import ESTIMATES, TESTS


@pytest.fixture(scope="module")
def received() -> list[str]:
    """The lines of the export, its header first."""
    text = (Places("tiny", "2024", TINY_ROOT).raw / "export.csv").read_text(encoding="utf-8")
    return text.splitlines()


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return tiny(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="module")
def summary(places: Places) -> Loaded:
    return loaded(places)


@pytest.fixture(scope="module")
def estimates(places: Places, summary: Loaded) -> pl.DataFrame:
    return tabulated(places).estimates


def table(places: Places, name: str) -> pl.DataFrame:
    with existing_database(places.database) as database:
        return database.table(name)


def states(places: Places, variable: str, item: str = "") -> dict[int, tuple[str, object]]:
    """Row of the file -> state, and code or number."""
    answers = (
        table(places, "answers")
        .join(table(places, "respondents").select("respondent", "row"), on="respondent")
        .join(table(places, "questions"), on="question")
        .filter(variable=variable, item=item)
    )
    columns = answers.sort("row").select("row", "state", "code", "value")
    return {
        row: (str(state), code if value is None else float(value))
        for row, state, code, value in columns.iter_rows()
    }


def values(
    estimates: pl.DataFrame, figure: str, statistic: str, **where: str
) -> list[tuple[str, str, str, float, int]]:
    """Item, group, category, estimate and base of some rows, in their order."""
    columns = ["item", "group", "category", "estimate", "base_n"]
    rows = estimates.filter(figure=figure, statistic=statistic, **where)
    return [tuple(row) for row in rows.select(columns).iter_rows()]


def test_received_rows_are_accepted_and_rejected_ones(summary: Loaded) -> None:
    # 15 rows below the header; a1-a7 and b1-b4 are accepted.
    assert summary == Loaded(received=15, accepted=11, rejected=4, rejected_values=6)


def test_rejected_rows_and_values_have_their_place_and_reason(
    places: Places, summary: Loaded
) -> None:
    rows = table(places, "rejected_rows").select("row", "reason").rows()
    assert [(row, reason.partition(":")[0]) for row, reason in rows] == [
        (12, "test answer"),
        (13, "double submission"),
        (14, "no question answered"),
        (15, "broken row"),
    ]
    values = table(places, "rejected_values").select("row", "column_name", "value", "reason")
    assert values.rows() == [
        (8, "q4_1", None, "more ticks than allowed"),
        (8, "q4_2", None, "more ticks than allowed"),
        (8, "q4_3", None, "more ticks than allowed"),
        (9, "q4_1", None, "answer to a question that was not asked"),
        (10, "q2", "2000", "out of range"),
        (10, "q5_2", "x", "unknown label"),
    ]


def test_who_a_respondent_is_stands_nowhere(places: Places, summary: Loaded) -> None:
    assert table(places, "raw").columns[:3] == ["row", "status", "q1"]
    content = places.database.read_bytes()
    assert b"example.org" not in content
    pseudonyms = table(places, "respondents")["pseudonym"]
    assert pseudonyms.n_unique() == 11
    assert pseudonyms.str.contains("^[0-9a-f]{16}$").all()
    assert places.database.stat().st_mode & 0o077 == 0


def test_states_of_a_question_that_everyone_was_asked(places: Places, summary: Loaded) -> None:
    assert states(places, "tried") == {
        2: ("answered", 1),
        3: ("answered", 1),
        4: ("answered", 2),
        5: ("answered", 1),
        6: ("answered", 1),
        7: ("not_reached", None),
        8: ("answered", 1),
        9: ("answered", 2),
        10: ("answered", 1),
        11: ("answered", 2),
        16: ("answered", 1),
    }


def test_states_of_options_that_were_asked_of_some(places: Places, summary: Loaded) -> None:
    # a6 broke off before he said whether he tried: nobody knows whether he would have been asked.
    asked = {
        4: ("not_asked", None),
        7: ("not_reached", None),
        8: ("invalid", None),
        11: ("not_asked", None),
    }
    town, firm = states(places, "partners", "town"), states(places, "partners", "firm")
    assert town == asked | {
        2: ("answered", 1),
        3: ("answered", 1),
        5: ("answered", 0),
        6: ("answered", 1),
        9: ("invalid", None),
        10: ("answered", 0),
        16: ("answered", 1),
    }
    assert firm == asked | {
        2: ("answered", 0),
        3: ("answered", 1),
        5: ("answered", 1),
        6: ("answered", 0),
        9: ("not_asked", None),
        10: ("answered", 0),
        16: ("answered", 0),
    }


def test_states_of_a_statement_a_number_and_a_text(places: Places, summary: Loaded) -> None:
    braver = states(places, "views", "braver")
    assert braver[5] == braver[11] == ("missing", 9)
    assert braver[6] == braver[7] == ("not_reached", None)
    assert braver[10] == ("invalid", None)
    staff = states(places, "staff")
    assert staff[2] == ("answered", 5.0)
    assert staff[7] == ("not_reached", None)
    assert staff[10] == ("invalid", None)
    remark = states(places, "remark")
    assert [row for row, (state, _) in remark.items() if state == "answered"] == [2, 10]
    assert remark[3] == ("blank", None)
    opened = table(places, "open_answers").select("variable", "text").rows()
    assert opened == [("remark", "Godt"), ("remark", "Ja, og mere")]


def test_derived_variables(places: Places, summary: Loaded) -> None:
    # Small: up to 9 employees. b3's number is invalid, a6 never gave one.
    size = states(places, "size")
    assert [row for row, answer in size.items() if answer == ("answered", 1)] == [2, 4, 6, 9, 16]
    assert [row for row, answer in size.items() if answer == ("answered", 2)] == [3, 5, 8, 11]
    assert (size[10], size[7]) == (("invalid", None), ("not_reached", None))
    # The cross counts club*small, club*large, house*small, house*large from 1.
    both = states(places, "kind_by_size")
    assert [both[row] for row in (2, 3, 9, 8)] == [("answered", code) for code in (1, 2, 3, 4)]
    assert (both[10], both[7]) == (("invalid", None), ("not_reached", None))
    # Ticks of those who were shown the options and kept within the maximum.
    ticks = {row: value for row, (state, value) in states(places, "ticks").items() if value}
    assert ticks == {2: 1, 3: 2, 5: 1, 6: 1, 10: 1, 16: 2}
    # Scores 5 to 2; a4 and b3 have one of two statements, b4 none.
    mood = {row: value for row, (state, value) in states(places, "mood").items() if value}
    assert mood == {2: 4.5, 3: 4, 4: 2.5, 5: 2, 8: 5, 9: 3.5, 10: 4, 16: 4.5}


def test_the_response_table(estimates: pl.DataFrame) -> None:
    # The frame has 12 clubs and 8 houses. Clubs a1-a7, of whom a5 and a6 broke off; houses b1-b4.
    assert values(estimates, "table_1", "count") == [
        ("", "all", "invited", 20, 20),
        ("", "all", "responded", 11, 20),
        ("", "all", "completed", 9, 11),
        ("", "club", "invited", 12, 12),
        ("", "club", "responded", 7, 12),
        ("", "club", "completed", 5, 7),
        ("", "house", "invited", 8, 8),
        ("", "house", "responded", 4, 8),
        ("", "house", "completed", 4, 4),
    ]
    assert values(estimates, "table_1", "rate") == [
        ("", "all", "responded", 11 / 20, 20),
        ("", "all", "completed", 9 / 11, 11),
        ("", "club", "responded", 7 / 12, 12),
        ("", "club", "completed", 5 / 7, 7),
        ("", "house", "responded", 4 / 8, 8),
        ("", "house", "completed", 4 / 4, 4),
    ]


def test_a_share_by_group(estimates: pl.DataFrame) -> None:
    # a6 did not get so far: 6 clubs, of which a3 did not try; b1 and b3 of 4 houses tried.
    assert values(estimates, "fig_01", "share") == [
        ("", "all", "yes", 7 / 10, 10),
        ("", "club", "yes", 5 / 6, 6),
        ("", "house", "yes", 2 / 4, 4),
    ]
    assert set(estimates.filter(figure="fig_01")["figure_n"]) == {10}
    # With so few, Clopper and Pearson's interval: of shares below its low end 7 of 10 and more
    # come in at most 2.5 percent of samples, of shares above its high end 7 of 10 and fewer.
    row = estimates.filter(figure="fig_01", group="all").row(0, named=True)
    assert binom(10, row["ci_low"]).sf(6) == pytest.approx(0.025)
    assert binom(10, row["ci_high"]).cdf(7) == pytest.approx(0.025)
    assert row["margin"] == pytest.approx((row["ci_high"] - row["ci_low"]) / 2)
    assert row["std_error"] == pytest.approx(sqrt(0.7 * 0.3 / 10))


def test_shares_of_a_battery_with_a_net(estimates: pl.DataFrame) -> None:
    # Faster, 9 answers: agree a1 a2 a7 b1 b2 b3, neither a3, disagree a4, don't know b4.
    # Braver, 8 answers: agree a1 a2 a7 b1, neither b2, disagree a3, don't know a4 b4; b3 invalid.
    assert values(estimates, "fig_02", "share") == [
        ("faster", "all", "agree", 6 / 9, 9),
        ("faster", "all", "neither", 1 / 9, 9),
        ("faster", "all", "disagree", 1 / 9, 9),
        ("faster", "all", "dont_know", 1 / 9, 9),
        ("braver", "all", "agree", 4 / 8, 8),
        ("braver", "all", "neither", 1 / 8, 8),
        ("braver", "all", "disagree", 1 / 8, 8),
        ("braver", "all", "dont_know", 2 / 8, 8),
    ]
    assert set(estimates.filter(figure="fig_02")["figure_n"]) == {9}


def test_shares_of_multiple_response_are_of_those_who_were_shown_the_options(
    estimates: pl.DataFrame,
) -> None:
    # a1 a2 a4 a5 a7 b3; b1 ticked too many, b2 was not asked.
    assert values(estimates, "fig_03", "share") == [
        ("town", "all", "yes", 4 / 6, 6),
        ("firm", "all", "yes", 2 / 6, 6),
        ("other", "all", "yes", 2 / 6, 6),
    ]


def test_a_mean_by_group(estimates: pl.DataFrame) -> None:
    # Clubs 5 + 12 + 9 + 10 + 3 + 8 = 47; houses 40 + 7 + 11 = 58, without b3's 2000.
    assert values(estimates, "fig_04", "mean") == [
        ("", "all", "", pytest.approx(105 / 9), 9),
        ("", "club", "", pytest.approx(47 / 6), 6),
        ("", "house", "", pytest.approx(58 / 3), 3),
    ]
    # Squares of the houses 1600 + 49 + 121 = 1770; variance (1770 - 58² / 3) / 2.
    house = estimates.filter(figure="fig_04", group="house").row(0, named=True)
    assert house["std_error"] == pytest.approx(sqrt((1770 - 58**2 / 3) / 2 / 3))


def test_the_test_of_tried_by_kind(places: Places, estimates: pl.DataFrame) -> None:
    # Of the 6 clubs and 4 houses 7 tried. How many of the C(10, 7) = 120 ways leave 5 clubs
    # among them: C(6, 5) C(4, 2) = 36; 6 clubs 4, 4 clubs 60, 3 clubs 20. No more probable than
    # what came are 36 + 4 + 20.
    row = pl.read_parquet(places.tests).row(0, named=True)
    assert (row["figure"], row["group_variable"], row["n"]) == ("fig_01", "kind", 10)
    assert (row["test"], row["statistic"], row["df1"]) == ("fisher_exact", None, None)
    assert row["p_value"] == pytest.approx(60 / 120)
    assert (row["significant"], row["warning"]) == (False, "")


def test_the_means_of_staff_are_compared_as_well(places: Places, estimates: pl.DataFrame) -> None:
    row = pl.read_parquet(places.tests).row(1, named=True)
    welch = ttest_ind([40, 7, 11], [5, 12, 9, 10, 3, 8], equal_var=False)
    assert (row["figure"], row["test"], row["n"]) == ("fig_04", "welch_t", 9)
    assert row["statistic"] == pytest.approx(welch.statistic)
    assert row["p_value"] == pytest.approx(welch.pvalue)


def test_what_is_written_follows_the_contract(places: Places, estimates: pl.DataFrame) -> None:
    for name, schema in (("estimates", ESTIMATES), ("tests", TESTS)):
        stored = pl.read_parquet(places.processed / f"{name}.parquet")
        assert stored.schema == schema
        as_text = pl.read_csv(places.processed / f"{name}.csv", schema=schema)
        assert as_text.with_columns(pl.col(pl.String).fill_null("")).equals(stored)
    for path in places.results:
        assert path.stat().st_mode & 0o077 == 0, path


def test_the_order_of_the_rows_changes_nothing(
    places: Places, estimates: pl.DataFrame, received: list[str], tmp_path: Path
) -> None:
    """A complete answer beats an incomplete one wherever they stand."""
    other = tiny(tmp_path)
    header, *rows = received
    for seed in (1, 2, 3):
        shuffled = random.Random(seed).sample(rows, len(rows))
        write_export(other, "\n".join([header, *shuffled, ""]))
        loaded(other)
        tabulated(other)
        for name in ("estimates.csv", "tests.csv", "item_nonresponse.csv"):
            assert (other.processed / name).read_bytes() == (places.processed / name).read_bytes()


def test_of_two_complete_answers_the_later_row_counts(received: list[str], tmp_path: Path) -> None:
    other = tiny(tmp_path)
    again = received[1].replace("a1,a1@example.org,done,1,5,", "a1,a1@example.org,done,1,6,")
    for rows, staff in (([*received, again], 6.0), ([received[0], again, *received[1:]], 5.0)):
        write_export(other, "\n".join([*rows, ""]))
        loaded(other)
        first = table(other, "respondents").sort("row")["pseudonym"]
        answers = states(other, "staff").values()
        assert first.n_unique() == 11
        assert [value for _, value in answers if value in (5.0, 6.0)] == [staff]


@pytest.mark.parametrize("threads", [1, 4])
def test_the_number_of_threads_changes_nothing(
    threads: int,
    places: Places,
    estimates: pl.DataFrame,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = tiny(tmp_path)
    connect = partial(duckdb.connect, config={"threads": threads})
    monkeypatch.setattr("pipeline.database.duckdb.connect", connect)
    loaded(other)
    tabulated(other)
    for name in ("estimates.csv", "tests.csv", "estimates.parquet"):
        assert (other.processed / name).read_bytes() == (places.processed / name).read_bytes()


def test_nor_does_that_of_polars(places: Places, estimates: pl.DataFrame, tmp_path: Path) -> None:
    other = tiny(tmp_path)
    run = "from waves import *; places = Places('tiny', '2024'); loaded(places); tabulated(places)"
    environment = {
        "POLARS_MAX_THREADS": "1",
        "PYTHONPATH": f"{REPOSITORY}:{Path(__file__).parent}",
    }
    subprocess.run([sys.executable, "-c", run], cwd=tmp_path, env=environment, check=True)
    for name in ("estimates.csv", "tests.csv"):
        assert (other.processed / name).read_bytes() == (places.processed / name).read_bytes()
