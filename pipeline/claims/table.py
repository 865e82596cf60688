"""Every claim with its number, interval, base and verdict, as a table; pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipeline.claims.checks import Checked

CLAIMS = pl.Schema(
    {
        "survey": pl.String(),
        "wave": pl.String(),
        "page": pl.String(),
        "place": pl.String(),
        "language": pl.String(),
        "words": pl.String(),
        "of": pl.String(),
        "than": pl.String(),
        "within": pl.String(),
        "test": pl.String(),
        "statistic": pl.String(),
        "number": pl.Float64(),
        "ci_low": pl.Float64(),
        "ci_high": pl.Float64(),
        "base_n": pl.Int64(),
        "other_base_n": pl.Int64(),
        "p_adjusted": pl.Float64(),
        "backed_by": pl.String(),
        "caution": pl.String(),
        "holds": pl.Boolean(),
        "problem": pl.String(),
    }
)
"""One row a claim. `of` and `than` are whole names where they are known, `number` is the estimate
or the difference of the two (shares in 0..1); a text is empty where it does not apply."""


LINE = re.compile(r", line \d+")


@dataclass(frozen=True)
class Placed:
    """A checked claim on a page (or in the figure plan), in a language."""

    page: Path
    language: str
    checked: Checked

    @property
    def place(self) -> str:
        """File and line; of the figure plan the entry alone, as the lines of what all waves share
        move with what is said of another wave."""
        where = self.checked.claim.where
        return LINE.sub("", where) if self.page.suffix == ".yml" else where


def claim_table(claims: Iterable[Placed], survey: str, wave: str) -> pl.DataFrame:
    """One row a claim, with the columns of `CLAIMS`; `survey` and `wave` are the page's."""
    return pl.DataFrame(
        [
            {
                "survey": survey,
                "wave": wave,
                "page": str(one.page),
                "language": one.language,
                **_stated(one.checked),
                "place": one.place,
                **_numbers(one.checked),
                **_backing(one.checked),
                "holds": not one.checked.problem,
                "problem": one.checked.problem.replace(one.checked.claim.where, one.place),
            }
            for one in claims
        ],
        schema=CLAIMS,
    )


def _stated(checked: Checked) -> dict[str, object]:
    claim = checked.claim
    return {
        "words": claim.words,
        "of": checked.estimate.key if checked.estimate else claim.of,
        "than": checked.other.key if checked.other else claim.than,
        "within": claim.within,
        "test": claim.test,
    }


def _numbers(checked: Checked) -> dict[str, object]:
    first, second, found = checked.estimate, checked.other, checked.evidence
    if first is None or first.suppressed or (second and second.suppressed):
        return {"statistic": "" if first is None else first.statistic}
    numbers = {
        "statistic": first.statistic,
        "base_n": first.base_n,
        "other_base_n": second.base_n if second else None,
    }
    if second is None:
        return {**numbers, "number": first.value, "ci_low": first.low, "ci_high": first.high}
    if found is None:
        return numbers
    difference = {"number": found.value, "ci_low": found.low, "ci_high": found.high}
    return {**numbers, **difference, "statistic": f"difference of {first.statistic}"}


def _backing(checked: Checked) -> dict[str, object]:
    """Where a comparison is from: the test, or how the interval of the difference was found."""
    found = checked.evidence
    test = checked.test or (found.test if found else None)
    by = f"{test.name} of {test.figure}" if test else (found.source if found else "")
    return {
        "p_adjusted": test.p_adjusted if test else None,
        "backed_by": by,
        "caution": found.caution if found else "",
    }
