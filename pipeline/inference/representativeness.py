"""Do the respondents look like the frame? Goodness of fit to a margin of known counts.

Give the sample as it was before calibration: calibrated weights meet the frame by construction.
"""

from math import nan, sqrt

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import chdtrc

from pipeline.inference.association import Caution, TestResult, expected_too_small
from pipeline.inference.design import Atoms, Sample, Whole, covariance
from pipeline.inference.intervals import Floats


def goodness_of_fit(counts: ArrayLike, frame: ArrayLike) -> TestResult:
    """Pearson's test that respondents spread over categories as the frame does; R's chisq.test.

    `counts` are respondents, `frame` units of the population (or shares), by category; categories
    that neither has are dropped. X² = sum (observed - expected)² / expected with K - 1 degrees of
    freedom (Agresti 2013, Categorical Data Analysis, 1.5); the effect size is Cohen's w =
    sqrt(X² / n). Assumes that all units had the same chance to respond, independently; the finite
    population is not corrected for. Raises ValueError where `counts` and `frame` do not match.
    """
    observed, expected_shares = _matched(counts, frame)
    n = float(observed.sum())
    untestable = _why_untestable(n, len(observed))
    if untestable:
        return _result("chi_squared_fit", nan, len(observed) - 1, nan, n, untestable)
    expected = n * expected_shares
    statistic = float(((observed - expected) ** 2 / expected).sum())
    caution = Caution.SMALL_EXPECTED if expected_too_small(expected) else None
    return _result("chi_squared_fit", statistic, len(observed) - 1, sqrt(statistic / n), n, caution)


def design_goodness_of_fit(
    category: Whole, frame: ArrayLike, atoms: Atoms, sample: Sample
) -> TestResult:
    """The same for the weighted respondents of a design: Rao and Scott's second-order correction.

    `category` numbers the atoms' categories from 0, as `frame` has them. Pearson's statistic of
    the weighted counts is divided by a scale, and compared with a chi-squared distribution whose
    degrees of freedom (not a whole number) give it the mean and variance that the design's
    covariances imply: Rao and Scott (1981), JASA 76, 221-230; Satterthwaite's approximation. R's
    svygofchisq. Pass a sample without finite population correction and without calibration.
    Raises ValueError as `goodness_of_fit`.
    """
    categories = len(np.atleast_1d(np.asarray(frame)))
    weight = np.bincount(category, atoms.w, categories)
    observed, expected_shares = _matched(weight, frame)
    n = float(atoms.n.sum())
    untestable = _why_untestable(n, len(observed))
    if untestable:
        return _result("rao_scott_fit", nan, len(observed) - 1, nan, n, untestable)
    expected = observed.sum() * expected_shares
    statistic = float(((observed - expected) ** 2 / expected).sum())
    kept = np.flatnonzero(np.asarray(frame, dtype=np.float64) > 0)
    influence = _residual_influences(category, kept, observed, expected)
    eigenvalues = np.linalg.eigvalsh(covariance(influence, atoms, sample))
    mean, mean_square = float(eigenvalues.mean()), float((eigenvalues**2).mean())
    if not mean > 0:
        return _result("rao_scott_fit", nan, len(observed) - 1, nan, n, Caution.FEW_CLUSTERS)
    df = len(observed) * mean**2 / mean_square
    effect_size = sqrt(statistic / float(observed.sum()))
    return _result("rao_scott_fit", statistic * mean / mean_square, df, effect_size, n, None)


def _residual_influences(
    category: Whole, kept: Whole, observed: Floats, expected: Floats
) -> Floats:
    """What a unit of weight contributes to (O - E) / sqrt(E), where E = N times the frame's share.

    Both O and N are estimated (atoms x categories).
    """
    own = (category[:, None] == kept) / np.sqrt(expected)
    share = expected / expected.sum()
    of_all = share * (observed + expected) / (2 * expected**1.5)
    return np.asarray(own - of_all)


def _matched(counts: ArrayLike, frame: ArrayLike) -> tuple[Floats, Floats]:
    """Both without the categories that the frame lacks; the frame as shares."""
    observed, known = np.asarray(counts, dtype=np.float64), np.asarray(frame, dtype=np.float64)
    if observed.shape != known.shape or observed.ndim != 1:
        raise ValueError("counts and frame need one number for each category, in the same order")
    if not ((observed >= 0).all() and (known >= 0).all() and known.any()):
        raise ValueError("counts and frame hold a negative or missing number, or the frame no one")
    if observed[known == 0].any():
        raise ValueError("there are respondents in a category of which the frame has no one")
    return observed[known > 0], known[known > 0] / known.sum()


def _why_untestable(n: float, categories: int) -> Caution | None:
    if n == 0:
        return Caution.NO_ANSWERS
    return Caution.ONE_CATEGORY if categories == 1 else None


def _result(
    test: str, statistic: float, df: float, effect_size: float, n: float, caution: Caution | None
) -> TestResult:
    return TestResult(
        test=test,
        statistic=statistic,
        df1=float(df),
        df2=None,
        p_value=float(chdtrc(df, statistic)) if statistic == statistic else nan,
        effect="cohens_w",
        effect_size=effect_size,
        n=int(n),
        warning=caution,
    )
