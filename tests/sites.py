"""Whole sites for tests, rendered by the embedded pandoc."""

import shutil
from pathlib import Path

from waves import REPOSITORY

from pipeline.paths import Places
from pipeline.reading import every_wave
from pipeline.render import render
from pipeline.site import make_site
from pipeline.stages import SURVEY_STAGES, WAVE_STAGES

REPORTS = REPOSITORY / "reports"
SAMPLE = REPOSITORY / "tests" / "browser" / "sample"


def sample(folder: Path) -> Path:
    """A site with every kind of block, in the project's template and style."""
    reports = folder / "reports"
    shutil.copytree(SAMPLE, reports)
    for name in ("_quarto.yml", "page.html", "style.css", "search.js", "claims.js"):
        shutil.copyfile(REPORTS / name, reports / name)
    render(reports, "pandoc")
    return reports / "_site"


def report(folder: Path) -> Path:
    """The site of this repository, through every stage."""
    copy_report(folder)
    return build(folder)


def copy_report(folder: Path) -> None:
    """The pages, plan and raw data of this repository, nothing made of them yet."""
    shutil.copytree(REPORTS, folder / "reports", ignore=shutil.ignore_patterns("_site*", "_made"))
    for settings in REPOSITORY.glob("data/raw/*/*/wave.yml"):
        raw = settings.parent
        shutil.copytree(raw, folder / raw.relative_to(REPOSITORY))
    for series in REPOSITORY.glob("data/raw/*/series.yml"):
        shutil.copyfile(series, folder / series.relative_to(REPOSITORY))


def build(folder: Path) -> Path:
    """The site of what a folder holds."""
    waves = [*every_wave(folder)][::-1]  # pages may state numbers of earlier waves
    for stage in SURVEY_STAGES:
        for survey in {wave.survey for wave in waves}:
            stage(Places(survey, "", folder))
    for wave in waves:
        for stage in WAVE_STAGES:
            stage(wave)
    make_site(Places("", "", folder))
    render(folder / "reports", "pandoc")
    return folder / "reports" / "_site"
