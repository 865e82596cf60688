"""Calibration of design weights to the frame: post-stratification, raking and trimming.

Everyone in a calibration cell (a combination of the margins' categories) gets the same factor, so
the weights' sums by cell suffice: nothing here sees a respondent. The variance after
calibration is `inference.design.covariance`.
"""

from dataclasses import dataclass

import numpy as np

from pipeline.errors import CodebookError
from pipeline.inference.design import Calibration
from pipeline.inference.intervals import Floats
from pipeline.sampling.margins import (
    Margin,
    differences,
    margin_problems,
    no_convergence,
    weight_by_category,
)

# Margins are met when no category is further from the frame than this part of the population.
TOLERANCE = 1e-10

# Raking usually settles in less than 20 rounds; more than this says that the margins contradict
# each other in the categories that the sample has.
MOST_ROUNDS = 1000


@dataclass(frozen=True)
class Bounds:
    """How far a factor may lie from their mean: 0.3 and 3 are a third and three times.

    Raises ValueError unless 0 <= lower < 1 < upper.
    """

    lower: float
    upper: float

    def __post_init__(self) -> None:
        """Refuse bounds between which no factors can have their mean."""
        if not 0 <= self.lower < 1 < self.upper:
            raise ValueError(f"bounds lie on both sides of 1, not at {self.lower} and {self.upper}")


@dataclass(frozen=True)
class Calibrated:
    """The `factor` by which the design weights of each calibration cell are multiplied.

    `difference` is the largest remaining difference from a margin, as a part of the population;
    `converged` says whether it is below TOLERANCE (only trimming lets it be larger); `rounds` is
    how often all margins were gone through, `trimmed` how many cells lie at a bound.
    """

    factor: Floats
    rounds: int
    difference: float
    converged: bool
    trimmed: int


def calibration(margins: tuple[Margin, ...]) -> Calibration:
    """What the variance needs to know of the margins."""
    return Calibration(tuple(margin.of_cell for margin in margins))


def post_stratified(weight: Floats, margin: Margin, bounds: Bounds | None = None) -> Calibrated:
    """Weights that add up to the frame in each category: the factor is count / sum of weights.

    `weight` holds the sums of the design weights by calibration cell. R's postStratify. Raises
    CodebookError as `raked`.
    """
    return raked(weight, (margin,), bounds)


def raked(weight: Floats, margins: tuple[Margin, ...], bounds: Bounds | None = None) -> Calibrated:
    """Weights that add up to the frame in each margin, as near to the design weights as can be.

    `weight` holds the sums of the design weights by calibration cell. The margins are met one
    after the other, again and again (Deming and Stephan 1940, Annals of Mathematical Statistics
    11, 427-444); R's rake with a small epsilon.

    With bounds, factors outside them are set to the bound after each round, and the next round
    spreads what that took or gave (Izrael, Battaglia and Frankel 2009, SAS Global Forum 247). The
    bounds hold at the end; where they are narrow, the margins are met less closely, and
    `difference` says by how much.

    Raises CodebookError where the frame and the sample do not fit, or where raking without bounds
    does not converge.
    """
    problems = margin_problems(weight, margins)
    if problems:
        raise CodebookError(problems)
    mean = margins[0].counts.sum() / weight.sum()
    low, high = (bounds.lower * mean, bounds.upper * mean) if bounds else (0.0, np.inf)
    factor, rounds = np.ones_like(weight), 0
    difference = np.inf
    while difference > TOLERANCE and rounds < MOST_ROUNDS:
        before = factor
        factor = np.clip(_one_round(factor, weight, margins), low, high)
        difference = max(float(differences(factor, weight, each).max()) for each in margins)
        rounds += 1
        if bounds and np.allclose(factor, before, rtol=TOLERANCE, atol=0):
            break  # the bounds keep the margins from being met
    if bounds is None and difference > TOLERANCE:
        raise CodebookError(no_convergence(factor, weight, margins, rounds))
    trimmed = int(np.sum((factor <= low) | (factor >= high))) if bounds else 0
    return Calibrated(factor, rounds, difference, difference <= TOLERANCE, trimmed)


def _one_round(factor: Floats, weight: Floats, margins: tuple[Margin, ...]) -> Floats:
    for margin in margins:
        sums = weight_by_category(factor * weight, margin)
        scale = np.divide(margin.counts, sums, out=np.ones_like(sums), where=sums > 0)
        factor = factor * scale[margin.of_cell]
    return factor
