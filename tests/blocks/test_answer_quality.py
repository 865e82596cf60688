"""The checks of the responses as a page tells them."""

import re
from html import unescape

import polars as pl
import pytest
from figure_examples import CODEBOOK

from pipeline.answer_checks import CHECKS
from pipeline.blocks.answer_quality import STOPS, WORDS, answer_checks_html
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
    assert "intet at kontrollere" in answer_checks_html(checks(), CODEBOOK, "da")


@pytest.mark.parametrize("language", WORDS)
def test_every_check_has_words(language: str) -> None:
    assert set(CHECKS) - {STOPS} | set(KINDS) <= WORDS[language].keys()
    assert WORDS[language].keys() == WORDS["da"].keys()
