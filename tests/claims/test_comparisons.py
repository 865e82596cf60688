"""Words that compare, against the difference of two estimates or the outcome of a test."""

from dataclasses import replace

import polars as pl
import pytest

from pipeline.claims.checks import checked
from pipeline.claims.claim import Claim
from pipeline.claims.comparisons import comparison_problem, outcome_problem
from pipeline.claims.evidence import Evidence, Known, Outcome
from pipeline.keys import Estimate, Keys
from pipeline.results import TESTS

SERVICES = Estimate("w.fig_01.service.yes", "share", 0.84, 0.03, 621, 843, False, 0.81, 0.87)
CLUBS = replace(SERVICES, key="w.fig_01.club.yes", value=0.7, low=0.64, high=0.76, base_n=222)
TEST = Outcome("chi_squared", "fig_01", 0.000006, True)
SHOWN = Evidence(0.14, 0.073, 0.207, "independent groups", None, True)
NOT_SHOWN = Evidence(0.05, -0.02, 0.12, "independent groups", None, False)
UNKNOWN = Evidence(0.05, -0.04, 0.14, "the widest interval there can be", None, None)


def problem(words: str, found: Evidence | None, within: str = "", language: str = "da") -> str:
    claim = Claim("page.qmd, line 1", words, "service.yes", "club.yes", within)
    return comparison_problem(claim, SERVICES, CLUBS, found, language)


@pytest.mark.parametrize(
    "words",
    [
        "flere tilbud end foreninger",
        "en større andel",
        "14 procentpoint flere",
        "mere end 10 procentpoint højere",
        "godt 13 procentpoint flere",
        "der er forskel",
        "en forskel på 14 procentpoint",
    ],
)
def test_a_shown_difference_backs_words_that_compare(words: str) -> None:
    assert problem(words, SHOWN) == ""


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("færre tilbud end foreninger", "does not hold"),
        ("20 procentpoint flere", "does not hold"),
        ("0,1 højere", "does not hold"),
        ("dobbelt så mange", "does not hold"),
        ("ingen påviselig forskel", "does not hold"),
        ("ingen forskel", "is never shown by a test"),
        ("signifikant flere", "is not backed"),
        ("ikke flere", "turns a comparison around"),
    ],
)
def test_what_a_shown_difference_does_not_back(words: str, verdict: str) -> None:
    assert problem(words, SHOWN).startswith(verdict)


def test_a_message_says_both_numbers_their_difference_and_what_to_do() -> None:
    assert problem("flere tilbud end foreninger", NOT_SHOWN) == (
        "is not backed: w.fig_01.service.yes is 84.0 % and w.fig_01.club.yes 70.0 %, a difference "
        "of +5.0 points, -2.0 to 12.0 (independent groups); "
        'write "ikke påvist", or leave the comparison out'
    )
    tested = replace(NOT_SHOWN, test=replace(TEST, p_adjusted=0.2, is_significant=False))
    assert "(independent groups; chi_squared of fig_01, p = 0.2)" in problem("flere", tested)


def test_a_multiple_needs_its_ratio_and_its_direction() -> None:
    claim = Claim("page.qmd, line 1", "dobbelt så mange", "service.yes", "club.yes")
    half = replace(CLUBS, value=0.42)
    double = replace(SHOWN, value=0.42, low=0.3, high=0.5)
    assert comparison_problem(claim, SERVICES, half, double, "da") == ""
    halved = replace(claim, words="halvt så mange")
    turned = replace(double, value=-0.42, low=-0.5, high=-0.3)
    assert comparison_problem(halved, half, SERVICES, turned, "da") == ""
    none = replace(CLUBS, value=0.0)
    assert comparison_problem(claim, SERVICES, none, double, "da").startswith("does not hold")
    assert comparison_problem(claim, SERVICES, half, NOT_SHOWN, "da").startswith("is not backed")


def test_significant_needs_a_test_of_just_these_two() -> None:
    assert problem("signifikant flere", replace(SHOWN, test=TEST)) == ""
    assert "no test compares just these two" in problem("signifikant flere", SHOWN)
    insignificant = replace(NOT_SHOWN, test=replace(TEST, is_significant=False))
    assert problem("signifikant flere", insignificant).startswith("is not backed")


