"""The generated respondents of reference/sample.csv as a wave, with one design or another."""

from pathlib import Path

import polars as pl
import yaml
from share_samples import FRAME, MARGINS, POPULATION, respondents
from waves import loaded, tabulated, write_export

from pipeline.paths import Places
from pipeline.tabulate import Results

Settings = dict[str, object]

IN_STRATA: Settings = {"weight": "weight", "strata": "stratum"}
IN_CLUSTERS: Settings = {**IN_STRATA, "clusters": "cluster"}
SIZES = {str(stratum): int(units) for stratum, units in enumerate(POPULATION, start=1)}
FOUR = ("one", "two", "three", "four")
CODES = {**dict(zip(FOUR, range(1, 5), strict=True)), "five": 5}
"""The categories of every question, by code."""


def frame(*variables: str) -> Settings:
    """The known totals of some variables."""
    return {
        "margins": {
            name: {category: float(count) for category, count in zip(FOUR, FRAME[name])}  # noqa: B905
            for name in variables
        }
    }


DECLARED: dict[str, Settings] = {
    "simple": {"design": {"weight": "one"}},
    "weighted": {"design": {"weight": "weight"}},
    "strata": {"design": IN_STRATA},
    "clusters": {"design": IN_CLUSTERS},
    "finite": {"design": {**IN_STRATA, "population": SIZES}},
    "raked": {"design": IN_STRATA, "calibration": frame(*MARGINS["raked"])},
    "raked_clusters": {"design": IN_CLUSTERS, "calibration": frame(*MARGINS["raked_clusters"])},
    "post_stratified": {
        "design": IN_CLUSTERS,
        "calibration": frame(*MARGINS["post_stratified"]),
    },
}
"""What wave.yml says of each design of share_samples.DESIGNS."""

METHODS = ("recommended", "wilson", "wald", "logit", "korn_graubard")
SHOWN = [*CODES, "high"]
PLAN: Settings = {
    "survey": "sample",
    "small_numbers": "off",
    "figures": {
        **{
            f"answer_{method}": {
                "variable": "answer",
                "groups": "group",
                "show": SHOWN,
                "interval": method,
            }
            for method in METHODS
        },
        "answer": {"variable": "answer", "show": SHOWN, "interval": "wald"},
        "items": {"variable": "items", "show": ["yes"], "interval": "wald"},
        "items_grouped": {
            "variable": "items",
            "groups": "group",
            "show": ["yes"],
            "interval": "wald",
        },
        "number": {"variable": "number", "statistic": "mean"},
        "number_grouped": {"variable": "number", "statistic": "mean", "groups": "group"},
        "two_groups": {
            "variable": "number",
            "statistic": "mean",
            "groups": "group",
            "where": {"group": ["one", "two"]},
        },
        "ranks": {
            "variable": "number",
            "statistic": "mean",
            "groups": "group",
            "test": "ranks",
        },
    },
}


def _question(name: str, type: str, **more: object) -> Settings:
    return {"type": type, "text": {"en": f"{name}?"}, "label": {"en": name}, **more}


def _single(name: str, codes: int, **more: object) -> Settings:
    categories = {
        category: {"code": code, "label": {"en": category}}
        for category, code in CODES.items()
        if code <= codes
    }
    return _question(name, "single", column=name, categories=categories, **more)


def codebook(unused: tuple[str, ...]) -> Settings:
    """The margins were asked last, so that everyone got to the end."""
    high = {"high": {"label": {"en": "high"}, "of": ["four", "five"]}}
    items = {f"item{k}": {"column": f"item{k}", "label": {"en": f"item {k}"}} for k in range(1, 5)}
    return {
        "survey": "sample",
        "wave": "2024",
        "languages": ["en"],
        "columns": {"unused": list(unused)},
        "variables": {
            "group": _single("group", 4),
            "answer": _single("answer", 5, nets=high),
            "items": _question("items", "multiple", items=items),
            "number": _question("number", "number", column="number"),
            "margin_a": _single("margin_a", 3),
            "margin_b": _single("margin_b", 4),
        },
    }


COLUMNS = ("one", "weight", "stratum", "cluster")


def people() -> pl.DataFrame:
    """The export: what is missing is an empty cell."""
    return respondents().select(pl.lit(1).alias("one"), *COLUMNS[1:], *_questions())


def _questions() -> list[str]:
    items = [f"item{k}" for k in range(1, 5)]
    return ["group", "answer", *items, "number", "margin_a", "margin_b"]


def write_wave(root: Path, settings: Settings, rows: pl.DataFrame | None = None) -> Places:
    """Everything that the pipeline reads, below `root`."""
    places = Places("sample", "2024", root)
    places.raw.mkdir(parents=True)
    places.plan.parent.mkdir(parents=True)
    design = settings.get("design", {})
    assert isinstance(design, dict)
    unused = tuple(name for name in COLUMNS if name not in design.values())
    wave = {
        "survey": "sample",
        "wave": "2024",
        "title": {"en": "A generated sample"},
        "fieldwork": {"from": "2024-01-01", "to": "2024-01-31"},
        "demonstration": {"en": "These answers were generated."},
        **settings,
    }
    for path, document in (
        (places.codebook, codebook(unused)),
        (places.wave_settings, wave),
        (places.plan, PLAN),
    ):
        path.write_text(yaml.safe_dump(document, sort_keys=False), encoding="utf-8")
    write_export(places, (people() if rows is None else rows).write_csv())
    return places


def results(root: Path, settings: Settings, rows: pl.DataFrame | None = None) -> Results:
    """What the pipeline makes of such a wave."""
    places = write_wave(root, settings, rows)
    loaded(places)
    return tabulated(places)
