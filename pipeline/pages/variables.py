"""The numbers that pages fill in: `{{< var innovation.w2020.fig_01.volunteer.yes >}}`; pure.

Beside an estimate's own name there are `<name>_margin` and `<name>_n` (its base), and
`<figure>.figure_n`, the N under a figure.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.figures.written import written
from pipeline.keys import Estimate, Keys, UnknownKey
from pipeline.pages.shortcodes import INLINE, Read, included
from pipeline.results import FORMS
from pipeline.wording.numbers import decimal, percentage_points, whole


@dataclass(frozen=True)
class Use:
    """A variable on a page."""

    where: str
    key: str


def uses(page: Path, project: Path, read_text: Read) -> tuple[Use, ...]:
    """The variables of a page and of what it includes, in reading order; none in code."""
    return tuple(
        Use(line.where, match["argument"])
        for line in included(page, page.parent, project, read_text, [])
        if not line.code
        for match in INLINE.finditer(line.text)
        if match["name"] == "var"
    )


def value(key: str, keys: Keys, language: str) -> str:
    """What a page shows for a variable.

    Raises `UnknownKey` when no estimate has that name, or it is not published.
    """
    name, _, last = key.rpartition(".")
    if last == "figure_n":
        return whole(_any_of(name, keys).figure_n, language)
    for ending in ("_margin", "_n"):
        if key.endswith(ending) and key not in keys.by_name:
            estimate = _published(key.removesuffix(ending), keys)
            if ending == "_n":
                return whole(estimate.base_n, language)
            return _margin(estimate, language)
    estimate = _published(key, keys)
    return written(estimate.value or 0.0, estimate.statistic, language)


def _any_of(figure: str, keys: Keys) -> Estimate:
    for name, estimates in keys.by_name.items():
        if name.startswith(f"{figure}."):
            return estimates[0]
    keys.refuse_beyond(f"{figure}.")
    raise UnknownKey(f'there is no figure "{figure}"')


def _published(key: str, keys: Keys) -> Estimate:
    if key not in keys.by_name:
        keys.find(key)
        raise UnknownKey(f'"{key}" is not the whole name; a variable needs it, from the survey on')
    estimate = keys.find(key)
    if estimate.value is None or estimate.suppressed:
        raise UnknownKey(f'"{key}" is not published; leave it out')
    return estimate


def _margin(estimate: Estimate, language: str) -> str:
    if estimate.margin is None:
        raise UnknownKey(f'"{estimate.key}" has no margin of error')
    form = FORMS[estimate.statistic]
    if form in ("decimal", "coefficient"):
        return decimal(estimate.margin, language, 1 if form == "decimal" else 2)
    return percentage_points(estimate.margin, language)


def nested(values: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Dotted keys as the nested mapping that `_variables.yml` holds."""
    tree: dict[str, Any] = {}
    for key, text in values:
        *parents, last = key.split(".")
        branch: Any = tree
        for parent in parents:
            branch = branch.setdefault(parent, {})
        branch[last] = text
    return tree


def conflicts(values: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Keys that Quarto's variables cannot hold side by side.

    They know no languages, and a key that another continues cannot have a value.
    """
    return [
        f"{key} is used on pages in {' and '.join(sorted(by_language))}; "
        "write the number as a claim on one of them"
        for key, by_language in values.items()
        if len(set(by_language.values())) > 1
    ] + [
        f"{key} and {longer} are both used; write one of the numbers as a claim"
        for key in values
        for longer in values
        if longer.startswith(f"{key}.")
    ]
