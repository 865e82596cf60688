"""Which tests are published: those of numbers that are; pure.

The difference of two shares tells a hidden one beside a shown one, and with the bases both where
both are hidden. The effect and the p-value of a whole table tell as much of its hidden groups.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.disclosure.parts import Part
from pipeline.estimating.group_tests import test_of
from pipeline.estimating.small_numbers import rules_of
from pipeline.inference.presentation import is_tested
from pipeline.planning.figure import tested_apart
from pipeline.planning.plan import Disclosure, Plan
from pipeline.results import EVERYONE

NO_TEST = "not shown: the answers are too few or too alike, or could be given away"
FEWEST_SHOWN = 2
"""Groups with a number that is shown: without two a reader sees nothing that is compared."""
MOST_SMALL = 1
"""Groups below the smallest base: the total and the others tell of one as much as a test does."""

Row = Mapping[str, object]


@dataclass(frozen=True)
class Number:
    """A number of a group, and what its figure and its row say of it."""

    item: str
    category: str
    group: str
    base_n: int
    hidden: bool


def smallest_base(figure: str, plan: Plan, rules: Disclosure) -> int:
    """Numbers of fewer respondents are hidden."""
    own = plan.figures[figure].smallest_base
    return rules.smallest_base if own is None else own


def told_tests(
    part: Part, marked: pl.DataFrame, codebook: Codebook, rules: Disclosure, secret: set[str]
) -> pl.DataFrame:
    """The same tests, without the outcomes of those that are not published.

    `marked` are the part's estimates with what is suppressed of them; nothing is told of the
    variables in `secret`. Whatever the reason why there is none, all look alike: which test it
    was, and of how many, can tell of small counts as well.
    """
    numbers = _by_figure(marked)
    told = pl.Series(
        [
            row["variable"] not in secret
            and row["p_value"] is not None
            and _is_seen(row, numbers.get(row["figure"], []), part.plan, codebook, rules)
            for row in part.tests.iter_rows(named=True)
        ],
        dtype=pl.Boolean,
    )
    return part.tests.with_columns(
        *(
            pl.when(told).then(name).alias(name)
            for name in ("p_value", "p_adjusted", "effect_size", "n")
        ),
        *(
            pl.when(told).then(name).otherwise(pl.lit("")).alias(name)
            for name in ("test", "effect")
        ),
        significant=pl.col("significant") & told,
        warning=pl.when(told).then("warning").otherwise(pl.lit(NO_TEST)),
    )


def _by_figure(marked: pl.DataFrame) -> dict[str, list[Number]]:
    found: dict[str, list[Number]] = {}
    for row in marked.filter(pl.col("group") != EVERYONE).iter_rows(named=True):
        hidden = row["suppressed"] or row["estimate"] is None
        number = Number(row["item"], row["category"], row["group"], row["base_n"], hidden)
        found.setdefault(row["figure"], []).append(number)
    return found


def _is_seen(
    test: Row, numbers: list[Number], plan: Plan, codebook: Codebook, rules: Disclosure
) -> bool:
    """Whether what the test compares can be seen: both shares of a pair; of a whole table two
    groups, with no more small ones than the total tells of."""
    compared = [one for one in numbers if test["item"] in ("", one.item)]
    if test["other_group"]:
        pair = [one for one in compared if one.category == test["category"]]
        shown = {one.group for one in pair if not one.hidden}
        return {test["group"], test["other_group"]} <= shown
    figure = str(test["figure"])
    groups = dict.fromkeys(one.group for one in compared)
    within = dict(tested_apart(plan.figures[figure], codebook, groups))[str(test["group"])]
    taking_part = [one for one in _tested(compared, figure, plan) if one.group in within]
    least = smallest_base(figure, plan, rules)
    small = {one.group for one in taking_part if 0 < one.base_n < least}
    shown = {one.group for one in taking_part if not one.hidden}
    return len(shown) >= FEWEST_SHOWN and len(small) <= MOST_SMALL


def _tested(numbers: list[Number], figure: str, plan: Plan) -> Iterator[Number]:
    """The numbers of groups that take part: tests of means leave small groups out."""
    limits = rules_of(plan)
    of_means = test_of(plan.figures[figure]) == "means"
    for one in numbers:
        if not (of_means and limits) or is_tested(one.base_n, limits):
            yield one
