"""The list of what readers may download, with sizes and what is in each; pure."""

from collections.abc import Iterable, Mapping
from html import escape

from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.codebook import in_language as label_in
from pipeline.figures.findings import anchor_of, label_of
from pipeline.planning.figure import label_of as title_of
from pipeline.planning.plan import Plan
from pipeline.releases.published_data import DECIMALS
from pipeline.wording.labels import inside_sentence
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import file_size
from pipeline.wording.trends import trend_words

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "name": "Filer",
        "file": "Fil",
        "holds": "Hvad den indeholder",
        "size": "Størrelse",
        "tables": "Alle tabeller i én projektmappe til regneark, med et ark pr. spørgsmål",
        "estimates.csv": "Alle figurernes tal: én række pr. tal med usikkerhed og antal svar",
        "tests.csv": "Figurernes statistiske test: én række pr. test",
        "changes.csv": "Ændringer siden tidligere målinger: én række pr. tal, der kan sammenlignes",
        "codebook.csv": "Spørgeskemaet: én række pr. spørgsmål og svarmulighed",
        "banner-estimates": "Tallene bag tabellerne",
        "banner-tests": "Testene bag tabellerne",
        "figures": "Figurernes filer",
        "precision": "Andele står som tal mellem 0 og 1; alle tal har højst {} decimaler, med "
        "punktum som decimaltegn. Et tal, der ikke vises i rapporten, står heller ikke her. "
        "CSV-filerne er i UTF-8.",
    },
    "nb": {
        "name": "Filer",
        "file": "Fil",
        "holds": "Hva den inneholder",
        "size": "Størrelse",
        "tables": "Alle tabeller i én arbeidsbok til regneark, med et ark per spørsmål",
        "estimates.csv": "Alle figurenes tall: én rad per tall med usikkerhet og antall svar",
        "tests.csv": "Figurenes statistiske tester: én rad per test",
        "changes.csv": "Endringer siden tidligere målinger: én rad per tall som kan sammenlignes",
        "codebook.csv": "Spørreskjemaet: én rad per spørsmål og svaralternativ",
        "banner-estimates": "Tallene bak tabellene",
        "banner-tests": "Testene bak tabellene",
        "figures": "Figurenes filer",
        "precision": "Andeler står som tall mellom 0 og 1; alle tall har høyst {} desimaler, med "
        "punktum som desimaltegn. Et tall som ikke vises i rapporten, står heller ikke her. "
        "CSV-filene er i UTF-8.",
    },
    "en": {
        "name": "Files",
        "file": "File",
        "holds": "What it holds",
        "size": "Size",
        "tables": "All tables in one workbook for spreadsheets, with a sheet a question",
        "estimates.csv": "All numbers of the figures: one row a number, with uncertainty and base",
        "tests.csv": "The statistical tests of the figures: one row a test",
        "changes.csv": "Changes since earlier waves: one row a number that can be compared",
        "codebook.csv": "The questionnaire: one row a question and answer",
        "banner-estimates": "The numbers behind the tables",
        "banner-tests": "The tests behind the tables",
        "figures": "The files of the figures",
        "precision": "Shares are numbers between 0 and 1; all numbers have at most {} decimals, "
        "after a point. A number that the report does not show is not here either. "
        "The CSV files are in UTF-8.",
    },
}
ENDINGS = (".csv", ".svg", ".png")
OVER_WAVES = "-trend.svg"


def downloads(
    data: Mapping[str, bytes],
    made: Mapping[str, bytes],
    plan: Plan,
    codebook: Codebook,
    address: str,
) -> str:
    """HTML in the codebook's language: the tables `data`, then the files of each figure.

    Both are name and content. `made` is everything in the folder of fragments at `address`;
    drawings for a phone or the dark are left out. The tables are in `_made/data`, whatever the
    language of the page.
    """
    language = codebook.language
    words = in_language(WORDS, language)
    shared = f"{address.partition('_made')[0]}_made/data"
    rows = [
        _row(f"{shared}/{name}", _about(name, words), len(content), language)
        for name, content in data.items()
    ]
    listed = "".join(
        f"<li>{escape(_called(name, plan, codebook))} {links}</li>\n"
        for name in plan.figures
        if (links := _links(anchor_of(name), made, address, language))
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


def _called(name: str, plan: Plan, codebook: Codebook) -> str:
    """`Figur 5. Samarbejde med flere:`; without a title `Figur 5:`."""
    title = label_in(title_of(plan.figures[name], codebook), codebook.language)
    called = ". ".join(filter(None, (label_of(name, codebook.language), title)))
    return called if called.endswith("?") else f"{called}:"


def _links(anchor: str, made: Mapping[str, bytes], address: str, language: str) -> str:
    """The files of a figure by their kinds, those over waves last."""

    def links(names: Iterable[str]) -> str:
        found = [name for name in names if name in made]
        return ", ".join(_link(f"{address}/{name}", len(made[name]), language) for name in found)

    own = links(f"{anchor}{ending}" for ending in ENDINGS)
    trend = links([f"{anchor}{OVER_WAVES}"])
    over_waves = inside_sentence(trend_words(language)["heading"])
    return f"{own}; {escape(over_waves)}: {trend}" if trend else own


def _about(name: str, words: Mapping[str, str]) -> str:
    if name.startswith("banner-"):
        return words["banner-tests" if name.endswith("-tests.csv") else "banner-estimates"]
    return words["tables" if name.endswith(".xlsx") else name]


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
