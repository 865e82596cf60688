"""The headlines of all figures as a list that leads to them; pure."""

from collections.abc import Mapping
from html import escape

from pipeline.figures.findings import anchor_of, label_of


def key_findings(headlines: Mapping[str, str], language: str) -> str:
    """HTML: what each figure says, and a link to it; for the page that the figures stand on.

    `headlines` are by the figure's name, without Markdown.
    """
    lines = (
        f'<li>{escape(text)} <a href="#{anchor_of(name)}">{label_of(name, language)}</a></li>'
        for name, text in headlines.items()
    )
    return '<ul class="key-findings">\n' + "\n".join(lines) + "\n</ul>"
