"""Pages for a wave that has none."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from pipeline.codebook import Codebook
from pipeline.paths import Places
from pipeline.plan import Figure, Plan, read_plan
from pipeline.reading import read_inputs
from pipeline.shortcodes import resolved
from pipeline.starter import WORDS, starter_pages


@pytest.fixture(scope="module")
def codebook(tiny_wave: Places) -> Codebook:
    return read_inputs(tiny_wave)[0]


@pytest.fixture(scope="module")
def pages(tiny_wave: Places, codebook: Codebook) -> dict[str, str]:
    return starter_pages(read_plan(tiny_wave.plan, codebook), codebook)


def test_findings_methods_and_quality(pages: dict[str, str]) -> None:
    heads = {name: yaml.safe_load(text.split("---\n")[1]) for name, text in pages.items()}
    assert heads == {
        "index.qmd": {"title": "Resultater", "order": 1},
        "methods.qmd": {"title": "Metode", "order": 2},
        "quality.qmd": {"title": "Datakvalitet", "order": 3},
    }


def test_every_figure_of_the_plan_has_a_heading_and_is_included(pages: dict[str, str]) -> None:
    lines = pages["index.qmd"].split("---\n")[2].split()
    headings = [line for line in pages["index.qmd"].splitlines() if line.startswith("##")]
    assert headings[0] == "## Svar"
    assert len(headings) == len(set(headings)) == 5
    included = [word for word in lines if word.startswith("_made/")]
    assert included == [
        f"_made/{name}.md" for name in ("table-1", "fig-01", "fig-02", "fig-03", "fig-04")
    ]


def test_what_the_pages_include_are_the_fragments_that_are_made(pages: dict[str, str]) -> None:
    page = Path("reports/tiny/2024/methods.qmd")
    made = {page.parent / "_made" / f"{name}.md": name for name in ("wave", "methods")}
    outcome = resolved(page, Path("reports"), {}, {page: pages["methods.qmd"], **made}.get)
    assert outcome.problems == ()
    assert "_made/rejects.md" in pages["quality.qmd"]
    assert "_made/item-nonresponse.md" in pages["quality.qmd"]


def test_a_title_is_text_whatever_it_looks_like(codebook: Codebook) -> None:
    title = "<script> {{< var x >}} `a` *b* [c](d)"
    plan = Plan(survey="tiny", figures={"fig_01": Figure(variable="tried", title={"da": title})})
    text = starter_pages(plan, codebook)["index.qmd"]
    (heading,) = (line for line in text.splitlines() if line.startswith("## "))
    assert "<script>" not in heading.replace("\\<", "")
    assert "{{<" not in heading
    assert heading.replace("\\", "") == f"## {title}"


@pytest.mark.parametrize("language", WORDS)
def test_every_language_has_all_words(language: str, codebook: Codebook, tiny_wave: Places) -> None:
    in_that = replace(codebook, languages=(language,))
    text = starter_pages(read_plan(tiny_wave.plan, codebook), in_that)["index.qmd"]
    assert f"title: {WORDS[language]['findings']}\n" in text
    assert set(WORDS[language]) == set(WORDS["da"])
