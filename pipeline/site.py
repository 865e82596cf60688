"""What all waves share: the variables of the pages and the list of waves on the front page."""

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

import polars as pl
import yaml

from pipeline import atomic
from pipeline.claims import problems
from pipeline.codebook import Codebook, in_language
from pipeline.errors import ClaimError
from pipeline.findings import raw_block
from pipeline.keys import Keys, keys
from pipeline.paths import Places
from pipeline.prose import language_of, page_claims, variable_problems
from pipeline.reading import read_inputs
from pipeline.sources import project_settings
from pipeline.variables import conflicts, nested, used_keys, value
from pipeline.wave import Wave
from pipeline.wording.numbers import date_range

LANGUAGE = "en"
"""What the pages are written in where neither they nor _quarto.yml say it."""


def make_site(places: Places) -> list[Path]:
    """Write `_variables.yml` and the list of waves; check the pages that belong to no wave.

    Raises `ClaimError` when a claim or variable on them does not hold.
    """
    waves = {wave: read_inputs(wave) for wave in every_wave(places.root)}
    known = keys(pl.concat(pl.read_parquet(wave.estimates) for wave in waves))
    shared = sorted(places.reports.glob("*.qmd"))
    main = str(project_settings(places.reports).get("lang", LANGUAGE))
    wrong = problems(page_claims(shared, places, known, main)) + [
        one for page in shared for one in variable_problems(page, known, main)
    ]
    languages = {wave.pages: codebook.language for wave, (codebook, _) in waves.items()}
    values = _values(places, known, languages, main)
    wrong += conflicts(values)
    if wrong:
        raise ClaimError(wrong)
    flat = {key: next(iter(by_language.values())) for key, by_language in sorted(values.items())}
    files = {
        places.variables: yaml.safe_dump(nested(flat.items()), allow_unicode=True),
        places.reports / "_made" / "waves.md": raw_block(_cards(waves)),
    }
    for path, text in files.items():
        atomic.write_bytes(path, text.encode())
    return list(files)


def every_wave(root: Path) -> Iterator[Places]:
    """The waves below `data/raw/`, the newest first within each survey."""
    for settings in sorted(root.glob("data/raw/*/*/wave.yml"), reverse=True):
        yield Places(settings.parent.parent.name, settings.parent.name, root)


def _values(
    places: Places, known: Keys, languages: Mapping[Path, str], main: str
) -> dict[str, dict[str, str]]:
    """Key -> language -> what pages in that language show.

    `languages` has one for the pages of each wave's folder, `main` is that of the others.
    """
    values: dict[str, dict[str, str]] = {}
    for page in sorted(places.reports.rglob("*.qmd")):
        if any(part[0] in "_." for part in page.relative_to(places.reports).parts):
            continue
        language = language_of(page, languages.get(page.parent, main))
        for key in used_keys(page.read_text(encoding="utf-8")):
            values.setdefault(key, {})[language] = value(key, known, language)
    return values


def _cards(waves: Mapping[Places, tuple[Codebook, Wave]]) -> str:
    cards = (_card(places, *inputs) for places, inputs in waves.items())
    return '<div class="cards">\n' + "".join(cards) + "</div>"


def _card(places: Places, codebook: Codebook, wave: Wave) -> str:
    language = codebook.language
    title = escape(in_language(wave.title, language))
    dates = date_range(wave.fieldwork.first, wave.fieldwork.last, language)
    notice = in_language(wave.demonstration, language)
    demonstration = f'<p class="demonstration">{escape(notice)}</p>\n' if notice else ""
    facts = ". ".join(filter(None, (in_language(wave.population, language), dates)))
    address = f"{places.survey}/{places.wave}/index.html"
    return (
        f'<div class="card">\n<h3><a href="{address}">{title}</a></h3>\n'
        f"<p>{escape(facts)}.</p>\n"
        f"{demonstration}</div>\n"
    )
