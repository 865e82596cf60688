"""A wave beside the earlier ones, as its pages show it: read, and made into blocks."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from pipeline.blocks.trend_blocks import Changes, changes_html, trend_block
from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.series import Series, read_series
from pipeline.figures.findings import raw_block
from pipeline.figures.trend_files import trend_files, trend_picture
from pipeline.paths import Places
from pipeline.planning.plan import Plan
from pipeline.reading import waves_before
from pipeline.releases.files import released_tables
from pipeline.results import CHANGES, COMPARABILITY


@dataclass(frozen=True)
class Trends:
    """The published estimates of each wave up to this one, in their order, and what changed."""

    estimates: Mapping[str, pl.DataFrame]
    known: Changes

    def of(self, name: str, address: str) -> tuple[dict[str, bytes], str]:
        """The drawings of a figure over waves, and the block below the figure."""
        if len(self.estimates) < 2:
            return {}, ""
        files, series = trend_files(name, self.estimates, self.known)
        picture = trend_picture(name, address, files, series, self.known)
        block = trend_block(name, self._before, picture, self.known)
        return files, f"\n{raw_block(block)}" if block else ""

    @property
    def page(self) -> str:
        """What the page of changes includes; nothing for a first wave."""
        if len(self.estimates) < 2:
            return ""
        return raw_block(changes_html(self._before, self.known))

    @property
    def _before(self) -> str:
        return list(self.estimates)[-2]


def trends_of(places: Places, plan: Plan, codebook: Codebook) -> Trends:
    """What the stages before found of a wave and the earlier ones."""
    earlier = waves_before(places)
    if not earlier:
        nothing = (pl.DataFrame(schema=CHANGES), pl.DataFrame(schema=COMPARABILITY))
        return Trends({}, Changes(plan, codebook, *nothing, Series(survey=places.survey)))
    waves = (*reversed(earlier), places)
    known = Changes(
        plan,
        codebook,
        pl.read_parquet(places.published("changes")),
        pl.read_parquet(places.comparability),
        read_series(places.series),
    )
    return Trends({one.wave: _estimates(one) for one in waves}, known)


def _estimates(places: Places) -> pl.DataFrame:
    """Those released, which stay when answers are erased; of a draft those published now."""
    if places.release_record.is_file():
        return released_tables(places)["estimates"]
    return pl.read_parquet(places.published("estimates"))
