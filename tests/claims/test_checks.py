"""Claims that state one number: whether they hold. Two numbers: test_comparisons.py."""

import polars as pl
import pytest

from pipeline.claims.checks import checked
from pipeline.claims.claim import Claim
from pipeline.claims.evidence import Known
from pipeline.keys import Estimate, Keys
from pipeline.results import TESTS

HERE = "reports/tiny/2024/index.qmd, line 1"


def share(value: float | None = 0.7, **others: object) -> Known:
    estimate = Estimate("tiny.w2024.fig_01.club.yes", "share", value, 0.05, 843, 843, False)
    known = Estimate(**{**vars(estimate), **others})
    return Known(Keys({known.key: (known,)}), pl.DataFrame(schema=TESTS), {})


def problem(words: str, known: Known, of: str = "club.yes", language: str = "da") -> str:
    return checked(Claim(HERE, words, of), known, "tiny", "2024", language).problem


@pytest.mark.parametrize("words", ["70 pct.", "7 ud af 10", "knap tre fjerdedele", "over 60 pct."])
def test_a_claim_that_holds(words: str) -> None:
    assert problem(words, share(0.7)) == ""


def test_a_claim_that_does_not_hold_says_the_words_the_number_and_its_base() -> None:
    assert problem("8 ud af 10", share(0.7)) == (
        f'{HERE}: "8 ud af 10" does not hold: tiny.w2024.fig_01.club.yes is 70.0 % (N = 843); '
        "correct the sentence"
    )


def test_a_count_is_compared_as_a_count() -> None:
    invited = share(2304.0, statistic="count")
    assert problem("2.304 organisationer", invited) == ""
    assert problem("2.305 organisationer", invited).endswith(
        "does not hold: tiny.w2024.fig_01.club.yes is 2,304 (N = 843); correct the sentence"
    )
    assert problem("70 pct.", invited).endswith("is a count, which the words do not state")
    assert problem("903 organisationer", share(0.7)).endswith(
        "is a share, which the words do not state"
    )


@pytest.mark.parametrize(
    ("words", "of", "known", "said"),
    [
        ("7 ud af 10", "", share(), ': "7 ud af 10": no estimate is named; write of="..."'),
        (
            "7 ud af 10",
            "clubs.yes",
            share(),
            ': "7 ud af 10": there is no estimate "clubs.yes"; did you mean "fig_01.club.yes"?',
        ),
        (
            "mange",
            "club.yes",
            share(),
            ': "mange" states no number that can be checked; write "70 pct.", "7 ud af 10" or '
            'the like, or name a second estimate with than="..." to compare',
        ),
        (
            "7 ud af 10",
            "club.yes",
            share(None),
            ': "7 ud af 10": tiny.w2024.fig_01.club.yes is not published; leave the sentence out',
        ),
        (
            "7 ud af 10",
            "club.yes",
            share(suppressed=True),
            ': "7 ud af 10": tiny.w2024.fig_01.club.yes is not published; leave the sentence out',
        ),
    ],
)
def test_a_claim_that_cannot_be_checked(words: str, of: str, known: Known, said: str) -> None:
    assert problem(words, known, of) == HERE + said


def test_words_are_read_in_the_language_of_the_page() -> None:
    assert problem("70 per cent", share(), language="en") == ""
    as_a_count = problem("70 per cent", share(), language="da")
    assert as_a_count.endswith("is a share, which the words do not state")


def test_a_mean_is_compared_as_a_value_of_a_scale() -> None:
    mean = share(3.42, statistic="mean")
    assert problem("3,4", mean) == problem("godt 3,3", mean) == problem("3", mean) == ""
    assert problem("3,5", mean).endswith(
        '"3,5" does not hold: tiny.w2024.fig_01.club.yes is 3.42 (N = 843); correct the sentence'
    )
    assert problem("70 pct.", mean).endswith(
        "is a mean or a value of a scale, which the words do not state"
    )


def test_a_score_is_stated_in_percentage_points() -> None:
    score = share(-0.12, statistic="score")
    assert problem("minus 12 procentpoint", score) == ""
    assert "does not hold" in problem("12 procentpoint", score)
    assert "is a score in percentage points" in problem("12 pct.", score)


@pytest.mark.parametrize(
    ("words", "value", "holds"),
    [
        ("de fleste", 0.501, True),
        ("flertallet af foreningerne", 0.5, False),
        ("langt de fleste", 0.75, True),
        ("langt de fleste", 0.74, False),
        ("næsten alle", 0.9, True),
        ("næsten alle", 1.0, False),
        ("et mindretal", 0.49, True),
        ("et mindretal", 0.0, False),
        ("næsten ingen", 0.1, True),
    ],
)
def test_parts_without_a_number(words: str, value: float, holds: bool) -> None:
    assert (problem(words, share(value)) == "") == holds


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (
            Claim(HERE, "flere", "club.yes", unknown=("then",)),
            '"then" means nothing in a claim; did you mean "than"?',
        ),
        (
            Claim(HERE, "flere", "club.yes", test="fig_01"),
            "names both a test and an estimate; make two claims of it",
        ),
        (
            Claim(HERE, "ingen forskel", "club.yes", within="5"),
            '"within" is of two estimates; name the other one with than="..."',
        ),
        (
            Claim(HERE, "ikke påvist", test="fig_01"),
            'fig_01 has no test; write test="fig_05" or test="fig_05.<item>" for a figure with '
            "groups and a test",
        ),
    ],
)
def test_attributes_that_do_not_go_together(claim: Claim, said: str) -> None:
    assert checked(claim, share(), "tiny", "2024", "da").problem == (
        f'{HERE}: "{claim.words}": {said}'
    )


def test_where_none_of_several_tests_is_significant_they_can_be_told_together() -> None:
    def told(words: str, *p_values: float) -> str:
        row = {"survey": "tiny", "wave": "2024", "figure": "fig_12", "test": "chi_squared"}
        row |= dict.fromkeys(("other_group", "item"), "")
        rows = [row | {"p_adjusted": p, "significant": p < 0.05} for p in p_values]
        tests = pl.DataFrame([dict.fromkeys(TESTS) | row for row in rows], schema=TESTS)
        claim = Claim(HERE, words, test="fig_12")
        return checked(claim, Known(Keys({}), tests, {}), "tiny", "2024", "da").problem

    assert told("ikke påvist", 0.06, 0.5) == ""
    assert "does not hold" in told("svarer forskelligt", 0.06, 0.5)
    assert "fig_12 has 2 tests, and some are significant" in told("ikke påvist", 0.04, 0.5)
