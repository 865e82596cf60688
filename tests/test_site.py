"""What all waves share: variables of the pages, the list of waves, and pages of no wave."""

import json
import re
import shutil
from html import unescape
from pathlib import Path

import polars as pl
import pytest
import yaml
from waves import REPOSITORY

from pipeline.errors import ClaimError, PipelineError
from pipeline.paths import Places
from pipeline.reading import every_wave
from pipeline.site import make_site

SHARED = Places("", "")
CLUBS = "tiny.w2024.fig_01.club.yes"


@pytest.fixture
def places(tiny_copy: Places, monkeypatch: pytest.MonkeyPatch) -> Places:
    """The tiny wave and its reports, seen from their root."""
    monkeypatch.chdir(tiny_copy.root)
    here = Places(tiny_copy.survey, tiny_copy.wave)
    here.pages.mkdir()
    shutil.copy(REPOSITORY / "reports" / "_quarto.yml", here.reports)
    return here


def second_wave(places: Places) -> Places:
    """The same answers, received a year earlier."""
    other = Places(places.survey, "2023")
    shutil.copytree(places.raw, other.raw)
    for path in (other.codebook, other.wave_settings):
        path.write_text(path.read_text(encoding="utf-8").replace("2024", "2023"), encoding="utf-8")
    other.processed.mkdir()
    earlier = pl.read_parquet(places.estimates).with_columns(wave=pl.lit("2023"))
    for path in (other.estimates, other.published("estimates")):
        earlier.write_parquet(path)
    for path in (other.tests, other.published("tests")):
        shutil.copy(places.tests, path)
    other.pages.mkdir()
    return other


def write(path: Path, *lines: str) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def variables() -> dict[str, object]:
    make_site(SHARED)
    return yaml.safe_load(SHARED.variables.read_text(encoding="utf-8")) or {}


def complaints() -> list[str]:
    with pytest.raises(ClaimError) as raised:
        make_site(SHARED)
    return list(raised.value.messages)


def test_variables_are_those_that_pages_use(places: Places) -> None:
    write(places.pages / "index.qmd", f"{{{{< var {CLUBS} >}}}}, {{{{< var {CLUBS}_n >}}}}")
    write(places.pages / "_shared.md", "{{< var tiny.w2024.fig_01.figure_n >}}")
    write(places.pages / "more.qmd", "{{< include _shared.md >}}")
    write(places.pages / "_draft.md", "{{< var tiny.w2024.fig_02.faster.agree >}}")
    assert variables() == {
        "tiny": {
            "w2024": {
                "fig_01": {
                    "club": {"yes": "83\N{NO-BREAK SPACE}pct.", "yes_n": "6"},
                    "figure_n": "10",
                }
            }
        }
    }


def test_a_variable_reads_in_the_language_of_its_page(places: Places) -> None:
    write(places.pages / "index.qmd", "---", "lang: en", "---", f"{{{{< var {CLUBS} >}}}}")
    assert "cent" in str(variables())


def test_a_number_that_reads_differently_on_two_pages_cannot_be_a_variable(
    places: Places,
) -> None:
    use = f"{{{{< var {CLUBS} >}}}} {{{{< var {CLUBS}_n >}}}}"
    write(places.pages / "index.qmd", use)
    write(places.pages / "english.qmd", "---", "lang: en", "---", use)
    assert complaints() == [
        f"{CLUBS} is used on pages in da and en; write the number as a claim on one of them"
    ]


@pytest.mark.parametrize("page", ["metode.qmd", "tiny/om.qmd", "andet/sted/om.qmd"])
def test_pages_of_no_wave_are_checked_against_all_waves(page: str, places: Places) -> None:
    path = places.reports / page
    path.parent.mkdir(parents=True, exist_ok=True)
    write(
        path,
        "---",
        "lang: da",
        "---",
        f"[9 ud af 10]{{.claim of={CLUBS}}} og [godt 8 ud af 10]{{.claim of={CLUBS}}}",
        "",
        "{{< var tiny.w2024.fig_01.clubs.yes >}}",
    )
    assert complaints() == [
        f'reports/{page}, line 4: "9 ud af 10" does not hold: {CLUBS} is 83.3 % (N = 6); '
        "correct the sentence",
        f'reports/{page}, line 6: there is no estimate "tiny.w2024.fig_01.clubs.yes"; '
        'did you mean "fig_01.club.yes"?',
    ]


def test_a_variable_of_a_wave_that_no_longer_exists_is_found_here_too(places: Places) -> None:
    write(places.pages / "index.qmd", "{{< var tiny.w2024.fig_01.clubs.yes >}}")
    (message,) = complaints()
    assert message.startswith("reports/tiny/2024/index.qmd, line 1: there is no estimate")


