"""The pages of a wave for those that nobody wrote: every figure of the plan; pure."""

from collections.abc import Mapping

from pipeline.blocks.wave_facts import plain
from pipeline.claims.unbound_numbers import MARK
from pipeline.codebooks.codebook import Codebook, in_language
from pipeline.figures.findings import anchor_of, label_of
from pipeline.planning.plan import Figure, Plan
from pipeline.planning.plan import label_of as title_of
from pipeline.wording import languages
from pipeline.wording.labels import inside_sentence
from pipeline.wording.numbers import percent
from pipeline.wording.reading_tables import how_to_read
from pipeline.wording.trends import trend_words
from pipeline.wording.unbound import unbound_words

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "findings": "Resultater",
        "by": "{}, efter {}",
        "methods": "Metode",
        "quality": "Datakvalitet",
        "downloads": "Hent tallene",
        "files": "Filer",
        "cite": "Sådan citeres undersøgelsen",
        "provenance": "Fra svar til tal",
        "collection": "Indsamlingen",
        "uncertainty": "Usikkerhed og test",
        "response": "Hvem svarede",
        "rejects": "Afviste svar",
        "coding": "Kodning af åbne svar",
        "nonresponse": "Bortfald",
        "checks": "Kontrol af besvarelserne",
        "tables": "Tabeller",
    },
    "nb": {
        "findings": "Resultater",
        "by": "{}, etter {}",
        "methods": "Metode",
        "quality": "Datakvalitet",
        "downloads": "Last ned",
        "files": "Filer",
        "cite": "Slik siteres undersøkelsen",
        "provenance": "Fra svar til tall",
        "collection": "Innsamlingen",
        "uncertainty": "Usikkerhet og tester",
        "response": "Hvem svarte",
        "rejects": "Avviste svar",
        "coding": "Koding av åpne svar",
        "nonresponse": "Frafall",
        "checks": "Kontroll av svarene",
        "tables": "Tabeller",
    },
    "en": {
        "findings": "Findings",
        "by": "{}, by {}",
        "methods": "Methods",
        "quality": "Data quality",
        "downloads": "Downloads",
        "files": "Files",
        "cite": "How to cite the survey",
        "provenance": "From answers to numbers",
        "collection": "The collection",
        "uncertainty": "Uncertainty and tests",
        "response": "Who responded",
        "rejects": "Rejected answers",
        "coding": "Coding of open answers",
        "nonresponse": "Non-response",
        "checks": "Checks of the responses",
        "tables": "Tables",
    },
}

INDEX = "index.qmd"
"""The page that stands for the wave."""
FINDINGS = "findings.qmd"
"""The same figures on a page of their own, for a wave whose first page was written."""
REPLACED = "replaces: [findings]\n"
"""Where the first page has the figures, nobody needs them twice."""


def starter_pages(
    plan: Plan, codebook: Codebook, edition: str = "", before: str = ""
) -> dict[str, str]:
    """Name of the page -> Markdown: findings, tables, methods, data quality, downloads, provenance.

    An `##` and an include a figure; a person who copies a page to the wave's folder can write
    between them. `before` is the wave that this one is compared with, on a page of its own.
    In an `edition`, the folder of another language than the main one, all figures in one include:
    such pages follow the plan.
    """
    language = codebook.language
    words = languages.in_language(WORDS, language)
    titles = headings(plan, codebook)
    since = trend_words(language)["title"].format(wave=before)
    figures = [
        f"## {_marked(title, language)}\n\n{_include(anchor_of(name))}"
        for name, title in titles.items()
    ]
    if edition:
        figures = [_include("key-findings"), _include("figures")]
    pages = {
        INDEX: (words["findings"], [*figures, _include("corrections")]),
        FINDINGS: (words["findings"], figures),
        **({"changes.qmd": (since, [_include("changes")])} if before else {}),
        **{
            f"tables-{anchor_of(name)}.qmd": _tables(number, name, plan, language)
            for number, name in enumerate(plan.banners, start=1)
        },
        **{
            f"{page}.qmd": (words[page], [_section(*one, words) for one in sections])
            for page, sections in _about_the_wave(codebook).items()
        },
        "provenance.qmd": (words["provenance"], [_include("provenance")]),
    }
    return {
        name: _page(title, order, sections, edition, REPLACED if name == INDEX else "")
        for order, (name, (title, sections)) in enumerate(pages.items(), start=1)
    }


def _about_the_wave(codebook: Codebook) -> dict[str, list[tuple[str, str]]]:
    """Page -> its sections: the word of the heading, and what is included below it."""
    has_themes = any(one.type == "themes" for one in codebook.variables.values())
    return {
        "methods": [("collection", "wave"), ("uncertainty", "methods")],
        "quality": [
            ("response", "response"),
            ("rejects", "rejects"),
            *([("coding", "coding")] if has_themes else []),
            ("checks", "answer-checks"),
            ("nonresponse", "item-nonresponse"),
        ],
        "downloads": [("files", "downloads"), ("cite", "cite")],
    }


def _section(heading: str, fragment: str, words: Mapping[str, str]) -> str:
    return f"## {words[heading]}\n\n{_include(fragment)}"


def headings(plan: Plan, codebook: Codebook) -> dict[str, str]:
    """Figure -> its title as Markdown, no two alike."""
    return {name: plain(_heading(name, one, codebook)) for name, one in plan.figures.items()}


def _marked(title: str, language: str) -> str:
    """A title whose numbers are marked as the questionnaire's: they are no result."""
    for found in sorted(unbound_words(title, language), key=lambda one: -one.start()):
        start, end = found.span()
        title = f"{title[:start]}[{title[start:end]}]{{.{MARK}}}{title[end:]}"
    return title


def _tables(number: int, name: str, plan: Plan, language: str) -> tuple[str, list[str]]:
    """The title of a banner's page, and what it holds: how to read the tables, and these."""
    words = languages.in_language(WORDS, language)
    title = words["tables"] if len(plan.banners) == 1 else f"{words['tables']} {number}"
    level = f"[{percent(1 - plan.level, language)}]{{.{MARK}}}"
    reading = how_to_read(plan.banners[name].correction, level, language)
    return title, [reading, _include(f"banner-{anchor_of(name)}")]


def _heading(name: str, figure: Figure, codebook: Codebook) -> str:
    """The title of a figure, and whose answers it compares, so that no two headings are alike."""
    language = codebook.language
    title = in_language(title_of(figure, codebook), language) or label_of(name, language)
    if figure.groups is None or figure.title:
        return title
    group = in_language(codebook.variables[figure.groups].label, language)
    return languages.in_language(WORDS, language)["by"].format(title, inside_sentence(group))


def _page(title: str, order: int, sections: list[str], edition: str, replaced: str) -> str:
    lang = f"lang: {edition}\n" if edition else ""
    head = f"title: {title}\n{lang}order: {order}\n{replaced}"
    text = f"---\n{head}---\n\n" + "\n\n".join(sections) + "\n"
    return text.replace("include _made/", f"include ../_made/{edition}/") if edition else text


def _include(name: str) -> str:
    return f"{{{{< include _made/{name}.md >}}}}"
