"""Results -> what of them is published, once, for everything that leaves the pipeline."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from pipeline.disclosure.parts import LOG, Part, Tables
from pipeline.disclosure.precision import rounded
from pipeline.plan import RESPONSE, Disclosure, Plan

TOO_FEW = "fewer than {} respondents"
SMALL_NUMBERS = "the rules for small numbers: {}"


@dataclass(frozen=True)
class Disclosed:
    """What may be published of each part, and the private log of what is hidden (`parts.LOG`)."""

    tables: Mapping[str, Tables]
    log: pl.DataFrame


def disclosure_controlled(parts: Mapping[str, Part]) -> Disclosed:
    """The published tables of the parts, by the same names, and why numbers are hidden.

    Where the plan switches disclosure control off, the tables are the results as they are.
    """
    published: dict[str, Tables] = {}
    logs = [pl.DataFrame(schema=LOG)]
    for name, part in parts.items():
        rules = part.plan.disclosure
        if rules == "off":
            published[name] = Tables(part.estimates, part.tests)
            continue
        reasons = _reasons(part, rules)
        marked = part.estimates.with_columns(suppressed=reasons != "")
        published[name] = rounded(Tables(marked, part.tests))
        logs.append(_log(name, marked, reasons))
    return Disclosed(published, pl.concat(logs))


def publishable_estimates(exact: pl.DataFrame, published: pl.DataFrame) -> pl.DataFrame:
    """Exact estimates, each marked as suppressed where it is not published.

    What pages state of a number that is published is checked against the exact one: "all" and
    "more than half" are not true of everything that rounds to 100 or 51 per cent.
    """
    return exact.with_columns(published["suppressed"])


def publishable_tests(exact: pl.DataFrame, published: pl.DataFrame) -> pl.DataFrame:
    """Exact tests without the outcomes that are not published."""
    shown = published["p_adjusted"].is_not_null()
    return exact.with_columns(
        pl.when(shown).then("p_adjusted").alias("p_adjusted"),
        significant=pl.col("significant") & shown,
    )


def _reasons(part: Part, rules: Disclosure) -> pl.Series:
    """Why each estimate is hidden; '' where it is not."""
    return pl.Series([_reason(row, part.plan, rules) for row in part.estimates.rows(named=True)])


def _reason(row: Mapping[str, object], plan: Plan, rules: Disclosure) -> str:
    if row["variable"] == RESPONSE:
        return ""
    own = plan.figures[str(row["figure"])].smallest_base
    smallest = rules.smallest_base if own is None else own
    if int(str(row["base_n"])) < smallest:
        return TOO_FEW.format(smallest)
    return SMALL_NUMBERS.format(row["note"]) if row["suppressed"] else ""


def _log(name: str, estimates: pl.DataFrame, reasons: pl.Series) -> pl.DataFrame:
    return (
        estimates.with_columns(banner=pl.lit(name), reason=reasons, estimate=pl.col("estimate"))
        .filter("suppressed")
        .select(LOG.names())
    )