def test_a_difference_that_is_not_shown_is_no_proof_of_equality() -> None:
    assert problem("ingen påviselig forskel", NOT_SHOWN) == ""
    assert problem("ikke påvist", NOT_SHOWN) == ""
    assert 'write "ikke påvist", or declare with within="5"' in problem("ingen forskel", NOT_SHOWN)


@pytest.mark.parametrize(
    ("within", "verdict"),
    [
        ("12", ""),
        ("12,0", ""),
        ("11.9", "is not backed"),
        ("fem", "has no bound that can be read"),
        ("-5", "has no bound that can be read"),
        ("inf", "has no bound that can be read"),
    ],
)
def test_a_bound_holds_the_whole_interval(within: str, verdict: str) -> None:
    found = problem("lige så mange", NOT_SHOWN, within)
    assert found.startswith(verdict) and bool(found) == bool(verdict)


def test_a_bound_of_means_is_in_units_of_the_scale() -> None:
    claim = Claim("page.qmd, line 1", "ingen forskel", "a", "b", "0,2")
    first, second = (replace(one, statistic="mean") for one in (SERVICES, CLUBS))
    found = Evidence(0.05, -0.1, 0.2, "independent groups", None, False)
    assert comparison_problem(claim, first, second, found, "da") == ""


def test_a_bound_is_of_no_use_to_other_words() -> None:
    assert problem("flere", SHOWN, within="5").startswith("does not need a bound")


@pytest.mark.parametrize("words", ["flere", "ingen påviselig forskel"])
def test_what_depends_on_joint_counts_is_refused_and_told(words: str) -> None:
    assert "their joint counts are not counted" in problem(words, UNKNOWN)
    assert "one of them has no interval" in problem(words, None)


@pytest.mark.parametrize(
    ("words", "significant", "verdict"),
    [
        ("svarer forskelligt", True, ""),
        ("en signifikant sammenhæng", True, ""),
        ("ingen påviselig sammenhæng", False, ""),
        ("svarer forskelligt", False, "does not hold"),
        ("ikke påvist", True, "does not hold"),
        ("ingen sammenhæng", False, "is never shown by a test"),
        ("flere foreninger", True, "says more than a test of all answers shows"),
        ("5 procentpoint forskel", True, "says more than a test of all answers shows"),
        ("7 ud af 10", True, "holds a number"),
    ],
)
def test_the_outcome_of_a_test(words: str, significant: bool, verdict: str) -> None:
    claim = Claim("page.qmd, line 1", words, test="fig_05")
    found = outcome_problem(claim, replace(TEST, is_significant=significant), "da")
    assert found.startswith(verdict) and bool(found) == bool(verdict)


def known(*estimates: Estimate) -> Known:
    by_name = {one.key: (one,) for one in estimates}
    return Known(Keys(by_name), pl.DataFrame(schema=TESTS), {})


def test_two_numbers_of_one_kind_that_are_published() -> None:
    claim = Claim("page.qmd, line 1", "flere", "service.yes", "club.yes")
    mean = replace(CLUBS, statistic="mean")
    said = [
        checked(claim, known(SERVICES, other), "", "", "da").problem
        for other in (mean, replace(CLUBS, suppressed=True), replace(CLUBS, value=None))
    ]
    assert "are not two numbers of one kind" in said[0]
    assert (
        said[1]
        == said[2]
        == ('page.qmd, line 1: "flere": w.fig_01.club.yes is not published; leave the sentence out')
    )
    same = replace(claim, than="service.yes")
    assert "are not two numbers of one kind" in checked(same, known(SERVICES), "", "", "da").problem


def test_of_several_figures_one_that_shows_both_numbers_is_meant() -> None:
    def twice(one: Estimate) -> tuple[Estimate, ...]:
        return tuple(
            replace(one, key=f"w.{figure}.{one.group}", figure=figure, statistic="count")
            for figure in ("fig_01", "fig_02")
        )

    first, second = twice(replace(SERVICES, group="a")), twice(replace(CLUBS, group="b"))
    keys = Keys({"w.x.a": first, "w.x.b": second[1:]})
    found = checked(
        Claim("page.qmd, line 1", "flere", "x.a", "x.b"),
        Known(keys, pl.DataFrame(schema=TESTS), {}),
        "",
        "",
        "da",
    )
    assert found.problem == ""
    assert found.estimate is not None and found.estimate.figure == "fig_02"
