"""What a stage depends on of figures.yml, and what is left out."""

from pathlib import Path

import pytest
from waves import REPOSITORY

from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.reading import read_codebook
from pipeline.planning.parts import counted_part, part_of_wave
from pipeline.planning.plan import Plan, read_plan

TINY = REPOSITORY / "tests" / "tiny" / "data" / "raw" / "tiny" / "2024" / "codebook.yml"
OVER_WAVES = """\
survey: tiny
waves: {"2022": {small_numbers: off}, "2024": {small_numbers: {smallest_base: 50}}}
figures:
  fig_01: {variable: tried, headline: {"2022": {da: Ja}}}
  fig_02: {variable: no_longer_asked, waves: ["2022"]}
  fig_03: {variable: views, waves: ["2024"]}
"""


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return read_codebook(TINY)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(text: str, codebook: Codebook) -> Plan:
    path = Path("figures.yml")
    path.write_text(text, encoding="utf-8")
    return read_plan(path, codebook)


def test_words_and_drawings_decide_nothing_that_is_counted(codebook: Codebook) -> None:
    def counted(figure: str) -> str:
        return counted_part(read(f"survey: tiny\nfigures: {{fig_01: {figure}}}\n", codebook))

    plain = counted("{variable: tried}")
    assert plain == counted(
        "{variable: tried, title: {da: Nyt}, headline: {'2024': {da: Ja}}, chart: table, "
        "margin: none, waves: ['2024', '2026']}"
    )
    assert plain != counted("{variable: tried, groups: kind}")
    assert plain != counted("{variable: tried, show: [yes]}")


def test_what_other_waves_say_decides_nothing_that_is_counted(codebook: Codebook) -> None:
    changed = OVER_WAVES.replace('"2022": {small_numbers: off}', '"2022": {}')
    assert counted_part(read(changed, codebook)) == counted_part(read(OVER_WAVES, codebook))


def test_what_is_said_of_another_wave_is_no_part_of_a_wave(codebook: Codebook) -> None:
    def part(text: str) -> str:
        return part_of_wave(read(text, codebook), "2024")

    plain = part(OVER_WAVES)
    for old, new in (
        ('{"2022": {da: Ja}}', '{"2022": {da: Nej}, "2026": {da: Måske}}'),
        ('["2024"]', '["2024", "2026"]'),
        ("survey: tiny", "# Now with 2026\nsurvey: tiny"),
    ):
        assert part(OVER_WAVES.replace(old, new)) == plain
    for old, new in (('"2022": {da: Ja}', '"2024": {da: Ja}'), ("tried,", "kind,")):
        assert part(OVER_WAVES.replace(old, new)) != plain
