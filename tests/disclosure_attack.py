"""A reader with a solver: what the downloads of a wave tell of a sensitive question.

The attacker is told more than the site tells: of every share that is published the very count.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

import numpy as np
import polars as pl
from scipy.optimize import linprog

from pipeline.codebooks.codebook import Codebook
from pipeline.paths import Places
from pipeline.planning.plan import Plan, read_plan
from pipeline.reading import read_inputs
from pipeline.releases.published_data import published_tables
from pipeline.trends import trends_of

SENSITIVE = "factor_role"
BANNER = "background"
WIDTH = 5
"""The default."""
NAMES = ("figure", "item", "group", "category")


@dataclass(frozen=True)
class Told:
    """A share or base: which unknown counts it is the sum of, its value, and what the log says."""

    item: str
    row: np.ndarray
    count: int
    base_row: np.ndarray
    base: int
    hidden: bool
    reason: str


def downloads(places: Places) -> Mapping[str, list[dict[str, str]]]:
    """Name of a file -> its rows, as readers download them."""
    codebook, wave = read_inputs(places)
    plan = read_plan(places.plan, codebook, wave)
    tables = {
        banner: [pl.read_parquet(places.published(kind, banner)) for kind in ("estimates", "tests")]
        for banner in ("", *plan.banners)
    }
    estimates, tests = tables.pop("")
    changes = trends_of(places, plan, codebook).known.changes
    files = published_tables(codebook, estimates, tests, changes, tables)
    return {name: list(csv.DictReader(io.StringIO(text.decode()))) for name, text in files.items()}


def told(places: Places) -> Iterator[Told]:
    """Every share of the sensitive question in figures and banner."""
    codebook, wave = read_inputs(places)
    plan = read_plan(places.plan, codebook, wave)
    files = downloads(places)
    log = pl.read_parquet(places.disclosure_log)
    parts = (
        ("", "estimates.csv", places.estimates),
        (BANNER, f"banner-{BANNER}-estimates.csv", places.banner(BANNER)[0]),
    )
    kinds = list(codebook.variables[SENSITIVE].categories)
    for banner, file, exact in parts:
        shown = {tuple(row[name] for name in NAMES): row["estimate"] for row in files[file]}
        reasons = log.filter(banner=banner).select(*NAMES, "reason")
        shares = pl.read_parquet(exact).filter(variable=SENSITIVE)
        for row in shares.join(reasons, on=NAMES, how="left").iter_rows(named=True):
            inside = members(codebook, groups_of(row["figure"], plan), row["group"])
            answers = codebook.variables[SENSITIVE].category_names(row["category"])
            yield Told(
                row["item"],
                np.outer([kind in answers for kind in kinds], inside).ravel().astype(float),
                round(row["estimate"] * row["base_n"]),
                np.outer(np.ones(len(kinds)), inside).ravel(),
                row["base_n"],
                shown[tuple(row[name] for name in NAMES)] == "",
                row["reason"] or "",
            )


def groups_of(figure: str, plan: Plan) -> str:
    if "__" not in figure:
        return plan.figures[figure].groups or ""
    by = figure.partition("__")[2]
    return "" if by == "total" else by


def members(codebook: Codebook, groups: str, group: str) -> np.ndarray:
    """Of each kind of organisation and size (also unknown) whether it is in the group."""
    kinds = [[*codebook.variables[name].categories, "?"] for name in ("org_type", "size")]

    def holds(kind: str, size: str) -> bool:
        own = {"": "all", "org_type": kind, "size": size, "org_type_by_size": f"{kind}*{size}"}
        return (group == "all" and "?" not in own[groups]) or group == own[groups]

    return np.array([holds(kind, size) for kind, size in product(*kinds)])


def narrowed(shares: list[Told]) -> list[Told]:
    """The hidden counts that lie in a range below the width, or below what bases alone tell."""
    found = []
    for item in dict.fromkeys(one.item for one in shares):
        own = [one for one in shares if one.item == item]
        known = [(one.base_row, one.base) for one in own]
        shown = known + [(one.row, one.count) for one in own if not one.hidden]
        for one in own:
            if one.hidden and reach(one, shown) < min(WIDTH, reach(one, known)) - 1e-6:
                found.append(one)
    return found


def reach(one: Told, known: list[tuple[np.ndarray, int]]) -> float:
    rows, values = (np.array(part) for part in zip(*known, strict=True))
    low, high = (linprog(sign * one.row, A_eq=rows, b_eq=values) for sign in (1, -1))
    assert low.success and high.success
    return float(-high.fun - low.fun)
