"""Which columns of an export are no questions: who answered, when, how far; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from pipeline.codebooks.codebook import Columns, Flag
from pipeline.drafting.columns import Column
from pipeline.drafting.dates import days_of
from pipeline.drafting.guesses import NEARLY_ALL
from pipeline.drafting.personal import is_number_of_person, is_personal
from pipeline.drafting.wordings import name_of

IDENTIFIER = frozenset(
    ("id", "respondent", "nummer", "number", "nr", "no", "key", "noegle", "token")
)
COMPLETED = frozenset(
    (
        *("gennemført", "fuldført", "afsluttet", "fullført", "gjennomført", "genomförd"),
        *("beendet", "abgeschlossen"),
        *("completed", "complete", "finished", "done", "submitted"),
    )
)
MOSTLY_DISTINCT = 0.8
"""Of what is called a number of respondents; some answer twice."""
TEST = frozenset(("test", "preview", "testsvar"))


@dataclass(frozen=True)
class Roles:
    """The columns that are no questions, and what a person should look at: entry -> why."""

    columns: Columns
    doubts: Mapping[str, str] = field(default_factory=dict)


def find_roles(before: Columns, columns: Sequence[Column], rows: int) -> Roles:
    """The roles of the codebook before, among columns that are no question of it.

    Columns of the same name keep their role; for the others one is looked for that looks like it.
    """
    free = {column.name: column for column in columns}
    kept = Columns(
        respondent=before.respondent if before.respondent in free else None,
        completed=_kept_flag(before.completed, free),
        test=_kept_flag(before.test, free),
        started=before.started if before.started in free else None,
        finished=before.finished if before.finished in free else None,
        personal=tuple(name for name in before.personal if name in free),
        unused=tuple(name for name in before.unused if any(fnmatchcase(one, name) for one in free)),
    )
    left = [
        column
        for column in columns
        if column.name not in kept.named
        and not any(fnmatchcase(column.name, name) for name in kept.unused)
    ]
    return _completed(before, kept, left, rows)


def _kept_flag(flag: Flag | None, columns: Mapping[str, Column]) -> Flag | None:
    return flag if flag and flag.column in columns else None


def _completed(before: Columns, kept: Columns, left: Sequence[Column], rows: int) -> Roles:
    """The roles that no column of the same name has, looked for among what is left."""
    personal = tuple(column.name for column in left if is_personal(column))
    dated = [column for column in left if column.values and days_of(column.values)]
    numbers = [
        column
        for column in left
        if column.distinct >= MOSTLY_DISTINCT
        and column.answered >= NEARLY_ALL * rows
        and column not in dated
        and column.name not in personal
    ]
    found: dict[str, str | Flag | None] = {}
    if before.respondent and not kept.respondent:
        others = [column for column in numbers if column.distinct >= NEARLY_ALL]
        found["respondent"] = _first(_named(numbers, IDENTIFIER) or others)
    if before.completed and not kept.completed:
        found["completed"] = _flag(left, COMPLETED, before.completed)
    if before.test and not kept.test:
        found["test"] = _flag(left, TEST, before.test)
    times = [name for name in ("started", "finished") if getattr(before, name)]
    missing = [name for name in times if not getattr(kept, name)]
    for name, column in zip(missing, dated, strict=False):
        found[name] = column.name
    found |= {name: None for name in missing if name not in found}
    taken = (kept.respondent, found.get("respondent"), *personal)
    personal += tuple(
        column.name for column in left if column.name not in taken and is_number_of_person(column)
    )
    columns = replace(kept, personal=(*kept.personal, *personal), **found)  # type: ignore[arg-type]
    doubts = {name: _doubt(name, value) for name, value in found.items()}
    if personal:
        doubts["personal"] = f"{_quoted(personal)} may tell who a respondent is; never stored"
    return Roles(columns, doubts)


def _doubt(name: str, found: str | Flag | None) -> str:
    if found is None:
        return f"{name}: no column of the export looks like it; name it, or leave the entry out"
    column = found.column if isinstance(found, Flag) else found
    return f'{name}: column "{column}" looks like it; is it?'


def _named(columns: Iterable[Column], words: frozenset[str]) -> list[Column]:
    """Those whose name has one of the words, or ends in one, as in `organisationsnummer`."""
    return [
        column
        for column in columns
        if any(
            part in words or any(len(word) > 3 and part.endswith(word) for word in words)
            for part in name_of(column.name, ()).split("_")
        )
    ]


def _first(columns: Sequence[Column]) -> str | None:
    return columns[0].name if columns else None


def _flag(columns: Iterable[Column], words: frozenset[str], before: Flag) -> Flag | None:
    """A column that holds one of the words, or of the values that meant the same before."""
    known = words | {value.casefold() for value in before.values if not value.isdecimal()}
    for column in columns:
        values = tuple(value for value in column.values if value.casefold() in known)
        if values:
            return Flag(column.name, values)
    return None


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
