"""Many tests at once: corrected p-values, and what chance alone would find."""

from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from pipeline.inference.intervals import Floats


class Correction(StrEnum):
    """How the p-values of a family of tests are corrected.

    Holm and Bonferroni keep the chance of one false finding in the family at the level, whatever
    the tests have to do with each other; Holm finds at least as much. Benjamini-Hochberg keeps
    the expected part of false findings among all findings at the level.
    """

    NONE = "none"
    HOLM = "holm"
    BONFERRONI = "bonferroni"
    BENJAMINI_HOCHBERG = "benjamini-hochberg"


def corrected(p_values: ArrayLike, correction: Correction) -> Floats:
    """p-values to compare with the level as they are; one family along the last axis.

    A family is as large as its tests that were possible: nan stays nan and does not count.
    With the p-values of m tests in ascending order, i from 1: Bonferroni m p; Holm (1979,
    Scandinavian Journal of Statistics 6, 65-70) the largest (m - j + 1) p_j up to i; Benjamini and
    Hochberg (1995, Journal of the Royal Statistical Society B 57, 289-300) the smallest m p_j / j
    from i on; never above 1. Raises ValueError for a number that is no probability.
    """
    p = np.asarray(p_values, dtype=np.float64)
    if ((p < 0) | (p > 1)).any():
        raise ValueError("p-values lie between 0 and 1: give probabilities, nan for no test")
    tests = np.count_nonzero(~np.isnan(p), axis=-1, keepdims=True)
    if correction == Correction.NONE or not p.size:
        return p
    if correction == Correction.BONFERRONI:
        return np.minimum(tests * p, 1.0)
    order = np.argsort(p, axis=-1)
    ascending, rank = np.take_along_axis(p, order, -1), np.arange(1, p.shape[-1] + 1)
    if correction == Correction.HOLM:
        stepped = np.maximum.accumulate((tests - rank + 1) * ascending, axis=-1)
    else:
        backwards = (tests / rank * ascending)[..., ::-1]
        stepped = np.fmin.accumulate(backwards, axis=-1)[..., ::-1]
    result = np.empty_like(p)
    np.put_along_axis(result, order, np.minimum(stepped, 1.0), -1)
    return np.where(np.isnan(p), np.nan, result)


def expected_by_chance(tests: int, level: float) -> float:
    """How many of the tests would come out significant, uncorrected, if nothing differed.

    `level` is the confidence, 0.95 for tests at 5 per cent: tests (1 - level), also when the
    tests depend on each other. Raises ValueError unless 0 < level < 1.
    """
    if not 0 < level < 1:
        raise ValueError(f"a confidence level lies between 0 and 1, not at {level}: write 0.95")
    return tests * (1 - level)
