"""The first pages of the site, where nobody wrote them: the front page and the archive; pure."""

from collections.abc import Mapping

from pipeline.wording import languages

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "title": "Undersøgelser",
        "surveys": "Undersøgelserne",
        "reading": "Sådan læser du tallene",
        "how": "Hvert tal er regnet ud af svarene og kan følges tilbage til en tabel. Under hver "
        "figur står, hvor mange der har svaret, hvem der ikke er regnet med, og hvor stor "
        "usikkerheden er. Hvor en forskel [ikke er påvist]{.not-from-survey}, betyder det ikke, "
        "at der ingen er.",
        "archive": "Arkiv",
        "about": "Alle undersøgelser med deres status, rettelser og udgivne tal",
        "rule": "Hver undersøgelse bliver stående på sin adresse, og dens tekst holdes op mod "
        "dens egne tal. Er en undersøgelse udgivet, ændres dens tal kun med en rettelse, som "
        "står her.",
    },
    "nb": {
        "title": "Undersøkelser",
        "surveys": "Undersøkelsene",
        "reading": "Slik leser du tallene",
        "how": "Hvert tall er regnet ut av svarene og kan følges tilbake til en tabell. Under "
        "hver figur står det hvor mange som har svart, hvem som ikke er regnet med, og hvor stor "
        "usikkerheten er. Der en forskjell [ikke er påvist]{.not-from-survey}, betyr det ikke at "
        "det ikke er noen.",
        "archive": "Arkiv",
        "about": "Alle undersøkelser med status, rettelser og utgitte tall",
        "rule": "Hver undersøkelse blir stående på sin adresse, og teksten holdes opp mot dens "
        "egne tall. Er en undersøkelse utgitt, endres tallene bare med en rettelse, som står "
        "her.",
    },
    "en": {
        "title": "Surveys",
        "surveys": "The surveys",
        "reading": "How to read the numbers",
        "how": "Every number is computed from the answers and can be followed back to a table. "
        "Below each figure stands how many answered, who is not counted, and how large the "
        "uncertainty is. Where no difference is shown, that does not mean that there is none.",
        "archive": "Archive",
        "about": "All surveys with their status, corrections and published numbers",
        "rule": "Every survey stays at its address, and its text is checked against its own "
        "numbers. Once a survey is published, its numbers change only with a correction, which "
        "is listed here.",
    },
}


def shared_pages(title: str, language: str, edition: str) -> dict[str, str]:
    """Name of the page -> Markdown, of the site called `title` ('' for none) in one language.

    `edition` is the folder of the pages, '' for the main language.
    """
    words = languages.in_language(WORDS, language)
    front = (
        f"## {words['surveys']}\n\n{_include('waves', edition)}\n\n"
        f"## {words['reading']}\n\n{words['how']}"
    )
    past = f"{words['rule']}\n\n{_include('archive', edition)}"
    return {
        "index.qmd": _page(title or words["title"], "", language, 0, front),
        "archive.qmd": _page(words["archive"], words["about"], language, ARCHIVE_ORDER, past),
    }


ARCHIVE_ORDER = 90
"""Behind the pages that people write."""


def _page(title: str, subtitle: str, language: str, order: int, body: str) -> str:
    below = f"subtitle: {_quoted(subtitle)}\n" if subtitle else ""
    return (
        f"---\ntitle: {_quoted(title)}\n{below}lang: {language}\ntoc: false\norder: {order}\n---\n"
        f"\n{body}\n"
    )


def _quoted(words: str) -> str:
    """As YAML, whatever signs are in it."""
    return "'" + words.replace("'", "''") + "'"


def _include(fragment: str, edition: str) -> str:
    # From the project: the folder of an edition need not be there, nobody wrote into it.
    place = f"/_made/{edition}" if edition else "_made"
    return f"{{{{< include {place}/{fragment}.md >}}}}"