def test_claims_of_no_waves_pages_have_a_table_and_notes_of_their_own(places: Places) -> None:
    claim = f"[9 ud af 10]{{.claim of={CLUBS}}}"
    write(places.reports / "om.qmd", "---", "lang: da", "---", claim)
    complaints()
    made = make_site(SHARED, marked=True)
    assert {*SHARED.claim_tables, SHARED.claim_notes} <= set(made)
    assert pl.read_parquet(SHARED.claim_tables[0])["holds"].to_list() == [False]
    notes = json.loads(SHARED.claim_notes.read_text(encoding="utf-8"))
    assert list(notes) == ["om.qmd"]


def test_nothing_is_written_when_something_is_wrong(places: Places) -> None:
    write(places.variables, "last: good")
    write(places.pages / "index.qmd", "{{< var tiny.w2024.fig_01.clubs.yes >}}")
    complaints()
    assert places.variables.read_text() == "last: good\n"


def test_waves_come_newest_first_each_with_its_numbers(places: Places) -> None:
    earlier = second_wave(places)
    assert [wave.wave for wave in every_wave(Path())] == ["2024", "2023"]
    write(earlier.pages / "index.qmd", "{{< var tiny.w2023.fig_01.club.yes_n >}}")
    write(places.reports / "om.qmd", "[5 ud af 6]{.claim of=tiny.w2023.fig_01.club.yes}")
    made = variables()
    assert made == {"tiny": {"w2023": {"fig_01": {"club": {"yes_n": "6"}}}}}
    cards = (places.reports / "_made" / "waves.md").read_text(encoding="utf-8")
    assert re.findall(r'href="(.*?)"', cards) == ["tiny/2024/index.html", "tiny/2023/index.html"]
    assert cards.count("Tallene er opdigtede.") == 2


def test_the_front_page_of_a_language_leads_to_the_pages_in_it(places: Places) -> None:
    make_site(SHARED)
    cards = (places.reports / "_made" / "en" / "waves.md").read_text(encoding="utf-8")
    assert re.findall(r'href="(.*?)"', cards) == ["../tiny/2024/en/index.html"]
    assert "The tiny survey 2024" in cards and "1–8\N{NO-BREAK SPACE}March" in cards


def test_pages_in_another_language_are_those_of_the_wave(places: Places) -> None:
    english = places.pages / "en"
    english.mkdir()
    write(english / "index.qmd", f"{{{{< var {CLUBS} >}}}}")
    assert "cent" in str(variables())


def test_a_title_is_shown_as_it_stands(places: Places) -> None:
    settings = places.wave_settings
    text = settings.read_text(encoding="utf-8")
    title = "<b>A</b> & {{< var x >}} ```"
    settings.write_text(text.replace("Den lille undersøgelse 2024", f"'{title}'"), encoding="utf-8")
    make_site(SHARED)
    cards = (places.reports / "_made" / "waves.md").read_text(encoding="utf-8")
    assert "<b>" not in cards and "{{<" not in cards and cards.count("```") == 2
    assert title in unescape(re.sub(r"<[^>]*>", "", cards))


def test_a_project_without_waves_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PipelineError, match=r"data/raw holds no wave; see README\.md"):
        make_site(SHARED)


def made_pages() -> dict[str, str]:
    folder = SHARED.reports / "_made" / "pages"
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.qmd")
    }


def test_the_front_page_and_the_archive_are_made_in_every_language(places: Places) -> None:
    make_site(SHARED)
    pages = made_pages()
    assert pages.keys() == {"index.qmd", "archive.qmd", "en/index.qmd", "en/archive.qmd"}
    assert "title: 'Innovation i den sociale sektor'\nlang: da" in pages["index.qmd"]
    assert "{{< include _made/waves.md >}}" in pages["index.qmd"]
    assert "{{< include /_made/en/archive.md >}}" in pages["en/archive.qmd"]
    # What a person wrote takes its place, and is checked like any page.
    write(places.reports / "index.qmd", "Her er 83 pct. med.")
    assert [one for one in complaints() if "83 pct." in one]


def test_a_language_that_no_wave_has_any_more_has_no_pages(places: Places) -> None:
    make_site(SHARED)
    for path in (places.codebook, places.wave_settings):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r", en: (\"[^\"]*\"|[^,}]*)", "", text), encoding="utf-8")
    codebook = places.codebook.read_text(encoding="utf-8").replace("[da, en]", "[da]")
    places.codebook.write_text(codebook, encoding="utf-8")
    make_site(SHARED)
    assert made_pages().keys() == {"index.qmd", "archive.qmd"}


def test_a_wave_without_the_language_of_the_site_is_listed_in_its_own(places: Places) -> None:
    settings = places.reports / "_quarto.yml"
    text = settings.read_text(encoding="utf-8").replace("lang: da", "lang: nb")
    settings.write_text(text, encoding="utf-8")
    make_site(SHARED)
    cards = (places.reports / "_made" / "waves.md").read_text(encoding="utf-8")
    assert 'href="tiny/2024/index.html">Den lille undersøgelse 2024' in cards
    assert {"da/index.qmd", "en/index.qmd"} < made_pages().keys()
    danish = (places.reports / "_made" / "da" / "waves.md").read_text(encoding="utf-8")
    assert 'href="../tiny/2024/index.html"' in danish
