"""The first pages of a wave that has none: every figure of the plan, to be rewritten; pure."""

from collections.abc import Mapping

from pipeline.codebook import Codebook, in_language
from pipeline.findings import anchor_of, label_of
from pipeline.plan import Plan
from pipeline.plan import label_of as title_of
from pipeline.wave import Wave
from pipeline.wording import languages

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "findings": "Resultater",
        "methods": "Metode",
        "quality": "Datakvalitet",
        "collection": "Indsamlingen",
        "uncertainty": "Usikkerhed og test",
        "rejects": "Afviste svar",
        "nonresponse": "Bortfald",
    },
    "nb": {
        "findings": "Resultater",
        "methods": "Metode",
        "quality": "Datakvalitet",
        "collection": "Innsamlingen",
        "uncertainty": "Usikkerhet og tester",
        "rejects": "Avviste svar",
        "nonresponse": "Frafall",
    },
    "en": {
        "findings": "Findings",
        "methods": "Methods",
        "quality": "Data quality",
        "collection": "The collection",
        "uncertainty": "Uncertainty and tests",
        "rejects": "Rejected answers",
        "nonresponse": "Non-response",
    },
}


def starter_pages(plan: Plan, codebook: Codebook, wave: Wave) -> dict[str, str]:
    """Name of the page -> Markdown: findings, methods, data quality."""
    language = codebook.language
    words = languages.in_language(WORDS, language)
    title = in_language(wave.title, language)
    figures = [
        f"## {in_language(title_of(figure, codebook), language) or label_of(name, language)}\n\n"
        f"{_include(anchor_of(name))}"
        for name, figure in plan.figures.items()
    ]
    return {
        "index.qmd": _page(title, words["findings"], 1, figures),
        "methods.qmd": _page(
            words["methods"],
            words["methods"],
            2,
            [
                f"## {words['collection']}\n\n{_include('wave')}",
                f"## {words['uncertainty']}\n\n{_include('methods')}",
            ],
        ),
        "quality.qmd": _page(
            words["quality"],
            words["quality"],
            3,
            [
                f"## {words['rejects']}\n\n{_include('rejects')}",
                f"## {words['nonresponse']}\n\n{_include('item-nonresponse')}",
            ],
        ),
    }


def _page(title: str, short: str, order: int, sections: list[str]) -> str:
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    head = f'---\ntitle: "{quoted}"\nshort-title: {short}\norder: {order}\n---\n\n'
    return head + "\n\n".join(sections) + "\n"


def _include(name: str) -> str:
    return f"{{{{< include _made/{name}.md >}}}}"
