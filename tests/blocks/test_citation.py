"""How a wave is cited, on its pages and in their heads."""

from datetime import date

import yaml

from pipeline.blocks.citation import citation, cite_fragment
from pipeline.pages.folder_metadata import folder_metadata
from pipeline.paths import Places
from pipeline.planning.plan import read_plan
from pipeline.reading import read_inputs
from pipeline.wave import Wave

WAVE = Wave.model_validate(
    {
        "survey": "s",
        "wave": "2020",
        "title": {"da": "Bølgen_2020", "en": "The wave"},
        "fieldwork": {"from": date(2020, 6, 11), "to": date(2020, 6, 29)},
        "publisher": "Udgiveren",
        "contact": "a@example.org",
        "address": "https://example.org/s/",
    }
)


def test_publisher_year_title_dates_and_address() -> None:
    assert citation(WAVE, "da").replace("\u00a0", " ") == (
        "Udgiveren (2020). Bølgen_2020. Data indsamlet 11.–29. juni 2020. https://example.org/s/"
    )
    bare = WAVE.model_copy(update={"publisher": "", "address": ""})
    assert citation(bare, "en").replace("\u00a0", " ") == (
        "The wave (2020). Data collected 11–29 June 2020."
    )


def test_the_fragment_tells_whom_to_ask_and_reads_as_it_stands() -> None:
    made = cite_fragment(WAVE, "da")
    assert "Bølgen\\_2020" in made
    assert "Spørgsmål til\n: [a\\@example.org](mailto:a@example.org)" in made
    assert "Spørgsmål" not in cite_fragment(WAVE.model_copy(update={"contact": ""}), "da")


def test_pages_carry_it_in_their_metadata(tiny_wave: Places) -> None:
    codebook, wave = read_inputs(tiny_wave)
    made = yaml.safe_load(folder_metadata(read_plan(tiny_wave.plan, codebook), codebook, wave))
    assert made["lang"] == "da"
    assert made["notice"] == "Tallene er opdigtede."
    assert made["citation"]["title"] == "Den lille undersøgelse 2024"
    assert made["citation"]["date"] == "2024-03-08"
