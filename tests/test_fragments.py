"""What the pages of a wave include, as it is written to disk."""

import re
from pathlib import Path

import polars as pl
import pytest
from waves import tabulated

from pipeline.errors import PlanError
from pipeline.fragments import make_fragments
from pipeline.paths import Places
from pipeline.planning.plan import read_plan
from pipeline.reading import read_inputs

BANNER = "banners: {by_kind: {by: [kind, size], questions: [tried, staff]}}\n"


def made(places: Places) -> dict[str, str]:
    """Name -> text of every fragment that is no picture."""
    codebook, wave = read_inputs(places)
    files = make_fragments(places, read_plan(places.plan, codebook), codebook, wave)
    return {
        file.name: file.read_text(encoding="utf-8")
        for file in files
        if file.parent == places.made and file.suffix == ".md"
    }


@pytest.fixture
def with_banner(tiny_copy: Places) -> Places:
    plan = tiny_copy.plan
    plan.write_text(BANNER + plan.read_text(encoding="utf-8"), encoding="utf-8")
    tabulated(tiny_copy)
    return tiny_copy


FIGURES = {"table-1.md", "fig-01.md", "fig-02.md", "fig-03.md", "fig-04.md"}
OF_THE_WAVE = {
    "answer-checks.md",
    "rejects.md",
    "item-nonresponse.md",
    "response.md",
    "coding.md",
    "wave.md",
    "methods.md",
    "figures.md",
    "key-findings.md",
    "downloads.md",
    "cite.md",
    "corrections.md",
    "provenance.md",
}


def test_every_figure_and_what_pages_tell_of_the_wave(tiny_copy: Places) -> None:
    assert set(made(tiny_copy)) == FIGURES | OF_THE_WAVE


NUMBER = "key_numbers: {{half: {{of: {of}, words: {{da: prøvede, en: tried}}}}}}\n"


def test_a_key_number_is_a_fragment_of_its_own_in_every_language(tiny_copy: Places) -> None:
    plan = tiny_copy.plan
    plan.write_text(NUMBER.format(of="fig_01.yes") + plan.read_text("utf-8"), encoding="utf-8")
    made(tiny_copy)
    for edition, words in ((".", "prøvede"), ("en", "tried")):
        block = (tiny_copy.made / edition / "number-half.md").read_text(encoding="utf-8")
        assert f"</strong> {words}</p>" in block and '<a href="#fig-01">' in block


def test_a_key_number_that_names_no_estimate_is_told(tiny_copy: Places) -> None:
    plan = tiny_copy.plan
    plan.write_text(NUMBER.format(of="fig_01.yse") + plan.read_text("utf-8"), encoding="utf-8")
    with pytest.raises(PlanError, match=r"key_numbers\.half\.of: there is no estimate"):
        made(tiny_copy)


def test_every_figure_has_its_numbers_and_every_picture_its_files(tiny_copy: Places) -> None:
    made(tiny_copy)
    files = {path.name for path in tiny_copy.made.iterdir()}
    assert {"table-1.csv", "fig-01.csv", "fig-01.svg", "fig-01-narrow-dark.svg"} <= files
    assert "table-1.svg" not in files and "table-1.png" not in files
    assert (tiny_copy.made / "fig-01.png").read_bytes().startswith(b"\x89PNG")
    block = (tiny_copy.made / "fig-01.md").read_text(encoding="utf-8")
    for ending in ("csv", "svg", "png"):
        assert f'<a href="_made/fig-01.{ending}" download>' in block


def test_the_words_for_a_picture_begin_with_what_it_says(tiny_copy: Places) -> None:
    block = made(tiny_copy)["fig-01.md"]
    said = re.search(r'<h3 class="headline">(.*?)</h3>', block)
    words = re.search(r'<img [^>]*?alt="([^"]*)"', block)
    assert said and words
    headline = re.sub("<[^>]*>", "", said[1]).rstrip(".")
    assert words[1].startswith(f"{headline}. ")
    assert re.search(r"diagram\. .*\d", words[1])


