"""What a run worked with and made: inputs, versions, rows, estimates, pages."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TypedDict

import polars as pl

from pipeline.blocks.provenance_page import Provenance
from pipeline.paths import Places
from pipeline.provenance import code_fingerprint, provenance, versions
from pipeline.reading import every_wave
from pipeline.releases.files import answers_erased


class State(TypedDict):
    """As the record holds it; a wave is `survey/wave`, a file is named below the checkout."""

    renderer: str
    code: str
    versions: Mapping[str, str]
    inputs: Mapping[str, str]
    rows: Mapping[str, Mapping[str, int]]
    estimates: Mapping[str, str]
    pages: int
    bytes: int


def state_of(root: Path) -> State:
    """The state of a checkout whose site is built."""
    waves = list(every_wave(root))
    # Of a wave whose answers were erased nothing goes in that could change.
    of_waves: dict[str, Provenance] = {
        f"{wave.survey}/{wave.wave}": provenance(wave) for wave in waves if not answers_erased(wave)
    }
    site = Places("", "", root).site
    files = [path for path in site.rglob("*") if path.is_file()]
    return State(
        renderer=Places("", "", root).renderer.read_text(encoding="utf-8").strip(),
        code=code_fingerprint(),
        versions=versions(),
        inputs={
            f"{name}/{one.name}": one.sha256
            for name, of_wave in of_waves.items()
            for one in of_wave.inputs
        },
        rows={name: of_wave.rows for name, of_wave in of_waves.items()},
        estimates={name: text for wave in waves for name, text in _estimates(wave).items()},
        pages=sum(path.suffix == ".html" for path in files),
        bytes=sum(path.stat().st_size for path in files),
    )


def _estimates(wave: Places) -> dict[str, str]:
    """`survey/wave/figure` -> a checksum of its published estimates, short enough for a line."""
    estimates = pl.read_parquet(wave.published("estimates"))
    return {
        f"{wave.survey}/{wave.wave}/{figure}": hashlib.sha256(
            rows.write_csv().encode()
        ).hexdigest()[:12]
        for (figure,), rows in estimates.group_by(["figure"], maintain_order=True)
    }
