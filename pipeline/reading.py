"""What a person wrote about waves, and what was computed of them, read and checked."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import polars as pl

from pipeline.claims.evidence import Known
from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.reading import read_codebook
from pipeline.disclosure.publishable import publishable_estimates, publishable_tests
from pipeline.documents import read_document
from pipeline.errors import PlanError
from pipeline.keys import keys
from pipeline.paths import Places
from pipeline.results import ESTIMATES, TESTS
from pipeline.wave import Wave, read_wave

LEVEL = 0.95
"""Of a plan that says none."""


def read_inputs(places: Places) -> tuple[Codebook, Wave]:
    """The codebook and the settings of a wave. Raises `CodebookError`."""
    codebook = read_codebook(places.codebook)
    return codebook, read_wave(places.wave_settings, codebook)


def every_wave(root: Path) -> Iterator[Places]:
    """The waves below `data/raw/`, the newest first within each survey."""
    for settings in sorted(root.glob("data/raw/*/*/wave.yml"), reverse=True):
        yield Places(settings.parent.parent.name, settings.parent.name, root)


def waves_before(places: Places) -> list[Places]:
    """The waves of the survey that come before this one, by name, the last of them first."""
    return [
        one
        for one in every_wave(places.root)
        if one.survey == places.survey and one.wave < places.wave
    ]


def wave_before(places: Places) -> Places | None:
    """The wave of the survey that comes before this one, by name; None for the first."""
    return next(iter(waves_before(places)), None)


def known_results(of: Iterable[Places]) -> Known:
    """The results of those waves that have been tabulated; tests of banners are among them.

    What is not published is marked as such: no page may state it.
    """
    waves = [wave for wave in of if wave.estimates.is_file()]
    estimates = [
        publishable_estimates(
            pl.read_parquet(wave.estimates), pl.read_parquet(wave.published("estimates"))
        )
        for wave in waves
    ]
    tests = [
        publishable_tests(
            pl.read_parquet(path), pl.read_parquet(path.with_name(f"published_{path.name}"))
        )
        for wave in waves
        for path in (wave.tests, *sorted(wave.processed.glob("banner_*_tests.parquet")))
    ]
    shown = [pl.read_parquet(wave.published("estimates")) for wave in waves]
    published = keys(pl.concat([pl.DataFrame(schema=ESTIMATES), *shown]))
    return Known(
        keys(pl.concat([pl.DataFrame(schema=ESTIMATES), *estimates])),
        pl.concat([pl.DataFrame(schema=TESTS), *tests]),
        {(wave.survey, wave.wave): read_inputs(wave) for wave in waves},
        {one.key: one for same in published.by_name.values() for one in same},
    )


def confidence_level(plan: Path) -> float:
    """The level of the intervals of a figure plan. Raises `PlanError` for what is no plan."""
    return float(read_document(plan, PlanError).values.get("level", LEVEL))
