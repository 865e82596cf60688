"""Claims: where they stand, and whether they hold. Pages of files: test_prose.py."""

from pathlib import Path

import pytest

from pipeline.claims import Claim, checked, claims, problems
from pipeline.keys import Estimate, Keys

PAGE, PROJECT = Path("reports/tiny/2024/index.qmd"), Path("reports")
HERE = "reports/tiny/2024/index.qmd, line 1"


def share(value: float | None = 0.7, **others: object) -> Keys:
    estimate = Estimate("tiny.w2024.fig_01.club.yes", "share", value, 0.05, 843, 843, False)
    known = Estimate(**{**vars(estimate), **others})
    return Keys({known.key: (known,)})


def found(text: str) -> list[tuple[str, str, str]]:
    page = claims(PAGE, PROJECT, {PAGE: text}.get)
    return [(claim.where.rpartition(" ")[2], claim.words, claim.of) for claim in page]


def problem(words: str, known: Keys, of: str = "club.yes", language: str = "da") -> str:
    return checked(Claim(HERE, words, of), known, "tiny", "2024", language).problem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[7 ud af 10]{.claim of="a.yes"}', [("1", "7 ud af 10", "a.yes")]),
        ("[7 ud af 10]{.claim of='a.yes'}", [("1", "7 ud af 10", "a.yes")]),
        ("[7 ud af 10]{of=a.yes .claim}", [("1", "7 ud af 10", "a.yes")]),
        ("[7 ud af 10]{.claim #here}", [("1", "7 ud af 10", "")]),
        ("\n\nDet er [**7** ud\naf 10]{.claim of=a}", [("3", "7 ud af 10", "a")]),
        ("[a]{.claim of=x} og\n[b]{.claim of=y}", [("1", "a", "x"), ("2", "b", "y")]),
        ("[7 ud af 10]{.claim\nof=a.yes}", [("1", "7 ud af 10", "a.yes")]),
        ("[7 ud af 10]{.claims of=a}", []),
        ("`[7 ud af 10]{.claim of=a}`", []),
        ("```\n[7 ud af 10]{.claim of=a}\n```", []),
    ],
)
def test_claims_of_a_page(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


def test_claims_of_an_included_fragment_stand_in_the_fragment() -> None:
    files = {
        PAGE: "Før\n{{< include _made/fig-01.md >}}\n[5 pct.]{.claim of=b}",
        PAGE.parent / "_made" / "fig-01.md": "\n[7 ud af 10]{.claim of=a}\n",
    }
    assert claims(PAGE, PROJECT, files.get) == (
        Claim("reports/tiny/2024/_made/fig-01.md, line 2", "7 ud af 10", "a"),
        Claim("reports/tiny/2024/index.qmd, line 3", "5 pct.", "b"),
    )


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
            "de fleste",
            "club.yes",
            share(),
            ': "de fleste" states no number that can be checked; write "70 pct.", "7 ud af 10" '
            "or the like",
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
def test_a_claim_that_cannot_be_checked(words: str, of: str, known: Keys, said: str) -> None:
    assert problem(words, known, of) == HERE + said


def test_words_are_read_in_the_language_of_the_page() -> None:
    assert problem("70 per cent", share(), language="en") == ""
    as_a_count = problem("70 per cent", share(), language="da")
    assert as_a_count.endswith("is a share, which the words do not state")


def test_only_what_is_wrong_is_told() -> None:
    results = [
        checked(Claim(HERE, words, "club.yes"), share(), "tiny", "2024", "da")
        for words in ("70 pct.", "8 ud af 10", "20 pct.")
    ]
    assert [one.split('"')[1] for one in problems(results)] == ["8 ud af 10", "20 pct."]
