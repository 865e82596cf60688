"""How often intervals hold the true share, in simulated stratified samples with weights.

`python -m tests.bench.coverage docs/coverage.csv` writes the table that the methods page shows.

Each sample is of four strata that differ in size in the population and are drawn alike, so that
weights repair what the design distorts; inside a stratum each respondent has one of two weights.
Kish's design effect is about 1.6, and the answer depends on the stratum.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
import polars.selectors as cs
from rich.console import Console
from rich.table import Table
from scipy.special import expit, logit

from pipeline.inference.intervals import Floats, Interval
from pipeline.inference.share_intervals import (
    design_wald_interval,
    design_wilson_interval,
    korn_graubard_interval,
    recommended_interval,
)

SEED = 20_200_611
SAMPLES = 20_000
"""Samples a cell of the table: the standard error of a coverage of .95 is then .0015."""
SHARES = (0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95)
EFFECTIVE_BASES = (50, 75, 100, 150, 200, 400, 800)
STRATUM_WEIGHTS = np.array([0.4, 0.8, 1.2, 1.6])
"""A stratum's part of the population, relative to its part of the sample."""
WEIGHTS = np.array([0.4, 1.6])
"""What these weights are multiplied by for each half of a stratum's respondents."""
DESIGN_EFFECT = float((STRATUM_WEIGHTS**2).mean() * (WEIGHTS**2).mean())
STRATUM_LOGITS = np.array([-0.3, 0.0, 0.2, 0.3])
"""How much more likely the answer is in a stratum, as a difference of logits."""

FEW, LEAST, LOW, HIGH = 10.0, 0.92, 0.94, 0.97
"""The aims: on average from LOW to HIGH, and LEAST where at least FEW events are expected."""


@dataclass(frozen=True)
class Sampled:
    """What is estimated from each sample, and the degrees of freedom and respondents of all."""

    share: Floats
    standard_error: Floats
    effective_n: Floats
    n: int
    df: int


def coverage(samples: int = SAMPLES, seed: int = SEED) -> pl.DataFrame:
    """One row an effective base and share: how often each method's interval held the share.

    `respondents` are the size of the sample, `events` the expected events or, where these are
    fewer, non-events in the effective base; `width` is the mean width of the recommended interval.
    """
    random = np.random.default_rng(seed)
    rows = []
    for effective_n in EFFECTIVE_BASES:
        for share in SHARES:
            drawn = sampled(share, effective_n, samples, random)
            found = intervals(drawn)
            held = {
                name: float(((one.low <= share) & (share <= one.high)).mean())
                for name, one in found.items()
            }
            rows.append(
                {
                    "effective_n": effective_n,
                    "share": share,
                    "respondents": drawn.n,
                    "events": round(effective_n * min(share, 1 - share), 1),
                    **held,
                    "width": float((found["recommended"].high - found["recommended"].low).mean()),
                    "samples": samples,
                    "seed": seed,
                }
            )
    return pl.DataFrame(rows)


def intervals(drawn: Sampled) -> Mapping[str, Interval]:
    """The intervals of all samples by each method."""
    known = drawn.share, drawn.standard_error, drawn.n, drawn.df, drawn.effective_n
    return {
        "recommended": recommended_interval(*known),
        "wilson": design_wilson_interval(*known),
        "korn_graubard": korn_graubard_interval(*known),
        "wald": design_wald_interval(drawn.share, drawn.standard_error, drawn.df),
    }


def sampled(share: float, effective_n: float, samples: int, random: np.random.Generator) -> Sampled:
    """Samples of about this effective base from a population with this share.

    The standard error is R's of a stratified sample: the influences of a stratum's respondents,
    squared around their mean.
    """
    strata = len(STRATUM_WEIGHTS)
    drawn = round(effective_n * DESIGN_EFFECT / strata)
    first = random.binomial(drawn, 0.5, (samples, strata, 1))
    n = np.concatenate([first, drawn - first], axis=2)
    held = random.binomial(n, chances(share)[:, None])
    weight = STRATUM_WEIGHTS[:, None] * WEIGHTS
    total = (n * weight).sum(axis=(1, 2))
    estimate = (held * weight).sum(axis=(1, 2)) / total
    yes, no = (1 - estimate)[:, None, None], -estimate[:, None, None]
    sums = (weight * (held * yes + (n - held) * no)).sum(axis=2)
    squares = (weight**2 * (held * yes**2 + (n - held) * no**2)).sum(axis=2)
    variance = (squares - sums**2 / drawn).sum(axis=1) * drawn / (drawn - 1)
    return Sampled(
        estimate,
        np.sqrt(np.maximum(variance, 0.0)) / total,
        total**2 / (n * weight**2).sum(axis=(1, 2)),
        strata * drawn,
        strata * drawn - strata,
    )


def chances(share: float) -> Floats:
    """The chance of the answer in each stratum, where its share in the population is `share`."""
    part = STRATUM_WEIGHTS / STRATUM_WEIGHTS.sum()
    level = logit(share)
    for _ in range(20):  # Newton's steps
        chance = expit(level + STRATUM_LOGITS)
        level -= (part @ chance - share) / (part @ (chance * (1 - chance)))
    return np.asarray(expit(level + STRATUM_LOGITS))


def coverage_table(found: pl.DataFrame) -> Table:
    """Effective bases down, shares across, in percent; cells with few events are dim."""
    judged = found.filter(pl.col("events") >= FEW)["recommended"]
    mean, least = found["recommended"].mean(), judged.min()
    assert isinstance(mean, float) and isinstance(least, float)
    reached = LOW <= mean <= HIGH and least >= LEAST
    means = ", ".join(f"{name} {found[name].mean():.1%}" for name in ("wilson", "wald"))
    table = Table(
        title=f"Coverage of the recommended 95% interval, {found['samples'][0]:,} samples a cell",
        caption=f"mean {mean:.1%} (aim {LOW:.0%} to {HIGH:.0%}), "
        f"least with {FEW:g} events or more {least:.1%} (aim {LEAST:.0%})"
        f"{'' if reached else ': [bold red]missed[/]'}; others' means: {means}",
    )
    table.add_column("effective base", justify="right")
    for share in SHARES:
        table.add_column(f"{share:.0%}", justify="right")
    for effective_n in EFFECTIVE_BASES:
        cells = found.filter(effective_n=effective_n)
        table.add_row(
            str(effective_n),
            *(
                f"{100 * held:.1f}" if events >= FEW else f"[dim]{100 * held:.1f}[/]"
                for held, events in cells.select("recommended", "events").iter_rows()
            ),
        )
    return table


def main() -> None:
    found = coverage()
    Console().print(coverage_table(found))
    if len(sys.argv) > 1:
        found.with_columns(cs.float().round(4)).write_csv(Path(sys.argv[1]))


if __name__ == "__main__":
    main()
