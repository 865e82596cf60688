"""Every wave of the site: as cards for the front page, and with its status as an archive; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from pipeline.codebooks.codebook import in_language
from pipeline.releases.corrections import Correction, words_of
from pipeline.wave import Wave
from pipeline.wording import languages
from pipeline.wording.numbers import date_range, file_size, whole
from pipeline.wording.releases import correction_notice, draft_notice

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "released": "Udgivet. Tallene ligger fast.",
        "erased": "Svarene er slettet; rapporten og de udgivne tal er bevaret.",
        "answered": "{} svarede",
        "files": "Hent de udgivne tal",
        "estimates": "Figurernes tal",
        "tests": "Figurernes test",
        "changes": "Ændringer siden tidligere",
        "replaced": "Tal, der siden er rettet",
        "banner_estimates": "Tabellernes tal",
        "banner_tests": "Tabellernes test",
    },
    "nb": {
        "released": "Utgitt. Tallene ligger fast.",
        "erased": "Svarene er slettet; rapporten og de utgitte tallene er bevart.",
        "answered": "{} svarte",
        "files": "Last ned de utgitte tallene",
        "estimates": "Figurenes tall",
        "tests": "Figurenes tester",
        "changes": "Endringer siden tidligere",
        "replaced": "Tall som siden er rettet",
        "banner_estimates": "Tabellenes tall",
        "banner_tests": "Tabellenes tester",
    },
    "en": {
        "released": "Published. The numbers stand.",
        "erased": "The answers were deleted; the report and the published numbers are kept.",
        "answered": "{} answered",
        "files": "Download the published numbers",
        "estimates": "The numbers of the figures",
        "tests": "The tests of the figures",
        "changes": "Changes since earlier",
        "replaced": "Numbers that were corrected since",
        "banner_estimates": "The numbers of the tables",
        "banner_tests": "The tests of the tables",
    },
}


@dataclass(frozen=True)
class Entry:
    """A wave as the site lists it.

    `languages`: those it has pages in, its main one first; `answered`: how many did, as its figures
    say; `files`: names of the released files with their sizes in bytes, none of a draft.
    """

    settings: Wave
    languages: Sequence[str]
    is_draft: bool
    answers_erased: bool
    corrections: Sequence[Correction]
    answered: int | None
    files: Mapping[str, int]


def wave_cards(entries: Iterable[Entry], edition: str, main: str) -> str:
    """Every wave; for a language's own front page, in its folder, those that have pages in it.

    `main` is the language of the site: a wave that has none of its pages in it leads to its own.
    """
    cards = (
        _card(one, edition, _language(one, edition, main))
        for one in entries
        if not edition or edition in one.languages
    )
    return '<div class="cards">\n' + "".join(cards) + "</div>"


def archive(entries: Iterable[Entry], edition: str, main: str) -> str:
    """Every wave with its status, its corrections and what is published of it, by survey."""
    sections = (
        _section(one, edition, _language(one, edition, main))
        for one in entries
        if not edition or edition in one.languages
    )
    return '<div class="archive">\n' + "".join(sections) + "</div>"


def _language(one: Entry, edition: str, main: str) -> str:
    """What a wave is told in, and its link leads to."""
    return edition or (main if main in one.languages else one.languages[0])


def _card(one: Entry, edition: str, language: str) -> str:
    draft = f'<p class="draft">{draft_notice(language)}</p>\n' if one.is_draft else ""
    return (
        f'<div class="card">\n<h3>{_title(one, edition, language)}</h3>\n'
        f"<p>{escape(_facts(one, language))}</p>\n"
        f"{draft}{_demonstration(one, language)}</div>\n"
    )


def _section(one: Entry, edition: str, language: str) -> str:
    status = "".join(
        f'<p class="{kind}">{escape(text)}</p>\n' for kind, text in _status(one, language)
    )
    return (
        f'<section class="wave-entry">\n<h2>{_title(one, edition, language)}</h2>\n'
        f"<p>{escape(_facts(one, language))}</p>\n"
        f"{_demonstration(one, language)}{status}{_files(one, edition, language)}</section>\n"
    )


def _title(one: Entry, edition: str, language: str) -> str:
    folder = "" if language == one.languages[0] else f"{language}/"
    address = f"{_folder(one, edition)}/{folder}index.html"
    return f'<a href="{address}">{escape(in_language(one.settings.title, language))}</a>'


def _folder(one: Entry, edition: str) -> str:
    """Where the wave's pages are, from the front page of an edition."""
    return f"{'../' if edition else ''}{one.settings.survey}/{one.settings.wave}"


def _facts(one: Entry, language: str) -> str:
    """Whom it asked, when, and how many answered."""
    words = languages.in_language(WORDS, language)
    fieldwork = one.settings.fieldwork
    facts = (
        in_language(one.settings.population, language),
        date_range(fieldwork.first, fieldwork.last, language),
        words["answered"].format(whole(one.answered, language)) if one.answered else "",
    )
    return "".join(f"{fact}. " if not fact.endswith(".") else f"{fact} " for fact in facts if fact)


def _demonstration(one: Entry, language: str) -> str:
    notice = in_language(one.settings.demonstration, language)
    return f'<p class="demonstration">{escape(notice)}</p>\n' if notice else ""


def _status(one: Entry, language: str) -> Iterable[tuple[str, str]]:
    """Whether it is a draft, and everything that was corrected, the newest first."""
    words = languages.in_language(WORDS, language)
    if one.is_draft:
        yield "draft", draft_notice(language)
        return
    yield "status", words["released"]
    for note in reversed(one.corrections):
        yield "status", correction_notice(note.date, words_of(note.what, language), language)
    if one.answers_erased:
        yield "status", words["erased"]


def _files(one: Entry, edition: str, language: str) -> str:
    if not one.files:
        return ""
    words = languages.in_language(WORDS, language)
    items = "".join(
        f'<li><a href="{_folder(one, edition)}/released/{escape(name)}" download>'
        f"{escape(_about(name, words))}</a> ({file_size(length, language)})</li>\n"
        for name, length in one.files.items()
    )
    title = escape(in_language(one.settings.title, language))
    return (
        f'<details><summary>{words["files"]}<span class="visually-hidden">: {title}</span>'
        f"</summary>\n<ul>\n{items}</ul></details>\n"
    )


def _about(name: str, words: Mapping[str, str]) -> str:
    stem = name.removesuffix(".csv")
    if not stem.startswith("banner_"):
        return words[stem]
    banner, _, kind = stem.removeprefix("banner_").rpartition("_")
    return f"{words[f'banner_{kind}']} ({banner})"
