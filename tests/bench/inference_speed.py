"""Estimates and tests alone, from cells that are counted before the clock starts."""

import time
from pathlib import Path

from pipeline.paths import Places
from pipeline.planning.plan import read_plan
from pipeline.reading import read_inputs
from pipeline.tabulate import count, infer
from tests.bench.survey import places


def infer_published(root: Path) -> float:
    """The wave of 2020, whose report the demonstration rebuilds."""
    return _infer(Places("innovation", "2020", root))


def infer_generated(root: Path) -> float:
    """The generated survey; the number of its respondents does not matter here."""
    return _infer(places(root))


def _infer(here: Places) -> float:
    codebook, wave = read_inputs(here)
    plan = read_plan(here.plan, codebook)
    counted = count(here, plan, codebook)
    begun = time.perf_counter()
    infer(counted, plan, codebook, wave)
    return time.perf_counter() - begun
