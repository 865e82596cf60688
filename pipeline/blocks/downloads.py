"""The list of what readers may download, with sizes and what is in each; pure."""

from collections.abc import Mapping
from html import escape

from pipeline.figures.findings import label_of
from pipeline.releases.published_data import DECIMALS
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import file_size

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "name": "Filer",
        "file": "Fil",
        "holds": "Hvad den indeholder",
        "size": "Størrelse",
        "estimates.csv": "Alle figurernes tal: én række pr. tal med usikkerhed og antal svar",
        "tests.csv": "Figurernes statistiske test: én række pr. test",
        "codebook.csv": "Spørgeskemaet: én række pr. spørgsmål og svarmulighed",
        "banner-estimates": "Tallene bag tabellerne",
        "banner-tests": "Testene bag tabellerne",
        "figures": "Figurernes filer",
        "precision": "Andele står som tal mellem 0 og 1; alle tal har højst {} decimaler, med "
        "punktum som decimaltegn. Et tal, der ikke vises i rapporten, står heller ikke her. "
        "Filerne er CSV i UTF-8.",
    },
    "nb": {
        "name": "Filer",
        "file": "Fil",
        "holds": "Hva den inneholder",
        "size": "Størrelse",
        "estimates.csv": "Alle figurenes tall: én rad per tall med usikkerhet og antall svar",
        "tests.csv": "Figurenes statistiske tester: én rad per test",
        "codebook.csv": "Spørreskjemaet: én rad per spørsmål og svaralternativ",
        "banner-estimates": "Tallene bak tabellene",
        "banner-tests": "Testene bak tabellene",
        "figures": "Figurenes filer",
        "precision": "Andeler står som tall mellom 0 og 1; alle tall har høyst {} desimaler, med "
        "punktum som desimaltegn. Et tall som ikke vises i rapporten, står heller ikke her. "
        "Filene er CSV i UTF-8.",
    },
    "en": {
        "name": "Files",
        "file": "File",
        "holds": "What it holds",
        "size": "Size",
        "estimates.csv": "All numbers of the figures: one row a number, with uncertainty and base",
        "tests.csv": "The statistical tests of the figures: one row a test",
        "codebook.csv": "The questionnaire: one row a question and answer",
        "banner-estimates": "The numbers behind the tables",
        "banner-tests": "The tests behind the tables",
        "figures": "The files of the figures",
        "precision": "Shares are numbers between 0 and 1; all numbers have at most {} decimals, "
        "after a point. A number that the report does not show is not here either. "
        "The files are CSV in UTF-8.",
    },
}
OF_FIGURES = {".csv", ".png", ".svg"}


def downloads(
    data: Mapping[str, bytes], made: Mapping[str, bytes], address: str, language: str
) -> str:
    """HTML: the tables, then the files of each figure; both are name and content.

    `made` is everything in the folder of fragments at `address`; drawings for a phone or the dark
    are left out. The tables are in `_made/data`, whatever the language of the page.
    """
    words = in_language(WORDS, language)
    shared = f"{address.partition('_made')[0]}_made/data"
    rows = [
        _row(f"{shared}/{name}", _about(name, words), len(content), language)
        for name, content in data.items()
    ]
    by_figure: dict[str, list[str]] = {}
    for name in filter(_is_offered, made):
        link = _link(f"{address}/{name}", len(made[name]), language)
        by_figure.setdefault(name.rpartition(".")[0], []).append(link)
    listed = "".join(
        f"<li>{escape(_called(name, language))}: {', '.join(links)}</li>\n"
        for name, links in by_figure.items()
    )
    below = f"<h3>{escape(words['figures'])}</h3>\n<ul>\n{listed}</ul>" if listed else ""
    precision = escape(words["precision"].format(DECIMALS))
    return f"{_table(rows, words)}\n<p>{precision}</p>\n{below}"


def _table(rows: list[str], words: Mapping[str, str]) -> str:
    name = escape(words["name"])
    lines = "\n".join(rows)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{name}">\n'
        f'<table class="data"><caption class="visually-hidden">{name}</caption>\n'
        f'<thead><tr><th scope="col">{escape(words["file"])}</th>'
        f'<th scope="col" class="words">{escape(words["holds"])}</th>'
        f'<th scope="col" class="number">{escape(words["size"])}</th></tr></thead>\n'
        f"<tbody>\n{lines}\n</tbody></table>\n</div>"
    )


def _called(name: str, language: str) -> str:
    """`Figur 5`; the file's name where there is no number to tell it by."""
    label = label_of(name.replace("-", "_"), language)
    return label if label[-1].isdigit() else f"{label} ({name})"


def _is_offered(name: str) -> bool:
    stem, _, ending = name.rpartition(".")
    return f".{ending}" in OF_FIGURES and not stem.endswith(("-dark", "-narrow"))


def _about(name: str, words: Mapping[str, str]) -> str:
    if name.startswith("banner-"):
        return words["banner-tests" if name.endswith("-tests.csv") else "banner-estimates"]
    return words[name]


def _row(address: str, about: str, size: int, language: str) -> str:
    link = f'<a href="{escape(address)}" download>{escape(_name(address))}</a>'
    return (
        f'<tr><th scope="row">{link}</th><td class="words">{escape(about)}</td>'
        f'<td class="number">{file_size(size, language)}</td></tr>'
    )


def _link(address: str, size: int, language: str) -> str:
    kind = address.rpartition(".")[2].upper()
    return f'<a href="{escape(address)}" download>{kind}</a> ({file_size(size, language)})'


def _name(address: str) -> str:
    return address.rpartition("/")[2]
