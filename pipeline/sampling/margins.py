"""What the frame says of a variable to calibrate to, and whether the sample can follow it."""

from dataclasses import dataclass

import numpy as np

from pipeline.inference.design import Whole
from pipeline.inference.intervals import Floats

# Totals of two margins differ when they do by more than this part.
SAME = 1e-9


@dataclass(frozen=True)
class Margin:
    """What the frame says of one variable, and which category each calibration cell has.

    `categories` are the names for messages, `counts` the units of the population in each,
    `of_cell` the number of the category of each cell, from 0.
    """

    variable: str
    categories: tuple[str, ...]
    counts: Floats
    of_cell: Whole


def margin_problems(weight: Floats, margins: tuple[Margin, ...]) -> list[str]:
    """What keeps a sample from being calibrated to these margins, one message a thing."""
    problems = []
    for margin in margins:
        sums = weight_by_category(weight, margin)
        for name, count, held in zip(margin.categories, margin.counts, sums, strict=True):
            where = f'wave.yml, the frame of {margin.variable}, "{name}"'
            if count > 0 and held <= 0:
                problems.append(
                    f"{where}: the frame has {count:.10g}, the sample no one; merge the category "
                    f"with another, or calibrate without {margin.variable}"
                )
            if count <= 0 and held > 0:
                problems.append(
                    f"{where}: the sample has respondents, the frame no one; correct the count"
                )
    totals = {margin.variable: float(margin.counts.sum()) for margin in margins}
    if not np.allclose(list(totals.values()), max(totals.values()), rtol=SAME, atol=0):
        listed = ", ".join(f"{total:.10g} by {variable}" for variable, total in totals.items())
        problems.append(
            f"wave.yml: the frame counts {listed}; give the same population in every margin"
        )
    return problems


def differences(factor: Floats, weight: Floats, margin: Margin) -> Floats:
    """How far the weighted sample is from the frame by category, as parts of the population."""
    off = np.abs(weight_by_category(factor * weight, margin) - margin.counts)
    return np.asarray(off / margin.counts.sum())


def weight_by_category(weight: Floats, margin: Margin) -> Floats:
    """The sums of weights in each category; `weight` has one entry a calibration cell."""
    return np.bincount(margin.of_cell, weight, len(margin.counts)).astype(np.float64)


def no_convergence(factor: Floats, weight: Floats, margins: tuple[Margin, ...], rounds: int) -> str:
    """The message for margins that raking could not meet, with the category furthest off."""
    off = [differences(factor, weight, margin) for margin in margins]
    worst = max(range(len(margins)), key=lambda each: float(off[each].max()))
    margin, category = margins[worst], int(off[worst].argmax())
    return (
        f"wave.yml: raking to {' and '.join(each.variable for each in margins)} did not converge "
        f"in {rounds} rounds; the largest difference is "
        f"{100 * off[worst][category]:.2g} percent of the population, in "
        f'{margin.variable} "{margin.categories[category]}". The sample has too few combinations '
        "of their categories: merge categories, or calibrate to fewer variables"
    )
