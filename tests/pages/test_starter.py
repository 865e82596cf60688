"""Pages for a wave that has none."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from pipeline.claims.unbound_numbers import unbound
from pipeline.codebooks.codebook import Codebook, Variable
from pipeline.pages.shortcodes import lines_of, resolved
from pipeline.pages.starter import WORDS, starter_pages
from pipeline.paths import Places
from pipeline.planning.plan import Banner, Defaults, Figure, Plan, read_plan
from pipeline.reading import read_inputs


@pytest.fixture(scope="module")
def codebook(tiny_wave: Places) -> Codebook:
    return read_inputs(tiny_wave)[0]


@pytest.fixture(scope="module")
def pages(tiny_wave: Places, codebook: Codebook) -> dict[str, str]:
    return starter_pages(read_plan(tiny_wave.plan, codebook), codebook)


def test_findings_methods_and_quality(pages: dict[str, str]) -> None:
    heads = {name: yaml.safe_load(text.split("---\n")[1]) for name, text in pages.items()}
    assert heads == {
        "index.qmd": {"title": "Resultater", "order": 1, "replaces": ["findings"]},
        "findings.qmd": {"title": "Resultater", "order": 2},
        "methods.qmd": {"title": "Metode", "order": 3},
        "quality.qmd": {"title": "Datakvalitet", "order": 4},
        "downloads.qmd": {"title": "Hent tallene", "order": 5},
        "provenance.qmd": {"title": "Fra svar til tal", "order": 6},
    }


def test_every_figure_of_the_plan_has_a_heading_and_is_included(pages: dict[str, str]) -> None:
    lines = pages["index.qmd"].split("---\n")[2].split()
    headings = [line for line in pages["index.qmd"].splitlines() if line.startswith("##")]
    assert headings[0] == "## Svar"
    assert len(headings) == len(set(headings)) == 5
    included = [word for word in lines if word.startswith("_made/")]
    assert included == [
        f"_made/{name}.md"
        for name in ("table-1", "fig-01", "fig-02", "fig-03", "fig-04", "corrections")
    ]


def test_what_the_pages_include_are_the_fragments_that_are_made(pages: dict[str, str]) -> None:
    page = Path("reports/tiny/2024/methods.qmd")
    made = {page.parent / "_made" / f"{name}.md": name for name in ("wave", "methods")}
    outcome = resolved(page, Path("reports"), {}, {page: pages["methods.qmd"], **made}.get)
    assert outcome.problems == ()
    assert "_made/rejects.md" in pages["quality.qmd"]
    assert "_made/item-nonresponse.md" in pages["quality.qmd"]
    assert "_made/coding.md" not in pages["quality.qmd"]


def test_open_answers_with_themes_have_a_section_on_their_coding(codebook: Codebook) -> None:
    themes = Variable("themes", "themes", {}, {}, {})
    coded = replace(codebook, variables={**codebook.variables, "themes": themes})
    plan = Plan(survey="tiny", figures={"fig_01": Figure(variable="tried")})
    text = starter_pages(plan, coded)["quality.qmd"]
    assert "## Kodning af åbne svar\n\n{{< include _made/coding.md >}}" in text


def test_a_title_is_text_whatever_it_looks_like(codebook: Codebook) -> None:
    title = "<script> {{< var x >}} `a` *b* [c](d)"
    plan = Plan(survey="tiny", figures={"fig_01": Figure(variable="tried", title={"da": title})})
    text = starter_pages(plan, codebook)["index.qmd"]
    (heading,) = (line for line in text.splitlines() if line.startswith("## "))
    assert "<script>" not in heading.replace("\\<", "")
    assert "{{<" not in heading
    assert heading.replace("\\", "") == f"## {title}"


def test_a_number_in_a_question_is_no_result_of_the_survey(codebook: Codebook) -> None:
    title = {"da": "Har I børn under 18 [hjemme]?"}
    plan = Plan(survey="tiny", figures={"fig_01": Figure(variable="tried", title=title)})
    text = starter_pages(plan, codebook)["index.qmd"]
    assert r"## Har I børn under [18]{.not-from-survey} \[hjemme\]?" in text.splitlines()
    assert unbound(lines_of(text), "da") == ()


@pytest.mark.parametrize("language", WORDS)
def test_every_language_has_all_words(language: str, codebook: Codebook, tiny_wave: Places) -> None:
    in_that = replace(codebook, languages=(language,))
    text = starter_pages(read_plan(tiny_wave.plan, codebook), in_that)["index.qmd"]
    assert f"title: {WORDS[language]['findings']}\n" in text
    assert set(WORDS[language]) == set(WORDS["da"])


@pytest.mark.parametrize(
    ("language", "title", "level"),
    [("da", "Tabeller", "5 pct."), ("nb", "Tabeller", "5 prosent"), ("en", "Tables", "5 per cent")],
)
def test_a_banner_has_a_page_that_says_what_letters_mean(
    language: str, title: str, level: str, codebook: Codebook, tiny_wave: Places
) -> None:
    banners = {"by_both": Banner(by=("kind", "size"))}
    plan = read_plan(tiny_wave.plan, codebook).model_copy(update={"banners": banners})
    pages = starter_pages(plan, replace(codebook, languages=(language,)))
    assert list(pages) == [
        "index.qmd",
        "findings.qmd",
        "tables-by-both.qmd",
        "methods.qmd",
        "quality.qmd",
        "downloads.qmd",
        "provenance.qmd",
    ]
    head, body = pages["tables-by-both.qmd"].split("---\n")[1:]
    assert yaml.safe_load(head) == {"title": title, "order": 3}
    assert yaml.safe_load(pages["quality.qmd"].split("---\n")[1])["order"] == 5
    explanation, include = body.strip().split("\n\n")
    assert include == "{{< include _made/banner-by-both.md >}}"
    assert f"([{level}]{{.not-from-survey}}" in explanation.replace("\u00a0", " ")
    assert "Holm" in explanation


def test_letters_are_corrected_as_the_banner_says_whatever_holds_for_figures(
    codebook: Codebook, tiny_wave: Places
) -> None:
    banners = {
        "corrected": Banner(by=("kind",)),
        "uncorrected": Banner(by=("kind",), correction="none"),
    }
    update = {"banners": banners, "defaults": Defaults(correction="none")}
    plan = read_plan(tiny_wave.plan, codebook).model_copy(update=update)
    pages = starter_pages(plan, codebook)
    assert "korrigeret efter Holm" in pages["tables-corrected.qmd"]
    assert "ikke korrigeret" in pages["tables-uncorrected.qmd"]


def test_the_titles_of_several_banners_differ(codebook: Codebook, tiny_wave: Places) -> None:
    banners = {"first": Banner(by=("kind",)), "second": Banner(by=("size",))}
    plan = read_plan(tiny_wave.plan, codebook).model_copy(update={"banners": banners})
    pages = starter_pages(plan, codebook)
    titles = [yaml.safe_load(pages[name].split("---\n")[1])["title"] for name in list(pages)[2:4]]
    assert titles == ["Tabeller 1", "Tabeller 2"]


def test_the_first_pages_hold_no_number_that_needs_a_claim(
    codebook: Codebook, tiny_wave: Places
) -> None:
    plan = read_plan(tiny_wave.plan, codebook)
    pages = starter_pages(plan, codebook)
    found = [unbound(lines_of(text), codebook.language) for text in pages.values()]
    assert found == [()] * len(pages)
