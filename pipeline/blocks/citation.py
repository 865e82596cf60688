"""How a wave is cited, and whom to ask about it; pure."""

from collections.abc import Mapping

from pipeline.blocks.wave_facts import plain
from pipeline.codebooks.codebook import in_language
from pipeline.wave import Wave
from pipeline.wording import languages
from pipeline.wording.numbers import date_range

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {"data": "Data indsamlet {}.", "cite": "Citér som", "contact": "Spørgsmål til"},
    "nb": {"data": "Data samlet inn {}.", "cite": "Siter som", "contact": "Spørsmål til"},
    "en": {"data": "Data collected {}.", "cite": "Cite as", "contact": "Questions to"},
}


def citation(wave: Wave, language: str) -> str:
    """Publisher, year, title, dates of the data, address: as a list of references has it.

    Without a publisher the title comes first.
    """
    words = languages.in_language(WORDS, language)
    dates = date_range(wave.fieldwork.first, wave.fieldwork.last, language)
    year = f"({wave.fieldwork.last.year})"
    title = in_language(wave.title, language)
    parts = (
        f"{wave.publisher} {year}. {title}." if wave.publisher else f"{title} {year}.",
        words["data"].format(dates),
        wave.address,
    )
    return " ".join(filter(None, parts))


def cite_fragment(wave: Wave, language: str) -> str:
    """Markdown: the citation, and whom to ask."""
    words = languages.in_language(WORDS, language)
    lines = [(words["cite"], plain(citation(wave, language)))]
    if wave.contact:
        address = plain(wave.contact)
        mail = f"[{address}](mailto:{wave.contact})" if "@" in wave.contact else address
        lines.append((words["contact"], mail))
    return "".join(f"{name}\n: {text}\n\n" for name, text in lines)


def citation_metadata(wave: Wave, language: str) -> dict[str, str]:
    """What the head and the foot of a page say: text, title, publisher, date, address."""
    return {
        "label": languages.in_language(WORDS, language)["cite"],
        "text": plain(citation(wave, language)),
        "title": in_language(wave.title, language),
        "publisher": wave.publisher,
        "date": wave.fieldwork.last.isoformat(),
        "address": wave.address,
    }