def test_a_banner_is_a_block_of_html_tables(with_banner: Places) -> None:
    fragments = made(with_banner)
    assert set(fragments) == FIGURES | OF_THE_WAVE | {"banner-by-kind.md"}
    banner = fragments["banner-by-kind.md"]
    assert banner.startswith("```{=html}\n")
    assert banner.rstrip().endswith("\n```")
    assert banner.count('<table class="data banner">') == 2
    for path in with_banner.banner("by_kind"):
        assert path.is_file()


def test_who_responded_is_a_block_of_html_tables(tiny_copy: Places) -> None:
    response = made(tiny_copy)["response.md"]
    assert response.startswith("```{=html}\n")
    assert response.count("<table") == 2
    assert "RR1" in response


def test_nothing_is_told_of_a_population_that_is_not_known(tiny_copy: Places) -> None:
    wave = tiny_copy.raw / "wave.yml"
    lines = wave.read_text(encoding="utf-8").splitlines(keepends=True)
    wave.write_text("".join(line for line in lines if "frame" not in line), encoding="utf-8")
    for name in ("response", "margin_counts", "margin_tests"):
        empty_of_population(tiny_copy.processed / f"{name}.parquet")
    response = made(tiny_copy)["response.md"]
    assert "<table" not in response
    assert "Hvor mange der blev spurgt, er ikke oplyst." in response


def empty_of_population(path: Path) -> None:
    """The table as it is without a frame."""
    table = pl.read_parquet(path)
    if "invited" in table.columns:
        everyone = table.filter(category="all")
        table = everyone.with_columns(invited=pl.lit(None, pl.Int64))
    else:
        table = table.clear()
    table.write_parquet(path)


def test_a_banner_that_is_no_longer_wanted_is_removed(with_banner: Places) -> None:
    made(with_banner)
    plan = with_banner.plan
    plan.write_text(plan.read_text(encoding="utf-8").removeprefix(BANNER), encoding="utf-8")
    made(with_banner)
    assert not (with_banner.made / "banner-by-kind.md").exists()


def test_the_first_pages_include_the_banner(with_banner: Places) -> None:
    made(with_banner)
    page = (with_banner.made_pages / "tables-by-kind.qmd").read_text(encoding="utf-8")
    assert "{{< include _made/banner-by-kind.md >}}" in page


def test_the_methods_say_what_was_tested(tiny_copy: Places) -> None:
    methods = made(tiny_copy)["methods.md"].replace("\u00a0", " ")
    assert "Fishers eksakte test" in methods
    assert "Welchs test" in methods
    assert "Der vises 2 test" in methods


def test_the_tests_of_banners_count_as_well(with_banner: Places) -> None:
    # Of the figures two; of the banner each question by each variable, and pairs of each answer.
    tests = pl.concat(
        [pl.read_parquet(with_banner.tests), pl.read_parquet(with_banner.banner("by_kind")[2])]
    )
    possible = tests.filter(pl.col("p_value").is_not_null())
    assert possible.height == 2 + 4 + 4
    methods = made(with_banner)["methods.md"].replace("\u00a0", " ")
    assert f"Der vises {possible.height} test" in methods
    assert "to og to" in methods


def shown(places: Places, edition: str, name: str) -> str:
    return (places.made / edition / f"{name}.md").read_text(encoding="utf-8").replace("\xa0", " ")


