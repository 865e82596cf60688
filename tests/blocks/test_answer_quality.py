"""The checks of the responses as a page tells them."""

import re
from dataclasses import replace
from html import unescape

import polars as pl
import pytest
from figure_examples import CODEBOOK

from pipeline.blocks.answer_quality import WORDS, answer_checks_html
from pipeline.codebooks.codebook import RESPONDENT_CHECKS
from pipeline.codebooks.conditions import Condition, Contradiction
from pipeline.coding.personal_data import KINDS
from pipeline.results import QUALITY


def checks(*rows: tuple[str, str, str, int, int]) -> pl.DataFrame:
    return pl.DataFrame([("s", "w", *row) for row in rows], schema=QUALITY, orient="row")


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


SOME = checks(
    ("speeders", "", "", 12, 400),
    ("straight_liners", "changes", "", 3, 300),
    ("telephone number", "innovated", "", 0, 40),
    ("break_offs", "changes", "users", 7, 250),
)


def test_flags_stand_with_their_base_and_share() -> None:
    said = text(answer_checks_html(SOME, CODEBOOK, "da"))
    assert "Svarede på under en tredjedel af mediantiden 12 400 3,0 pct." in said
    assert "Gav samme svar på alt i »" in said
    assert "Flere brugere var med 7 250 2,8 pct." in said
    assert said.index("Kontrol af besvarelserne") < said.index("Hvor besvarelser stopper")
    assert said.strip().endswith("på grund af disse kontroller.")


def test_small_numbers_are_not_counted_out() -> None:
    said = text(answer_checks_html(SOME, CODEBOOK, "da", smallest=5))
    assert "under 5 300" in said
    assert "1,0 pct." not in said
    assert "12 400" in said
    assert "0 40 0,0 pct." in said


def test_a_small_base_is_not_counted_out() -> None:
    few = checks(("telephone number", "innovated", "", 0, 3))
    assert "0 under 5" in text(answer_checks_html(few, CODEBOOK, "da", smallest=5))


def test_where_nothing_can_be_checked_it_is_said() -> None:
    assert "har intet at vise" in answer_checks_html(checks(), CODEBOOK, "da")


@pytest.mark.parametrize("language", WORDS)
def test_every_check_has_words(language: str) -> None:
    assert {*RESPONDENT_CHECKS, *KINDS} <= WORDS[language].keys()
    assert WORDS[language].keys() == WORDS["da"].keys()


def test_those_left_out_are_told_by_the_check_that_did_it() -> None:
    rule = Contradiction({"da": "Nye brugere uden nyt"}, (Condition("innovated", "", ("no",)),))
    codebook = replace(CODEBOOK, contradictions={"users_alone": rule})
    left = checks(
        ("contradictions", "", "users_alone", 9, 100),
        ("left_out", "", "straight_liners", 12, 400),
        ("left_out", "", "users_alone", 3, 400),
    )
    said = text(answer_checks_html(left, codebook, "da", leaves_out=True))
    assert "Modsiger sig selv: nye brugere uden nyt 9 100 9,0 pct." in said
    rest = said.partition("Udeladte besvarelser")[2]
    assert "i alle de rækker af udsagn, de besvarede 12 400 3,0 pct." in rest
    assert "Modsiger sig selv: nye brugere uden nyt 3 400" in rest
    assert "Ingen svar er fjernet" not in said
    assert "i intet andet tal i rapporten. Hver står ved den første" in rest
    # The number of all stands elsewhere: 12 and that give the 3.
    hidden = text(answer_checks_html(left, codebook, "da", smallest=5, leaves_out=True))
    assert "Udeladte" not in hidden and "Hver står" not in hidden
    assert "i intet andet tal i rapporten." in hidden
    # A rule of sensitive questions is not told, and yet it left somebody out.
    assert "i intet andet tal" in answer_checks_html(checks(), codebook, "da", leaves_out=True)
    alone = text(answer_checks_html(left.tail(1), codebook, "da", smallest=5))
    assert "nye brugere uden nyt under 5 400" in alone
