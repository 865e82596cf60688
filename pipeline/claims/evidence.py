"""Two estimates side by side: their difference, and what shows that there is one; pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.inference.differences import (
    WORST_CORRELATION,
    Bounded,
    correlation_of_shares,
    difference,
)
from pipeline.keys import Estimate, Keys
from pipeline.results import EVERYONE
from pipeline.wave import Wave

WaveName = tuple[str, str]
"""Survey and wave."""
EXACT = ("count", "rate")
"""Statistics of everyone who was invited or answered, without sampling error."""
WHOLE_NAME = re.compile(r"(?P<survey>[\w-]+)\.w(?P<wave>[\w-]+)\.(?P<rest>.+)")
TESTS_OF_MEANS = ("welch_t", "design_t")


@dataclass(frozen=True)
class Known:
    """What claims are checked against: estimates, tests (`results.TESTS`), codebooks and waves.

    `published` are the estimates as readers may see them, by key.
    """

    keys: Keys
    tests: pl.DataFrame
    inputs: Mapping[WaveName, tuple[Codebook, Wave]]
    published: Mapping[str, Estimate] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """The outcome of a test of two estimates, or of the answers of groups."""

    name: str
    figure: str
    p_adjusted: float
    is_significant: bool
    survey: str = ""
    wave: str = ""


@dataclass(frozen=True)
class Evidence:
    """What is known of the difference of two estimates.

    `low` to `high` is its interval and `source` how that was found; `is_shown` says whether there
    is a difference: by the test, where one compares just these two, else by the interval. None: it
    cannot be told. `caution` is what a reader of the listing should know.
    """

    value: float
    low: float | None
    high: float | None
    source: str
    test: Outcome | None
    is_shown: bool | None
    caution: str = ""


def evidence(first: Estimate, second: Estimate, known: Known) -> Evidence | None:
    """The difference of two estimates of one statistic; None when one of them has no interval."""
    assert first.value is not None and second.value is not None, "both are published"
    value = first.value - second.value
    if first.statistic in EXACT:
        return Evidence(value, value, value, "exact counts", None, value != 0)
    if not (_has_interval(first) and _has_interval(second)):
        return None
    correlation, source = _dependence(first, second, known)
    interval = difference(
        _bounded(first),
        _bounded(second),
        WORST_CORRELATION if correlation is None else correlation,
    )
    leaves_out_0 = interval.low > 0 or interval.high < 0
    test = pair_test(first, second, known.tests)
    if test:
        shown: bool | None = test.is_significant
    else:
        shown = leaves_out_0 or (None if correlation is None else False)
    caution = _caution(first, second, known.tests)
    return Evidence(value, interval.low, interval.high, source, test, shown, caution)


def _bounded(estimate: Estimate) -> Bounded:
    assert estimate.value is not None and estimate.low is not None and estimate.high is not None
    return Bounded(estimate.value, estimate.low, estimate.high)


def _has_interval(estimate: Estimate) -> bool:
    """Wald's interval of nobody or everybody has no length and says nothing."""
    return estimate.low is not None and estimate.high is not None and estimate.low < estimate.high


def _dependence(first: Estimate, second: Estimate, known: Known) -> tuple[float | None, str]:
    """How two estimates are correlated, None where nobody knows; and words for it."""
    if _wave(first) != _wave(second):
        return 0.0, "samples of two waves, taken as independent"
    codebook, wave = known.inputs[_wave(first)]
    if are_groups(first, second):
        if wave.design.clusters is None and wave.calibration is None:
            return 0.0, "independent groups"
        return None, "groups that share clusters or weights: the widest interval there can be"
    same = ("figure", "item", "group", "statistic")
    of_one_question = all(getattr(first, name) == getattr(second, name) for name in same)
    if of_one_question and first.statistic == "share" and not wave.is_weighted:
        variable = codebook.variables[first.variable]
        members = (set(variable.category_names(one.category)) for one in (first, second))
        if not set.intersection(*members):
            correlation = correlation_of_shares(first.value or 0.0, second.value or 0.0)
            return correlation, "two answers to one question"
    return None, "answers of the same respondents: the widest interval there can be"


