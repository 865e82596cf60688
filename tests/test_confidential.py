"""What must not leave, read from the waves: unreleased answers, pseudonyms, allowed addresses."""

from pathlib import Path

import pytest
from waves import Places, loaded, tiny, write_export

from pipeline.confidential import confidential
from pipeline.pages.disclosures import looked_for

LONG = "Vi fik besøg af naboens to børn hver onsdag i hele foråret."


@pytest.fixture
def wave(tmp_path: Path) -> Places:
    places = tiny(tmp_path)
    lines = (places.raw / "export.csv").read_text(encoding="utf-8").splitlines()
    asked = "Hvor enige er I i det, der står her om det nye?"
    codebook = places.codebook.read_text(encoding="utf-8")
    places.codebook.write_text(codebook.replace("Hvor enige er I?", asked), encoding="utf-8")
    for row, answer in ((1, LONG), (2, asked)):
        lines[row] = f'{lines[row].rpartition(",")[0]},"{answer}"'
    write_export(places, "\n".join([*lines, ""]))
    loaded(places)
    return places


def test_an_answer_that_nobody_released_is_kept_in(wave: Places) -> None:
    found = confidential(wave.root)
    assert found.answers == {looked_for(LONG): "tiny 2024, remark, row 2"}


def test_pseudonyms_have_the_length_of_keyed_ones(wave: Places) -> None:
    found = confidential(wave.root)
    assert set(found.pseudonyms.values()) == {"tiny 2024"}
    assert all(len(name) == 16 for name in found.pseudonyms)


def test_addresses_of_settings_and_pages_may_be_shown(wave: Places) -> None:
    (wave.root / "reports" / "index.qmd").write_text("Skriv til os@example.org", encoding="utf-8")
    made = wave.made / "fig-01.md"
    made.parent.mkdir(parents=True)
    made.write_text("leak@example.org", encoding="utf-8")
    assert "os@example.org" in confidential(wave.root).addresses
    assert "leak@example.org" not in confidential(wave.root).addresses


def test_a_wave_without_answers_keeps_nothing_in(wave: Places) -> None:
    wave.database.unlink()
    found = confidential(wave.root)
    assert (found.pseudonyms, found.answers) == ({}, {})
