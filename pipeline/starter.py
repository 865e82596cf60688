"""The first pages of a wave that has none: every figure of the plan, to be rewritten; pure."""

from collections.abc import Mapping

from pipeline.codebook import Codebook, in_language
from pipeline.findings import anchor_of, label_of
from pipeline.plan import Figure, Plan
from pipeline.plan import label_of as title_of
from pipeline.wave_facts import plain
from pipeline.wording import languages
from pipeline.wording.labels import inside_sentence

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "findings": "Resultater",
        "by": "{}, efter {}",
        "methods": "Metode",
        "quality": "Datakvalitet",
        "collection": "Indsamlingen",
        "uncertainty": "Usikkerhed og test",
        "response": "Hvem svarede",
        "rejects": "Afviste svar",
        "nonresponse": "Bortfald",
    },
    "nb": {
        "findings": "Resultater",
        "by": "{}, etter {}",
        "methods": "Metode",
        "quality": "Datakvalitet",
        "collection": "Innsamlingen",
        "uncertainty": "Usikkerhet og tester",
        "response": "Hvem svarte",
        "rejects": "Avviste svar",
        "nonresponse": "Frafall",
    },
    "en": {
        "findings": "Findings",
        "by": "{}, by {}",
        "methods": "Methods",
        "quality": "Data quality",
        "collection": "The collection",
        "uncertainty": "Uncertainty and tests",
        "response": "Who responded",
        "rejects": "Rejected answers",
        "nonresponse": "Non-response",
    },
}

INDEX = "index.qmd"
"""The page that stands for the wave."""


def starter_pages(plan: Plan, codebook: Codebook) -> dict[str, str]:
    """Name of the page -> Markdown: findings, methods, data quality."""
    language = codebook.language
    words = languages.in_language(WORDS, language)
    figures = [
        f"## {plain(_heading(name, figure, codebook))}\n\n{_include(anchor_of(name))}"
        for name, figure in plan.figures.items()
    ]
    return {
        INDEX: _page(words["findings"], 1, figures),
        "methods.qmd": _page(
            words["methods"],
            2,
            [
                f"## {words['collection']}\n\n{_include('wave')}",
                f"## {words['uncertainty']}\n\n{_include('methods')}",
            ],
        ),
        "quality.qmd": _page(
            words["quality"],
            3,
            [
                f"## {words['response']}\n\n{_include('response')}",
                f"## {words['rejects']}\n\n{_include('rejects')}",
                f"## {words['nonresponse']}\n\n{_include('item-nonresponse')}",
            ],
        ),
    }


def _heading(name: str, figure: Figure, codebook: Codebook) -> str:
    """The title of a figure, and whose answers it compares, so that no two headings are alike."""
    language = codebook.language
    title = in_language(title_of(figure, codebook), language) or label_of(name, language)
    if figure.groups is None or figure.title:
        return title
    group = in_language(codebook.variables[figure.groups].label, language)
    return languages.in_language(WORDS, language)["by"].format(title, inside_sentence(group))


def _page(title: str, order: int, sections: list[str]) -> str:
    head = f"---\ntitle: {title}\norder: {order}\n---\n\n"
    return head + "\n\n".join(sections) + "\n"


def _include(name: str) -> str:
    return f"{{{{< include _made/{name}.md >}}}}"