def are_groups(first: Estimate, second: Estimate) -> bool:
    """Whether two estimates are of different groups, so that no respondent is in both."""
    return (
        bool(first.group_variable)
        and first.group_variable == second.group_variable
        and first.group != second.group
        and EVERYONE not in (first.group, second.group)
    )


def _wave(estimate: Estimate) -> WaveName:
    return estimate.survey, estimate.wave


def pair_test(first: Estimate, second: Estimate, tests: pl.DataFrame) -> Outcome | None:
    """The test that compares just these two; first of their own figure, then of another table.

    A test of two groups' shares of one answer; or a test of the whole distribution that has two
    groups and two answers, or of two groups' means. The same question in the same base has as
    many answers.
    """
    if not are_groups(first, second) or first.category != second.category:
        return None
    same = _of_both(first, second, tests)
    pairs = same.filter(
        (pl.col("category") == first.category)
        & pl.col("group").is_in([first.group, second.group])
        & pl.col("other_group").is_in([first.group, second.group])
    )
    if first.statistic != "share":
        pairs = pairs.clear()
    own = pl.col("figure") == first.figure
    whole = same.filter((pl.col("category") == "") & (pl.col("other_group") == ""))
    if first.statistic == "share":
        whole = whole.filter(~pl.col("test").is_in(TESTS_OF_MEANS) & (pl.col("df1") == 1))
    else:
        whole = whole.filter(pl.col("test").is_in(TESTS_OF_MEANS) & own)
    candidates = [pairs.filter(own), whole.filter(own), pairs, whole]
    return next((_outcome(rows) for rows in candidates if not rows.is_empty()), None)


def _of_both(first: Estimate, second: Estimate, tests: pl.DataFrame) -> pl.DataFrame:
    """The tests of the two groups alone that are possible."""
    return tests.filter(
        (pl.col("survey") == first.survey)
        & (pl.col("wave") == first.wave)
        & (pl.col("variable") == first.variable)
        & (pl.col("item") == first.item)
        & (pl.col("group_variable") == first.group_variable)
        & (pl.col("n") == first.base_n + second.base_n)
        & pl.col("p_adjusted").is_not_null()
    )


def _outcome(rows: pl.DataFrame) -> Outcome:
    row = rows.row(0, named=True)
    names = ("figure", "p_adjusted", "survey", "wave")
    return Outcome(
        name=row["test"], is_significant=row["significant"], **{name: row[name] for name in names}
    )


def _caution(first: Estimate, second: Estimate, tests: pl.DataFrame) -> str:
    """What a test of all answers says against singling out one."""
    if not are_groups(first, second) or first.figure != second.figure:
        return ""
    whole = tests.filter(
        (pl.col("survey") == first.survey)
        & (pl.col("wave") == first.wave)
        & (pl.col("figure") == first.figure)
        & (pl.col("item") == first.item)
        & (pl.col("other_group") == "")
        & pl.col("p_adjusted").is_not_null()
        & ~pl.col("significant")
    )
    if whole.is_empty():
        return ""
    return f"the test of all answers of {first.figure} is not significant"


def group_test(reference: str, survey: str, wave: str, tests: pl.DataFrame) -> list[Outcome]:
    """The tests of all answers that a figure, or `figure.item`, has; first those of a wave.

    `innovation.w2020.fig_05` names one of any wave.
    """
    elsewhere = WHOLE_NAME.fullmatch(reference)
    if elsewhere:
        survey, wave, reference = elsewhere["survey"], elsewhere["wave"], elsewhere["rest"]
    figure, _, item = reference.partition(".")
    rows = tests.filter(
        (pl.col("survey") == survey)
        & (pl.col("wave") == wave)
        & (pl.col("figure") == figure)
        & (pl.col("other_group") == "")
        & pl.col("p_adjusted").is_not_null()
    )
    if item:
        rows = rows.filter(pl.col("item") == item)
    return [_outcome(row) for row in rows.iter_slices(1)]
