"""The table of claims, and how the terminal shows it."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import polars as pl
import pytest
from rich.console import Console

from pipeline.claims.checks import Checked
from pipeline.claims.claim import Claim
from pipeline.claims.evidence import Evidence, Outcome
from pipeline.claims.table import CLAIMS, Placed, claim_table
from pipeline.keys import Estimate
from pipeline.tables.claims import claim_listing

PAGE = Path("reports/tiny/2024/index.qmd")
CLAIM = Claim(f"{PAGE}, line 3", "7 ud af 10", "club.yes")
CLUBS = Estimate("t.club.yes", "share", 0.7, 0.06, 222, 843, False, 0.64, 0.76)
HOUSES = replace(CLUBS, key="t.house.yes", base_n=621)
TEST = Outcome("chi_squared", "fig_05", 0.0004, True)
FOUND = Evidence(0.14, 0.07, 0.21, "independent groups", None, True, "take care")
COMPARED = Checked(replace(CLAIM, than="house.yes"), CLUBS, "", HOUSES, FOUND)


def row(checked: Checked) -> dict[str, object]:
    return claim_table([Placed(PAGE, "da", checked)], "tiny", "2024").row(0, named=True)


def listed(*checked: Checked) -> str:
    table = claim_table([Placed(PAGE, "da", one) for one in checked], "tiny", "2024")
    out = StringIO()
    Console(file=out, width=140).print(claim_listing(table))
    return out.getvalue()


def test_a_number_has_its_interval_and_base() -> None:
    found = row(Checked(CLAIM, CLUBS, ""))
    assert found | {"number": 0.7, "ci_low": 0.64, "ci_high": 0.76, "base_n": 222} == found
    assert found | {"of": "t.club.yes", "than": "", "statistic": "share", "holds": True} == found
    assert list(found) == list(CLAIMS)


def test_a_headline_stands_at_its_entry_wherever_that_is_in_the_plan() -> None:
    plan = Path("reports/tiny/figures.yml")
    entry = "figures.fig_05.headline.2024.da"
    claim = replace(CLAIM, where=f"{plan}, line 7, {entry}")
    checked = Checked(claim, CLUBS, f'{claim.where}: "7 ud af 10" does not hold')
    found = claim_table([Placed(plan, "da", checked)], "tiny", "2024").row(0, named=True)
    assert found["place"] == f"{plan}, {entry}"
    assert found["problem"] == f'{plan}, {entry}: "7 ud af 10" does not hold'
    assert row(Checked(CLAIM, CLUBS, ""))["place"] == f"{PAGE}, line 3"


def test_a_comparison_has_the_difference_both_bases_and_what_backs_it() -> None:
    found = row(COMPARED)
    expected = {"number": 0.14, "ci_low": 0.07, "base_n": 222, "other_base_n": 621}
    assert found | expected == found
    assert found["statistic"] == "difference of share"
    assert (found["backed_by"], found["caution"]) == ("independent groups", "take care")
    tested = replace(COMPARED, evidence=replace(FOUND, test=TEST))
    assert (row(tested)["backed_by"], row(tested)["p_adjusted"]) == (
        "chi_squared of fig_05",
        0.0004,
    )


@pytest.mark.parametrize(
    "checked",
    [
        Checked(CLAIM, replace(CLUBS, suppressed=True), "is not published"),
        replace(COMPARED, other=replace(HOUSES, suppressed=True), problem="is not published"),
        Checked(CLAIM, None, "there is no such estimate"),
    ],
)
def test_what_is_not_published_is_not_in_the_table(checked: Checked) -> None:
    found = row(checked)
    assert (found["number"], found["ci_low"], found["base_n"], found["holds"]) == (
        None,
        None,
        None,
        False,
    )


def test_the_listing_says_what_holds_and_why() -> None:
    problem = f'{CLAIM.where}: "7 ud af 10" does not hold: it is 52 %'
    mean = replace(CLUBS, statistic="mean", value=3.42, low=3.3, high=3.5)
    count = replace(CLUBS, statistic="count", value=2304.0, low=None, high=None)
    text = listed(
        Checked(CLAIM, CLUBS, ""),
        COMPARED,
        Checked(CLAIM, mean, ""),
        Checked(CLAIM, count, ""),
        Checked(replace(CLAIM, words="ikke påvist"), None, "", test=TEST),
        Checked(CLAIM, CLUBS, problem),
    )
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    assert lines[0] == "6 claims: 5 hold, 1 do not"
    assert lines[1] == str(PAGE)
    assert lines[4:] == [
        "line 3 7 ud af 10 70.0 % 64.0 to 76.0 % 222 holds",
        "line 3 7 ud af 10 +14.0 points 7.0 to 21.0 points 222 and 621 "
        "holds (independent groups, take care)",
        "line 3 7 ud af 10 3.42 3.30 to 3.50 222 holds",
        "line 3 7 ud af 10 2,304 222 holds",
        "line 3 ikke påvist holds (chi_squared of fig_05, p = 0.0004)",
        "line 3 7 ud af 10 70.0 % 64.0 to 76.0 % 222 does not hold: it is 52 %",
    ]


def test_no_claims_are_no_table() -> None:
    out = StringIO()
    Console(file=out).print(claim_listing(pl.DataFrame(schema=CLAIMS)))
    assert out.getvalue() == "0 claims: 0 hold, 0 do not\n"
