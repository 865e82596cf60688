"""Does it depend on a group which items of a multiple-response question respondents tick?

A respondent may tick several items, so the items' own tests depend on each other; this is one
test for the question. The atoms are of distinct patterns: everyone in an atom ticks the same items.
"""

from dataclasses import replace
from math import nan, sqrt

import numpy as np

from pipeline.inference.association import Caution, TestResult, why_untestable
from pipeline.inference.design import Atoms, Sample, Whole
from pipeline.inference.rao_scott import expects_little, second_order, two_way
from pipeline.inference.shares import Members


def rao_scott_items(ticked: Members, group: Whole, atoms: Atoms, sample: Sample) -> TestResult:
    """Test that no item's share of respondents depends on the group, respecting shared ticks.

    `ticked` (atoms x J) says which items the respondents of each atom tick; the atoms are
    everyone in the base, those who tick nothing included. Each item by group is a two-way table
    with its Pearson statistic X²; the sum over items is divided by the sum of its generalised
    design effects, from the joint covariance of all items, and compared with F as by Rao and
    Scott (Thomas and Decady 2004, Communications in Statistics: Simulation and Computation 33,
    425-443; Bilder and Loughin 2004, Biometrics 60, 241-248). With one item this is `rao_scott`.
    Without a design or weights take one stratum of respondents of weight 1.

    Items that no one or everyone ticks say nothing and are left out. The effect is the root mean
    square of the items' Cramér's V. Nan with a warning where nothing can be tested.
    """
    tables = [two_way(atoms, group, item.astype(np.int64)) for item in ticked.T]
    varying = [table for table in tables if table.shares.shape[1] == 2]
    groups = len(tables[0].shares) if tables else 0
    untested = TestResult(
        test="rao_scott_items",
        statistic=nan,
        df1=nan,
        df2=nan,
        p_value=nan,
        effect="cramers_v",
        effect_size=nan,
        n=int(atoms.n.sum()),
        warning=why_untestable(groups, 2 if varying else 1),
    )
    if untested.warning:
        return untested
    tested = second_order(varying, atoms, sample)
    if isinstance(tested, Caution):
        return replace(untested, warning=tested)
    small = any(expects_little(table, atoms) for table in varying)
    return replace(
        untested,
        statistic=tested.statistic,
        df1=tested.df1,
        df2=tested.df2,
        p_value=tested.p_value,
        effect_size=sqrt(sum(table.phi2 for table in varying) / len(varying)),
        warning=Caution.SMALL_EXPECTED if small else None,
    )