def test_the_other_language_has_the_same_fragments_below_the_main_ones(tiny_copy: Places) -> None:
    of_main = set(made(tiny_copy))
    english = tiny_copy.made / "en"
    assert {path.name for path in english.glob("*.md")} == of_main
    assert {path.name for path in english.glob("*.svg")} == {
        path.name for path in tiny_copy.made.glob("*.svg")
    }
    figure = shown(tiny_copy, "en", "fig-01")
    assert "83 per cent of clubs" in figure and "What" not in figure
    assert 'src="../_made/en/fig-01.svg"' in figure
    assert "83 pct. af foreninger" in shown(tiny_copy, "", "fig-01")
    assert 'src="_made/fig-01.svg"' in shown(tiny_copy, "", "fig-01")
    metadata = (tiny_copy.pages / "en" / "_metadata.yml").read_text(encoding="utf-8")
    assert metadata.splitlines()[:3] == [
        "lang: en",
        "wave: The tiny survey 2024",
        "notice: 'Draft: the numbers are provisional and may change until the survey is published.",
    ]


def test_its_first_pages_show_every_figure_whatever_the_plan_gets(tiny_copy: Places) -> None:
    made(tiny_copy)
    page = (tiny_copy.made_pages / "en" / "index.qmd").read_text(encoding="utf-8")
    assert page.splitlines()[:4] == ["---", "title: Findings", "lang: en", "order: 1"]
    assert "{{< include ../_made/en/figures.md >}}" in page
    figures = shown(tiny_copy, "en", "figures")
    assert figures.count('<figure class="finding"') == len(FIGURES)
    assert 'href="#fig-01"' in shown(tiny_copy, "en", "key-findings")


def test_a_page_that_an_author_wrote_in_it_stays(tiny_copy: Places) -> None:
    page = tiny_copy.pages / "en" / "index.qmd"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: Mine\nlang: en\n---\n", encoding="utf-8")
    made(tiny_copy)
    assert page.read_text(encoding="utf-8").startswith("---\ntitle: Mine")
    assert [path.name for path in page.parent.glob("*.qmd")] == ["index.qmd"]


def test_norwegian_works_as_english_does_and_says_what_lacks(tiny_copy: Places) -> None:
    """Everything of the tiny wave is translated but one question."""
    for path in (tiny_copy.codebook, tiny_copy.wave_settings):
        text = path.read_text(encoding="utf-8").replace("[da, en]", "[da, nb]")
        text = text.replace(", en: ", ", nb: ").replace(
            'text: {da: "Andet?", nb: "Anything else?"}', 'text: {da: "Andet?"}'
        )
        path.write_text(text, encoding="utf-8")
    plan = tiny_copy.plan
    plan.write_text(plan.read_text(encoding="utf-8").replace("en: ", "nb: "), encoding="utf-8")
    made(tiny_copy)
    figure = shown(tiny_copy, "nb", "fig-01")
    assert "83 prosent av clubs" in figure
    assert "Tallene i en tabell" in figure and "Merknad." in figure
    metadata = (tiny_copy.pages / "nb" / "_metadata.yml").read_text(encoding="utf-8")
    assert "Én tekst er ennå ikke oversatt og vises på dansk." in metadata
    assert "title: Resultater" in (tiny_copy.made_pages / "nb" / "index.qmd").read_text("utf-8")
    assert not (tiny_copy.made / "en").exists()


def test_tables_can_be_taken_away_as_a_workbook_in_each_language(with_banner: Places) -> None:
    downloads = made(with_banner)["downloads.md"]
    data = with_banner.made / "data"
    books = {name: (data / f"tables-{name}.xlsx").read_bytes() for name in ("da", "en")}
    assert books["da"] != books["en"]
    assert "_made/data/tables-da.xlsx" in downloads
    assert "tables-en.xlsx" not in downloads
    english = (with_banner.made / "en" / "downloads.md").read_text(encoding="utf-8")
    assert "../_made/data/tables-en.xlsx" in english
    made(with_banner)
    assert {name: (data / f"tables-{name}.xlsx").read_bytes() for name in books} == books


def test_without_a_banner_there_is_no_workbook(tiny_copy: Places) -> None:
    made(tiny_copy)
    assert not list(tiny_copy.made.rglob("*.xlsx"))
