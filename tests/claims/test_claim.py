"""Claims: where they stand, and what they name. Whether they hold: test_checks.py."""

from pathlib import Path

import pytest

from pipeline.claims.claim import Claim, claims

PAGE, PROJECT = Path("reports/tiny/2024/index.qmd"), Path("reports")


def found(text: str) -> list[tuple[str, str, str]]:
    page = claims(PAGE, PROJECT, {PAGE: text}.get)
    return [(claim.where.rpartition(" ")[2], claim.words, claim.of) for claim in page]


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


def test_a_claim_may_name_a_second_estimate_a_bound_or_a_test() -> None:
    text = """[flere]{.claim of=a than="b" within='5'} [svarer ens]{.claim test=fig_05 then=c}"""
    compared, tested = claims(PAGE, PROJECT, {PAGE: text}.get)
    assert (compared.of, compared.than, compared.within) == ("a", "b", "5")
    assert (tested.test, tested.of, tested.unknown) == ("fig_05", "", ("then",))
