"""Changes too large to be published before a person has looked at them; pure.

In a questionnaire that is asked every year or two, opinions of a whole sector seldom move a fifth
of their scale: such a jump is more often a column read wrongly or a code turned round.
"""

from collections.abc import Mapping
from typing import Any

import polars as pl

from pipeline.codebooks.codebook import Codebook, Variable
from pipeline.results import EVERYONE, FORMS

LARGEST = 0.2
"""Of a share's 0..1, or of the range of a mean's scores."""


def jump_problems(
    changes: pl.DataFrame, confirmed: Mapping[str, Mapping[str, str]], codebook: Codebook, path: str
) -> list[str]:
    """What a person must say in wave.yml, and what is said there without need.

    Looked at are changes of everyone since any wave that is compared, as `results.CHANGES` has
    them, that were shown; a mean of numbers without scores has no range to be judged by.
    """
    jumps = {
        _name(row): row
        for row in changes.filter("significant", group=EVERYONE).iter_rows(named=True)
        if _size(row, codebook.variables[row["variable"]]) > LARGEST
    }
    undecided = [
        f"{path}: {name} went from {_written(row, 'other_estimate')} in {row['other_wave']} to "
        f"{_written(row, 'estimate')}, more than {LARGEST:.0%} of its scale. See whether the "
        "answers were read rightly; if so, write there, on a line below confirmed_jumps: (at the "
        f"end, where there is none):   {name}: {{{codebook.language}: why it is so}}"
        for name, row in jumps.items()
        if name not in confirmed
    ]
    needless = [
        f"{path}: confirmed_jumps names {name}, which is no such jump; remove it"
        for name in confirmed
        if name not in jumps
    ]
    return undecided + needless


def scale_range(variable: Variable) -> float | None:
    """From the lowest to the highest score; None without scores."""
    scores = [one.score for one in variable.categories.values() if one.score is not None]
    return max(scores) - min(scores) if len(set(scores)) > 1 else None


def _name(row: Mapping[str, str]) -> str:
    return ".".join(part for part in (row["figure"], row["item"], row["category"]) if part)


def _written(row: Mapping[str, Any], name: str) -> str:
    """As many decimals as are published: messages go into logs and e-mails."""
    statistic = row["statistic"]
    places = 1 if FORMS[statistic] == "decimal" else 2
    return f"{row[name]:.{places}f}"


def _size(row: Mapping[str, Any], variable: Variable) -> float:
    """The change as a part of what the number can be; 0 where nobody knows."""
    if row["statistic"] != "mean":
        return float(abs(row["difference"]))
    whole = scale_range(variable)
    return float(abs(row["difference"])) / whole if whole else 0.0
