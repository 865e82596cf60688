"""Results -> what of them is published, once, for everything that leaves the pipeline."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.disclosure.earlier_release import since_release
from pipeline.disclosure.parts import FIGURES, LOG, Part, Tables
from pipeline.disclosure.precision import rounded
from pipeline.disclosure.sensitive import Place, hidden_counts
from pipeline.disclosure.told_tests import smallest_base, told_tests
from pipeline.planning.plan import RESPONSE, Disclosure, Plan

TOO_FEW = "fewer than {} respondents"
SMALL_NUMBERS = "the rules for small numbers: {}"


@dataclass(frozen=True)
class Disclosed:
    """What may be published of each part, and the private log of what is hidden (`parts.LOG`)."""

    tables: Mapping[str, Tables]
    log: pl.DataFrame


def disclosure_controlled(
    parts: Mapping[str, Part], codebook: Codebook, released: Mapping[str, pl.DataFrame]
) -> Disclosed:
    """The published tables of the parts, by the same names, and why numbers are hidden.

    `released` are the estimates that were released of them, by part; none of a draft. Where the
    plan switches disclosure control off, the tables are the results as they are.
    """
    rules = parts[FIGURES].plan.disclosure
    if rules == "off":
        as_they_are = {name: Tables(one.estimates, one.tests) for name, one in parts.items()}
        return Disclosed(as_they_are, pl.DataFrame(schema=LOG))
    reasons = dict(_unreliable(parts, rules))
    reasons |= hidden_counts(parts, codebook, rules, reasons)
    reasons = since_release(released, parts, codebook, reasons)
    secret = {parts[name].estimates["variable"][row] for name, row in reasons} & {
        name for name, variable in codebook.variables.items() if variable.sensitive
    }
    marked = {name: _marked(name, part, reasons) for name, part in parts.items()}
    tables = {
        name: rounded(
            Tables(
                marked[name].drop("reason", "banner"),
                told_tests(part, marked[name], codebook, rules, secret),
            )
        )
        for name, part in parts.items()
    }
    return Disclosed(tables, pl.concat(map(_log, marked.values())))


def _unreliable(parts: Mapping[str, Part], rules: Disclosure) -> Iterator[tuple[Place, str]]:
    """The numbers that rest on too few, and those that the rules for small numbers hide."""
    for name, part in parts.items():
        for place, row in enumerate(part.estimates.iter_rows(named=True)):
            reason = _reason(row, part.plan, rules)
            if reason:
                yield (name, place), reason


def _reason(row: Mapping[str, object], plan: Plan, rules: Disclosure) -> str:
    """Why a number is hidden, whatever it is about; '' where it is not."""
    if row["variable"] == RESPONSE:
        return ""
    smallest = smallest_base(str(row["figure"]), plan, rules)
    if int(str(row["base_n"])) < smallest:
        return TOO_FEW.format(smallest)
    return SMALL_NUMBERS.format(row["note"]) if row["suppressed"] else ""


def _marked(name: str, part: Part, reasons: Mapping[Place, str]) -> pl.DataFrame:
    """The estimates with the banner, whether they are suppressed, and the reason."""
    own = [reasons.get((name, place), "") for place in range(part.estimates.height)]
    reason = pl.Series(own, dtype=pl.String)
    return part.estimates.with_columns(reason=reason, suppressed=reason != "", banner=pl.lit(name))


def _log(marked: pl.DataFrame) -> pl.DataFrame:
    return marked.filter("suppressed").select(LOG.names())
