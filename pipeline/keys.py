"""The names of estimates in variables, claims and links.

An estimate is called by its figure, `innovation.w2020.fig_05.more_external_actors.volunteer.agree`,
and by its variable, `innovation.w2020.changes.more_external_actors.volunteer.agree`; parts that do
not apply are left out. A rate ends in `_rate`, a share of ticks in `_of_ticks`, a mean in `mean`,
and so do a median, a score, a rank and alpha.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from pipeline.documents import nearest
from pipeline.results import EVERYONE


@dataclass(frozen=True)
class Estimate:
    """One estimate as a sentence needs it: shares in 0..1, the base unweighted.

    `low` to `high` is its interval; the names say what it is an estimate of.
    """

    key: str
    statistic: str
    value: float | None
    margin: float | None
    base_n: int
    figure_n: int
    suppressed: bool
    low: float | None = None
    high: float | None = None
    survey: str = ""
    wave: str = ""
    figure: str = ""
    variable: str = ""
    item: str = ""
    group_variable: str = ""
    group: str = EVERYONE
    category: str = ""


SAME_NAMES = (
    "statistic",
    "margin",
    "base_n",
    "figure_n",
    "suppressed",
    "survey",
    "wave",
    "figure",
    "variable",
    "item",
    "group_variable",
    "group",
    "category",
)
"""What an estimate calls as its row does."""


class UnknownKey(LookupError):
    """No estimate, or more than one, has this name; the text says which are near."""


@dataclass(frozen=True)
class Keys:
    """Every estimate by each of its names; `beyond` are waves that there are and that may not be
    named here, as names of their estimates begin."""

    by_name: Mapping[str, tuple[Estimate, ...]]
    beyond: frozenset[str] = frozenset()

    def find(self, reference: str, survey: str = "", wave: str = "") -> Estimate:
        """The one estimate whose name ends in `reference`, first among those of a wave.

        Raises `UnknownKey` when there is none or more than one.
        """
        return self.find_all(reference, survey, wave)[0]

    def find_all(self, reference: str, survey: str = "", wave: str = "") -> tuple[Estimate, ...]:
        """The same number in each figure that shows it.

        Raises `UnknownKey` when no name ends in `reference`, or names of different numbers do.
        """
        names = self._ending_in(reference)
        if wave:
            prefix = f"{wave_prefix(survey, wave)}."
            names = [name for name in names if name.startswith(prefix)] or names
        found = {estimate.key: estimate for name in names for estimate in self.by_name[name]}
        distinct = {(one.statistic, one.value, one.base_n): one for one in found.values()}
        if not found:
            self.refuse_beyond(reference)
            raise UnknownKey(
                f'there is no estimate "{reference}"{nearest(reference, self._ends())}'
            )
        if len(distinct) > 1:
            raise UnknownKey(
                f'"{reference}" names {len(distinct)} estimates: {", ".join(sorted(found)[:4])}; '
                "write as much of the name as makes it unique"
            )
        return tuple(found.values())

    def refuse_beyond(self, reference: str) -> None:
        """Raises `UnknownKey` for a name of a wave that may not be named here."""
        for survey, _, wave in (one.rpartition(".") for one in self.beyond):
            if reference.startswith((f"{survey}.{wave}.", f"{wave}.")):
                raise UnknownKey(
                    f'"{reference}" is of another survey or of a later wave: pages of a wave state '
                    "numbers of that wave and of earlier ones of its survey; state it on a page "
                    f"of {survey} {wave[1:]}, or on one that belongs to no wave"
                )

    def _ending_in(self, reference: str) -> list[str]:
        end = f".{reference}"
        return [name for name in self.by_name if name == reference or name.endswith(end)]

    def _ends(self) -> list[str]:
        """Names without survey and wave, as a page would write them."""
        return [name.split(".", 2)[2] for name in self.by_name]


def wave_prefix(survey: str, wave: str) -> str:
    """How every name of a wave begins."""
    return f"{survey}.w{wave}"


def keys(estimates: pl.DataFrame) -> Keys:
    """The names of a frame of estimates (columns of `results.ESTIMATES`)."""
    by_name: dict[str, tuple[Estimate, ...]] = {}
    for row in estimates.iter_rows(named=True):
        names = list(dict.fromkeys(_names(row)))
        estimate = Estimate(
            key=names[0],
            value=row["estimate"],
            low=row["ci_low"],
            high=row["ci_high"],
            **{name: row[name] for name in SAME_NAMES},
        )
        for name in names:
            by_name[name] = (*by_name.get(name, ()), estimate)
    return Keys(by_name)


def name_of(row: Mapping[str, Any]) -> str:
    """The name of an estimate (a row of `results.ESTIMATES`) by its figure."""
    return next(_names(row))


def _last(statistic: str, category: str) -> str:
    """The end of a name: the category, or what the number is."""
    match statistic:
        case "rate":
            return f"{category}_rate"
        case "share_of_ticks":
            return f"{category}_of_ticks"
        case "mean" | "standard_deviation" | "median" | "score" | "alpha" | "rank":
            return statistic
    return category


def _names(row: Mapping[str, Any]) -> Iterator[str]:
    last = _last(row["statistic"], row["category"])
    group = "" if row["group"] == EVERYONE else row["group"].replace("*", "_")
    rest = [part for part in (row["item"], group, last) if part]
    for first in (row["figure"], row["variable"]):
        yield ".".join((wave_prefix(row["survey"], row["wave"]), first, *rest))
