"""What readers are shown of a checked claim."""

from dataclasses import replace

import polars as pl

from pipeline.claims.checks import Checked
from pipeline.claims.claim import Claim
from pipeline.claims.evidence import Evidence, Known, Outcome
from pipeline.claims.notes import as_published, figure_of, note_of
from pipeline.claims.records import anywhere
from pipeline.keys import Estimate, Keys
from pipeline.results import TESTS

CLAIM = Claim("page.qmd, line 3", "7 ud af 10", "club.yes")
CLUBS = Estimate(
    "t.w2024.fig_01.club.yes",
    "share",
    0.7,
    0.06,
    222,
    843,
    False,
    0.64,
    0.76,
    "t",
    "2024",
    "fig_01",
)
HOUSES = replace(CLUBS, value=0.84, low=0.81, high=0.87, base_n=621)
FOUND = Evidence(-0.14, -0.21, -0.07, "independent groups", None, True)
TEST = Outcome("chi_squared", "fig_05", 0.54, False, "t", "2024")


def text(checked: Checked) -> str:
    return note_of(checked, "", 0.95, "da").text.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_number_its_figure_and_where_it_is() -> None:
    note = note_of(Checked(CLAIM, CLUBS, ""), "omfang.html#fig-01", 0.9, "en")
    assert (note.figure, note.href, note.unsupported) == ("Figure 1", "omfang.html#fig-01", "")
    assert note.text.startswith("70.0\u00a0per\u00a0cent of 222 answers. 90\u00a0per\u00a0cent")


def test_two_numbers_and_their_difference() -> None:
    assert text(Checked(CLAIM, CLUBS, "", HOUSES, FOUND)) == (
        "70,0 pct. af 222 svar mod 84,0 pct. af 621 svar. Forskel: 14,0 procentpoint. "
        "95 pct. sikkerhedsinterval: 7,0 til 21,0 procentpoint."
    )
    tested = replace(FOUND, test=replace(TEST, p_adjusted=0.03))
    assert text(Checked(CLAIM, CLUBS, "", HOUSES, tested)).endswith(" Test: p = 0,03.")


def test_the_outcome_of_a_test() -> None:
    checked = Checked(CLAIM, None, "", test=TEST)
    assert text(checked) == "Test af alle svar: p = 0,54."
    assert figure_of(checked) == ("t", "2024", "fig_05")


def test_a_claim_that_does_not_hold_warns_and_one_that_is_not_known_only_warns() -> None:
    wrong = note_of(Checked(CLAIM, CLUBS, "does not hold"), "", 0.95, "da")
    assert wrong.unsupported == f"Udsagnet kan ikke bekræftes af tallene. {wrong.text}"
    unknown = note_of(Checked(CLAIM, None, "there is no such estimate"), "", 0.95, "da")
    assert (unknown.text, unknown.unsupported) == ("", "Udsagnet kan ikke bekræftes af tallene.")


def test_a_number_that_is_not_published_is_not_shown() -> None:
    hidden = replace(CLUBS, suppressed=True)
    for checked in (
        Checked(CLAIM, hidden, "is not published"),
        Checked(CLAIM, CLUBS, "is not published", hidden),
        Checked(CLAIM, replace(CLUBS, value=None), "is not published"),
    ):
        assert text(checked) == ""


def test_the_same_words_elsewhere_have_the_same_note() -> None:
    assert anywhere(CLAIM) == anywhere(replace(CLAIM, where="other.qmd, line 9"))


def test_readers_see_numbers_as_they_are_published() -> None:
    rounded = replace(CLUBS, value=0.71, low=0.66, high=0.76, base_n=220)
    known = Known(Keys({}), pl.DataFrame(schema=TESTS), {}, {CLUBS.key: rounded})
    assert text(as_published(Checked(CLAIM, CLUBS, ""), known)).startswith("71,0 pct. af 220 svar.")
    counts = [replace(one, statistic="count") for one in (CLUBS, replace(HOUSES, key="h"))]
    known = replace(known, published={CLUBS.key: replace(counts[0], value=10.0)})
    compared = as_published(Checked(CLAIM, counts[0], "", counts[1], FOUND), known)
    assert compared.evidence is not None
    assert compared.evidence.value == 10.0 - 0.84
