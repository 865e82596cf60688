"""The banners of a plan as chapters of a workbook for readers; pure.

Made of what is published alone, so that nothing hidden is in it.
"""

from collections.abc import Iterable, Mapping

import polars as pl

from pipeline.blocks.wave_facts import source
from pipeline.codebooks.codebook import Codebook, in_language
from pipeline.figures.banners import banner_notes, banner_tables
from pipeline.planning.plan import Plan
from pipeline.tables.tab_book import Chapter, TabBook, tab_book
from pipeline.wave import Wave
from pipeline.wording.numbers import percent
from pipeline.wording.reading_tables import how_to_read


def chapters(
    plan: Plan, codebook: Codebook, published: Mapping[str, tuple[pl.DataFrame, pl.DataFrame]]
) -> dict[str, Chapter]:
    """Name of the banner -> its tables in the codebook's language and how they are read.

    `published` has the estimates and tests of each as they may be published.
    """
    language = codebook.language
    level = percent(1 - plan.level, language)
    return {
        name: Chapter(
            banner_tables(banner, codebook, *published[name], language),
            how_to_read(banner.correction, level, language),
            banner_notes(published[name][0], language),
        )
        for name, banner in plan.banners.items()
    }


def book_name(language: str) -> str:
    """The file of an edition."""
    return f"tables-{language}.xlsx"


def banner_book(of: Iterable[Chapter], wave: Wave, language: str) -> bytes:
    """The workbook of a wave in a language; it is dated on the last day of the fieldwork."""
    invented = in_language(wave.demonstration, language)
    return tab_book(
        TabBook(
            title=in_language(wave.title, language),
            about=tuple(filter(None, (source(wave, language), wave.publisher, invented))),
            publisher=wave.publisher,
            created=wave.fieldwork.last,
            chapters=tuple(of),
            language=language,
        )
    )
