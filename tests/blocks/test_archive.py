"""The waves as the site lists them: cards, and an archive with status, corrections and files."""

import re
from dataclasses import replace
from datetime import date

import pytest

from pipeline.blocks.archive import WORDS, Entry, archive, wave_cards
from pipeline.releases.corrections import Correction
from pipeline.wave import Wave

WAVE = Wave.model_validate(
    {
        "survey": "innovation",
        "wave": "2022",
        "title": {"da": "Nyt & godt 2022", "en": "New & good 2022"},
        "population": {"da": "Alle foreninger", "en": "All associations"},
        "fieldwork": {"from": "2022-05-09", "to": "2022-05-31"},
    }
)
RELEASED = Entry(
    WAVE,
    ("da", "en"),
    False,
    False,
    (),
    903,
    {"banner_size_tests.csv": 1200, "estimates.csv": 48_900},
)
DRAFT = replace(RELEASED, is_draft=True, files={})


def test_a_released_wave_has_its_facts_status_and_files() -> None:
    html = archive([RELEASED], "", "da")
    assert '<h2><a href="innovation/2022/index.html">Nyt &amp; godt 2022</a></h2>' in html
    assert "Alle foreninger. 9.–31.\u00a0maj\u00a02022. 903 svarede." in html
    assert "Udgivet. Tallene ligger fast." in html
    assert 'href="innovation/2022/released/estimates.csv" download>Figurernes tal</a> (49' in html
    assert "Tabellernes test (size)</a> (1,2\u00a0kB)" in html


def test_a_draft_says_so_and_offers_nothing() -> None:
    html = archive([DRAFT], "", "da")
    assert '<p class="draft">Kladde: Tallene er foreløbige' in html
    assert "Udgivet" not in html
    assert "<details>" not in html


def test_corrections_stand_with_the_newest_first() -> None:
    notes = [
        Correction(date=date(2022, day, 1), what={"da": f"Rettelse {day}."}, why={"da": "Fejl."})
        for day in (8, 9)
    ]
    html = archive([replace(RELEASED, corrections=notes)], "", "da")
    assert re.findall(r"Rettelse \d", html) == ["Rettelse 9", "Rettelse 8"]


def test_a_wave_whose_answers_were_erased_says_so() -> None:
    assert "Svarene er slettet" in archive([replace(RELEASED, answers_erased=True)], "", "da")
    assert "slettet" not in archive([RELEASED], "", "da")


def test_an_edition_lists_the_waves_it_has_pages_of_from_its_own_folder() -> None:
    danish = replace(RELEASED, languages=("da",), settings=WAVE.model_copy(update={"wave": "2020"}))
    for listed in (archive, wave_cards):
        html = listed([RELEASED, danish], "en", "da")
        assert 'href="../innovation/2022/en/index.html">New &amp; good 2022' in html
        assert "2020" not in html
        assert "innovation/2020/index.html" in listed([RELEASED, danish], "", "da")
    assert 'href="../innovation/2022/released/estimates.csv"' in archive([RELEASED], "en", "da")


def test_a_card_has_the_facts_and_whether_it_is_a_draft() -> None:
    assert "903 svarede" in wave_cards([DRAFT], "", "da")
    assert "Kladde" in wave_cards([DRAFT], "", "da")
    assert "Kladde" not in wave_cards([RELEASED], "", "da")


def test_data_that_are_not_real_say_so() -> None:
    invented = WAVE.model_copy(update={"demonstration": {"da": "Alle tal er <opdigtede>."}})
    for listed in (archive, wave_cards):
        assert "Alle tal er &lt;opdigtede&gt;." in listed(
            [replace(RELEASED, settings=invented)], "", "da"
        )


@pytest.mark.parametrize("language", WORDS)
def test_every_language_has_the_same_words(language: str) -> None:
    assert WORDS[language].keys() == WORDS["da"].keys()
