"""Waves for tests: copied into a temporary root, loaded and tabulated there."""

import os
import shutil
from pathlib import Path

from pipeline.load import Loaded, load
from pipeline.paths import Places
from pipeline.planning.plan import read_plan
from pipeline.reading import read_inputs
from pipeline.tabulate import Results, tabulate

REPOSITORY = Path(__file__).parents[1]
TINY_ROOT = Path(__file__).parent / "tiny"
"""Holds `data/` and `reports/` of a wave that is counted by hand."""


def copied(survey: str, wave: str, source: Path, root: Path) -> Places:
    """What was received of a wave and its figure plan, below another root."""
    original, copy = Places(survey, wave, source), Places(survey, wave, root)
    names = [path.name for path in original.raw.iterdir() if path.is_dir()]
    shutil.copytree(original.raw, copy.raw, ignore=shutil.ignore_patterns(*names))
    copy.plan.parent.mkdir(parents=True)
    shutil.copy2(original.plan, copy.plan)
    return copy


def tiny(root: Path) -> Places:
    """The tiny wave below a root."""
    return copied("tiny", "2024", TINY_ROOT, root)


def write_export(places: Places, text: str) -> None:
    """Replace the tiny wave's export; dated long ago so that nobody waits for its end."""
    path = places.raw / "export.csv"
    path.write_text(text, encoding="utf-8")
    os.utime(path, (1_600_000_000, 1_600_000_000))


def loaded(places: Places) -> Loaded:
    """Run the first stage."""
    return load(places, *read_inputs(places))


def tabulated(places: Places) -> Results:
    """Run the stage after it."""
    codebook, wave = read_inputs(places)
    return tabulate(places, read_plan(places.plan, codebook), codebook, wave)
